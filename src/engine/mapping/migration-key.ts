import { type Column, findColumn, type Index, type TableDefinition } from '../../mysql/inspect-table.ts';
import type { Server } from '../../mysql/server.ts';
import { type Collation, isOrderedHere, type KeyKind } from '../../sql/key-column.ts';
import type { KeyPair } from '../../sql/keys.ts';
import { GhostshipError } from '../../support/errors.ts';
import { type ColumnMap, ghostColumnOf } from './column-map.ts';

/** The unique, not-null key by which rows are copied in order and found again. */
export interface MigrationKey {
  /** The name of the index on the original (index), and of the index on the ghost with the same columns. */
  readonly index: string;
  readonly ghostIndex: string;
  readonly columns: readonly KeyPair[];
  /** True where keys can be ordered in JavaScript exactly as the server orders them. */
  readonly orderedHere: boolean;
  readonly reason: string;
}

/**
 * Prefers the primary key, then keys that can be ordered in JavaScript, then short ones.
 *
 * @throws GhostshipError `no-migration-key`, with the reason against each unique key of the table
 */
export function chooseMigrationKey(
  original: TableDefinition,
  ghost: TableDefinition,
  map: ColumnMap,
  server: Pick<Server, 'version'>,
): MigrationKey {
  const refusals: string[] = [];
  const usable: MigrationKey[] = [];
  for (const index of original.indexes.filter((candidate) => candidate.unique)) {
    const result = tryIndex(index, original, ghost, map, server);
    if (typeof result === 'string') refusals.push(`${index.name}: ${result}`);
    else usable.push(result);
  }
  const [best] = usable.sort((left, right) => rank(left) - rank(right));
  if (best === undefined) throw noKey(original, refusals);
  const rejected = refusals.length === 0 ? '' : ` (not usable: ${refusals.join('; ')})`;
  return { ...best, reason: `${best.reason}${rejected}` };
}

function tryIndex(
  index: Index,
  original: TableDefinition,
  ghost: TableDefinition,
  map: ColumnMap,
  server: Pick<Server, 'version'>,
): MigrationKey | string {
  const columns: KeyPair[] = [];
  const ghostColumns: Column[] = [];
  if (index.ignored) return 'the optimizer ignores it';
  for (const part of index.columns) {
    if (part.column === null) return 'it is on an expression';
    if (part.isPrefix) return `it covers only a prefix of ${part.column}`;
    const column = findColumn(original, part.column);
    if (column === undefined) return `${part.column} is hidden`;
    if (column.nullable) return `${column.name} may be NULL`;
    if (column.generated !== null) return `${column.name} is generated`;
    const kind = keyKind(column);
    if (kind === null) return `${column.name} is ${column.columnType}, which has no exact order`;
    if (kind === 'uuid' && !storesUuidsInOneWay(server)) {
      return `${column.name} is UUID, which MariaDB before 10.11.5 stores in another way`;
    }
    const onGhost = ghostColumnOf(map, column.name);
    if (onGhost === undefined) return `the statement drops ${column.name}`;
    const ghostColumn = findColumn(ghost, onGhost);
    if (ghostColumn === undefined) return `the statement drops ${column.name}`;
    if (!keepsItsValues(column, ghostColumn)) {
      return `${column.name} changes from ${column.columnType} to ${ghostColumn.columnType}`;
    }
    columns.push({
      original: {
        name: column.name,
        ordinal: column.ordinal,
        kind,
        unsigned: /unsigned|zerofill/iu.test(column.columnType),
        consecutive: integers.includes(column.dataType),
        charset: kind === 'text' ? column.charset : null,
        collation: kind === 'text' ? column.collation : null,
        paddedBytes: paddedBytes(kind, column),
        fraction: kind === 'decimal' ? column.scale : column.fraction,
      },
      ghostName: ghostColumn.name,
      convertTo: newCollation(column, ghostColumn),
      exact: ghostColumn.collation !== column.collation,
    });
    ghostColumns.push(ghostColumn);
  }
  const ghostIndex = ghost.indexes.find((candidate) => serves(candidate, ghostColumns));
  if (ghostIndex === undefined) return 'no unique key of the altered table has the same columns';
  return {
    index: index.name,
    ghostIndex: ghostIndex.name,
    columns,
    orderedHere: columns.every(({ original: column }) => isOrderedHere(column)),
    reason: index.name === 'PRIMARY' ? 'the primary key' : `the unique, not-null key ${index.name}`,
  };
}

