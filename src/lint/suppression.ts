import { lexemeAt } from '../sql/parser/lexeme.ts';
import type { ParsedFile } from '../sql/parser/script/parsed-file.ts';
import type { Span } from '../sql/parser/span.ts';
import { firstWhere } from './first-where.ts';

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
  const codeBehind = findCodeBehind(file);
  return file.comments.flatMap((comment, index) => {
    const match = lintComment.exec(contentOf(file.text.slice(comment.start, comment.end)));
    if (match === null) return [];
    const [, command = '', ids = '', reason = ''] = match;
    const rules = ids.split(/[\s,]+/).filter((id) => id !== '');
    return [{ ...comment, rules, reason: reason.trim(), scope: scopeOf(file, comment, command, codeBehind[index]) }];
  });
}

const lintComment = /^lint:\s*([\w-]*)(.*?)(?:\s--(?:\s(.*))?)?$/s;

function contentOf(comment: string): string {
  return comment
    .replace(/^(?:--|#|\/\*+)/, '')
    .replace(/\*\/$/, '')
    .replace(/(?<!\*)\*+$/, '')
    .trim();
}

function scopeOf(file: ParsedFile, comment: Span, command: string, codeBehind: Span = comment): SuppressionScope {
  if (command === 'ignore-file') return fileScope(file, comment);
  if (command !== 'ignore') return { kind: 'nothing', because: 'it must say `lint:ignore` or `lint:ignore-file`' };
  if (sharesLineWithCode(file, comment)) return linesOf(file, comment);
  const enclosing = firstWhere(file.statements, ({ end }) => end > comment.end);
  if (enclosing !== undefined && enclosing.start < comment.start) return linesOf(file, codeBehind);
  const next = firstWhere(file.statements, ({ start }) => start >= comment.end);
  if (next === undefined) return { kind: 'nothing', because: 'no statement follows it' };
  return { kind: 'statement', start: next.start, end: next.end };
}

function fileScope(file: ParsedFile, comment: Span): SuppressionScope {
  const first = file.statements[0];
  if (first === undefined || comment.end <= first.start) return { kind: 'file' };
  return { kind: 'nothing', because: 'it must stand before the first statement' };
}

/** Only as far as the blanks around the comment: a line may be long, and have many comments. */
function sharesLineWithCode({ text }: ParsedFile, comment: Span): boolean {
  let before = comment.start - 1;
  while (isBlank(text[before])) before -= 1;
  let after = comment.end;
  while (isBlank(text[after])) after += 1;
  return isCode(text[before]) || isCode(text[after]);
}

function isBlank(character: string | undefined): boolean {
  return character !== undefined && character !== '\n' && /[\s\uFEFF]/.test(character);
}

function isCode(character: string | undefined): boolean {
  return character !== undefined && character !== '\n';
}

function linesOf(file: ParsedFile, span: Span): SuppressionScope {
  return { kind: 'lines', first: file.lines.at(span.start).line, last: file.lines.at(span.end - 1).line };
}

/** The first piece of code behind each comment. Comments that follow each other have the same. */
function findCodeBehind({ text, mode, comments }: ParsedFile): readonly Span[] {
  const found: Span[] = [];
  let next: { readonly comment: Span; readonly code: Span } | null = null;
  for (const comment of comments.toReversed()) {
    let at = comment.end;
    while (at < text.length && /\s/.test(text[at] ?? '')) at += 1;
    const code: Span =
      next?.comment.start === at ? next.code : at < text.length ? lexemeAt(text, at, false, mode) : comment;
    found.push(code);
    next = { comment, code };
  }
  return found.toReversed();
}
