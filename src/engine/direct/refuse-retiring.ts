import type { TableDefinition } from '../../mysql/inspect-table.ts';
import { askServer, type Server } from '../../mysql/server.ts';
import type { Session } from '../../mysql/session.ts';
import { GhostshipError } from '../../support/errors.ts';
import { namesOfHiddenChildren, sameTable } from '../preflight/foreign-keys.ts';

/**
 * What the server would refuse to drop. A foreign key would follow the table to its new name, and its child would go on being
 * checked against it.
 *
 * @throws GhostshipError `unsupported-table`
 */
export async function refuseRetiring(
  session: Session,
  definition: TableDefinition,
  known: Server | null = null,
): Promise<void> {
  const { table, kind, foreignKeys } = definition;
  if (kind !== 'table') {
    throw new GhostshipError('unsupported-table', `${table.name} is not a table.`, {
      hint: 'Drop a view by other means.',
    });
  }
  const children = foreignKeys.filter(({ parent, child }) => sameTable(parent, table) && !sameTable(child, table));
  const names = [
    ...children.map(({ child, name }) => {
      return `${child.schema === table.schema ? '' : `${child.schema}.`}${child.name} (${name})`;
    }),
    ...(await namesOfHiddenChildren(session, known ?? (await askServer(session)), definition)),
  ];
  if (names.length === 0) return;
  throw new GhostshipError('unsupported-table', `Foreign keys point to ${table.name}: ${names.join(', ')}.`, {
    hint: 'Drop these foreign keys, or the tables that have them, first.',
  });
}
