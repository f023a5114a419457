import { SingleBar } from 'cli-progress';
import { copiedPercent, progressLine } from '../report/progress-line.ts';
import { stateWords } from '../report/words.ts';
import type { ProgressView } from './progress-view.ts';

/** For a terminal: one bar on the last line, and above it the lines that stay. */
export function openProgressBar(stream: NodeJS.WriteStream): ProgressView {
  let table = '';
  let percent = 0;
  let line = '';
  let bar: SingleBar | null = null;
  const draw = (): void => {
    bar ??= startBar(stream, table);
    bar.update(percent, { line });
  };
  const end = (): void => {
    bar?.stop();
    bar = null;
  };
  return {
    say(text) {
      // Stopping puts the cursor back to where the bar started: the line must come before the next start.
      const wasShown = bar !== null;
      end();
      stream.write(`${text}\n`);
      if (wasShown) draw();
    },
    begin(name) {
      table = name;
      percent = 0;
    },
    enter(state) {
      if (state === 'completed' || state === 'failed' || state === 'aborted') return;
      line = stateWords[state];
      draw();
    },
    progress(progress) {
      percent = copiedPercent(progress);
      line = progressLine(progress);
      draw();
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
    // The process listens for Ctrl-C itself, and must not end before tables are tidied up.
    gracefulExit: false,
  });
  bar.start(100, 0, { table, line: '' });
  return bar;
}
