import type { Outcome } from '../../engine/outcome.ts';
import type { FileStatement } from './file-statement.ts';

type OutcomeError = NonNullable<Outcome['error']>;

/** What else keeps a statement of a file from running. */
export const keptFromRunning =
  'To keep it from running, take its file away in a pull request, or note it as applied with `ghostship baseline`.';

/** Adds to the end that a person has made that it is none for the file. */
export function tellNotForGood(error: OutcomeError, { file }: Pick<FileStatement, 'file'>): OutcomeError {
  if (error.code !== 'aborted' || file === null) return error;
  return { ...error, hint: `${error.hint} The next run begins it again, whatever merge starts it. ${keptFromRunning}` };
}
