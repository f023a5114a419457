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
}

const usual: Patience = {
  connectMs: 8_000,
  silenceMs: 5_000,
  againMs: 1_500,
  unreachableMs: 10_000,
  lookMs: 8_000,
};

/** Whoever stops the process kills it before long: a runner of GitHub after ten seconds. Who answers at all answers in less. */
const short: Patience = { connectMs: 2_000, silenceMs: 1_000, againMs: 500, unreachableMs: 2_000, lookMs: 2_000 };

let current = usual;

export function patience(): Patience {
  return current;
}

/** For a process that was asked to end: from now on nobody who does not answer is waited for as long as before. */
export function losePatience(): void {
  current = short;
}
