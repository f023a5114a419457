import { ident } from '../sql.ts';
import { splitAtCommas, TokenCursor } from './token-cursor.ts';
import { codeOf, type Token, tokenize } from './tokens.ts';

/** How RANGE or LIST finds the partition of a row. All pieces are SQL. */
export interface Partitioning {
  readonly by: 'range' | 'list';
  /** What is looked at of a row: one expression, or columns. */
  readonly values: readonly string[];
  /** Words that may be names of columns in `values`, in lower case. */
  readonly words: ReadonlySet<string>;
  /** With a piece for each of `values`. LIST: all that are listed. RANGE: the end of the last one, exclusive; `MAXVALUE` is a piece. */
  readonly bounds: readonly (readonly string[])[];
}

/**
 * Reads what SHOW CREATE TABLE gives.
 *
 * @returns `null` where there are no such partitions, and where every row finds one
 */
export function readPartitioning(createTable: string): Partitioning | null {
  const tokens = tokenize(createTable, { start: 0, end: createTable.length }, null);
  const cursor = new TokenCursor(tokens);
  while (!cursor.done && !cursor.take('PARTITION', 'BY')) cursor.next();
  const by = cursor.takeAny(['RANGE', 'LIST']);
  if (by === null) return null;
  const hasColumns = cursor.take('COLUMNS');
  const expression = cursor.group() ?? [];
  const sqlOf = (piece: readonly Token[]): string => codeOf(createTable, piece).trim();
  const values = hasColumns
    ? splitAtCommas(expression).map(([name]) => ident(name?.text ?? '').text)
    : [sqlOf(expression)];
  const parts = readBounds(cursor);
  if (parts === null) return null;
  const tuples = parts.flatMap((part) => (by === 'LIST' ? tuplesOf(part, values.length) : [splitAtCommas(part)]));
  const bounds = tuples.map((tuple) => tuple.map(sqlOf));
  const words = new Set(expression.map(({ text }) => text.toLowerCase()));
  return { by: by === 'LIST' ? 'list' : 'range', values, words, bounds: by === 'LIST' ? bounds : bounds.slice(-1) };
}

/** What is in the parentheses of each partition; `null` where one of them takes every row. */
function readBounds(cursor: TokenCursor): readonly (readonly Token[])[] | null {
  while (!cursor.done && !cursor.sees('(', 'PARTITION')) cursor.next();
  const list = cursor.group() ?? [];
  const bounds: (readonly Token[])[] = [];
  for (const partition of splitAtCommas(list)) {
    const inner = new TokenCursor(partition);
    inner.take('PARTITION');
    inner.name();
    const bound = inner.take('VALUES', 'LESS', 'THAN') || inner.take('VALUES', 'IN') ? inner.group() : null;
    if (bound === null) return null;
    bounds.push(bound);
  }
  return bounds.length === 0 ? null : bounds;
}

/** Of `VALUES IN`: with several columns each tuple is in parentheses of its own. */
function tuplesOf(list: readonly Token[], columns: number): readonly (readonly (readonly Token[])[])[] {
  return splitAtCommas(list).map((piece) => {
    const tuple = columns === 1 ? null : new TokenCursor(piece).group();
    return tuple === null ? [piece] : splitAtCommas(tuple);
  });
}
