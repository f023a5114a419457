import { lexemeAt } from './lexeme.ts';
import type { Quoting } from './quoting.ts';

/** The same statement as a session without these modes would write it. */
export function inUsualQuotes(text: string, quoting: Quoting): string {
  const { ansiQuotes, plainBackslashes } = quoting;
  const isUsual = !(ansiQuotes && text.includes('"')) && !(plainBackslashes && text.includes('\\'));
  if (isUsual) return text;
  let usual = '';
  for (let at = 0; at < text.length; ) {
    // An executable comment may name tables, so it is read as code.
    const { kind, start, end } = lexemeAt(text, at, true, quoting);
    const piece = text.slice(start, end);
    if (kind === 'string' && plainBackslashes) usual += piece.replaceAll('\\', '\\\\');
    else if (kind === 'identifier' && piece.startsWith('"')) usual += nameOf(piece);
    else usual += piece;
    at = end;
  }
  return usual;
}

function nameOf(quoted: string): string {
  return `\`${quoted.slice(1, -1).replaceAll('""', '"').replaceAll('`', '``')}\``;
}
