import { type Quoting, usualQuoting } from './quoting.ts';
import { TokenCursor } from './token-cursor.ts';
import { tokenize } from './tokens.ts';

/**
 * What a trigger does, letter for letter: information_schema shows it without the escapes of its texts.
 *
 * @param statement of SHOW CREATE TRIGGER
 * @param quoting of the mode that the trigger was made in
 * @returns `null` where it is no such statement
 */
export function triggerBody(statement: string, quoting: Quoting = usualQuoting): string | null {
  const cursor = new TokenCursor(tokenize(statement, { start: 0, end: statement.length }, null, quoting));
  while (!cursor.take('FOR', 'EACH', 'ROW')) if (cursor.next() === undefined) return null;
  // The order comes from the order in which triggers are made.
  if (cursor.takeAny(['FOLLOWS', 'PRECEDES']) !== null) cursor.tableName();
  const head = cursor.since(0).at(-1)?.end ?? 0;
  return cursor.done ? null : statement.slice(head).trimStart();
}
