import type { TableName } from '../sql/inspect.ts';
import { quotingOf } from '../sql/parser/quoting.ts';
import { triggerBody } from '../sql/parser/trigger-body.ts';
import { showCreateTrigger, type Trigger } from '../sql/triggers.ts';
import { GhostshipError } from '../support/errors.ts';
import { isServerError } from './server-errors.ts';
import type { Row, Session } from './session.ts';

/**
 * @param rows of `selectTriggers`
 * @throws GhostshipError `server-error` where one is gone, or shown in a way that cannot be read
 */
export async function readTriggers(session: Session, table: TableName, rows: readonly Row[]): Promise<Trigger[]> {
  const triggers: Trigger[] = [];
  for (const row of rows) {
    const name = String(row.name);
    const sqlMode = String(row.sql_mode);
    const body = triggerBody(await askStatement(session, table, name), quotingOf(sqlMode.split(',')));
    if (body === null) throw unread(table, name);
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

async function askStatement(session: Session, { schema, name: table }: TableName, name: string): Promise<string> {
  try {
    const [shown] = await session.rows(showCreateTrigger(schema, name));
    return String(shown?.['SQL Original Statement'] ?? '');
  } catch (error) {
    throw isServerError(error, 'ER_TRG_DOES_NOT_EXIST') ? unread({ schema, name: table }, name) : error;
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
