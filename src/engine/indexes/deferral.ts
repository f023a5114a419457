import type { TableDefinition } from '../../mysql/inspect-table.ts';
import type { Session } from '../../mysql/session.ts';
import { unquoteIdent } from '../../sql/sql.ts';
import type { MigrateOptions } from '../request.ts';
import { generatedIndexes } from './generated-indexes.ts';

/** An index that is built after the copy; its definition is a line of SHOW CREATE TABLE. */
export interface DeferredIndex {
  readonly name: string;
  readonly definition: string;
}

/** Which indexes are built after the copy, and why. The list may be empty. */
export interface Deferral {
  readonly indexes: readonly DeferredIndex[];
  readonly reason: string;
}

/** In smaller tables it is faster to fill an index row by row than to build it afterwards. */
const smallTableBytes = 8 * 1024 * 1024;
/** Replicas run ADD INDEX as one event. At about 50 MB/s they fall behind by about 20 s. */
const maxBytesWithReplicas = 1024 * 1024 * 1024;

/**
 * As {@link chooseDeferral}, without the indexes that the server has made itself for a foreign key. It drops such an index when
 * another one does the same, which it does not with one that is built by its name.
 */
export async function deferIndexes(
  session: Session,
  ghost: TableDefinition,
  original: TableDefinition,
  wish: MigrateOptions['indexes'],
  hasReplicas: boolean,
  keyIndex: string,
): Promise<Deferral | null> {
  const deferral = chooseDeferral(ghost, original, wish, hasReplicas, keyIndex);
  if (deferral === null || deferral.indexes.length === 0) return deferral;
  const generated = await generatedIndexes(session, ghost.table, original, deferral.indexes);
  const last = deferral.indexes.findLastIndex(({ name }) => generated.includes(name));
  const indexes = deferral.indexes.slice(last + 1);
  return indexes.length > 0 ? { ...deferral, indexes } : { indexes, reason: 'they belong to foreign keys' };
}

/**
 * Filling a table with its secondary indexes takes about twice as long as building them at the end (measured: 20.1 s
 * against 14.2 s for two million rows and one index). But for a replica the build is one long statement.
 *
 * @param keyIndex the index of the ghost by which rows are found
 * @returns `null` where there is no index that could be deferred
 */
function chooseDeferral(
  ghost: TableDefinition,
  original: TableDefinition,
  wish: MigrateOptions['indexes'],
  hasReplicas: boolean,
  keyIndex: string,
): Deferral | null {
  const keep = (reason: string): Deferral => ({ indexes: [], reason });
  const all = deferrableIndexes(ghost.createStatement);
  // An index that stays keeps its place only if all indexes before it stay as well.
  const needed = [keyIndex, counterIndex(ghost), ...functionalIndexes(ghost)];
  const indexes = all.slice(all.findLastIndex(({ name }) => needed.includes(name)) + 1);
  if (indexes.length === 0) return null;
  // New indexes are added behind spatial ones, so the order of the definition would not be the user's.
  if (/^\s*SPATIAL KEY /mu.test(ghost.createStatement)) return keep('the table has a spatial index');
  if (wish === 'keep') return keep('it is asked for');
  if (wish === 'defer') return { indexes, reason: 'it is asked for' };
  if (original.dataBytes < smallTableBytes) return keep('the table is small');
  if (hasReplicas && original.indexBytes > maxBytesWithReplicas)
    return keep('replicas would fall behind while they build large indexes');
  return { indexes, reason: 'that is faster than to fill them row by row' };
}

/** Unique indexes are not deferred, because they find duplicates during the copy. */
function deferrableIndexes(createStatement: string): DeferredIndex[] {
  return createStatement.split('\n').flatMap((line) => {
    const definition = line.trim().replace(/,$/u, '');
    const name = /^KEY (`(?:[^`]|``)+`)/u.exec(definition)?.[1];
    return name === undefined ? [] : [{ name: unquoteIdent(name), definition }];
  });
}

/** MySQL makes columns for them, and for that writers would have to wait. */
function functionalIndexes({ indexes }: TableDefinition): string[] {
  return indexes.filter(({ columns }) => columns.some(({ column }) => column === null)).map(({ name }) => name);
}

/** An AUTO_INCREMENT column needs an index that begins with it. Unique indexes stay anyway. */
function counterIndex({ columns, indexes }: TableDefinition): string | undefined {
  const counter = columns.find((column) => column.autoIncrement)?.name;
  if (counter === undefined) return undefined;
  const serving = indexes.filter((index) => index.columns[0]?.column === counter);
  return serving.some(({ unique }) => unique) ? undefined : serving[0]?.name;
}
