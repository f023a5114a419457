import { sameName } from '../../mysql/inspect-table.ts';
import { readChecks, selectCheckNames } from '../../sql/checks.ts';
import type { TableName } from '../../sql/inspect.ts';
import { GhostshipError } from '../../support/errors.ts';
import type { ControlConnection } from '../tables/control-connection.ts';

/**
 * On MySQL the names of checks are names of the schema. What a statement is tried on may be in another schema, where all are
 * free; the server would find one that is taken when the whole copy is made.
 *
 * @param created the table as the statement makes it
 * @param isTriedWith whether another table stood beside it there: then the server has compared the names
 * @throws GhostshipError `invalid-statement`
 */
export async function refuseTakenChecks(
  { server, session }: ControlConnection,
  table: TableName,
  created: string,
  isTriedWith: (other: TableName) => boolean,
): Promise<void> {
  const names = server.flavor === 'mysql' ? readChecks(created).map(({ name }) => name) : [];
  if (names.length === 0) return;
  const found = await session.rows(selectCheckNames(table.schema, names));
  const taken = found
    .map(({ name, holder }) => ({ name: String(name), holder: { schema: table.schema, name: String(holder) } }))
    .find(({ holder }) => !sameName(holder.name, table.name) && !isTriedWith(holder));
  if (taken === undefined) return;
  throw new GhostshipError(
    'invalid-statement',
    `The server refuses the statement on ${table.name}: Duplicate check constraint name '${taken.name}'. ${taken.holder.name} has a check of this name.`,
    { hint: 'Give the check another name.' },
  );
}
