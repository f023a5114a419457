import { nowMs } from '../../support/clock.ts';
import type { Blocker, Hold } from '../events.ts';
import type { CutoverWait } from './status-row.ts';

/** For whom the cutover waits, and since when. */
export class CutoverWaits {
  #now: { readonly sinceMs: number; readonly blockers: readonly Blocker[]; readonly names: string | null } | null =
    null;

  /**
   * @param blockers of the table; `null` where it does not wait any more
   * @param names theirs, for a line; `null` where the server does not show any
   */
  tell(blockers: readonly Blocker[] | null, names: string | null): void {
    this.#now = blockers === null ? null : { sinceMs: this.#now?.sinceMs ?? nowMs(), blockers, names };
  }

  get wait(): CutoverWait | null {
    if (this.#now === null) return null;
    const { sinceMs, blockers } = this.#now;
    return { forMs: Math.round(nowMs() - sinceMs), blockers };
  }

  /** What holds the copy, and who has locked the table, where a wait of the cutover goes before. */
  over(holds: readonly Hold[], lockedBy: string | null): { readonly holds: readonly Hold[]; lockedBy: string | null } {
    const { wait } = this;
    if (wait === null || this.#now === null) return { holds, lockedBy };
    const others = holds.filter(({ reason }) => reason !== 'table-locked');
    const waits: Hold = { reason: 'table-locked', forMs: wait.forMs, reading: null };
    return { holds: [...others, waits], lockedBy: this.#now.names };
  }
}
