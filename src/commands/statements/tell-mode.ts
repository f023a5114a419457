import type { Outcome } from '../../engine/outcome.ts';
import type { FileStatement } from './file-statement.ts';

type OutcomeError = NonNullable<Outcome['error']>;

/** Adds to what the server says of a statement that its file sets another sql_mode than the one in which it is run. */
export function tellMode(error: OutcomeError, { otherModeLine }: FileStatement): OutcomeError {
  if (otherModeLine === null || error.code !== 'invalid-statement') return error;
  const words = error.message.replace(/[^.!?]$/u, '$&.');
  const message = `${words} Line ${otherModeLine} sets a sql_mode that refuses less, but statements run in the server's own.`;
  return { ...error, message };
}
