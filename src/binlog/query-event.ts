import type { Quoting } from '../sql/parser/quoting.ts';
import { ByteReader } from './byte-reader.ts';
import { inflate } from './inflate.ts';

export interface Query {
  /** In the character set of the client. */
  readonly bytes: Buffer;
  /** A collation of that character set, by number; `null` where the event does not say. */
  readonly collationId: number | null;
  /** The default schema of the session that ran it. */
  readonly schema: string;
  readonly quoting: Quoting;
  /** MariaDB's `sql_mode=ORACLE`: parts of a statement mean something else, and a function may be called without parentheses. */
  readonly isOracle: boolean;
}

/**
 * Layout as in MySQL Internals, "Query_event"; the same in MariaDB.
 *
 * @param body the event without header and checksum
 * @throws RangeError where the bytes do not add up
 */
export function readQuery(body: Buffer, isCompressed: boolean): Query {
  const reader = new ByteReader(body);
  const lengths = readLengths(reader);
  return readBehind(reader, lengths, isCompressed ? inflate : (text) => text);
}

/**
 * Layout as in MySQL Internals, "Execute_load_query_event"; the same in MariaDB: between the lengths and the rest of a
 * query stand the number of the file, where the text names it, and what to do with duplicates.
 *
 * @param body the event without header and checksum
 * @throws RangeError where the bytes do not add up
 */
export function readLoadQuery(body: Buffer): Query {
  const reader = new ByteReader(body);
  const lengths = readLengths(reader);
  reader.skip(4);
  const [nameStart, nameEnd] = [reader.uint(4), reader.uint(4)] as const;
  reader.skip(1);
  return readBehind(reader, lengths, (text) => withoutFileName(text, nameStart, nameEnd));
}

/**
 * Replicas replace the same part. Servers put backslashes in the name even where the session's mode takes them literally,
 * so that a quote in it would hide what follows.
 */
function withoutFileName(text: Buffer, start: number, end: number): Buffer {
  if (start > end || end > text.length) throw new RangeError('a LOAD DATA does not add up');
  return Buffer.concat([text.subarray(0, start), Buffer.from(" INFILE '' INTO"), text.subarray(end)]);
}

interface Lengths {
  readonly variableBytes: number;
  readonly schemaBytes: number;
}

function readLengths(reader: ByteReader): Lengths {
  reader.skip(8);
  const schemaBytes = reader.uint(1);
  reader.skip(2);
  return { schemaBytes, variableBytes: reader.uint(2) };
}

function readBehind(reader: ByteReader, lengths: Lengths, readText: (bytes: Buffer) => Buffer): Query {
  const { sqlMode, collationId } = readVariables(reader.take(lengths.variableBytes));
  const schema = reader.take(lengths.schemaBytes).toString('utf8');
  reader.skip(1);
  return {
    bytes: readText(reader.rest()),
    collationId,
    schema,
    quoting: quotingOf(sqlMode),
    isOracle: (sqlMode & modes.oracle) !== 0,
  };
}

interface Variables {
  /** Of its eight bytes the upper four say nothing about quotes. */
  readonly sqlMode: number;
  readonly collationId: number | null;
}

const codes = {
  flags: 0,
  sqlMode: 1,
  catalogWithZero: 2,
  autoIncrement: 3,
  charset: 4,
  timeZone: 5,
  catalog: 6,
} as const;

/** Each is a number and what belongs to it. Both servers write those that matter before all that are not listed above. */
function readVariables(bytes: Buffer): Variables {
  const reader = new ByteReader(bytes);
  let sqlMode = 0;
  while (!reader.atEnd) {
    switch (reader.uint(1)) {
      case codes.flags:
      case codes.autoIncrement:
        reader.skip(4);
        break;
      case codes.sqlMode:
        sqlMode = reader.uint(4);
        reader.skip(4);
        break;
      case codes.catalogWithZero:
        reader.skip(reader.uint(1) + 1);
        break;
      case codes.catalog:
      case codes.timeZone:
        reader.skip(reader.uint(1));
        break;
      case codes.charset:
        return { sqlMode, collationId: reader.uint(2) };
      default:
        return { sqlMode, collationId: null };
    }
  }
  return { sqlMode, collationId: null };
}

/** The bit of MariaDB's ORACLE is not in use in MySQL. */
const modes = { ansiQuotes: 1 << 2, oracle: 1 << 9, noBackslashEscapes: 1 << 20 } as const;

function quotingOf(sqlMode: number): Quoting {
  return {
    ansiQuotes: (sqlMode & modes.ansiQuotes) !== 0,
    plainBackslashes: (sqlMode & modes.noBackslashEscapes) !== 0,
  };
}
