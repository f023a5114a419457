import { hash, randomUUID } from 'node:crypto';
import type { QueuedMigration } from '../../sql/ledger.ts';
import { GhostshipError } from '../../support/errors.ts';
import { didYouMean } from '../../support/nearest.ts';
import { sentence } from '../../support/sentence.ts';
import { inOrder } from '../statements/file-order.ts';
import type { Source, SourceFile } from '../statements/source.ts';
import { changedAfterApply } from './applied.ts';
import type { CompletedStatement } from './completed-statement.ts';
import type { Ledger } from './ledger.ts';
import type { Origin } from './origin.ts';

/** A statement of a file, or a file whose statements are not known, as the ledger has it. */
type Mark = Pick<QueuedMigration, 'ordinal' | 'statementCount' | 'statement' | 'statementDigest' | 'table'> & {
  readonly file: string;
};

/**
 * Notes the statements of all files up to one as completed, because they were carried out before Ghostship came. What the ledger
 * has already stays as it is.
 *
 * @param through in the order in which files are applied; it need not be among the files
 * @returns how many statements were noted
 * @throws GhostshipError `unreadable-file` for a file that has no text
 */
export async function markBaseline(source: Source, through: string, origin: Origin, ledger: Ledger): Promise<number> {
  return await note(missingMarks(source, through, await ledger.completed()), origin, ledger);
}

/**
 * The same, for the option baseline, which every run has: what comes to the repository later is not among it.
 *
 * @throws GhostshipError `unreadable-file`, `usage` where there is no such file
 */
export async function markBaselineOnce(source: Source, through: string, origin: Origin, ledger: Ledger): Promise<void> {
  await note(marksOnce(source, through, await ledger.completed()), origin, ledger);
}

async function note(missing: readonly Mark[], origin: Origin, ledger: Ledger): Promise<number> {
  if (missing.length === 0) return 0;
  await ledger.create();
  await ledger.markCompleted(missing.map((mark) => ({ id: randomUUID(), ...mark, ...origin })));
  return missing.length;
}

/**
 * What {@link markBaselineOnce} would note, for a plan.
 *
 * @param completed `null` where the ledger was not read
 */
export function assumeBaseline(
  source: Source,
  through: string | null,
  completed: readonly CompletedStatement[] | null,
): CompletedStatement[] {
  if (through === null || (completed === null && !source.isThere(through))) return [];
  return marksOnce(source, through, completed ?? []).map(({ statementDigest: digest, ...mark }) => ({
    ...mark,
    id: '',
    digest,
    isReverted: false,
    finished: null,
    doneAt: null,
    goneSince: null,
  }));
}

/** The source without the files that the ledger has as a whole. One of them that was changed since has that as its fault. */
export function withoutBaseline(source: Source, completed: readonly CompletedStatement[]): Source {
  const whole = new Map(completed.flatMap((row) => (row.ordinal === wholeFile ? [[row.file, row]] : [])));
  const files = source.files.flatMap((file): SourceFile[] => {
    const row = file.path === null ? undefined : whole.get(file.path);
    if (row === undefined) return [file];
    const isSame = row.digest === digestOfFile(file);
    if (isSame && row.doubt === undefined) return [];
    return [{ ...file, statements: [], fault: row.doubt ?? changedAfterApply(row.file, row, null) }];
  });
  return { ...source, files };
}

/** Those files that are applied no later than another one, which need not be among them. */
export function filesThrough<File extends { readonly path: string | null }>(
  files: readonly File[],
  through: string,
): File[] {
  const paths = files.flatMap(({ path }) => (path === null ? [] : [path]));
  const order = inOrder([...new Set([...paths, through])]);
  const old = new Set<string | null>(order.slice(0, order.indexOf(through) + 1));
  return files.filter(({ path }) => old.has(path));
}

/** The place of a file as a whole: statements count from 1. */
export const wholeFile = 0;

/**
 * What the option baseline notes: once. A file that comes later was not applied before, wherever its name is sorted; and a file
 * that is gone was there once if the ledger has it.
 *
 * @throws GhostshipError `usage` where there is no such file and never was: all files could be taken for old ones
 */
function marksOnce(source: Source, through: string, completed: readonly CompletedStatement[]): Mark[] {
  const own = completed.filter(({ file, movedFrom }) => file === through || movedFrom === through);
  const isNoted = own.some(({ finished, isUnwritten }) => finished === null && isUnwritten !== true);
  if (isNoted || source.files.length === 0) return [];
  if (source.isThere(through)) return missingMarks(source, through, completed);
  if (own.length > 0) return [];
  throw noSuchFile(
    through,
    source.files.flatMap(({ path }) => path ?? []),
  );
}

function missingMarks(source: Source, through: string, completed: readonly CompletedStatement[]): Mark[] {
  const known = new Set(completed.map(({ file, ordinal }) => `${ordinal} ${file}`));
  return filesThrough(source.files, through)
    .flatMap(marksOf)
    .filter(({ file, ordinal }) => !known.has(`${ordinal} ${file}`));
}

/** `Did you mean migrations/3.sql?`, with a blank before it. A name in another folder is closer than any other. */
export function nameMeant(through: string, files: readonly string[]): string {
  const nameOf = (path: string): string => path.replace(/^.*\//u, '');
  const elsewhere = files.find((path) => nameOf(path) === nameOf(through));
  return elsewhere === undefined ? didYouMean(through, files) : ` Did you mean ${elsewhere}?`;
}

function noSuchFile(through: string, files: readonly string[]): GhostshipError {
  const meant = nameMeant(through, files);
  return new GhostshipError(
    'usage',
    `baseline: ${through} is none of the files, and the ledger does not know it.${meant}`,
    {
      hint: 'Name the last file that was applied before Ghostship came, with its path from the root of the repository.',
    },
  );
}

function marksOf(file: SourceFile): Mark[] {
  const { path, statements, fault } = file;
  if (path === null) return [];
  if (fault === null) {
    return statements.map(({ ordinal, text: statement, digest: statementDigest, label: table }) => ({
      file: path,
      ordinal,
      statementCount: statements.length,
      statement,
      statementDigest,
      table,
    }));
  }
  if (file.parsed.text === '') throw noText(path, fault);
  return [
    {
      file: path,
      ordinal: wholeFile,
      statementCount: 0,
      statement: '',
      statementDigest: digestOfFile(file),
      table: '',
    },
  ];
}

export function digestOfFile({ parsed }: SourceFile): string {
  return hash('sha256', parsed.text.replaceAll('\r\n', '\n'));
}

function noText(path: string, fault: GhostshipError): GhostshipError {
  return new GhostshipError('unreadable-file', `${sentence(fault.message)} Nothing was noted.`, {
    hint: `Leave the file out: add !${path} to the option files.`,
    cause: fault,
  });
}
