import type { ClauseBody, PartitionOperation } from './clause.ts';
import type { Name, TableReference } from './span.ts';
import type { TokenCursor } from './token-cursor.ts';

/** A clause that touches partitions; null if this one does not. */
export function readPartitionClause(cursor: TokenCursor): ClauseBody | null {
  const operation = readOperation(cursor);
  if (operation === null) return null;
  const names = listsNames.has(operation) ? readNames(cursor) : [];
  return { kind: 'partition', operation, names, table: readOtherTable(cursor, operation) };
}

/** The table that takes part: `EXCHANGE PARTITION p WITH TABLE t`, `CONVERT PARTITION p TO TABLE t`, `CONVERT TABLE t TO …`. */
function readOtherTable(cursor: TokenCursor, operation: PartitionOperation): TableReference | null {
  if (operation !== 'exchange' && operation !== 'convert') return null;
  while (!cursor.done && !cursor.take('TABLE')) cursor.next();
  return cursor.tableName();
}

const commands: Readonly<Record<string, PartitionOperation>> = {
  ADD: 'add',
  ANALYZE: 'maintain',
  CHECK: 'maintain',
  COALESCE: 'coalesce',
  CONVERT: 'convert',
  DISCARD: 'discard',
  DROP: 'drop',
  EXCHANGE: 'exchange',
  IMPORT: 'import',
  OPTIMIZE: 'maintain',
  REBUILD: 'rebuild',
  REORGANIZE: 'reorganize',
  REPAIR: 'maintain',
  TRUNCATE: 'truncate',
};

/** Operations whose partitions are named one after the other; `ALL` may stand for every one of them. */
const listsNames: ReadonlySet<PartitionOperation> = new Set([
  'discard',
  'drop',
  'exchange',
  'import',
  'rebuild',
  'reorganize',
  'truncate',
]);

function readOperation(cursor: TokenCursor): PartitionOperation | null {
  if (cursor.take('PARTITION', 'BY')) return 'partition-by';
  if (cursor.take('REMOVE', 'PARTITIONING')) return 'remove';
  if (cursor.sees('CONVERT', 'TABLE')) return 'convert';
  const verb = cursor.peek()?.keyword ?? '';
  return cursor.take(verb, 'PARTITION') ? (commands[verb] ?? null) : null;
}

function readNames(cursor: TokenCursor): readonly Name[] {
  cursor.take('IF', 'EXISTS');
  const names: Name[] = [];
  do {
    const name = cursor.name();
    if (name !== null) names.push(name);
  } while (cursor.take(','));
  return names;
}
