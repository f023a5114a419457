import { posix } from 'node:path';
import { parseStatement } from '../../sql/parser/parse-statement.ts';
import { tableOfStatement } from '../../sql/parser/table-of.ts';
import type { GhostshipError } from '../../support/errors.ts';
import { groupBy } from '../../support/group-by.ts';
import { inOrder } from '../statements/file-order.ts';
import type { Source, SourceFile } from '../statements/source.ts';
import { digestOfFile, wholeFile } from './baseline.ts';
import type { CompletedStatement } from './completed-statement.ts';
import type { Ledger } from './ledger.ts';
import { moveBehind, undoneSince, unknownMove, unseenMove, unseenPart } from './unseen-moves.ts';

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
 * The move must be seen: the change that brings the one takes the other away. Where nobody can tell which change that was, it must
 * not be known from an earlier run that the file is gone. What is no move for sure is not run either: it is in doubt.
 *
 * Where what was done to the table since is gone as well, and nowhere else, the history was shortened: a file of another name that
 * begins like an old one is new, unless it changes rows, which nobody would see happen twice. One that stands behind a file that
 * has changed the table since is in doubt: what the old one did may be undone there.
 */
export async function followMoves(source: Source, completed: readonly CompletedStatement[]): Promise<Followed> {
  const { files, isThere } = source;
  const byFile = groupBy(completed, ({ file }) => file);
  const gone = new Map([...byFile].filter(([file]) => !isThere(file)));
  const lost = [...gone.values()].filter((rows) => !files.some((other) => isContentOf(rows, other))).flat();
  const targets = new Map<string, string>();
  const doubtful: CompletedStatement[] = [];
  /** Of a file that is still there, and stands before this path. */
  const isBefore =
    (path: string) =>
    ({ file }: CompletedStatement): boolean =>
      isThere(file) && inOrder([file, path])[0] === file;
  for (const file of gone.size === 0 ? [] : files) {
    if (file.path === null || byFile.has(file.path)) continue;
    const from = findOrigin(file, file.path, gone);
    if (from === null) continue;
    const rows = gone.get(from) ?? [];
    const isOther = posix.basename(from) !== posix.basename(file.path) && changesNoRows(file);
    if (isOther && isChangedSince(rows, lost)) continue;
    const isBehind = isOther && isChangedSince(rows, completed, isBefore(file.path));
    const doubt = isBehind
      ? moveBehind(file, file.path, from, rows)
      : await whyNotMoved(source, file, file.path, from, rows);
    gone.delete(from);
    if (doubt === null) targets.set(from, file.path);
    else for (const row of rows) doubtful.push({ ...row, file: file.path, movedFrom: from, doubt });
  }
  const isFollowed = ({ path }: SourceFile): boolean =>
    [...targets.values()].some((to) => to === path) || doubtful.some((row) => row.file === path);
  for (const file of files) if (!isFollowed(file)) doubtful.push(...partsOf(file, byFile, gone));
  return {
    completed: [
      ...completed.map((row) => {
        const to = targets.get(row.file);
        const doubt = isThere(row.file) ? whyUndone(row, byFile.get(row.file) ?? [], lost) : null;
        if (doubt !== null) return { ...row, doubt };
        return to === undefined ? row : { ...row, file: to, movedFrom: row.file };
      }),
      ...doubtful,
    ],
    moved: [...targets].map(([from, to]) => ({ from, to })),
  };
}

/** What a later run must know to tell a file that has moved from one that has come long after: which files are gone by now. */
export async function noteGoneFiles(
  isThere: Source['isThere'],
  completed: readonly CompletedStatement[],
  ledger: Ledger,
): Promise<void> {
  const own = completed.filter(({ movedFrom, doubt }) => movedFrom === undefined && doubt === undefined);
  const filesOf = (isMeant: (row: CompletedStatement) => boolean): string[] => [
    ...new Set(own.filter(isMeant).map(({ file }) => file)),
  ];
  const gone = filesOf(({ file, goneSince }) => goneSince === null && !isThere(file));
  const back = filesOf(({ file, goneSince }) => goneSince !== null && isThere(file));
  if (gone.length + back.length === 0) return;
  await ledger.create();
  await ledger.noteThere(gone, false);
  await ledger.noteThere(back, true);
}

/** @returns `null` where the move is seen */
async function whyNotMoved(
  { takenWith }: Source,
  file: SourceFile,
  to: string,
  from: string,
  rows: readonly CompletedStatement[],
): Promise<GhostshipError | null> {
  const taken = (await takenWith?.(to)) ?? null;
  if (taken !== null && 'why' in taken) return unknownMove(to, from, taken.why);
  const isSeen = taken === null ? rows.every(({ goneSince }) => goneSince === null) : taken.has(from);
  return isSeen ? null : unseenMove(file, to, from, rows);
}

/** Statements that change rows, in a new file that has only some of an applied one: done twice, nobody would see it. */
function partsOf(
  { path, statements }: SourceFile,
  known: ReadonlyMap<string, unknown>,
  gone: ReadonlyMap<string, readonly CompletedStatement[]>,
): CompletedStatement[] {
  if (path === null || known.has(path)) return [];
  const applied = [...gone.values()].flat().filter(({ isReverted }) => !isReverted);
  return statements.flatMap(({ text, ordinal, digest, parsed }) => {
    const row = parsed.kind === 'data' ? applied.find((one) => one.digest === digest) : undefined;
    if (row === undefined) return [];
    return [{ ...row, ordinal, file: path, movedFrom: row.file, doubt: unseenPart(text, path, row) }];
  });
}

/** A file that was away, and is back without what has changed its tables meanwhile. */
function whyUndone(
  row: CompletedStatement,
  own: readonly CompletedStatement[],
  lost: readonly CompletedStatement[],
): GhostshipError | null {
  const { goneSince } = row;
  if (goneSince === null) return null;
  const tables = new Set(own.map(tableOf));
  const since = lost.find(
    (other) => !other.isReverted && (other.doneAt ?? 0) >= goneSince && tables.has(tableOf(other)),
  );
  return since === undefined ? null : undoneSince(row, since);
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
