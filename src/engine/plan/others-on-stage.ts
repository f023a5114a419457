import { ServerError } from '../../mysql/server-errors.ts';
import type { TableName } from '../../sql/inspect.ts';
import { tableName } from '../../sql/sql.ts';
import { type DataWork, isUnreadable, refusedByServer } from '../direct/check-data.ts';
import { type Creation, explainCreating } from '../direct/create-table.ts';
import { withoutCalls } from '../direct/without-calls.ts';
import { byEarlierStatement } from '../tables/zero-dates.ts';
import type { Stage } from './stage.ts';

/* Statements that are no ALTER TABLE. */

/**
 * A CREATE TABLE, tried.
 *
 * @param tables that it names
 * @param inPlace gives the statement with every table as the function says
 * @throws GhostshipError `invalid-statement` with the server's words
 */
export async function createOnStage(
  stage: Stage,
  table: TableName,
  tables: readonly TableName[],
  creation: Creation,
  inPlace: (name: (table: TableName) => string) => string,
): Promise<void> {
  for (const named of tables) await stage.tables.bring(named);
  await stage.tables.prepare(table.schema);
  try {
    await stage.create(
      table,
      inPlace((named) => tableName(stage.tables.staged(named)).text),
    );
  } catch (error) {
    const told = explainCreating(error, creation);
    throw stage.tables.standingOf(table)?.source === null ? byEarlierStatement(told) : told;
  }
}

/**
 * A statement that changes rows of tables that are not there yet, or not like this: only its text and its names can be tried.
 *
 * @returns what it would call
 * @throws GhostshipError `unknown-table`, `invalid-statement` with the server's words
 */
export async function explainOnStage(
  stage: Stage,
  { tables, place, quoting, database }: DataWork,
  inPlace: (name: (table: TableName) => string) => string,
): Promise<readonly string[]> {
  for (const table of tables) {
    if ((await stage.tables.bring(table)) === null)
      throw await stage.tables.unknown(table, 'Check its name, and the database of target.');
  }
  const { session, server } = stage.control;
  const placed = { statement: inPlace((named) => tableName(stage.tables.staged(named)).text), quoting };
  const { text, calls } = await withoutCalls(session, placed, database, server.flavor, (table) =>
    stage.tables.theirs(table),
  );
  try {
    await stage.explain(text);
    return calls;
  } catch (error) {
    if (isUnreadable(error, calls)) return calls;
    throw error instanceof ServerError ? refusedByServer(error, place) : error;
  }
}

/** What is known of the rows of these tables is in doubt from now on. */
export async function changeRowsOnStage(stage: Stage, tables: readonly TableName[]): Promise<void> {
  for (const table of tables) {
    const standing = await stage.tables.bring(table);
    if (standing !== null) standing.rowsChanged = true;
  }
}
