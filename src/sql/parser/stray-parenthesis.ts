import type { Quoting } from './quoting.ts';
import type { Span } from './span.ts';
import { tokenize } from './tokens.ts';

/** The first parenthesis in the span that has no partner, or null if all of them do. */
export function strayParenthesis(text: string, span: Span, quoting: Quoting): Span | null {
  const open: Span[] = [];
  for (const token of tokenize(text, span, null, quoting)) {
    if (token.keyword === '(') open.push(token);
    else if (token.keyword === ')' && open.pop() === undefined) return { start: token.start, end: token.end };
  }
  const unclosed = open[0];
  return unclosed === undefined ? null : { start: unclosed.start, end: unclosed.end };
}
