import type { GhostshipError } from '../../support/errors.ts';
import { toGhostshipError } from '../known-error.ts';
import { type FileStatement, statementsOf } from './file-statement.ts';
import type { SqlFile } from './sql-file.ts';

/** Where statements come from: files in the order they are applied in, or one statement that a person has just typed. */
export type Source =
  | { readonly files: readonly SqlFile[] }
  /** The text is what was typed, comments included. */
  | { readonly alter: FileStatement; readonly text: string };

/** A file of a source as far as it can be read. */
export interface ReadFile {
  /** `null` for what a person has typed. */
  readonly file: SqlFile | null;
  readonly statements: readonly FileStatement[];
  /** Why its statements are not known; they are none then. */
  readonly fault: GhostshipError | null;
}

export function readSource(source: Source): ReadFile[] {
  if ('alter' in source) return [{ file: null, statements: [source.alter], fault: null }];
  return source.files.map((file) => {
    try {
      if ('fault' in file) return { file, statements: [], fault: file.fault };
      return { file, statements: statementsOf(file), fault: null };
    } catch (error) {
      return { file, statements: [], fault: toGhostshipError(error) };
    }
  });
}
