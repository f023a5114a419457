import { inspectTable } from '../../mysql/inspect-table.ts';
import { askServer } from '../../mysql/server.ts';
import { ConnectionLost, deniedHint, isDenied, ServerError } from '../../mysql/server-errors.ts';
import { connect } from '../../mysql/session.ts';
import type { Target } from '../../mysql/target.ts';
import type { TableName } from '../../sql/inspect.ts';
import { personal, withSqlMode } from '../../sql/session-settings.ts';
import { raw } from '../../sql/sql.ts';
import { givenSqlMode, withZeroDates } from '../../sql/sql-mode.ts';
import { GhostshipError, messageOf } from '../../support/errors.ts';
import { sentence } from '../../support/sentence.ts';
import { refuseUses, type TableUse } from '../preflight/table-uses.ts';
import { refuseTarget } from '../preflight/target.ts';
import type { NoteSent, SentStatement } from '../sent-statement.ts';
import { sentCreation, settleSent } from '../tables/describe-sent.ts';
import { hintFor } from '../tables/zero-dates.ts';

/** The table to make. */
export interface Creation {
  /** CREATE TABLE, as it is written. */
  readonly statement: string;
  /** What to call the table. */
  readonly table: string;
  /** Where the statement stands, as in `migrations/1.sql:3`. */
  readonly place: string;
  readonly uses: readonly TableUse[];
  /** The table, where IF NOT EXISTS leaves one that is there alone; else `null`. */
  readonly unlessThere: TableName | null;
  /** `null` where the statement may replace a table: it can be sent again. */
  readonly madeAnew: TableName | null;
}

/**
 * A new table has no rows and no users: the server makes it as the statement says.
 *
 * @param allow with `zero-dates`, columns may have them for their defaults whatever the server's sql_mode
 * @returns whether it was made
 * @throws GhostshipError `missing-privileges`, `invalid-statement` with the server's words, `connection-lost`,
 *   `cannot-connect`
 */
export async function createTable(
  creation: Creation,
  target: Target,
  allow: readonly string[],
  noteSent: NoteSent,
): Promise<boolean> {
  await using session = await connect(target, 'creating a table', personal);
  const server = await askServer(session);
  refuseTarget(server);
  await refuseUses(session, server, creation.uses);
  const { unlessThere } = creation;
  let sent: SentStatement | null = null;
  try {
    const isThere = unlessThere !== null && (await inspectTable(session, unlessThere)) !== null;
    const { madeAnew } = creation;
    if (madeAnew !== null && (await inspectTable(session, madeAnew)) === null) {
      sent = sentCreation(target, session, madeAnew);
      await noteSent(sent);
    }
    if (allow.includes('zero-dates')) await session.run(withSqlMode(givenSqlMode(withZeroDates(server.sqlMode))));
    await session.run(raw(creation.statement));
    return !isThere;
  } catch (error) {
    const became = error instanceof ConnectionLost && sent !== null ? await settleSent(target, session, sent) : null;
    if (became === 'done') return true;
    throw became === 'not done' ? notCreated(error, creation) : explainCreating(error, creation);
  }
}

function notCreated(cause: unknown, { table }: Creation): GhostshipError {
  return new GhostshipError('connection-lost', `${sentence(messageOf(cause))} ${table} was not created.`, {
    hint: 'Check that the server is up and run this again.',
    cause,
  });
}

/** What the server says of the statement, for the person who wrote it. */
export function explainCreating(error: unknown, { table, place, statement }: Creation): unknown {
  if (error instanceof ServerError) {
    const denied = isDenied(error);
    return new GhostshipError(
      denied ? 'missing-privileges' : 'invalid-statement',
      `The server refused ${place}: ${error.message}`,
      {
        hint: denied ? deniedHint : hintFor(error, 'Correct the statement; no table was created.', statement),
        cause: error,
      },
    );
  }
  if (error instanceof ConnectionLost) {
    return new GhostshipError('connection-lost', `${sentence(error.message)}`, {
      hint: `Look whether ${table} exists. If it does not, run this again; if it does, drop it first or leave the statement out.`,
      tableState: 'unknown',
      cause: error,
    });
  }
  return error;
}
