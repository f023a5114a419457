import { LineIndex } from '../sql/parser/line-index.ts';
import { readStatement } from '../sql/parser/read-statement.ts';
import { type LeftOut, readScript } from '../sql/parser/script/read-script.ts';
import type { Span } from '../sql/parser/span.ts';
import type { SplitFile } from '../sql/parser/split-file.ts';
import type { Statement } from '../sql/parser/statement.ts';

/** A file read once, for all rules, without what is left out of it. Every offset counts from the start of `text`. */
export interface LintedFile {
  readonly path: string;
  readonly text: string;
  readonly statements: readonly Statement[];
  readonly comments: SplitFile['comments'];
  readonly unterminated: SplitFile['unterminated'];
  readonly lines: LineIndex;
  readonly leftOut: readonly LeftOut[];
  /** What keeps the file, or a part of it, from being read for certain. */
  readonly faults: readonly FileFault[];
}

export interface FileFault {
  readonly at: Span;
  /** A sentence. */
  readonly message: string;
}

/** @param fault of the file as a whole */
export function readFile(path: string, content: string, fault: string | null = null): LintedFile {
  const { text, statements, comments, unterminated, leftOut, faults } = readScript(path, content);
  return {
    path,
    text,
    statements: statements.map((span) => readStatement(text, span)),
    comments,
    unterminated,
    lines: new LineIndex(text),
    leftOut,
    faults: fault === null ? faults : [{ at: { start: 0, end: 0 }, message: fault }],
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
