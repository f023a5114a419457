import { type ParsedFile, parseFile, unparsedFile } from '../../sql/parser/script/parsed-file.ts';
import type { GhostshipError } from '../../support/errors.ts';
import { toGhostshipError } from '../known-error.ts';
import type { Settings } from '../options/settings.ts';
import { type FileStatement, singleStatement, statementsOf, typedPath } from './file-statement.ts';
import type { SqlFile } from './sql-file.ts';

/** Where statements come from: files in the order they are applied in, or one statement that a person has just typed. */
export interface Source {
  readonly isTyped: boolean;
  readonly files: readonly SourceFile[];
}

/** A file as far as it can be read. What was typed is a file without a path, with the comments around the statement. */
export interface SourceFile {
  readonly path: string | null;
  readonly parsed: ParsedFile;
  readonly statements: readonly FileStatement[];
  /** Why its statements are not known; they are none then. */
  readonly fault: GhostshipError | null;
}

export function readSource(files: readonly SqlFile[], { home }: Settings): Source {
  return { isTyped: false, files: files.map((file) => readSourceFile(file, home)) };
}

/**
 * The statement of `--alter`.
 *
 * @throws GhostshipError `usage` unless it is exactly one
 */
export function readTyped(text: string, { home }: Settings): Source {
  const parsed = parseFile(typedPath, text);
  return { isTyped: true, files: [{ path: null, parsed, statements: [singleStatement(parsed, home)], fault: null }] };
}

function readSourceFile(file: SqlFile, home: string | null): SourceFile {
  const { path } = file;
  if ('fault' in file)
    return { path, parsed: unparsedFile(path, file.fault.message), statements: [], fault: file.fault };
  const parsed = parseFile(path, file.text);
  try {
    return { path, parsed, statements: statementsOf(parsed, home), fault: null };
  } catch (error) {
    return { path, parsed, statements: [], fault: toGhostshipError(error) };
  }
}
