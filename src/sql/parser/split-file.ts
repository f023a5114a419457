import { type Lexeme, lexemeAt } from './lexeme.ts';
import { type Quoting, usualQuoting } from './quoting.ts';
import type { Span } from './span.ts';

export interface SplitFile {
  /** From the first to the last character of code: neither the delimiter nor the comments around it. */
  readonly statements: readonly Span[];
  /** Comments that are not code, their marks included. */
  readonly comments: readonly Span[];
  readonly unterminated: Unterminated | null;
}

/** A quote or comment that the file ends inside of. */
export interface Unterminated extends Span {
  readonly kind: 'string' | 'identifier' | 'comment';
}

/**
 * The statements of a file, as the `mysql` client would send them: a delimiter outside of quotes and comments ends one,
 * so do `\g` and `\G`, and the last one needs no end. DELIMITER at the start of a line, between statements, changes the
 * delimiter. Executable comments are code. Offsets are those of `text`, byte order mark and CRLF included.
 */
export function splitFile(text: string, quoting: Quoting = usualQuoting): SplitFile {
  const statements: { start: number; end: number }[] = [];
  const comments: Span[] = [];
  let unterminated: Unterminated | null = null;
  let isOpen = false;
  for (const piece of pieces(text, quoting)) {
    unterminated ??= unterminatedAt(piece);
    if (piece.kind === 'comment') comments.push({ start: piece.start, end: piece.end });
    const current = isOpen ? statements.at(-1) : undefined;
    if (isCode(piece) && current === undefined) statements.push({ start: piece.start, end: piece.end });
    if (isCode(piece) && current !== undefined) current.end = piece.end;
    isOpen = staysOpen(isOpen, piece);
  }
  return { statements, comments, unterminated };
}

type Piece = Lexeme | (Span & { readonly kind: 'end' });

function* pieces(text: string, quoting: Quoting): Generator<Piece> {
  let delimiter = ';';
  let isOpen = false;
  let insideExecutable = false;
  for (let at = 0; at < text.length; ) {
    const command: DelimiterCommand | null = isOpen ? null : delimiterCommandAt(text, at);
    delimiter = command?.delimiter ?? delimiter;
    const endsAt: number | null = command?.end ?? terminatorEndAt(text, at, delimiter);
    const piece: Piece =
      endsAt === null
        ? cut(text, lexemeAt(text, at, insideExecutable, quoting), delimiter)
        : { kind: 'end', start: at, end: endsAt };
    isOpen = staysOpen(isOpen, piece);
    if (piece.kind === 'executable-open') insideExecutable = true;
    if (piece.kind === 'executable-close' || piece.kind === 'end') insideExecutable = false;
    yield piece;
    at = piece.end;
  }
}

/** Whether a statement is open behind the piece. */
function staysOpen(wasOpen: boolean, piece: Piece): boolean {
  return piece.kind !== 'end' && (wasOpen || isCode(piece));
}

function isCode(piece: Piece): boolean {
  return piece.kind !== 'space' && piece.kind !== 'comment' && piece.kind !== 'end';
}

interface DelimiterCommand {
  readonly delimiter: string;
  readonly end: number;
}

/** `DELIMITER //` with nothing but blanks before it on its line; it takes the whole line. */
function delimiterCommandAt(text: string, at: number): DelimiterCommand | null {
  delimiterCommand.lastIndex = at;
  const match = delimiterCommand.exec(text);
  const delimiter = match?.[1];
  if (delimiter === undefined || !isLineStart(text, at)) return null;
  return { delimiter: delimiter.replace(/^(['"`])(.+)\1$/, '$2'), end: delimiterCommand.lastIndex };
}

const delimiterCommand = /delimiter[ \t]+([^\s]+)[^\r\n]*/iy;

function isLineStart(text: string, at: number): boolean {
  const lineStart = text.lastIndexOf('\n', at - 1) + 1;
  return /^\uFEFF?[ \t]*$/.test(text.slice(lineStart, at));
}

function terminatorEndAt(text: string, at: number, delimiter: string): number | null {
  if (text.startsWith(delimiter, at)) return at + delimiter.length;
  return text[at] === '\\' && (text[at + 1] === 'g' || text[at + 1] === 'G') ? at + 2 : null;
}

/** A delimiter may be made of the characters words are made of, and then ends a word early: `END$$`. */
function cut(text: string, lexeme: Lexeme, delimiter: string): Lexeme {
  if (lexeme.kind !== 'word') return lexeme;
  const delimiterAt = text.slice(lexeme.start, lexeme.end).indexOf(delimiter);
  return delimiterAt > 0 ? { ...lexeme, end: lexeme.start + delimiterAt } : lexeme;
}

function unterminatedAt(piece: Piece): Unterminated | null {
  if (piece.kind !== 'string' && piece.kind !== 'identifier' && piece.kind !== 'comment') return null;
  return piece.closed ? null : { kind: piece.kind, start: piece.start, end: piece.end };
}
