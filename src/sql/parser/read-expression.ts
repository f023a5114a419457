import type { Span } from './span.ts';
import { TokenCursor } from './token-cursor.ts';
import { tokenize } from './tokens.ts';

/** What the first parentheses behind `keyword` hold, as written; null where there are none in the span. */
export function readExpressionBehind(keyword: string, text: string, span: Span): string | null {
  return readGroupsBehind(keyword, text, span)[0] ?? null;
}

/** What each of the parentheses behind `keyword` holds, in order; nested ones stay inside theirs. */
export function readGroupsBehind(keyword: string, text: string, span: Span): string[] {
  const cursor = new TokenCursor(tokenize(text, span, null));
  while (!cursor.done && !cursor.take(keyword)) cursor.next();
  const groups: string[] = [];
  while (!cursor.done) {
    const group = cursor.group();
    if (group === null) cursor.next();
    else groups.push(text.slice(group[0]?.start ?? span.end, group.at(-1)?.end ?? span.end));
  }
  return groups;
}
