import { posix } from 'node:path';
import { parseStatement } from '../../sql/parser/parse-statement.ts';
import { tableOfStatement } from '../../sql/parser/table-of.ts';
import { inOrder } from '../statements/file-order.ts';
import type { Source, SourceFile } from '../statements/source.ts';
import { digestOfFile, wholeFile } from './baseline.ts';
import type { CompletedStatement } from './ledger.ts';

/** An applied file that is somewhere else by now. */
export interface MovedFile {
  readonly from: string;
  readonly to: string;
}

export interface Followed {
  /** With the rows of moved files under their new paths. */
  readonly completed: readonly CompletedStatement[];
  readonly moved: readonly MovedFile[];
}

/**
 * A statement is known by its content and its file: where the file is gone, and a new one has all its statements, that is where
 * it went, also if it has more of them now. A copy of a file that is still there is another file, and so is a second copy of one
 * that is gone.
 *
 * Where what was done to the table since is gone as well, and nowhere else, the history was shortened: a file of another name that
 * begins like an old one is new, unless it changes rows, which nobody would see happen twice. So is one that stands behind a file
 * that has changed the table since: what the old one did may be undone there.
 */
export function followMoves({ files, isThere }: Source, completed: readonly CompletedStatement[]): Followed {
  const byFile = new Map<string, CompletedStatement[]>();
  for (const row of completed) byFile.set(row.file, [...(byFile.get(row.file) ?? []), row]);
  const gone = new Map([...byFile].filter(([file]) => !isThere(file)));
  let lost: readonly CompletedStatement[] | null = null;
  const targets = new Map<string, string>();
  /** Of a file that is still there, and stands before this path. */
  const isBefore =
    (path: string) =>
    ({ file }: CompletedStatement): boolean =>
      isThere(file) && inOrder([file, path])[0] === file;
  for (const file of gone.size === 0 ? [] : files) {
    if (file.path === null || byFile.has(file.path)) continue;
    const from = findOrigin(file, file.path, gone);
    if (from === null) continue;
    const isNamesake = posix.basename(from) === posix.basename(file.path);
    if (!isNamesake && changesNoRows(file)) {
      lost ??= [...gone.values()].filter((rows) => !files.some((other) => isContentOf(rows, other))).flat();
      const rows = gone.get(from) ?? [];
      if (isChangedSince(rows, lost) || isChangedSince(rows, completed, isBefore(file.path))) continue;
    }
    gone.delete(from);
    targets.set(from, file.path);
  }
  return {
    completed: completed.map((row) => {
      const to = targets.get(row.file);
      return to === undefined ? row : { ...row, file: to, movedFrom: row.file };
    }),
    moved: [...targets].map(([from, to]) => ({ from, to })),
  };
}

/** Whether one of the others has changed the same table after these. */
function isChangedSince(
  rows: readonly CompletedStatement[],
  others: readonly CompletedStatement[],
  isMeant: (row: CompletedStatement) => boolean = () => true,
): boolean {
  const first = rows.find((row) => !rows.some((other) => isLater(row, other)));
  if (first === undefined || others.length === 0) return false;
  const tables = new Set(rows.map(tableOf));
  return others.some((row) => isLater(row, first) && isMeant(row) && tables.has(tableOf(row)));
}

/** Files of one second were applied in the order of their names. */
function isLater(one: Pick<CompletedStatement, 'file' | 'finished'>, other: typeof one): boolean {
  const [mine, theirs] = [one.finished ?? '', other.finished ?? ''];
  return mine === theirs ? one.file > other.file : mine > theirs;
}

function tableOf({ statement }: CompletedStatement): string {
  const parsed = parseStatement(statement, { start: 0, end: statement.length });
  return tableOfStatement(parsed)?.name.toLowerCase() ?? '';
}

function changesNoRows({ statements }: SourceFile): boolean {
  return statements.every(({ parsed }) => parsed.kind !== 'data');
}

/** Of several alike the one of the same name. */
function findOrigin(
  file: SourceFile,
  path: string,
  gone: ReadonlyMap<string, readonly CompletedStatement[]>,
): string | null {
  const alike = [...gone].flatMap(([from, rows]) => (isContentOf(rows, file) ? [from] : []));
  return alike.find((from) => posix.basename(from) === posix.basename(path)) ?? alike[0] ?? null;
}

/** A file that was applied in part has the rest still to run. */
function isContentOf(rows: readonly CompletedStatement[], file: SourceFile): boolean {
  return rows.every(({ ordinal, digest, statementCount }) =>
    ordinal === wholeFile
      ? digest === digestOfFile(file)
      : file.fault === null &&
        file.statements.length >= statementCount &&
        file.statements[ordinal - 1]?.digest === digest,
  );
}
