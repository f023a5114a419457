import { ConnectionLost, ServerError } from '../../mysql/server-errors.ts';
import { connect } from '../../mysql/session.ts';
import type { Target } from '../../mysql/target.ts';
import { personal } from '../../sql/session-settings.ts';
import { raw } from '../../sql/sql.ts';
import { GhostshipError } from '../../support/errors.ts';
import { refuseTargetOf } from '../preflight/target.ts';

/** The table to make. */
export interface Creation {
  /** CREATE TABLE, as it is written. */
  readonly statement: string;
  /** What to call the table. */
  readonly table: string;
  /** Where the statement stands, as in `migrations/1.sql:3`. */
  readonly place: string;
}

/**
 * A new table has no rows and no users: the server makes it as the statement says.
 *
 * @returns that no table was retired
 * @throws GhostshipError `invalid-statement` with the server's words, `connection-lost`, `cannot-connect`
 */
export async function createTable(creation: Creation, target: Target): Promise<null> {
  await using session = await connect(target, 'creating a table', personal);
  await refuseTargetOf(session);
  try {
    await session.run(raw(creation.statement));
    return null;
  } catch (error) {
    throw explainCreating(error, creation);
  }
}

/** What the server says of the statement, for the person who wrote it. */
export function explainCreating(error: unknown, { table, place }: Creation): unknown {
  if (error instanceof ServerError) {
    return new GhostshipError('invalid-statement', `The server refused ${place}: ${error.message}`, {
      hint: 'Correct the statement; no table was created.',
      cause: error,
    });
  }
  if (error instanceof ConnectionLost) {
    return new GhostshipError('connection-lost', `${error.message}.`, {
      hint: `Look whether ${table} exists. If it does not, run this again; if it does, drop it first or leave the statement out.`,
      tableState: 'unknown',
      cause: error,
    });
  }
  return error;
}
