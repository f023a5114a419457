import { type Quoting, usualQuoting } from './quoting.ts';
import type { Span, TableReference } from './span.ts';
import { TokenCursor } from './token-cursor.ts';
import { type Token, tokenize } from './tokens.ts';

/** A call that may be one of a stored function, or asks for a number of a sequence. */
export interface Call extends Span {
  /** `null` where none is written. */
  readonly schema: string | null;
  readonly name: string;
  /** MariaDB: what `NEXTVAL(s)`, `NEXT VALUE FOR s` and the like name. */
  readonly sequence: TableReference | null;
}

/** Whatever stands before parentheses, but for what holds columns there, and the words for sequences; one in another as well. */
export function callsIn(text: string, quoting: Quoting = usualQuoting): readonly Call[] {
  const tokens = tokenize(text, { start: 0, end: text.length }, null, quoting);
  return tokens.flatMap((_, at) => {
    if (holdsColumns(tokens[at - 1])) return [];
    const cursor = new TokenCursor(tokens.slice(at, at + 4));
    return readValueFor(new TokenCursor(tokens.slice(at, at + 6))) ?? readCall(cursor, tokens, at) ?? [];
  });
}

/** The table of `INSERT INTO t (a, b)`, and the like. */
function holdsColumns(before: Token | undefined): boolean {
  const words = [
    'INTO',
    'INSERT',
    'IGNORE',
    'LOW_PRIORITY',
    'HIGH_PRIORITY',
    'DELAYED',
    'WITH',
    'RECURSIVE',
    'TABLE',
    '.',
  ];
  return words.includes(before?.keyword ?? '');
}

function readValueFor(cursor: TokenCursor): Call | null {
  const start = cursor.peek()?.start ?? 0;
  if (!cursor.take('NEXT', 'VALUE', 'FOR') && !cursor.take('PREVIOUS', 'VALUE', 'FOR')) return null;
  const sequence = cursor.tableName();
  return sequence === null ? null : { schema: null, name: sequence.name, sequence, start, end: sequence.end };
}

function readCall(head: TokenCursor, tokens: readonly Token[], at: number): Call | null {
  const found = head.tableName();
  if (found === null || !head.sees('(')) return null;
  const cursor = new TokenCursor(tokens.slice(at + head.mark));
  const inside = cursor.group() ?? [];
  const end = cursor.since(0).at(-1)?.end ?? found.end;
  const { schema, name, start } = found;
  const isOfSequence = schema === null && ['NEXTVAL', 'LASTVAL', 'SETVAL'].includes(name.toUpperCase());
  return { schema, name, sequence: isOfSequence ? new TokenCursor(inside).tableName() : null, start, end };
}
