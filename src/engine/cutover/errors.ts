import { isPassing } from '../../mysql/server-errors.ts';
import { GhostshipError } from '../../support/errors.ts';
import type { Blocker } from '../events.ts';
import type { TableNames } from '../tables/table-names.ts';
import type { AttemptResult } from './cutover-work.ts';

/** This attempt does not fit; a later one may. */
export class NotNow extends Error {
  readonly blockers: readonly Blocker[];

  /** @param blockers who was in the way, where that was seen */
  constructor(message: string, blockers: readonly Blocker[] = []) {
    super(message);
    this.blockers = blockers;
  }
}

/** For errors while nothing is locked and nothing is swapped: before the lock, or once it is known that nothing changed. */
export function notNowIfPassing(error: unknown): AttemptResult {
  if (!isPassing(error)) throw error;
  return { swapped: false, lockedMs: 0, why: error.message, blockers: [] };
}

/** @param why whole sentences */
export function gaveUp(names: TableNames, attempts: number, why: string): GhostshipError {
  return new GhostshipError(
    'cutover-gave-up',
    `The cutover of ${names.original.name} found no moment in ${attempts} attempts: ${why}`,
    {
      hint: 'End what is in the way, let kill-blockers end it, or raise the lock budget, and run the migration again.',
    },
  );
}

export function unconfirmed(names: TableNames, cause: unknown): GhostshipError {
  const { original, ghost, retired } = names;
  return new GhostshipError(
    'cutover-unconfirmed',
    `The connection broke during the swap and the server cannot be asked whether ${original.name} was swapped.`,
    {
      hint: `Look with SHOW TABLES: if ${ghost.name} is gone, ${original.name} is the altered table and ${retired.name} the old one; if ${ghost.name} is there, nothing was changed.`,
      tableState: 'unknown',
      cause,
    },
  );
}
