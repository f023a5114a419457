import type { Sql } from '../sql/sql.ts';
import { isServerError } from './server-errors.ts';
import type { Row, Session } from './session.ts';

/** The rows of a table that may be gone, with its schema or alone; `null` where it is. */
export async function readIfThere(session: Session, statement: Sql): Promise<Row[] | null> {
  return await session.rows(statement).catch((error: unknown) => {
    if (isServerError(error, 'ER_NO_SUCH_TABLE', 'ER_BAD_DB_ERROR')) return null;
    throw error;
  });
}

/** The same of a changelog. A table of somebody with its name has other columns: whoever needs the name refuses that. */
export async function readChangelog(session: Session, statement: Sql): Promise<Row[] | null> {
  return await readIfThere(session, statement).catch((error: unknown) => {
    if (isServerError(error, 'ER_BAD_FIELD_ERROR')) return null;
    throw error;
  });
}
