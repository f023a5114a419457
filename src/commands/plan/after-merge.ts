import type { CompletedStatement } from '../ledger/completed-statement.ts';
import type { SqlFile } from '../statements/sql-file.ts';

/** The files that there are once a pull request is merged: a run after the merge runs all that the ledger lacks of them. */
export interface AfterMerge {
  /** Those that the pull request adds or changes. */
  readonly own: ReadonlySet<string>;
  /** Those that it takes away, or that have another path in it. */
  readonly gone: readonly string[];
  readonly isThere: (path: string) => boolean;
  /** All of them, in the order they are applied in. */
  readonly paths: readonly string[];
  /**
   * @param completed what the ledger has. Files that it has as a whole may be left out
   * @returns in the order of the paths; a sentence where they cannot be read
   */
  read(completed: readonly CompletedStatement[]): Promise<readonly SqlFile[] | string>;
}

/** Paths of the files of which the ledger has every statement. */
export function filesInLedger(completed: readonly CompletedStatement[]): Set<string> {
  const ordinals = new Map<string, Set<number>>();
  const whole = new Set<string>();
  for (const { file, ordinal, statementCount } of completed) {
    const own = ordinals.get(file) ?? new Set();
    ordinals.set(file, own.add(ordinal));
    if (own.size >= statementCount) whole.add(file);
  }
  return whole;
}
