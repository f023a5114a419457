import { type Column, findColumn, type Index, type TableDefinition } from '../../mysql/inspect-table.ts';
import type { Server } from '../../mysql/server.ts';
import { type Collation, isOrderedHere, type KeyColumn, type KeyKind } from '../../sql/key-column.ts';
import type { KeyPair } from '../../sql/keys.ts';
import { type ColumnMap, ghostColumnOf } from './column-map.ts';
import { findSameGenerated } from './generated-column.ts';
import { chooseGhostIndex, type GhostIndex } from './ghost-index.ts';

/** The unique key by which rows are copied in order and found again. */
export interface MigrationKey {
  /** The name of the index on the original. */
  readonly index: string;
  readonly onGhost: GhostIndex;
  readonly columns: readonly KeyPair[];
  /** True where keys can be ordered in JavaScript exactly as the server orders them. */
  readonly orderedHere: boolean;
  /** The first column where it may be NULL. It is so in no row, and must stay so. */
  readonly neverNull: string | null;
  readonly reason: string;
}

/** The key, or why there is none: a sentence about each unique key of the table. */
export type KeyChoice =
  | { readonly key: MigrationKey; readonly obstacle: null }
  | { readonly key: null; readonly obstacle: string };

/**
 * Prefers keys that are unique in the ghost as well, then those that have an index there, then those without a TIMESTAMP, which read
 * the same in all time zones, then the primary key, then keys that can be ordered in JavaScript, then short ones.
 */
export function chooseMigrationKey(
  original: TableDefinition,
  ghost: TableDefinition,
  map: ColumnMap,
  server: Pick<Server, 'version'>,
): KeyChoice {
  const refusals: string[] = [];
  const usable: MigrationKey[] = [];
  for (const index of original.indexes.filter((candidate) => candidate.unique)) {
    const result = tryIndex(index, original, ghost, map, server);
    if (typeof result === 'string') refusals.push(`${index.name}: ${result}`);
    else usable.push(result);
  }
  const [best] = usable.sort((left, right) => rank(left) - rank(right));
  if (best === undefined) return { key: null, obstacle: whyNone(original, refusals) };
  const rejected = refusals.length === 0 ? '' : ` (not usable: ${refusals.join('; ')})`;
  return { key: { ...best, reason: `${best.reason}${rejected}` }, obstacle: null };
}

function tryIndex(
  index: Index,
  original: TableDefinition,
  ghost: TableDefinition,
  map: ColumnMap,
  server: Pick<Server, 'version'>,
): MigrationKey | string {
  if (index.ignored) return 'the optimizer ignores it';
  const pairs: PairedColumn[] = [];
  for (const part of index.columns) {
    const pair = pairColumn(part, original, ghost, map, server);
    if (typeof pair === 'string') return pair;
    pairs.push(pair);
  }
  const onGhost = chooseGhostIndex(
    pairs.map(({ to }) => to),
    ghost,
  );
  const merging = pairs.filter(({ from, to }) => mayMerge(from, to)).map(({ from }) => from.name);
  if (!onGhost.isUnique && merging.length > 0) {
    return `the altered table has no such unique key, and the statement changes how values of ${merging.join(', ')} compare`;
  }
  const columns = pairs.map(keyPair);
  const neverNull = pairs.find(({ from }) => from.nullable)?.from.name ?? null;
  const name = describeKey(index, neverNull);
  return {
    index: index.name,
    onGhost,
    columns,
    orderedHere: columns.every(({ original: column }) => isOrderedHere(column)),
    neverNull,
    reason: onGhost.isTemporary
      ? `${name}, for which the copy gets an index ${onGhost.name} that is dropped before the swap`
      : name,
  };
}

function describeKey({ name }: Index, neverNull: string | null): string {
  if (name === 'PRIMARY') return 'the primary key';
  if (neverNull === null) return `the unique, not-null key ${name}`;
  return `the unique key ${name}: no row has NULL in ${neverNull}, and one that comes stops the migration`;
}

