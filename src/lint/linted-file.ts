import { LineIndex } from '../sql/line-index.ts';
import { readStatement } from '../sql/read-statement.ts';
import type { Span } from '../sql/span.ts';
import { type SplitFile, splitFile } from '../sql/split-file.ts';
import type { Statement } from '../sql/statement.ts';

/** A file read once, for all rules. Every offset counts from the start of `text`. */
export interface LintedFile {
  readonly path: string;
  readonly text: string;
  readonly statements: readonly Statement[];
  readonly comments: SplitFile['comments'];
  readonly unterminated: SplitFile['unterminated'];
  readonly lines: LineIndex;
}

export function readFile(path: string, text: string): LintedFile {
  const { statements, comments, unterminated } = splitFile(text);
  return {
    path,
    text,
    statements: statements.map((span) => readStatement(text, span)),
    comments,
    unterminated,
    lines: new LineIndex(text),
  };
}

/** Which statement holds the span, from 1; `null` where none does. */
export function ordinalAt({ statements }: LintedFile, span: Span): number | null {
  let low = 0;
  let high = statements.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((statements[middle]?.end ?? 0) < span.end) low = middle + 1;
    else high = middle;
  }
  const found = statements[low];
  return found !== undefined && found.start <= span.start ? low + 1 : null;
}
