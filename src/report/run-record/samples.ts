import type { Progress } from '../../engine/events.ts';

/** What was seen in one slice of time. */
export interface Sample {
  /** The last moment of the slice, since the statement began. */
  readonly atMs: number;
  readonly rowsCopied: number;
  /** The greatest of the slice. */
  readonly lagMs: number;
  readonly isCopying: boolean;
}

export interface Point {
  readonly atMs: number;
  /** `null` where there is nothing to show, such as a copy rate after the copy. */
  readonly value: number | null;
}

/** At the pace of the engine, one a second, this is ten minutes; after that the slices grow. */
export const mostSamples = 600;

/** Numbers of a run over time. Of a long run each sample stands for more time, and none of its peaks is lost. */
export class Samples {
  #all: Sample[] = [];
  #sliceMs = 0;
  readonly #limit: number;

  constructor(limit = mostSamples) {
    this.#limit = limit;
  }

  get all(): readonly Sample[] {
    return this.#all;
  }

  add({ state, rowsCopied, streamLagMs }: Progress, atMs: number): void {
    const sample = { atMs, rowsCopied, lagMs: streamLagMs, isCopying: state === 'copying' };
    const last = this.#all.at(-1);
    if (last !== undefined && sliceOf(last, this.#sliceMs) === sliceOf(sample, this.#sliceMs))
      this.#all.splice(-1, 1, merge(last, sample));
    else this.#all.push(sample);
    if (this.#all.length > this.#limit) this.#thin();
  }

  #thin(): void {
    const spanMs = (this.#all.at(-1)?.atMs ?? 0) - (this.#all[0]?.atMs ?? 0);
    this.#sliceMs = Math.max(this.#sliceMs * 2, (2 * spanMs) / this.#limit, 1);
    const thinned: Sample[] = [];
    for (const sample of this.#all) {
      const last = thinned.at(-1);
      if (last !== undefined && sliceOf(last, this.#sliceMs) === sliceOf(sample, this.#sliceMs))
        thinned.splice(-1, 1, merge(last, sample));
      else thinned.push(sample);
    }
    this.#all = thinned;
  }
}

/**
 * Rows per second between each sample and the one before, while rows are copied.
 * @param from when the copy began, and with how many rows
 */
export function copyRates(samples: readonly Sample[], from: Omit<Sample, 'lagMs' | 'isCopying'>): Point[] {
  let before = from;
  const rates = samples
    .filter(({ atMs }) => atMs >= from.atMs)
    .map((sample) => {
      const { atMs, rowsCopied, isCopying } = sample;
      const tookMs = atMs - before.atMs;
      const rows = Math.max(0, rowsCopied - before.rowsCopied);
      before = sample;
      return { atMs, value: (isCopying || rows > 0) && tookMs > 0 ? (rows * 1000) / tookMs : null };
    });
  // The first sample stands for the time before it as well.
  return rates[0] === undefined ? [] : [{ ...rates[0], atMs: from.atMs }, ...rates];
}

function sliceOf({ atMs }: Sample, sliceMs: number): number {
  return sliceMs === 0 ? atMs : Math.floor(atMs / sliceMs);
}

function merge(first: Sample, second: Sample): Sample {
  return {
    atMs: second.atMs,
    rowsCopied: second.rowsCopied,
    lagMs: Math.max(first.lagMs, second.lagMs),
    isCopying: first.isCopying || second.isCopying,
  };
}
