import { openRunLog } from '../report/run-log.ts';
import { visibleInLog } from '../support/visible.ts';
import type { RunDisplay } from './display.ts';
import { openProgressBar } from './progress-bar.ts';

/** Shows a run while it goes on: a bar on a terminal, elsewhere a line now and then. */
export function openRunDisplay(stream: NodeJS.WriteStream): RunDisplay {
  if (stream.isTTY) return openProgressBar(stream);
  const linesOf = openRunLog();
  return {
    observe(event) {
      for (const line of linesOf(event)) stream.write(`${visibleInLog(line)}\n`);
    },
    close() {},
  };
}
