import { LineIndex } from '../line-index.ts';
import { parseStatement } from '../parse-statement.ts';
import { type ReadingMode, usualMode } from '../reading-mode.ts';
import type { Span } from '../span.ts';
import type { SplitFile } from '../split-file.ts';
import type { Statement } from '../statement.ts';
import { type LeftOut, readScript } from './read-script.ts';

/**
 * A file, split and parsed once for lint, plan and migrate. Statements that are not run are left out. Every offset counts
 * from the start of `text`.
 */
export interface ParsedFile {
  readonly path: string;
  readonly text: string;
  /** By which it was read. */
  readonly mode: ReadingMode;
  readonly statements: readonly Statement[];
  readonly comments: SplitFile['comments'];
  readonly unterminated: SplitFile['unterminated'];
  readonly lines: LineIndex;
  readonly leftOut: readonly LeftOut[];
  /** Why the file, or a part of it, cannot be read for certain. */
  readonly faults: readonly FileFault[];
}

export interface FileFault {
  readonly at: Span;
  /** A sentence. */
  readonly message: string;
}

/** @param path with `/` between its parts; its name may say that the file undoes another one */
export function parseFile(path: string, content: string, mode: ReadingMode = usualMode): ParsedFile {
  const { text, statements, ...script } = readScript(path, content, mode);
  return {
    path,
    text,
    mode,
    statements: statements.map((span) => parseStatement(text, span, null, mode)),
    lines: new LineIndex(text),
    ...script,
  };
}

/**
 * A file that cannot be read.
 *
 * @param message why, as a sentence
 */
export function unparsedFile(path: string, message: string): ParsedFile {
  return { ...parseFile(path, ''), faults: [{ at: { start: 0, end: 0 }, message }] };
}

/** Which statement holds the span, from 1; `null` where none does. */
export function ordinalAt({ statements }: ParsedFile, span: Span): number | null {
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
