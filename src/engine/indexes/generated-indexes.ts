import { readCreateStatement, sameName, type TableDefinition } from '../../mysql/inspect-table.ts';
import { ServerError } from '../../mysql/server-errors.ts';
import type { Session } from '../../mysql/session.ts';
import { readForeignKeys } from '../../sql/foreign-keys.ts';
import { addDoubles, createTemporaryLike, dropTemporary } from '../../sql/ghost.ts';
import type { TableName } from '../../sql/inspect.ts';
import { ident } from '../../sql/sql.ts';
import { withSuffix } from '../tables/table-names.ts';
import type { DeferredIndex } from './deferral.ts';

/**
 * Of these indexes, the ones that the server has made itself for a foreign key. No server shows which they are; but it drops
 * them when the same index is added. So that is tried on a temporary table.
 */
export async function generatedIndexes(
  session: Session,
  table: TableName,
  original: TableDefinition,
  indexes: readonly DeferredIndex[],
): Promise<readonly string[]> {
  const temporary = { schema: table.schema, name: withSuffix(table.name, '_try') };
  const definitions = indexes.map(({ definition }) => definition);
  try {
    await session.run(createTemporaryLike(temporary, table));
    await session.run(addDoubles(temporary, definitions));
    const left = await readCreateStatement(session, temporary);
    return indexes.map(({ name }) => name).filter((name) => !left.includes(`\n  KEY ${ident(name).text} (`));
  } catch (error) {
    // No server has FULLTEXT indexes or partitions in a temporary table.
    if (error instanceof ServerError) return onForeignKeys(original);
    throw error;
  } finally {
    await session.run(dropTemporary(temporary));
  }
}

/** Those that might be. */
function onForeignKeys({ createStatement, table, indexes }: TableDefinition): string[] {
  const keys = readForeignKeys(createStatement, table.schema);
  return indexes
    .filter((index) =>
      keys.some(
        ({ columns }) =>
          columns.length === index.columns.length &&
          columns.every((column, place) => sameName(column, index.columns[place]?.column ?? '')),
      ),
    )
    .map(({ name }) => name);
}
