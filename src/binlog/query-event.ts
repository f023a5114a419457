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
  reader.skip(8);
  const schemaBytes = reader.uint(1);
  reader.skip(2);
  const variables = reader.take(reader.uint(2));
  const schema = reader.take(schemaBytes).toString('utf8');
  reader.skip(1);
  const text = isCompressed ? inflate(reader.rest()) : reader.rest();
  return { text: text.toString('utf8'), schema, quoting: readQuoting(variables) };
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
