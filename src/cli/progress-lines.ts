import { progressLine } from '../report/progress-line.ts';
import { stateWords } from '../report/words.ts';
import { nowMs } from '../support/clock.ts';
import type { ProgressView } from './progress-view.ts';

/** Often enough to see that it is alive, rare enough to leave a log readable. */
const lineEveryMs = 10_000;

/** For logs: a change of state at once, progress now and then. */
export function openProgressLines(stream: NodeJS.WritableStream): ProgressView {
  let table = '';
  let lastLineAt = nowMs();
  const say = (line: string): void => {
    stream.write(`${line}\n`);
  };
  return {
    say,
    begin(name) {
      table = name;
    },
    enter(state) {
      if (state === 'completed' || state === 'failed' || state === 'aborted') return;
      say(`${table}: ${stateWords[state]}`);
      lastLineAt = nowMs();
    },
    progress(progress) {
      if (nowMs() - lastLineAt < lineEveryMs) return;
      say(`${table}: ${progressLine(progress)}`);
      lastLineAt = nowMs();
    },
    end() {},
    close() {},
  };
}
