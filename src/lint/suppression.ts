import { lexemeAt } from '../sql/parser/lexeme.ts';
import type { ParsedFile } from '../sql/parser/script/parsed-file.ts';
import type { Span } from '../sql/parser/span.ts';

/** A `lint:` comment; the span is the comment. */
export interface Suppression extends Span {
  readonly rules: readonly string[];
  /** Empty if none is given. */
  readonly reason: string;
  readonly scope: SuppressionScope;
}

/** Which findings it is about. */
export type SuppressionScope =
  | { readonly kind: 'file' }
  | ({ readonly kind: 'statement' } & Span)
  | { readonly kind: 'lines'; readonly first: number; readonly last: number }
  | { readonly kind: 'nothing'; readonly because: string };

/**
 * The suppressions of a file: `lint:ignore id, id -- reason`, in any style of comment. Next to code it is about the
 * clauses on its line, on a line of its own about the statement that follows, and between the clauses of a statement
 * about the next of them. `lint:ignore-file` goes before the first statement and is about all of them.
 */
export function suppressionsIn(file: ParsedFile): readonly Suppression[] {
  return file.comments.flatMap((comment) => {
    const match = lintComment.exec(contentOf(file.text.slice(comment.start, comment.end)));
    if (match === null) return [];
    const [, command = '', ids = '', reason = ''] = match;
    const rules = ids.split(/[\s,]+/).filter((id) => id !== '');
    return [{ ...comment, rules, reason: reason.trim(), scope: scopeOf(file, comment, command) }];
  });
}

const lintComment = /^lint:\s*([\w-]*)(.*?)(?:\s--(?:\s(.*))?)?$/s;

function contentOf(comment: string): string {
  return comment
    .replace(/^(?:--|#|\/\*+)/, '')
    .replace(/\*+\/$/, '')
    .trim();
}

function scopeOf(file: ParsedFile, comment: Span, command: string): SuppressionScope {
  if (command === 'ignore-file') return fileScope(file, comment);
  if (command !== 'ignore') return { kind: 'nothing', because: 'it must say `lint:ignore` or `lint:ignore-file`' };
  if (sharesLineWithCode(file.text, comment)) return linesOf(file, comment);
  const enclosing = file.statements.find((statement) => statement.start < comment.start && comment.end < statement.end);
  if (enclosing !== undefined) return linesOf(file, nextCode(file, comment.end));
  const next = file.statements.find((statement) => statement.start >= comment.end);
  if (next === undefined) return { kind: 'nothing', because: 'no statement follows it' };
  return { kind: 'statement', start: next.start, end: next.end };
}

function fileScope(file: ParsedFile, comment: Span): SuppressionScope {
  const first = file.statements[0];
  if (first === undefined || comment.end <= first.start) return { kind: 'file' };
  return { kind: 'nothing', because: 'it must stand before the first statement' };
}

function sharesLineWithCode(text: string, comment: Span): boolean {
  const lineStart = text.lastIndexOf('\n', comment.start - 1) + 1;
  const newline = text.indexOf('\n', comment.end);
  const before = text.slice(lineStart, comment.start);
  const after = text.slice(comment.end, newline === -1 ? text.length : newline);
  return /[^\s\uFEFF]/.test(before + after);
}

function linesOf(file: ParsedFile, span: Span): SuppressionScope {
  return { kind: 'lines', first: file.lines.at(span.start).line, last: file.lines.at(span.end - 1).line };
}

function nextCode({ text, mode }: ParsedFile, from: number): Span {
  let lexeme = lexemeAt(text, from, false, mode);
  while ((lexeme.kind === 'space' || lexeme.kind === 'comment') && lexeme.end < text.length) {
    lexeme = lexemeAt(text, lexeme.end, false, mode);
  }
  return lexeme;
}
