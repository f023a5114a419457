import type { TableName } from '../sql/inspect.ts';
import { quotingOf } from '../sql/parser/quoting.ts';
import { triggerBody } from '../sql/parser/trigger-body.ts';
import { showCreateStored } from '../sql/stored-objects.ts';
import type { Trigger } from '../sql/triggers.ts';
import { GhostshipError } from '../support/errors.ts';
import { isDenied, isServerError } from './server-errors.ts';
import type { Row, Session } from './session.ts';

/**
 * Some servers list triggers also for those who may not see what they do.
 *
 * @param rows of `selectTriggers`
 * @throws GhostshipError `server-error` where one is gone, or shown in a way that cannot be read
 */
export async function readTriggers(session: Session, table: TableName, rows: readonly Row[]): Promise<Trigger[]> {
  const triggers: Trigger[] = [];
  for (const row of rows) {
    const name = String(row.name);
    const sqlMode = String(row.sql_mode);
    const statement = await askStatement(session, table, name);
    const body = statement === null ? null : triggerBody(statement, quotingOf(sqlMode.split(',')));
    if (statement !== null && body === null) throw unread(table, name);
    triggers.push({
      name,
      timing: String(row.timing),
      event: String(row.event),
      body,
      definer: String(row.definer),
      sqlMode,
      charset: String(row.charset),
      collation: String(row.collation),
    });
  }
  return triggers;
}

async function askStatement(session: Session, table: TableName, name: string): Promise<string | null> {
  try {
    const [shown] = await session.rows(showCreateStored('trigger', { schema: table.schema, name }));
    const statement = shown?.['SQL Original Statement'];
    return typeof statement === 'string' ? statement : null;
  } catch (error) {
    if (isDenied(error)) return null;
    throw isServerError(error, 'ER_TRG_DOES_NOT_EXIST') ? unread(table, name) : error;
  }
}

function unread(table: TableName, trigger: string): GhostshipError {
  return new GhostshipError(
    'server-error',
    `The server does not show what the trigger ${trigger} of ${table.name} does.`,
    {
      hint: 'Somebody may have dropped it at this moment: run this again.',
    },
  );
}
