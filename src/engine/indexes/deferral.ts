import type { TableDefinition } from '../../mysql/inspect-table.ts';
import type { MigrateOptions } from '../request.ts';

/** An index that is built after the copy; its definition is a line of SHOW CREATE TABLE. */
export interface DeferredIndex {
  readonly name: string;
  readonly definition: string;
}

/** Which indexes are built after the copy, and why these, or why none. */
export interface Deferral {
  readonly indexes: readonly DeferredIndex[];
  readonly reason: string;
}

/** Below this an index is filled faster than it is built. */
const smallTableBytes = 8 * 1024 * 1024;
/** Replicas run ADD INDEX as one event; at some 50 MB/s this is about 20 s that they fall behind. */
const maxBytesWithReplicas = 1024 * 1024 * 1024;

/**
 * Filling a table with its secondary indexes takes about twice as long as building them at the end (measured: 20.1 s
 * against 14.2 s for two million rows and one index), but the building is one long statement for a replica.
 *
 * @returns `null` where there is no index that could be deferred
 */
export function chooseDeferral(
  ghost: TableDefinition,
  original: TableDefinition,
  wish: MigrateOptions['indexes'],
  hasReplicas: boolean,
): Deferral | null {
  const keep = (reason: string): Deferral => ({ indexes: [], reason });
  const all = deferrableIndexes(ghost.createStatement);
  // Those before one that stays must stay as well, or it would come before them.
  const indexes = all.slice(all.findIndex(({ name }) => name === counterIndex(ghost)) + 1);
  if (indexes.length === 0) return null;
  // Indexes come back behind the spatial ones; then the order of the definition would not be the user's.
  if (/^\s*SPATIAL KEY /mu.test(ghost.createStatement)) return keep('the table has a spatial index');
  if (wish === 'keep') return keep('it is asked for');
  if (wish === 'defer') return { indexes, reason: 'it is asked for' };
  if (original.dataBytes < smallTableBytes) return keep('the table is small');
  if (hasReplicas && original.indexBytes > maxBytesWithReplicas)
    return keep('replicas would fall behind while they build large indexes');
  return { indexes, reason: 'that is faster than to fill them row by row' };
}

/** Unique ones are not among them, they are what finds duplicates. */
function deferrableIndexes(createStatement: string): DeferredIndex[] {
  return createStatement.split('\n').flatMap((line) => {
    const definition = line.trim().replace(/,$/u, '');
    const name = /^KEY `((?:[^`]|``)+)`/u.exec(definition)?.[1];
    return name === undefined ? [] : [{ name: name.replaceAll('``', '`'), definition }];
  });
}

/** AUTO_INCREMENT cannot do without an index that begins with it; unique ones stay anyway. */
function counterIndex({ columns, indexes }: TableDefinition): string | undefined {
  const counter = columns.find((column) => column.autoIncrement)?.name;
  if (counter === undefined) return undefined;
  const serving = indexes.filter((index) => index.columns[0]?.column === counter);
  return serving.some(({ unique }) => unique) ? undefined : serving[0]?.name;
}
