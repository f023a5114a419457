import type { HoldReason, Progress, Reading } from '../../engine/events.ts';

/** A time in which something held the copy. */
export interface HoldSpan {
  readonly reason: HoldReason;
  /** Since the statement began. */
  readonly fromMs: number;
  readonly toMs: number;
  /** How many holds it stands for: short ones that follow each other closely are told together. */
  readonly times: number;
  /** The worst reading of it; `null` where the reason is no number above a limit. */
  readonly worst: Reading | null;
  /** Who had locked the table, where that was known. */
  readonly lockedBy: string | null;
}

/** Holds that are no further apart are one to a reader; commits may be slow for a moment every other second. */
const closeMs = 3_000;
export const mostSpans = 200;

/** What held the copy, and when. Of a long run holds that are close to each other are told as one. */
export class HoldSpans {
  #spans: HoldSpan[] = [];
  #closeMs = closeMs;

  add({ holds, lockedBy }: Progress, atMs: number): void {
    for (const { reason, forMs, reading } of holds) {
      const fromMs = Math.max(0, atMs - forMs);
      const namesHolder = reason === 'table-locked' || reason === 'prepared-xa';
      const span = { reason, fromMs, toMs: atMs, times: 1, worst: reading, lockedBy: namesHolder ? lockedBy : null };
      this.#put(span);
    }
    while (this.#spans.length > mostSpans) this.#thin();
  }

  /** In the order of their beginnings. */
  get all(): readonly HoldSpan[] {
    return this.#spans.toSorted((one, other) => one.fromMs - other.fromMs);
  }

  #put(span: HoldSpan): void {
    const index = this.#spans.findLastIndex((other) => isSameCause(other, span));
    const last = this.#spans[index];
    if (last === undefined || span.fromMs - last.toMs > this.#closeMs) this.#spans.push(span);
    else this.#spans[index] = join(last, span);
  }

  #thin(): void {
    this.#closeMs *= 2;
    const spans = this.all;
    this.#spans = [];
    for (const span of spans) this.#put(span);
  }
}

function isSameCause(one: HoldSpan, other: HoldSpan): boolean {
  return one.reason === other.reason && (one.worst?.of ?? null) === (other.worst?.of ?? null);
}

/** The same hold, seen again, or another one that follows closely. */
function join(first: HoldSpan, second: HoldSpan): HoldSpan {
  const isSameHold = second.fromMs <= first.toMs;
  return {
    reason: first.reason,
    fromMs: Math.min(first.fromMs, second.fromMs),
    toMs: Math.max(first.toMs, second.toMs),
    times: first.times + second.times - (isSameHold ? 1 : 0),
    worst: worse(first.worst, second.worst),
    lockedBy: second.lockedBy ?? first.lockedBy,
  };
}

/** What could not be measured is the worst. */
function worse(first: Reading | null, second: Reading | null): Reading | null {
  if (first === null || second === null) return first ?? second;
  if (first.observed === null) return first;
  return second.observed === null || second.observed > first.observed ? second : first;
}
