import type { Quoting } from '../sql/parser/usual-quotes.ts';
import { ByteReader } from './byte-reader.ts';
import { inflate } from './inflate.ts';

export interface Query {
  readonly text: string;
  /** The default schema of the session that ran it. */
  readonly schema: string;
  readonly quoting: Quoting;
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
  const quoting = readQuoting(reader.take(lengths.variableBytes));
  const schema = reader.take(lengths.schemaBytes).toString('utf8');
  reader.skip(1);
  return { text: readText(reader.rest()).toString('utf8'), schema, quoting };
}

const codes = { flags: 0, sqlMode: 1 } as const;
const flagsEnd = 5;
const modes = { ansiQuotes: 1 << 2, noBackslashEscapes: 1 << 20 } as const;

/** Servers write the flags first and the mode after them, or neither. */
function readQuoting(variables: Buffer): Quoting {
  const at = variables[0] === codes.flags ? flagsEnd : 0;
  // Of its eight bytes the upper four say nothing about quotes.
  const mode = variables[at] === codes.sqlMode ? variables.readUInt32LE(at + 1) : 0;
  return {
    ansiQuotes: (mode & modes.ansiQuotes) !== 0,
    plainBackslashes: (mode & modes.noBackslashEscapes) !== 0,
  };
}