function newCollation(from: Column, to: Column): Collation | null {
  if (to.charset === null || to.collation === null || to.collation === from.collation) return null;
  return { charset: to.charset, collation: to.collation };
}

function serves(index: Index, columns: readonly Column[]): boolean {
  return (
    index.unique &&
    index.type !== 'HASH' &&
    !index.ignored &&
    index.columns.length === columns.length &&
    columns.every(
      (column) => !column.nullable && index.columns.some((part) => part.column === column.name && !part.isPrefix),
    )
  );
}

function rank(key: MigrationKey): number {
  return (key.index === 'PRIMARY' ? 0 : 1000) + (key.orderedHere ? 0 : 100) + key.columns.length;
}

const kinds: Readonly<Record<string, KeyKind>> = {
  tinyint: 'integer',
  smallint: 'integer',
  mediumint: 'integer',
  int: 'integer',
  bigint: 'integer',
  year: 'integer',
  bit: 'integer',
  enum: 'integer',
  set: 'integer',
  decimal: 'decimal',
  date: 'date',
  datetime: 'datetime',
  timestamp: 'timestamp',
  time: 'time',
  char: 'text',
  varchar: 'text',
  tinytext: 'text',
  text: 'text',
  binary: 'binary',
  varbinary: 'varbinary',
  uuid: 'uuid',
  inet4: 'inet4',
  inet6: 'inet6',
};

/** FLOAT and DOUBLE are left out: the printed value is not the stored value. */
function keyKind(column: Column): KeyKind | null {
  return kinds[column.dataType] ?? null;
}

function paddedBytes(kind: KeyKind, column: Column): number {
  if (kind === 'binary') return column.octets ?? 0;
  if (kind === 'inet4') return 4;
  return kind === 'uuid' || kind === 'inet6' ? 16 : 0;
}

/** Before 10.11.5 the parts of every UUID were stored back to front (MDEV-29959). Nothing in a row tells which it is. */
function storesUuidsInOneWay({ version }: Pick<Server, 'version'>): boolean {
  const [major = 0, minor = 0, patch = 0] = version.split(/[.-]/u).map(Number);
  return major > 10 || (major === 10 && (minor > 11 || (minor === 11 && patch >= 5)));
}

const integers = ['tinyint', 'smallint', 'mediumint', 'int', 'bigint'];
const strings = ['char', 'varchar'];

/**
 * True where a copied value equals the same literal on the ghost. A conversion may fail, because then the copy stops. It must
 * not change the value without an error.
 */
function keepsItsValues(from: Column, to: Column): boolean {
  if (from.columnType === to.columnType) return true;
  const both = (list: readonly string[]): boolean => list.includes(from.dataType) && list.includes(to.dataType);
  if (both(integers)) return true;
  if (both(['varbinary'])) return true;
  if (both(strings)) return !(from.dataType === 'varchar' && to.dataType === 'char');
  if (both(['decimal'])) return to.scale >= from.scale;
  const temporal = from.dataType === to.dataType && ['datetime', 'timestamp', 'time'].includes(from.dataType);
  return temporal && to.fraction >= from.fraction;
}

function noKey(original: TableDefinition, refusals: readonly string[]): GhostshipError {
  const name = original.table.name;
  const found =
    refusals.length === 0
      ? `${name} has no primary key and no unique key.`
      : `No unique key of ${name} can be used: ${refusals.join('; ')}.`;
  return new GhostshipError('no-migration-key', `${found} Rows could not be told apart while they are copied.`, {
    hint: 'Give the table a primary key, or a unique key on NOT NULL columns, that the statement leaves in place. Then run this again.',
  });
}
