import type { Outcome } from '../../engine/outcome.ts';
import type { CompletedStatement } from './completed-statement.ts';

type OutcomeError = NonNullable<Outcome['error']>;

/** What a statement fails with whose outcome is there already: a table, a column or an index that exists, or is gone. */
const suspicious: readonly OutcomeError['code'][] = ['invalid-statement', 'unknown-table'];

/**
 * A repository may be older than its ledger. Where the ledger knows no file, and the first statement of several files cannot be
 * run, the hint names what notes files as applied.
 *
 * @param pending the files of the statements that are to be run
 */
export function hintAtBaseline(
  error: OutcomeError,
  pending: readonly (string | null)[],
  completed: readonly CompletedStatement[],
): OutcomeError {
  const isFirstRun = completed.length === 0 && new Set(pending).size > 1;
  if (!isFirstRun || !suspicious.includes(error.code)) return error;
  const hint = `${error.hint} If these files were applied before Ghostship came, note that with \`ghostship baseline --through <path>\`, or name the last of them in the option baseline.`;
  return { ...error, hint };
}
