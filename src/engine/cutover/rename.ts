import { isPassing, isServerError, ServerError } from '../../mysql/server-errors.ts';
import type { Session } from '../../mysql/session.ts';
import { setLockWait, swapTables } from '../../sql/cutover.ts';
import { wholeSeconds } from '../../support/clock.ts';
import type { TableNames } from '../tables/table-names.ts';
import { NotNow } from './errors.ts';

/** `refusal` is an answer that would be the same next time. */
export type RenameResult =
  | { readonly ok: true; readonly why: null }
  | { readonly ok: false; readonly why: string; readonly refusal: ServerError | null };

/** A RENAME on its way. `result` is there once it has ended; `ended` never rejects. */
export interface Rename {
  readonly ended: Promise<RenameResult>;
  readonly result: () => RenameResult | null;
}

export function startRename(renamer: Session, names: TableNames, budgetMs: number): Rename {
  let result: RenameResult | null = null;
  const ended = runRename(renamer, names, budgetMs).then((answer) => {
    result = answer;
    return answer;
  });
  return { ended, result: () => result };
}

async function runRename(renamer: Session, names: TableNames, budgetMs: number): Promise<RenameResult> {
  try {
    await renamer.run(setLockWait(wholeSeconds(budgetMs)));
    await renamer.run(swapTables(names.original, names.ghost, names.retired));
    return { ok: true, why: null };
  } catch (error) {
    if (isServerError(error, 'ER_LOCK_WAIT_TIMEOUT'))
      return { ok: false, why: 'a transaction that reads the table did not end in time', refusal: null };
    // ER_TABLE_EXISTS_ERROR is the sentry doing its duty.
    const refusal =
      !(error instanceof ServerError) || isPassing(error) || isServerError(error, 'ER_TABLE_EXISTS_ERROR')
        ? null
        : error;
    return { ok: false, why: error instanceof Error ? error.message : String(error), refusal };
  }
}

export async function throwUnlessDone(rename: Rename): Promise<void> {
  const result = await rename.ended;
  if (!result.ok) throw result.refusal ?? new NotNow(result.why);
}
