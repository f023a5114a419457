import type { Outcome } from '../../engine/outcome.ts';
import { sentence } from '../../support/sentence.ts';
import type { FileStatement } from './file-statement.ts';

type OutcomeError = NonNullable<Outcome['error']>;

/** Adds to a refusal what the file has set, in a session of its own, so that the server would perhaps not refuse. */
export function tellLenient(error: OutcomeError, { lenientBy }: FileStatement): OutcomeError {
  if (lenientBy === null || !aboutDefinitions.includes(error.code)) return error;
  return { ...error, message: `${sentence(error.message)} ${lenientBy}` };
}

const aboutDefinitions: readonly string[] = ['invalid-statement', 'unsupported-table', 'data-does-not-fit'];
