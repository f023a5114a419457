import { shownCharacters } from '../../sql/completed-columns.ts';
import { changedLines } from '../../support/changed-lines.ts';
import { GhostshipError } from '../../support/errors.ts';
import { groupBy } from '../../support/group-by.ts';
import { type FileStatement, placeOf } from '../statements/file-statement.ts';
import type { CompletedStatement } from './completed-statement.ts';

export type Applied = FileStatement & { readonly applied: CompletedStatement };

/** A statement that must not be run, and why. */
export interface Refused {
  readonly statement: FileStatement;
  readonly error: GhostshipError;
  /** An earlier run has begun it, and its copy waits. */
  readonly isBegun?: true;
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
  const rowsOf = groupBy(completed, (row) => row.file);
  for (const [file, own] of groupBy(statements, ({ file }) => file)) {
    const rows = (file === null ? undefined : rowsOf.get(file)) ?? [];
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

/** `on 2026-01-02 03:04:05 UTC`, or how else to say when; and as which file, where that is another one by now. */
export function appliedWhen({
  finished,
  movedFrom,
  isUnwritten,
}: Pick<CompletedStatement, 'finished' | 'movedFrom' | 'isUnwritten'>): string {
  const unknown = isUnwritten === true ? 'by a run that died before it could say so' : 'before Ghostship came';
  const when = finished === null ? unknown : `on ${finished}`;
  return movedFrom === undefined ? when : `${when} as ${movedFrom}`;
}

function findChange(statements: readonly FileStatement[], rows: readonly CompletedStatement[]): Refused | null {
  const last = statements.at(-1);
  if (last === undefined) return null;
  for (const row of rows) {
    if (row.doubt !== undefined)
      return { statement: statements.find(({ ordinal }) => ordinal === row.ordinal) ?? last, error: row.doubt };
    const statement = statements.find(({ ordinal }) => ordinal === row.ordinal);
    if (statement?.digest !== row.digest) return change(statement ?? last, row);
  }
  const newest = rows.at(-1);
  const isWhole = newest !== undefined && new Set(rows.map(({ ordinal }) => ordinal)).size === newest.statementCount;
  const added = isWhole ? statements.find(({ ordinal }) => ordinal > newest.statementCount) : undefined;
  return newest === undefined || added === undefined ? null : change(added, newest);
}

function change(statement: FileStatement, row: CompletedStatement): Refused {
  const isPlace = statement.ordinal === row.ordinal;
  const isGone = statement.ordinal < row.ordinal;
  const texts = isPlace
    ? { applied: row.statement, now: statement.text }
    : isGone
      ? { applied: row.statement, now: '' }
      : { applied: '', now: statement.text };
  return { statement, error: changedAfterApply(placeOf(statement), row, texts) };
}

/**
 * @param place the statement, or the file as a whole
 * @param texts `null` where the ledger has no text
 */
export function changedAfterApply(
  place: string,
  row: CompletedStatement,
  texts: { readonly applied: string; readonly now: string } | null,
): GhostshipError {
  const message = `${place} differs from what was applied ${appliedWhen(row)} (ledger entry ${row.id}).`;
  // The ledger gives the beginning of a long one.
  const lines = texts === null ? [] : changedLines(texts.applied, texts.now.slice(0, shownCharacters));
  return new GhostshipError(
    'file-changed-after-apply',
    [message, ...(lines.length === 0 ? [] : ['- as applied, + as it is now:', ...lines])].join('\n'),
    { hint: 'Put the file back as it was and write the new change into a new file.' },
  );
}
