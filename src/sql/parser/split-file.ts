import { type Lexeme, lexemeAt } from './lexeme.ts';
import { type Quoting, usualQuoting } from './quoting.ts';
import type { Span } from './span.ts';

export interface SplitFile {
  /** From the first to the last character of code: neither the delimiter nor the comments around it. */
  readonly statements: readonly Span[];
  /** Comments that are not code, their marks included. */
  readonly comments: readonly Span[];
  readonly unterminated: Unterminated | null;
  /** The first quoted name with a line break. */
  readonly brokenName: Span | null;
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
  let brokenName: Span | null = null;
  let isOpen = false;
  for (const piece of pieces(text, quoting)) {
    unterminated ??= unterminatedAt(piece);
    if (piece.kind === 'identifier' && piece.closed && lineBreak.test(text.slice(piece.start, piece.end)))
      brokenName ??= { start: piece.start, end: piece.end };
    if (piece.kind === 'comment') comments.push({ start: piece.start, end: piece.end });
    const current = isOpen ? statements.at(-1) : undefined;
    if (isCode(piece) && current === undefined) statements.push({ start: piece.start, end: piece.end });
    if (isCode(piece) && current !== undefined) current.end = piece.end;
    isOpen = staysOpen(isOpen, piece);
  }
  return { statements, comments, unterminated, brokenName };
}

const lineBreak = /[\n\r]/u;

type Piece = Lexeme | (Span & { readonly kind: 'end' });

function* pieces(text: string, quoting: Quoting): Generator<Piece> {
  let delimiter = new Delimiter(text, ';');
  let isOpen = false;
  let insideExecutable = false;
  let isLineStart = true;
  for (let at = 0; at < text.length; ) {
    const command: DelimiterCommand | null = isOpen || !isLineStart ? null : delimiterCommandAt(text, at);
    if (command !== null) delimiter = new Delimiter(text, command.delimiter);
    const endsAt: number | null = command?.end ?? terminatorEndAt(text, at, delimiter.text);
    const piece: Piece =
      endsAt === null
        ? lexemeAt(delimiter.cutsWords ? delimiter.textUpTo(at) : text, at, insideExecutable, quoting)
        : { kind: 'end', start: at, end: endsAt };
    isOpen = staysOpen(isOpen, piece);
    isLineStart = leavesLineStart(text, piece, isLineStart);
    if (piece.kind === 'executable-open') insideExecutable = true;
    if (piece.kind === 'executable-close' || piece.kind === 'end') insideExecutable = false;
    yield piece;
    at = piece.end;
  }
}

/** What ends statements, and where it comes next. */
class Delimiter {
  readonly text: string;
  /** It may be made of the characters words are made of, and then ends a word early: `END$$`. */
  readonly cutsWords: boolean;
  readonly #whole: string;
  #next = -1;

  constructor(whole: string, text: string) {
    this.text = text;
    this.cutsWords = wordCharacter.test(text.charAt(0));
    this.#whole = whole;
  }

  /** The whole text, or the part up to the next delimiter where a word begins at `at`. */
  textUpTo(at: number): string {
    if (!wordCharacter.test(this.#whole.charAt(at))) return this.#whole;
    if (this.#next < at) this.#next = this.#whole.indexOf(this.text, at);
    if (this.#next < 0) this.#next = this.#whole.length;
    return this.#next === this.#whole.length ? this.#whole : this.#whole.slice(0, this.#next);
  }
}

const wordCharacter = /[\w$\u0080-\uFFFF]/;

/** Whether only blanks stand before the end of the piece on its line. */
function leavesLineStart(text: string, { kind, start, end }: Piece, wasLineStart: boolean): boolean {
  if (kind !== 'space') return false;
  return wasLineStart || text.slice(start, end).includes('\n');
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
  const delimiter = delimiterCommand.exec(text)?.[1];
  if (delimiter === undefined) return null;
  const [first = ''] = delimiter;
  const isQuoted = delimiter.length > 2 && /['"`]/.test(first) && delimiter.endsWith(first);
  const unquoted = isQuoted ? delimiter.slice(1, -1) : delimiter;
  return { delimiter: unquoted.slice(0, maxDelimiterLength), end: delimiterCommand.lastIndex };
}

const delimiterCommand = /delimiter[ \t]+([^\s]+)[^\r\n]*/iy;

/** The `mysql` client cuts a longer one off. */
const maxDelimiterLength = 15;

function terminatorEndAt(text: string, at: number, delimiter: string): number | null {
  if (text.startsWith(delimiter, at)) return at + delimiter.length;
  return text[at] === '\\' && (text[at + 1] === 'g' || text[at + 1] === 'G') ? at + 2 : null;
}

function unterminatedAt(piece: Piece): Unterminated | null {
  if (piece.kind !== 'string' && piece.kind !== 'identifier' && piece.kind !== 'comment') return null;
  return piece.closed ? null : { kind: piece.kind, start: piece.start, end: piece.end };
}
