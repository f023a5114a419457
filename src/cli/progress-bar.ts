import { SingleBar } from 'cli-progress';
import type { RunEvent } from '../commands/migrate/run-event.ts';
import type { EngineEvent } from '../engine/events.ts';
import { eventLine } from '../report/event-line.ts';
import { copiedPercent, progressLine } from '../report/progress-line.ts';
import { stateWords } from '../report/words.ts';
import { visible } from '../support/visible.ts';
import type { RunDisplay } from './display.ts';

/** For a terminal: one bar on the last line, and above it the lines that stay. */
export function openProgressBar(stream: NodeJS.WriteStream): RunDisplay {
  let table = '';
  let percent = 0;
  let line = '';
  let bar: SingleBar | null = null;
  const draw = (): void => {
    bar ??= startBar(stream, table);
    bar.update(percent, { line });
  };
  const close = (): void => {
    bar?.stop();
    bar = null;
  };
  const say = (text: string): void => {
    // A stopped bar leaves the cursor where the bar began. So the line is written before the bar starts again.
    const wasShown = bar !== null;
    close();
    stream.write(`${visible(text)}\n`);
    if (wasShown) draw();
  };
  const advance = (event: EngineEvent): void => {
    if (event.type === 'progress') {
      percent = copiedPercent(event.progress);
      line = visible(progressLine(event.progress));
      draw();
    } else if (event.type === 'state') {
      line = stateWords[event.state];
      draw();
    }
  };
  return {
    observe(event: RunEvent) {
      if (event.type === 'started') {
        table = visible(event.table);
        percent = 0;
      }
      if (event.type === 'finished') close();
      if (event.type === 'engine') advance(event.event);
      const text = eventLine(event);
      if (text !== null) say(text);
    },
    close,
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
    // The process handles Ctrl-C itself, because it must tidy up its tables before it ends.
    gracefulExit: false,
  });
  bar.start(100, 0, { table, line: '' });
  return bar;
}
