import type { Session } from '../../mysql/session.ts';
import type { TableName } from '../../sql/inspect.ts';
import type { Blocker } from '../events.ts';
import type { TableNames } from '../tables/table-names.ts';
import type { LockWatch } from './lock-watch.ts';

/** What the cutover needs of the migration. */
export interface CutoverWork {
  readonly names: TableNames;
  /** What else is written under the lock: sequences that columns of the ghost default to, and where rows are set aside. */
  readonly besides: readonly TableName[];
  /** All the time that one attempt may make a writer wait. */
  readonly lockBudgetMs: number;
  /** `null` unless the session that locks must rename as well. */
  readonly oneSession: OneSessionSwap | null;
  /** Opens a new connection for this purpose, with the settings of the migration. */
  readonly open: (purpose: string) => Promise<Session>;
  readonly watch: LockWatch;
  /** Before the lock: applies as much as it can, then leaves the rest to the session that locks. */
  readonly approach: (signal: AbortSignal) => Promise<Approach>;
  /** Under the lock, through the session that holds it: applies the last changes and proves what is not proven yet. */
  readonly finish: (locker: Session, signal: AbortSignal) => Promise<void>;
  /** Before another attempt: ends what was in the way of the last one, as far as the options allow. */
  readonly endBlockers: (blockers: readonly Blocker[]) => Promise<void>;
  /** Is told for whom it waits, as far as that can be seen, and `null` where it waits no longer. */
  readonly onWait: (blockers: readonly Blocker[] | null) => void;
  readonly onAttempt: (attempt: number, lockedMs: number, failure: string | null, blockers: readonly Blocker[]) => void;
}

/** How a table with foreign keys is swapped: RENAME also locks the parents, so they must be locked before. */
export interface OneSessionSwap {
  readonly parents: readonly TableName[];
  /** Called while everything is still locked. */
  readonly afterSwap: (locker: Session) => Promise<void>;
}

export interface Approach {
  /** Undoes the approach after an attempt that failed. After a swap there is nothing to undo. */
  withdraw(): Promise<void>;
}

export type AttemptResult =
  | { readonly swapped: true; readonly lockedMs: number }
  | { readonly swapped: false; readonly lockedMs: number; readonly why: string; readonly blockers: readonly Blocker[] };
