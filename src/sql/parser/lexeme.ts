import type { Quoting } from './quoting.ts';

/**
 * The smallest pieces of SQL text. Who reads these does not take a quote or a comment for code.
 * `executable-open` is the head of a comment that servers run as code (`/*!80000`, `/*M!`); what follows it is read like
 * any other text, up to the `executable-close`.
 */
export type LexemeKind =
  | 'space'
  | 'comment'
  | 'executable-open'
  | 'executable-close'
  | 'string'
  | 'identifier'
  | 'word'
  | 'symbol';

/** Offsets count UTF-16 units from the start of the whole text, so that they can be used to slice it. */
export interface Lexeme {
  readonly kind: LexemeKind;
  readonly start: number;
  readonly end: number;
  /** False if the text ended before the quote or the comment did. */
  readonly closed: boolean;
}

/**
 * The lexeme that starts at `at`, which must be less than `text.length`. Every offset belongs to exactly one lexeme.
 */
export function lexemeAt(text: string, at: number, insideExecutable: boolean, quoting: Quoting): Lexeme {
  const first = text[at] ?? '';
  if (first === '`' || (first === '"' && quoting.ansiQuotes)) return quoted('identifier', text, at, false);
  if (first === "'" || first === '"') return quoted('string', text, at, !quoting.plainBackslashes);
  if (first === '#') return lineComment(text, at);
  if (text.startsWith('--', at) && endsDashes(text, at + 2)) return lineComment(text, at);
  if (insideExecutable && text.startsWith('*/', at)) return lexeme('executable-close', at, at + 2);
  if (text.startsWith('/*', at)) return blockComment(text, at);
  const spaceEnd = matchEnd(space, text, at);
  if (spaceEnd > at) return lexeme('space', at, spaceEnd);
  if (at === 0 && first === byteOrderMark) return lexeme('space', 0, 1);
  const wordEnd = matchEnd(word, text, at);
  return wordEnd > at ? lexeme('word', at, wordEnd) : lexeme('symbol', at, at + 1);
}

const byteOrderMark = '\uFEFF';
const space = /[ \t\n\v\f\r]+/y;
/** Identifiers may hold any character from U+0080 on, and numbers may start one, so both are words. */
const word = /\d+\.\d+(?:e[+-]?\d+)?|[\w$\u0080-\uFFFF]+/iy;
const executableHead = /\/\*M?!(?:\d{5,6})?/y;

function lexeme(kind: LexemeKind, start: number, end: number, closed = true): Lexeme {
  return { kind, start, end, closed };
}

function quoted(kind: 'string' | 'identifier', text: string, start: number, backslashEscapes: boolean): Lexeme {
  const quote = text[start];
  for (let at = start + 1; at < text.length; at += 1) {
    const character = text[at];
    if (character === '\\' && backslashEscapes) at += 1;
    else if (character === quote && text[at + 1] === quote) at += 1;
    else if (character === quote) return lexeme(kind, start, at + 1);
  }
  return lexeme(kind, start, text.length, false);
}

function lineComment(text: string, start: number): Lexeme {
  const newline = text.indexOf('\n', start);
  return lexeme('comment', start, newline === -1 ? text.length : newline);
}

/** Two dashes begin a comment only before a blank: `5--1` is arithmetic. */
function endsDashes(text: string, at: number): boolean {
  return at >= text.length || text.charCodeAt(at) <= 0x20;
}

function blockComment(text: string, start: number): Lexeme {
  const headEnd = matchEnd(executableHead, text, start);
  if (headEnd > start) return lexeme('executable-open', start, headEnd);
  const close = text.indexOf('*/', start + 2);
  return close === -1 ? lexeme('comment', start, text.length, false) : lexeme('comment', start, close + 2);
}

/** Where the match that starts exactly at `at` ends, or `at` if there is none. */
function matchEnd(sticky: RegExp, text: string, at: number): number {
  sticky.lastIndex = at;
  return sticky.test(text) ? sticky.lastIndex : at;
}
