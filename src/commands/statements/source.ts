import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { ReadingMode } from '../../sql/parser/reading-mode.ts';
import { type ParsedFile, parseFile, unparsedFile } from '../../sql/parser/script/parsed-file.ts';
import type { GhostshipError } from '../../support/errors.ts';
import { toGhostshipError } from '../known-error.ts';
import type { Settings } from '../options/settings.ts';
import { strangersAmong } from './file-order.ts';
import { type FileStatement, singleStatement, statementsOf, typedPath } from './file-statement.ts';
import type { SqlFile } from './sql-file.ts';

/** Where statements come from: files in the order they are applied in, or one statement that a person has just typed. */
export interface Source {
  readonly isTyped: boolean;
  readonly files: readonly SourceFile[];
  /** Whether there is a file at a path, one of these or another. */
  readonly isThere: (path: string) => boolean;
  readonly takenWith?: TakenWith;
}

/**
 * The paths that the change takes away which brings a file; why that is not known, without a full stop; `null` where no history has
 * the file.
 */
export type TakenWith = (path: string) => Promise<ReadonlySet<string> | { readonly why: string } | null>;

/** A file as far as it can be read. What was typed is a file without a path, with the comments around the statement. */
export interface SourceFile {
  readonly path: string | null;
  readonly parsed: ParsedFile;
  readonly statements: readonly FileStatement[];
  /** Why its statements are not known; they are none then. */
  readonly fault: GhostshipError | null;
}

/** What a source is made of. How it is to be read depends on the server that it is for. */
export type Unread =
  /** The statement of `--alter`. */
  { readonly typed: string } | FilesToRead;

export interface FilesToRead {
  readonly files: readonly SqlFile[];
  /** Whether there is a file at a path; where it is not given, there are these alone. */
  readonly isThere?: (path: string) => boolean;
  /** Not given where there is no history to ask. */
  readonly takenWith?: TakenWith;
}

/** @param root an absolute path */
export function isThereIn(root: string): (path: string) => boolean {
  return (path) => existsSync(resolve(root, path));
}

/** The texts that can be read at all. */
export function textsOf(unread: Unread): readonly string[] {
  return 'typed' in unread ? [unread.typed] : unread.files.flatMap((file) => ('text' in file ? [file.text] : []));
}

/** @throws GhostshipError `usage` unless what was typed is exactly one statement */
export function readSource(unread: Unread, { home }: Settings, mode: ReadingMode): Source {
  if ('files' in unread) {
    const { files, isThere = (path) => files.some((file) => file.path === path), ...more } = unread;
    const strangers = strangersAmong(files.map(({ path }) => path));
    const read = files.map((file) => withOrder(readSourceFile(file, home, mode), strangers));
    return { isTyped: false, files: read, isThere, ...more };
  }
  const parsed = parseFile(typedPath, unread.typed, mode, home);
  const files = [{ path: null, parsed, statements: [singleStatement(parsed, home)], fault: null }];
  return { isTyped: true, files, isThere: () => true };
}

function withOrder(file: SourceFile, strangers: ReadonlyMap<string, string>): SourceFile {
  const why = strangers.get(file.path ?? '');
  if (why === undefined || file.statements.length === 0) return file;
  const { leftOut } = file.parsed;
  return { ...file, parsed: { ...file.parsed, leftOut: [...leftOut, { start: 0, end: 0, why, kind: 'order' }] } };
}

function readSourceFile(file: SqlFile, home: string | null, mode: ReadingMode): SourceFile {
  const { path } = file;
  if ('fault' in file)
    return { path, parsed: unparsedFile(path, file.fault.message), statements: [], fault: file.fault };
  const parsed = parseFile(path, file.text, mode, home);
  try {
    return { path, parsed, statements: statementsOf(parsed, home), fault: null };
  } catch (error) {
    return { path, parsed, statements: [], fault: toGhostshipError(error) };
  }
}
