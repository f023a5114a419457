import { isBadData, type ServerError } from '../../mysql/server-errors.ts';
import type { TableName } from '../../sql/inspect.ts';
import { GhostshipError } from '../../support/errors.ts';
import { hintFor } from '../tables/zero-dates.ts';

/** Explains an error about a row of the original that cannot be a row of the ghost. Returns any other error as it is. */
export function dataDoesNotFit(error: unknown, original: TableName): unknown {
  if (!isBadData(error)) return error;
  return new GhostshipError(
    'data-does-not-fit',
    `A row of ${original.name} does not fit the altered table: ${error.message}`,
    {
      hint: hintFor(error, 'Correct the rows, or change the statement, and run this again.'),
      cause: error,
    },
  );
}

export function duplicateRows(error: ServerError, original: TableName): GhostshipError {
  return new GhostshipError(
    'duplicate-rows',
    `Rows of ${original.name} collide under a unique key of the altered table: ${error.message}`,
    {
      hint: 'Remove or change one of the rows that have this value, or leave the key as it is, and run the migration again.',
      cause: error,
    },
  );
}
