import { GhostshipError } from '../../support/errors.ts';
import { type FileStatement, placeOf } from '../statements/file-statement.ts';
import type { CompletedStatement } from './ledger.ts';

export type Applied = FileStatement & { readonly applied: CompletedStatement };

/** A statement that must not be run, and why. */
export interface Refused {
  readonly statement: FileStatement;
  readonly error: GhostshipError;
}

/** Statements, sorted by what the ledger has of them. Of a changed file only the first difference is reported. */
export interface Parted {
  readonly applied: readonly Applied[];
  readonly pending: readonly FileStatement[];
  /** With `file-changed-after-apply`. */
  readonly changed: readonly Refused[];
}

/**
 * A statement is known by its file and its place in the file. When every statement of a file was completed, the file must not
 * change. When only some were, the statements after the last completed one may change.
 *
 * @param statements all of the files, not only some
 */
export function partApplied(statements: readonly FileStatement[], completed: readonly CompletedStatement[]): Parted {
  const parted = { applied: [] as Applied[], pending: [] as FileStatement[], changed: [] as Refused[] };
  for (const [file, own] of groupByFile(statements)) {
    const rows = file === null ? [] : completed.filter((row) => row.file === file);
    const changed = findChange(own, rows);
    if (changed !== null) {
      parted.changed.push(changed);
      continue;
    }
    for (const statement of own) {
      const row = rows.findLast(({ ordinal }) => ordinal === statement.ordinal);
      if (row === undefined) parted.pending.push(statement);
      else parted.applied.push({ ...statement, applied: row });
    }
  }
  return parted;
}

/** `on 2026-01-02 03:04:05`, or how else to say when. */
export function appliedWhen({ finished }: Pick<CompletedStatement, 'finished'>): string {
  return finished === null ? 'before Ghostship came' : `on ${finished}`;
}

function groupByFile(statements: readonly FileStatement[]): Map<string | null, FileStatement[]> {
  const files = new Map<string | null, FileStatement[]>();
  for (const statement of statements) {
    const own = files.get(statement.file);
    if (own === undefined) files.set(statement.file, [statement]);
    else own.push(statement);
  }
  return files;
}

function findChange(statements: readonly FileStatement[], rows: readonly CompletedStatement[]): Refused | null {
  const last = statements.at(-1);
  if (last === undefined) return null;
  for (const row of rows) {
    const statement = statements.find(({ ordinal }) => ordinal === row.ordinal);
    if (statement?.digest !== row.digest) return change(statement ?? last, row);
  }
  const newest = rows.at(-1);
  const isWhole = newest !== undefined && new Set(rows.map(({ ordinal }) => ordinal)).size === newest.statementCount;
  const added = isWhole ? statements.find(({ ordinal }) => ordinal > newest.statementCount) : undefined;
  return newest === undefined || added === undefined ? null : change(added, newest);
}

function change(statement: FileStatement, row: CompletedStatement): Refused {
  return { statement, error: changedAfterApply(placeOf(statement), row) };
}

/** @param place the statement, or the file as a whole */
export function changedAfterApply(place: string, row: CompletedStatement): GhostshipError {
  return new GhostshipError(
    'file-changed-after-apply',
    `${place} differs from what was applied ${appliedWhen(row)} (ledger entry ${row.id}).`,
    { hint: 'Put the file back as it was and write the new change into a new file.' },
  );
}
