import { ourMark } from '../sql/marker.ts';
import { TokenCursor } from '../sql/parser/token-cursor.ts';
import { tokenize } from '../sql/parser/tokens.ts';
import { dropTrigger } from '../sql/triggers.ts';

/**
 * Behind the swap that made the table its triggers were given their own names: each was dropped by the name that it had on the ghost,
 * and made anew. What a server keeps of a trigger is its statement, which therefore has no mark of ours; the one before it has.
 */
export class CarriedTriggers {
  readonly #schema: string;
  /** Own names, by the name on the ghost. */
  readonly #names: ReadonlyMap<string, string>;
  /** Names on the ghost of those that were dropped and not made yet. */
  readonly #dropped = new Set<string>();

  constructor(schema: string, names: ReadonlyMap<string, string>) {
    this.#schema = schema;
    this.#names = names;
  }

  /** @param text of a statement of ours */
  readOwn(text: string): void {
    if (!text.startsWith(`DROP TRIGGER IF EXISTS ${ourMark}`)) return;
    for (const name of this.#names.keys())
      if (text.startsWith(dropTrigger(this.#schema, name).text)) this.#dropped.add(name);
  }

  /** Whether a statement makes one of them that was just dropped. A trigger that is refused its own name gets the other one back. */
  isMade(text: string): boolean {
    if (this.#dropped.size === 0) return false;
    const cursor = new TokenCursor(tokenize(text, { start: 0, end: text.length }, null));
    if (!cursor.take('CREATE')) return false;
    while (!cursor.done && !cursor.take('TRIGGER')) cursor.next();
    const made = cursor.tableName()?.name;
    const dropped = [...this.#dropped].find((name) => name === made || this.#names.get(name) === made);
    return dropped !== undefined && this.#dropped.delete(dropped);
  }
}
