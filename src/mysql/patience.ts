import { nowMs } from '../support/clock.ts';

/** How long an answer is waited for, by what it is an answer to. All in milliseconds. */
export interface Patience {
  /**
   * For each of: the network with the greeting, the handshake. Less than the ten seconds that a server waits for us
   * (`connect_timeout`): it then says so in clear, which would read as a broken encryption.
   */
  readonly connectMs: number;
  /** Silence for so long is asked about. Few statements take as long. */
  readonly silenceMs: number;
  /** An answer that is on its way, or a server that restarts, gets a second look. */
  readonly againMs: number;
  /** New connections may fail for some seconds while those that are open are well: a name that is not resolved, for instance. */
  readonly unreachableMs: number;
  /** A look that takes longer has seen nothing. */
  readonly lookMs: number;
  /** What came of a statement whose answer is lost is asked for so long. */
  readonly settleMs: number;
  /** What a run came to is written again and again for no longer than this. */
  readonly rewriteMs: number;
}

const usual: Patience = {
  connectMs: 8_000,
  silenceMs: 5_000,
  againMs: 1_500,
  unreachableMs: 10_000,
  lookMs: 8_000,
  settleMs: 60_000,
  rewriteMs: 40_000,
};

/** Whoever stops the process kills it before long: a runner of GitHub after ten seconds. Who answers at all answers in less. */
const short: Patience = {
  connectMs: 1_000,
  silenceMs: 1_000,
  againMs: 500,
  unreachableMs: 1_000,
  lookMs: 1_000,
  settleMs: 1_000,
  rewriteMs: 0,
};

let current = usual;

export function patience(): Patience {
  return current;
}

/** For a process that was asked to end: from now on nobody who does not answer is waited for as long as before. */
export function losePatience(): void {
  current = short;
  endOfProcess.begin();
}

/** What the server is still at so long after the end has begun is left to it: its commits may stop altogether. */
const leaveAfterMs = 4_000;
/** Once that time is over, this is what each further statement has. */
const lastWordMs = 700;

/** The end of a process, or of what it does on one target: from its beginning on no statement may take long. */
export class Ending {
  #begunAtMs: number | null = null;
  readonly #waiting = new Set<() => void>();

  begin(): void {
    this.#begunAtMs ??= nowMs();
    for (const count of this.#waiting) count();
  }

  /** Calls back when nobody may wait any longer for the answer to a statement that is sent now. */
  watch(giveUp: () => void): Disposable {
    let timer: NodeJS.Timeout | null = null;
    const count = (): void => {
      if (this.#begunAtMs === null) return;
      timer ??= setTimeout(giveUp, Math.max(lastWordMs, this.#begunAtMs + leaveAfterMs - nowMs()));
    };
    this.#waiting.add(count);
    count();
    return {
      [Symbol.dispose]: () => {
        this.#waiting.delete(count);
        if (timer !== null) clearTimeout(timer);
      },
    };
  }
}

export const endOfProcess = new Ending();