interface PairedColumn {
  readonly from: Column;
  readonly to: Column;
  readonly kind: KeyKind;
}

/** @returns why the column cannot be part of the key, where it is a text */
function pairColumn(
  part: Index['columns'][number],
  original: TableDefinition,
  ghost: TableDefinition,
  map: ColumnMap,
  server: Pick<Server, 'version'>,
): PairedColumn | string {
  if (part.column === null) return 'it is on an expression';
  if (part.isPrefix) return `it covers only a prefix of ${part.column}`;
  const from = findColumn(original, part.column);
  if (from === undefined) return `${part.column} is hidden`;
  if (from.nullable && !original.nullFree.includes(from.name)) return `${from.name} may be NULL`;
  if (from.generated === 'virtual') return `${from.name} is a virtual generated column`;
  const kind = keyKind(from);
  if (kind === null) return `${from.name} is ${from.columnType}, which has no exact order`;
  if (kind === 'uuid' && !storesUuidsInOneWay(server)) {
    return `${from.name} is UUID, which MariaDB before 10.11.5 stores in another way`;
  }
  const to = columnOnGhost(from, original, ghost, map);
  if (typeof to === 'string') return to;
  if (!keepsItsValues(from, to)) return `${from.name} changes from ${from.columnType} to ${to.columnType}`;
  return { from, to, kind };
}

function keyPair({ from, to, kind }: PairedColumn): KeyPair {
  return {
    original: keyColumn(kind, from),
    ghostName: to.name,
    convertTo: newCollation(from, to),
    exact: to.collation !== from.collation,
    isGenerated: to.generated !== null,
  };
}

function keyColumn(kind: KeyKind, column: Column): KeyColumn {
  return {
    name: column.name,
    ordinal: column.ordinal,
    kind,
    unsigned: /unsigned|zerofill/iu.test(column.columnType),
    consecutive: integers.includes(column.dataType),
    charset: kind === 'text' ? column.charset : null,
    collation: kind === 'text' ? column.collation : null,
    paddedBytes: paddedBytes(kind, column),
    fraction: kind === 'decimal' ? column.scale : column.fraction,
  };
}

/** @returns the column of the ghost with the same value in every row, or why there is none */
function columnOnGhost(
  column: Column,
  original: TableDefinition,
  ghost: TableDefinition,
  map: ColumnMap,
): Column | string {
  const copiedTo = ghostColumnOf(map, column.name);
  const copied = copiedTo === undefined ? undefined : findColumn(ghost, copiedTo);
  if (copied !== undefined) return copied;
  if (column.generated === null) return `the statement drops ${column.name}`;
  return (
    findSameGenerated(column, original, ghost, map) ??
    `${column.name} is generated, and the statement drops it or may change its values`
  );
}

function newCollation(from: Column, to: Column): Collation | null {
  if (to.charset === null || to.collation === null || to.collation === from.collation) return null;
  return { charset: to.charset, collation: to.collation };
}

function rank({ index, onGhost, orderedHere, neverNull, columns }: MigrationKey): number {
  const costs =
    (neverNull === null ? 0 : 50_000) + (onGhost.isTemporary ? 20_000 : 0) + (onGhost.isUnique ? 0 : 10_000);
  const hasInstants = columns.some(({ original }) => original.kind === 'timestamp');
  return (
    costs + (hasInstants ? 2_000 : 0) + (index === 'PRIMARY' ? 0 : 1_000) + (orderedHere ? 0 : 100) + columns.length
  );
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

/**
 * True where two values that the original tells apart may become one. A unique key of the ghost refuses that; another index
 * would find the rows of both.
 */
function mayMerge(from: Column, to: Column): boolean {
  if (from.charset === null && to.charset === null) return false;
  return from.collation !== to.collation || (to.octets ?? 0) < (from.octets ?? 0);
}

function whyNone({ table: { name } }: TableDefinition, refusals: readonly string[]): string {
  return refusals.length === 0
    ? `${name} has no primary key and no unique key.`
    : `No unique key of ${name} can be used: ${refusals.join('; ')}.`;
}
