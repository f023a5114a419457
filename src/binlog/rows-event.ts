import type { KeyColumn } from '../sql/key-column.ts';
import type { Key } from '../sql/keys.ts';
import { ByteReader } from './byte-reader.ts';
import { readSize } from './column-size.ts';
import type { rowsEventKind } from './event-types.ts';
import { inflate } from './inflate.ts';
import { readKeyValue } from './key-value.ts';
import { type TableMap, wireTypes } from './table-map.ts';

/** A row image does not hold the whole key: the writer runs with a short `binlog_row_image` and the key is no primary key. */
export class KeyMissing extends Error {
  constructor(column: string) {
    super(`a row image lacks the key column ${column}`);
    this.name = 'KeyMissing';
  }
}

/** A row image holds NULL in a column of the key. That is no row that a key stands for. */
export class NullInKey extends Error {
  readonly column: string;

  constructor(column: string) {
    super(`NULL in the key column ${column}`);
    this.name = 'NullInKey';
    this.column = column;
  }
}

/** The row that had this key has it no more: it was deleted, or has another key. A row that has the key now is another one. */
export interface Gone {
  readonly key: Key;
  /** `null` where it was deleted. */
  readonly movedTo: Key | null;
}

/**
 * The keys a row event touches, before and after images alike, in order. Other columns are stepped over unread.
 *
 * @param body the event without header and checksum
 * @param images `latest`: of an update the row as it is afterwards, and nothing else
 * @param onGone is told of each row that has its key no more; `null` where nobody asks
 * @throws KeyMissing, NullInKey
 * @throws RangeError where the bytes do not add up: the table is not the one that was inspected
 */
export function readKeys(
  body: Buffer,
  kind: NonNullable<ReturnType<typeof rowsEventKind>>,
  table: TableMap,
  key: readonly KeyColumn[],
  images: 'both' | 'latest' = 'both',
  onGone: ((gone: Gone) => void) | null = null,
): Key[] {
  const reader = new ByteReader(body);
  reader.skip(8);
  if (kind.hasExtraData) reader.skip(reader.uint(2) - 2);
  const width = reader.lengthEncoded();
  if (width !== table.columns.length) throw new RangeError('a row event and its table map disagree about the columns');
  const bitmapBytes = Math.ceil(width / 8);
  const before = reader.take(bitmapBytes);
  const after = kind.isUpdate ? reader.take(bitmapBytes) : null;
  const rows = kind.isCompressed ? new ByteReader(inflate(reader.rest())) : reader;

  const keys: Key[] = [];
  while (!rows.atEnd) {
    const old = readImage(rows, before, table, key);
    const was = after === null || images === 'both' ? complete(old, old, key) : null;
    if (was !== null) keys.push(was);
    if (was !== null && kind.isDelete) onGone?.({ key: was, movedTo: null });
    if (after !== null) {
      if (kind.isPartial) skipValueOptions(rows, table);
      const changed = complete(readImage(rows, after, table, key), old, key);
      if (changed === was) continue;
      keys.push(changed);
      if (was !== null) onGone?.({ key: was, movedTo: changed });
    }
  }
  return keys;
}

const partialJsonUpdates = 1;

/**
 * Which documents of the row are differences, one bit for each JSON column of the table (MySQL's `unpack_row`). A
 * difference is framed as a document is, so stepping over it takes no more.
 */
function skipValueOptions(reader: ByteReader, table: TableMap): void {
  if ((reader.lengthEncoded() & partialJsonUpdates) === 0) return;
  const documents = table.columns.filter((wire) => wire.type === wireTypes.json).length;
  reader.skip(Math.ceil(documents / 8));
}

/** One literal for each key column; `null` where the image does not hold it. */
function readImage(reader: ByteReader, present: Buffer, table: TableMap, key: readonly KeyColumn[]): (string | null)[] {
  const presentCount = countBits(present, table.columns.length);
  const nulls = reader.take(Math.ceil(presentCount / 8));
  const values: (string | null)[] = key.map(() => null);
  let at = 0;
  for (const [ordinal, wire] of table.columns.entries()) {
    if (!hasBit(present, ordinal)) continue;
    const position = key.findIndex((column) => column.ordinal === ordinal);
    const column = key[position];
    if (hasBit(nulls, at++)) {
      if (column !== undefined) throw new NullInKey(column.name);
      continue;
    }
    const bytes = reader.take(readSize(wire, reader));
    if (column !== undefined) values[position] = readKeyValue(column, wire, bytes);
  }
  return values;
}

/** An after-image may hold changed columns only; what it leaves out is as it was before. */
function complete(image: readonly (string | null)[], old: readonly (string | null)[], key: readonly KeyColumn[]): Key {
  return image
    .map((value, index) => {
      const known = value ?? old[index] ?? null;
      if (known === null) throw new KeyMissing(key[index]?.name ?? '');
      return known;
    })
    .join(',');
}

function hasBit(bitmap: Buffer, position: number): boolean {
  return ((bitmap[position >> 3] ?? 0) & (1 << (position & 7))) !== 0;
}

function countBits(bitmap: Buffer, width: number): number {
  let count = 0;
  for (let at = 0; at < width; at++) if (hasBit(bitmap, at)) count++;
  return count;
}
