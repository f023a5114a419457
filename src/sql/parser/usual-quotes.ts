import { lexemeAt } from './lexeme.ts';

/** The parts of a session's `sql_mode` that decide what a quote means and where it ends. */
export interface Quoting {
  /** `"` quotes a name. */
  readonly ansiQuotes: boolean;
  /** A backslash is a character like any other. */
  readonly plainBackslashes: boolean;
}

/** The same statement as a session without these modes would write it. */
export function inUsualQuotes(text: string, { ansiQuotes, plainBackslashes }: Quoting): string {
  const escaped = plainBackslashes ? text.replaceAll('\\', '\\\\') : text;
  if (!ansiQuotes || !escaped.includes('"')) return escaped;
  let usual = '';
  for (let at = 0; at < escaped.length; ) {
    // An executable comment may name tables, so it is read as code.
    const { kind, start, end } = lexemeAt(escaped, at, true);
    const piece = escaped.slice(start, end);
    usual += kind === 'string' && piece.startsWith('"') ? nameOf(piece) : piece;
    at = end;
  }
  return usual;
}

function nameOf(quoted: string): string {
  return `\`${quoted.slice(1, -1).replaceAll('""', '"').replaceAll('`', '``')}\``;
}
