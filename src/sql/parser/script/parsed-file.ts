import { LineIndex } from '../line-index.ts';
import { parseStatement } from '../parse-statement.ts';
import { type ReadingMode, usualMode } from '../reading-mode.ts';
import type { Span } from '../span.ts';
import type { SplitFile } from '../split-file.ts';
import type { Statement } from '../statement.ts';
import { type Token, tokenize } from '../tokens.ts';
import { type IdleStatement, type PassedOver, passOver } from './pass-over.ts';
import { placeholdersOf, refusePlaceholder } from './placeholders.ts';
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
  /** As in {@link PassedOver}. */
  readonly lenient: PassedOver['lenient'];
  /** Why the file, or a part of it, cannot be read for certain. */
  readonly faults: readonly FileFault[];
}

export interface FileFault {
  readonly at: Span;
  /** A sentence. */
  readonly message: string;
}

/** Each is read, judged and told about by itself, so that a file of short ones costs many times its length. */
export const maxStatements = 10_000;

/**
 * @param path with `/` between its parts; its name may say that the file undoes another one
 * @param home the database that the statements are for; `null` if it is not known
 */
export function parseFile(
  path: string,
  content: string,
  mode: ReadingMode = usualMode,
  home: string | null = null,
): ParsedFile {
  const { text, statements: spans, leftOut, brokenName, ...script } = readScript(path, content, mode);
  if (spans.length > maxStatements) return unparsedFile(path, tooMany(spans.length));
  const lines = new LineIndex(text);
  if (brokenName !== null) {
    return { ...unparsedFile(path, ''), text, lines, faults: [{ at: brokenName, message: unshownName }] };
  }
  const placeholders = placeholdersOf(path, content);
  const tokensOf = (span: Span): readonly Token[] => tokenize(text, span, mode.server, mode);
  const parsed = spans.map((span) => {
    const statement = parseStatement(text, span, mode.server, mode);
    return placeholders === null ? statement : refusePlaceholder(statement, text, placeholders, tokensOf);
  });
  const { statements, idle, lenient } = passOver(parsed, {
    text,
    mode,
    home,
    lineOf: ({ start }) => lines.at(start).line,
  });
  const left = [...leftOut, ...together(idle, text, mode)];
  return { path, text, mode, statements, lines, ...script, leftOut: left, lenient };
}

/** Those that follow each other are told as one. */
function together(idle: readonly IdleStatement[], text: string, mode: ReadingMode): LeftOut[] {
  const parts: (Span & { readonly verbs: Set<string> })[] = [];
  for (const { start, end, verb } of idle) {
    const last = parts.at(-1);
    const isNext = last !== undefined && tokenize(text, { start: last.end, end: start }, mode.server, mode).length <= 1;
    if (isNext) parts.pop();
    const verbs = isNext ? last.verbs : new Set<string>();
    parts.push({ start: isNext ? last.start : start, end, verbs: verbs.add(verb) });
  }
  return parts.map(({ start, end, verbs }) => ({ start, end, why: [...verbs].join(', '), kind: 'idle' }));
}

/**
 * A file that cannot be read.
 *
 * @param message why, as a sentence
 */
export function unparsedFile(path: string, message: string): ParsedFile {
  return { ...parseFile(path, ''), faults: [{ at: { start: 0, end: 0 }, message }] };
}

const unshownName = 'A line break stands in this name, and no log can show it. Give it another name.';

function tooMany(count: number): string {
  return `It holds ${count} statements, and a file of more than ${maxStatements} is not read. Split it into several files.`;
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
