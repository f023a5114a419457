import { unquoteIdent } from '../sql.ts';
import { executes, type ServerDialect } from './executable-comment.ts';
import { lexemeAt } from './lexeme.ts';
import { type Quoting, usualQuoting } from './quoting.ts';
import type { Span } from './span.ts';

/** A piece of code: no blanks, no comments. */
export interface Token extends Span {
  readonly kind: 'word' | 'identifier' | 'string' | 'symbol';
  /** As written; for a quoted identifier the name without its quotes. */
  readonly text: string;
  /** The text in upper case for a word or symbol, and empty for what can never be a keyword. */
  readonly keyword: string;
}

/**
 * The code in `span`, in order. Executable comments count as code if the server would run them; without a server all of
 * them do.
 */
export function tokenize(
  text: string,
  span: Span,
  server: ServerDialect | null,
  quoting: Quoting = usualQuoting,
): Token[] {
  const tokens: Token[] = [];
  let executable: 'none' | 'run' | 'skip' = 'none';
  for (let at = span.start; at < span.end; ) {
    const lexeme = lexemeAt(text, at, executable !== 'none', quoting);
    at = lexeme.end;
    const { kind, start, end } = lexeme;
    if (kind === 'executable-open') executable = executes(text.slice(start, end), server) ? 'run' : 'skip';
    else if (kind === 'executable-close') executable = 'none';
    else if (kind !== 'space' && kind !== 'comment' && executable !== 'skip')
      tokens.push(token(text, kind, start, end));
  }
  return tokens;
}

/**
 * The tokens as text again, with the author's spacing and without comments. So more text can follow it, and no server reads an
 * executable comment in another way. `tokens` must be in the order of the source.
 */
export function codeOf(text: string, tokens: readonly Token[]): string {
  let code = '';
  let previous: Token | null = null;
  for (const current of tokens) {
    if (previous !== null) code += gap(text.slice(previous.end, current.start));
    code += text.slice(current.start, current.end);
    previous = current;
  }
  return code;
}

function token(text: string, kind: Token['kind'], start: number, end: number): Token {
  const raw = text.slice(start, end);
  if (kind === 'identifier') return { kind, start, end, text: nameIn(raw), keyword: '' };
  return { kind, start, end, text: raw, keyword: kind === 'string' ? '' : raw.toUpperCase() };
}

function nameIn(quoted: string): string {
  return quoted.startsWith('"') ? quoted.slice(1, -1).replaceAll('""', '"') : unquoteIdent(quoted);
}

/** A comment, or something left out, between two tokens becomes one space. */
function gap(between: string): string {
  return /^\s*$/.test(between) ? between : ' ';
}
