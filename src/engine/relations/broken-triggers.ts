import type { TableDefinition } from '../../mysql/inspect-table.ts';
import type { Session } from '../../mysql/session.ts';
import type { TableName } from '../../sql/inspect.ts';
import type { AlterStatement } from '../../sql/parser/alter.ts';
import { GhostshipError } from '../../support/errors.ts';
import { deniesTriggers, tryTrigger } from './triggers.ts';

/**
 * The server drops a column that a trigger of the table names. From then on every change of a row fails. So each trigger that may
 * name one is created on the altered clone.
 *
 * @param clone altered and empty; the trigger goes with it
 * @throws GhostshipError `unsupported-table`
 */
export async function refuseBrokenTriggers(
  session: Session,
  clone: TableName,
  { table, triggers }: Pick<TableDefinition, 'table' | 'triggers'>,
  alter: AlterStatement,
): Promise<void> {
  const gone = [...alter.droppedColumns, ...alter.columnRenames.map(({ from }) => from)];
  for (const trigger of triggers.filter(({ body }) => gone.some((column) => mentions(body ?? '', column)))) {
    const refusal = await tryTrigger(session, clone, trigger);
    // Who may not create a trigger has its text only.
    if (refusal === null || (deniesTriggers(refusal) && !gone.some((column) => readsRow(trigger.body ?? '', column))))
      continue;
    throw new GhostshipError(
      'unsupported-table',
      `The trigger ${trigger.name} of ${table.name} names a column that is gone after the statement: ${deniesTriggers(refusal) ? gone.join(', ') : refusal.message}`,
      {
        hint: 'Change the trigger so that it works before and after the statement, or drop it before the migration and create it again after it.',
        cause: refusal,
      },
    );
  }
}

function mentions(body: string, column: string): boolean {
  return body.toLowerCase().includes(column.toLowerCase());
}

/** `NEW.column` or `OLD.column`, with or without backquotes. */
function readsRow(body: string, column: string): boolean {
  const found = body.toLowerCase().replaceAll(/[`"\s]/gu, '');
  return ['new', 'old'].some((row) => found.includes(`${row}.${column.toLowerCase()}`));
}
