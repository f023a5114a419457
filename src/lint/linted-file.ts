import { LineIndex } from '../sql/parser/line-index.ts';
import { readStatement } from '../sql/parser/read-statement.ts';
import { type SplitFile, splitFile } from '../sql/parser/split-file.ts';
import type { Statement } from '../sql/parser/statement.ts';

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
