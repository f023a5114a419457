import { clearLine, cursorTo } from 'node:readline';
import { SingleBar } from 'cli-progress';
import { copiedPercent, progressLine } from '../report/progress-line.ts';
import { stateWords } from '../report/words.ts';
import type { ProgressView } from './progress-view.ts';

/** For a terminal: one bar on the last line, and above it the lines that stay. */
export function openProgressBar(stream: NodeJS.WriteStream): ProgressView {
  let table = '';
  let bar: SingleBar | null = null;
  const update = (percent: number | null, line: string): void => {
    bar ??= startBar(stream, table);
    if (percent === null) bar.update({ line });
    else bar.update(percent, { line });
  };
  const end = (): void => {
    bar?.stop();
    bar = null;
  };
  return {
    say(line) {
      if (bar !== null) {
        clearLine(stream, 0);
        cursorTo(stream, 0);
      }
      stream.write(`${line}\n`);
    },
    begin(name) {
      table = name;
    },
    enter(state) {
      if (state !== 'completed' && state !== 'failed' && state !== 'aborted') update(null, stateWords[state]);
    },
    progress(progress) {
      update(copiedPercent(progress), progressLine(progress));
    },
    end,
    close: end,
  };
}

function startBar(stream: NodeJS.WriteStream, table: string): SingleBar {
  const bar = new SingleBar({
    stream,
    format: '{table} [{bar}] {line}',
    barCompleteChar: '█',
    barIncompleteChar: '░',
    barsize: 24,
    fps: 4,
    hideCursor: true,
    clearOnComplete: true,
    // A line said in between pushes the bar away.
    forceRedraw: true,
    // The process listens for Ctrl-C itself, and must not end before tables are tidied up.
    gracefulExit: false,
  });
  bar.start(100, 0, { table, line: '' });
  return bar;
}
