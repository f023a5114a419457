import type { Blocker } from '../events.ts';
import { blockerText } from './blockers.ts';

const mostNamed = 8;

/** Why the attempts at a cutover failed, and who was in the way: what a person needs once it is given up. */
export class AttemptFailures {
  readonly #reasons = new Map<string, { why: string; count: number }>();
  readonly #blockers = new Map<number, Blocker>();

  add(why: string, blockers: readonly Blocker[]): void {
    // Numbers of connections and seconds differ at every attempt.
    const kind = why.replaceAll(/\d+/gu, '#');
    const count = this.#reasons.get(kind)?.count ?? 0;
    this.#reasons.set(kind, { why, count: count + 1 });
    for (const blocker of blockers) this.#blockers.set(blocker.connectionId, blocker);
  }

  /** Every reason with how often it came, and the blockers that were seen last. */
  get text(): string {
    const reasons = [...this.#reasons.values()].map(
      ({ why, count }) => `${why} (${count} ${count === 1 ? 'attempt' : 'attempts'})`,
    );
    const blockers = [...this.#blockers.values()].slice(-mostNamed).map(blockerText);
    return [
      `${reasons.join('; ')}.`,
      ...(blockers.length === 0 ? [] : [`In the way were: ${blockers.join('; ')}.`]),
    ].join(' ');
  }
}
