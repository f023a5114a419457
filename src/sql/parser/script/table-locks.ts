import type { TableReference } from '../span.ts';
import type { Statement } from '../statement.ts';
import type { TokenCursor } from '../token-cursor.ts';

export interface LockedTable {
  readonly table: TableReference;
  readonly forWriting: boolean;
}

/**
 * What LOCK TABLES lists.
 *
 * @param cursor behind TABLES
 * @returns `null` for what is no such list
 */
export function readLocks(cursor: TokenCursor): readonly LockedTable[] | null {
  const locks: LockedTable[] = [];
  do {
    const table = cursor.tableName();
    if (table === null) return null;
    cursor.take('AS');
    let kind = cursor.takeAny(lockKinds);
    if (kind === null) {
      cursor.name();
      kind = cursor.takeAny(lockKinds);
    }
    if (kind === 'LOW_PRIORITY') kind = cursor.takeAny(['WRITE']);
    if (kind === null) return null;
    cursor.takeAny(['LOCAL', 'CONCURRENT']);
    locks.push({ table, forWriting: kind === 'WRITE' });
  } while (cursor.take(','));
  return cursor.done ? locks : null;
}

const lockKinds = ['READ', 'WRITE', 'LOW_PRIORITY'] as const;

/**
 * The tables that a file has locked. Each statement that changes rows locks what it needs by itself. So the lock matters only where
 * others could write between two of them, and one of them would find it.
 *
 * @template By the statement that locks
 */
export class TableLocks<By> {
  #by: By | null = null;
  #tables = new Map<string, boolean>();
  /** The first statement under the lock that changes rows, and whether it finds nothing that others write. */
  #first: { readonly line: number; readonly isBlind: boolean } | null = null;

  /** What is locked and not unlocked. */
  get by(): By | null {
    return this.#by;
  }

  lock(by: By, locks: readonly LockedTable[]): void {
    this.unlock();
    this.#by = by;
    this.#tables = new Map(locks.map(({ table, forWriting }) => [keyOf(table), forWriting]));
  }

  unlock(): void {
    this.#by = null;
    this.#first = null;
  }

  /**
   * A statement that is run.
   *
   * @param isBlind whether what it writes depends on no row
   * @returns why the lock cannot be passed over, as a sentence
   */
  meet(statement: Statement, line: number, isBlind: boolean): string | null {
    if (this.#by === null) return null;
    const isCovered =
      statement.kind === 'data' &&
      statement.tables.every((table) => this.#tables.has(keyOf(table))) &&
      this.#tables.get(keyOf(statement.table)) === true;
    if (!isCovered) return `Each statement runs in a session of its own, and line ${line} stands under this lock.`;
    const first = this.#first;
    this.#first ??= { line, isBlind };
    if (first === null || (first.isBlind && isBlind)) return null;
    return `Lines ${first.line} and ${line} run one after the other, and others may write between them.`;
  }
}

function keyOf({ schema, name }: TableReference): string {
  return `${schema ?? ''}.${name}`.toLowerCase();
}
