import type { ColumnType } from './column-definition.ts';
import { spanOf, splitAtCommas, type TokenCursor } from './token-cursor.ts';
import { codeOf } from './tokens.ts';

/** Takes the type that comes next; its name is empty, and its span empty at `fallback`, if none does. */
export function readColumnType(text: string, cursor: TokenCursor, fallback: number): ColumnType {
  const mark = cursor.mark;
  const name = readTypeName(cursor);
  const args = splitAtCommas(cursor.group() ?? []).map((argument) => codeOf(text, argument));
  const attributes = cursor.takeEach(typeAttributes).map((attribute) => attribute.text);
  return { ...spanOf(cursor.since(mark), fallback), name, arguments: args[0] === '' ? [] : args, attributes };
}

const typeAttributes = ['UNSIGNED', 'SIGNED', 'ZEROFILL', 'BINARY', 'ASCII', 'UNICODE', 'BYTE', 'COMPRESSED'];

/** What may follow the first word of a type and still be its name; the longest first. */
const secondWords: Readonly<Record<string, readonly string[]>> = {
  CHAR: ['VARYING'],
  CHARACTER: ['VARYING'],
  DOUBLE: ['PRECISION'],
  LONG: ['CHARACTER VARYING', 'CHAR VARYING', 'VARCHAR', 'VARBINARY'],
  NATIONAL: ['CHARACTER VARYING', 'CHAR VARYING', 'VARCHAR', 'CHARACTER', 'CHAR'],
  NCHAR: ['VARCHAR', 'VARYING'],
};

function readTypeName(cursor: TokenCursor): string {
  if (cursor.peek()?.kind !== 'word') return '';
  const first = cursor.next()?.keyword ?? '';
  const second = (secondWords[first] ?? []).find((words) => cursor.take(...words.split(' ')));
  return second === undefined ? first : `${first} ${second}`;
}
