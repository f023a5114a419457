import type { ColumnDefault } from './column-definition.ts';
import { spanOf, type TokenCursor } from './token-cursor.ts';
import type { Token } from './tokens.ts';

/** Takes the value behind the word DEFAULT. */
export function readDefault(cursor: TokenCursor, fallback: number): ColumnDefault {
  const mark = cursor.mark;
  cursor.takeAny(['-', '+']);
  if (cursor.group() === null) readValue(cursor);
  const tokens = cursor.since(mark);
  return { ...spanOf(tokens, fallback), kind: kindOf(tokens), functions: functionsIn(tokens) };
}

const nowWords = ['CURRENT_TIMESTAMP', 'NOW', 'LOCALTIME', 'LOCALTIMESTAMP'];

/** A string may have a character set before it and more strings behind it; a name may be a call. */
function readValue(cursor: TokenCursor): void {
  cursor.next();
  while (cursor.peek()?.kind === 'string') cursor.next();
  cursor.group();
}

function kindOf(tokens: readonly Token[]): ColumnDefault['kind'] {
  const first = tokens[0]?.keyword ?? '';
  if (first === 'NULL') return 'null';
  if (nowWords.includes(first)) return 'now';
  return tokens.some((token) => token.keyword === '(') ? 'expression' : 'literal';
}

function functionsIn(tokens: readonly Token[]): readonly string[] {
  return tokens
    .filter((token, index) => token.kind === 'word' && tokens[index + 1]?.keyword === '(')
    .map((token) => token.keyword);
}
