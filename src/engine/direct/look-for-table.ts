import { inspectTable } from '../../mysql/inspect-table.ts';
import { askServer, type Server } from '../../mysql/server.ts';
import { connect } from '../../mysql/session.ts';
import type { Target } from '../../mysql/target.ts';
import type { TableName } from '../../sql/inspect.ts';

/** Whether the server takes ALTER TABLE IF EXISTS, and only notes that the table is not there. */
export function takesIfExists({ flavor }: Pick<Server, 'flavor'>): boolean {
  return flavor === 'mariadb';
}

/** Whether there is nothing to alter, where the statement says IF EXISTS. */
export async function isPassedOver(table: TableName, target: Target): Promise<boolean> {
  await using session = await connect(target, 'looking for a table');
  return takesIfExists(await askServer(session)) && (await inspectTable(session, table)) === null;
}
