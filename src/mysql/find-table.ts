import { selectInAnyCase, type TableName } from '../sql/inspect.ts';
import { GhostshipError } from '../support/errors.ts';
import type { Session } from './session.ts';

/** What has the name of the table but for upper and lower case. Those in its own schema come first. */
export async function findInAnyCase(session: Session, table: TableName): Promise<TableName[]> {
  const rows = await session.rows(selectInAnyCase(table));
  return rows
    .map((row) => ({ schema: String(row.schema_name), name: String(row.name) }))
    .toSorted((left, right) => Number(right.schema === table.schema) - Number(left.schema === table.schema));
}

/** For a table that is not there: with those that are there in another case. */
export async function unknownTable(session: Session, table: TableName, hint: string): Promise<GhostshipError> {
  const found = await findInAnyCase(session, table).catch(() => []);
  const names = found.map(({ schema, name }) => (schema === table.schema ? name : `${schema}.${name}`));
  const others = names.length === 0 ? '' : `; there ${names.length === 1 ? 'is' : 'are'} ${names.join(' and ')}`;
  return new GhostshipError('unknown-table', `There is no table ${table.name} in ${table.schema}${others}.`, {
    hint:
      names.length === 0
        ? hint
        : 'This server tells names apart by upper and lower case: write the name as it is there.',
  });
}
