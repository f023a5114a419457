import { styleText } from 'node:util';
import ora from 'ora';
import { formatDuration } from '../../src/report/quantity.ts';

/** What a person sees: a list of steps, the one under way at its end. */
export interface Screen {
  /** Since the screen was opened. */
  readonly elapsedMs: number;
  /** A line of its own, as it is. */
  say(text: string): void;
  /** Lines that belong to the step before them. */
  explain(lines: readonly string[]): void;
  /** Terms below each other, and what is to be said of each. */
  list(entries: readonly (readonly [string, string])[]): void;
  /**
   * Shows what is being done while `work` is under way, and a line that stays when it is done.
   *
   * @param done what was done, once the result is known
   * @throws what `work` throws; the reason of the screen's signal as soon as that is aborted
   */
  step<T>(doing: string, work: (progress: ShowProgress) => Promise<T>, done: (result: T) => string): Promise<T>;
}

/** Says how far the step is; the newest word wins. */
export type ShowProgress = (text: string) => void;

/** Durations end in one column: this one, or the last one where there are fewer. */
const doneWidth = 84;

/** Where nothing can be redrawn, progress is a line now and then. */
const lineEveryMs = 5_000;

export function openScreen(stream: NodeJS.WriteStream, signal: AbortSignal): Screen {
  const openedAtMs = performance.now();
  const say = (text: string): void => {
    stream.write(`${text}\n`);
  };
  return {
    get elapsedMs() {
      return performance.now() - openedAtMs;
    },
    say,
    explain(lines) {
      for (const line of lines) say(styleText('dim', clip(`      ${line}`, stream), { stream }));
    },
    list(entries) {
      const width = Math.max(...entries.map(([term]) => term.length));
      for (const [term, text] of entries)
        say(`    ${styleText('bold', `${term.padStart(width)}:`, { stream })} ${text}`);
    },
    async step(doing, work, done) {
      const startedAtMs = performance.now();
      const live = stream.isTTY ? spin(stream, doing) : lineNowAndThen(say, doing);
      try {
        const result = await unlessAborted(work(live.show), signal);
        live.end();
        const duration = formatDuration(performance.now() - startedAtMs);
        const text = done(result);
        const width = stream.isTTY ? Math.min(doneWidth, stream.columns - 5) : doneWidth;
        const gap = ' '.repeat(Math.max(2, width - text.length - duration.length));
        say(`  ${styleText('green', '✔', { stream })} ${text}${gap}${styleText('dim', duration, { stream })}`);
        return result;
      } catch (error) {
        live.end();
        say(`  ${signal.aborted ? styleText('yellow', '■', { stream }) : styleText('red', '✖', { stream })} ${doing}`);
        throw error;
      }
    },
  };
}

interface Live {
  readonly show: ShowProgress;
  readonly end: () => void;
}

function spin(stream: NodeJS.WriteStream, doing: string): Live {
  // Whoever reads the terminal's keys takes Ctrl-C away from the processes we have started.
  const spinner = ora({ stream, indent: 2, text: doing, discardStdin: false }).start();
  return {
    show(text) {
      // Longer lines wrap, and a redrawn wrapped line flickers.
      spinner.text = clip(`${doing}  ${text}`, stream, 6);
    },
    end() {
      spinner.stop();
      // It leaves the cursor where its indent ends.
      stream.cursorTo(0);
    },
  };
}

function lineNowAndThen(say: (text: string) => void, doing: string): Live {
  let lastAtMs = performance.now();
  return {
    show(text) {
      if (performance.now() - lastAtMs < lineEveryMs) return;
      lastAtMs = performance.now();
      say(`    ${doing}  ${text}`);
    },
    end() {},
  };
}

/** On a terminal a line that does not fit is cut, with `margin` columns to spare; elsewhere there is room. */
function clip(line: string, { isTTY, columns }: NodeJS.WriteStream, margin = 0): string {
  const room = isTTY ? columns - margin : Number.POSITIVE_INFINITY;
  return line.length <= room ? line : `${line.slice(0, room - 1)}…`;
}

/** The work itself cannot always be stopped; nobody waits for it any longer. */
async function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted();
  let giveUp = (): void => {};
  const aborted = new Promise<never>((_, reject) => {
    giveUp = () => reject(signal.reason);
    signal.addEventListener('abort', giveUp, { once: true });
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener('abort', giveUp);
  }
}
