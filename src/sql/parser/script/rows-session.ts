import type { DataStatement } from '../statement.ts';
import { TokenCursor } from '../token-cursor.ts';
import type { Token } from '../tokens.ts';

/**
 * What a statement that changes rows would have from the session of its file. It runs in a session of its own, where nothing of
 * that is, so it matters far more than for a statement that changes a definition.
 *
 * @template By the statement that is to blame
 */
export class RowsSession<By> {
  readonly #settings = new Map<string, By>();
  readonly #assigned = new Set<string>();
  #transaction: By | null = null;
  #withoutAutocommit: By | null = null;
  #first: number | null = null;

  /** @param by `null` where the value is that of the sessions that statements run in */
  set(name: string, by: By | null): void {
    if (by === null) this.#settings.delete(name);
    else this.#settings.set(name, by);
  }

  autocommit(off: By | null): void {
    this.#withoutAutocommit = off;
    this.#first = null;
  }

  begin(by: By): void {
    this.#transaction = by;
    this.#first = null;
  }

  /** By COMMIT, or by a statement that commits what was before it. */
  commit(): void {
    this.#transaction = null;
    this.#first = null;
  }

  /**
   * @param line of the statement
   * @param refuse is told which statement cannot stay, and why, as a sentence; `null` for the one that changes rows itself
   */
  meet(tokens: readonly Token[], line: number, refuse: (by: By | null, why: string) => void): void {
    for (const [name, by] of this.#settings)
      refuse(by, `Line ${line} changes rows in a session of its own, in which ${name} has another value.`);
    const transaction = this.#transaction ?? this.#withoutAutocommit;
    if (transaction !== null && this.#first !== null)
      refuse(
        transaction,
        `Each statement is committed by itself, so lines ${this.#first} and ${line} would not be undone together.`,
      );
    this.#first ??= line;
    const read = readsOfSession(tokens, this.#assigned);
    if (read !== null)
      refuse(null, `It runs in a session of its own, and ${read} tells of the session that it is read in.`);
    for (const name of assignedIn(tokens)) this.#assigned.add(name);
  }
}

/** Rows that are written out are compared with nothing. */
export function comparesTexts({ verb, rows }: DataStatement, tokens: readonly Token[]): boolean {
  return verb !== 'INSERT' || rows === 0 || tokens.some(({ keyword }) => keyword === 'SELECT' || keyword === 'ON');
}

/** They take no arguments where they tell of the statement before. */
const ofLastStatement: readonly string[] = ['LAST_INSERT_ID', 'ROW_COUNT', 'FOUND_ROWS'];

/** @returns the first thing in the statement that its session alone knows; `null` where there is none */
function readsOfSession(tokens: readonly Token[], assigned: ReadonlySet<string>): string | null {
  for (const cursor = new TokenCursor(tokens); !cursor.done; ) {
    const name = cursor.peek()?.keyword ?? '';
    if (ofLastStatement.includes(name) && cursor.take(name, '(', ')')) return `${name}()`;
    if (cursor.take('LASTVAL', '(')) return 'LASTVAL()';
    if (cursor.take('PREVIOUS', 'VALUE')) return 'PREVIOUS VALUE';
    if (cursor.take('@', '@')) {
      const variable = cursor.next()?.text ?? '';
      if (variable.toUpperCase() !== 'GLOBAL') return `@@${variable}`;
    } else if (cursor.take('@')) {
      const variable = cursor.next()?.text ?? '';
      if (assigned.has(variable.toLowerCase())) return `@${variable}`;
    } else cursor.next();
  }
  return null;
}

function assignedIn(tokens: readonly Token[]): string[] {
  return tokens.flatMap(({ text }, index) => {
    const [at, colon, equals] = [tokens[index - 1], tokens[index + 1], tokens[index + 2]];
    return at?.text === '@' && colon?.text === ':' && equals?.text === '=' ? [text.toLowerCase()] : [];
  });
}
