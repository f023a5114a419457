import { ConnectionLost, ServerError } from '../mysql/server-errors.ts';
import { connect } from '../mysql/session.ts';
import type { Target } from '../mysql/target.ts';
import { personal } from '../sql/session-settings.ts';
import { raw } from '../sql/sql.ts';
import { GhostshipError } from '../support/errors.ts';
import { placeOf } from './statements/file-statement.ts';
import type { Task } from './statements/task.ts';

/**
 * A new table has no rows and no users: the server makes it as the statement says.
 *
 * @returns that no table was retired
 * @throws GhostshipError `invalid-statement` with the server's words, `connection-lost`, `cannot-connect`
 */
export async function createTable(task: Task, target: Target): Promise<null> {
  await using session = await connect(target, 'creating a table', personal);
  try {
    await session.run(raw(task.statement.text));
    return null;
  } catch (error) {
    throw explain(error, task);
  }
}

function explain(error: unknown, task: Task): unknown {
  if (error instanceof ServerError) {
    return new GhostshipError('invalid-statement', `The server refused ${placeOf(task.statement)}: ${error.message}`, {
      hint: 'Correct the statement; no table was created.',
      cause: error,
    });
  }
  if (error instanceof ConnectionLost) {
    return new GhostshipError('connection-lost', `${error.message}.`, {
      hint: `Look whether ${task.table.name} exists. If it does not, run this again; if it does, drop it first or leave the statement out.`,
      tableState: 'unknown',
      cause: error,
    });
  }
  return error;
}
