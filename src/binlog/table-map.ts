import { ByteReader } from './byte-reader.ts';

/** Which table the row events that follow belong to, and how wide its columns are. */
export interface TableMap {
  readonly tableId: number;
  readonly schema: string;
  readonly name: string;
  readonly columns: readonly WireColumn[];
}

/** A column as it stands in a row image. */
export interface WireColumn {
  readonly type: number;
  /** Two raw bytes of metadata, low byte first; 0 where the type has none. */
  readonly meta: number;
}

/** Type numbers in a row image (`enum_field_types`; 140 and 141 are MariaDB's compressed columns). */
export const wireTypes = {
  tiny: 1,
  short: 2,
  long: 3,
  float: 4,
  double: 5,
  null: 6,
  timestamp: 7,
  longlong: 8,
  int24: 9,
  date: 10,
  time: 11,
  datetime: 12,
  year: 13,
  newDate: 14,
  varchar: 15,
  bit: 16,
  timestamp2: 17,
  datetime2: 18,
  time2: 19,
  blobCompressed: 140,
  varcharCompressed: 141,
  vector: 242,
  json: 245,
  newDecimal: 246,
  enum: 247,
  set: 248,
  tinyBlob: 249,
  mediumBlob: 250,
  longBlob: 251,
  blob: 252,
  varString: 253,
  string: 254,
  geometry: 255,
} as const;

const oneByteOfMeta: ReadonlySet<number> = new Set([
  wireTypes.float,
  wireTypes.double,
  wireTypes.timestamp2,
  wireTypes.datetime2,
  wireTypes.time2,
  wireTypes.blobCompressed,
  wireTypes.vector,
  wireTypes.json,
  wireTypes.tinyBlob,
  wireTypes.mediumBlob,
  wireTypes.longBlob,
  wireTypes.blob,
  wireTypes.geometry,
]);

const twoBytesOfMeta: ReadonlySet<number> = new Set([
  wireTypes.varchar,
  wireTypes.bit,
  wireTypes.varcharCompressed,
  wireTypes.newDecimal,
  wireTypes.enum,
  wireTypes.set,
  wireTypes.varString,
  wireTypes.string,
]);

/** @param body the event without header and checksum */
export function readTableMap(body: Buffer): TableMap {
  const reader = new ByteReader(body);
  const tableId = reader.uint(6);
  reader.skip(2);
  const schema = reader.take(reader.uint(1)).toString('utf8');
  reader.skip(1);
  const name = reader.take(reader.uint(1)).toString('utf8');
  reader.skip(1);
  const types = reader.take(reader.lengthEncoded());
  const metadata = new ByteReader(reader.take(reader.lengthEncoded()));
  const columns = [...types].map((type) => ({ type, meta: readMeta(type, metadata) }));
  return { tableId, schema, name, columns };
}

export function readTableId(body: Buffer): number {
  return body.readUIntLE(0, 6);
}

/** `NO_FOREIGN_KEY_CHECKS_F` of both servers. */
const noForeignKeyChecks = 0x02;

/**
 * Whether the session that changed these rows ran with `foreign_key_checks=1`, as no session of ours does that writes the ghost.
 *
 * @param body of an event with rows: the number of the table, then two bytes of flags
 */
export function checksForeignKeys(body: Buffer): boolean {
  return (body.readUInt16LE(6) & noForeignKeyChecks) === 0;
}

function readMeta(type: number, metadata: ByteReader): number {
  if (oneByteOfMeta.has(type)) return metadata.uint(1);
  if (twoBytesOfMeta.has(type)) return metadata.uint(2);
  return 0;
}
