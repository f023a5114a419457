import { resolve } from 'node:path';
import { GhostshipError } from '../../support/errors.ts';
import { readText, unreadable } from '../../support/read-text.ts';
import { hidesCharacters, shownPath } from '../../support/shown-path.ts';
import { matchPaths } from '../options/match-paths.ts';
import { inOrder } from './file-order.ts';
import { findFiles, globsFrom, isLiteral, isOutside } from './find-files.ts';

/** A file as the globs mean it: its text, or why it cannot be read. */
export type SqlFile = ReadableFile | UnreadableFile;

export interface ReadableFile {
  /** From the root, with `/` between its parts: the name under which the ledger knows it. */
  readonly path: string;
  readonly text: string;
}

export interface UnreadableFile {
  readonly path: string;
  readonly fault: GhostshipError;
}

/**
 * The files the globs mean, in the order they are applied in (see `file-order.ts`). Neither a glob nor a
 * link leads out of the root.
 *
 * @param root an absolute path
 * @param maxBytes a file that has more is not read
 * @param outside whether a path without wildcards may name a file outside of the root: somebody has typed it
 * @throws GhostshipError `usage` if a path without wildcards does not exist, or a glob leads out of the root
 */
export async function readSqlFiles(
  patterns: readonly string[],
  root: string,
  maxBytes: number,
  outside: 'refused' | 'if named' = 'refused',
): Promise<SqlFile[]> {
  const globs = globsFrom(root, patterns);
  const matches = matchPaths(globs);
  const literals = globs.filter((glob) => isLiteral(glob) && matches(glob));
  const { paths, escapes } = await findFiles(globs, root);
  const files = await Promise.all(
    inOrder([...new Set([...paths, ...literals])]).map(async (path) => {
      const file = await readSqlFile(path, root, maxBytes, outside);
      if (file === null && literals.includes(path)) return path;
      return file ?? faulty(path, unreadable(`${path} is a link that leads nowhere.`, 'Take it away.'));
    }),
  );
  const missing = files.filter((file) => typeof file === 'string');
  if (missing.length > 0) {
    throw new GhostshipError('usage', `There is no file ${missing.join(', no file ')}.`, {
      hint: 'Check the option files; paths count from the working directory.',
    });
  }
  const leaving = escapes.map((path) =>
    faulty(
      path,
      unreadable(
        `${path} leads out of the folder it belongs to.`,
        `Take it away, or add !${path}/** to the option files.`,
      ),
    ),
  );
  return [...files.filter((file) => typeof file !== 'string'), ...leaving];
}

/** @returns `null` where there is no such file */
export async function readSqlFile(
  path: string,
  root: string,
  maxBytes: number,
  outside: 'refused' | 'if named' = 'refused',
): Promise<SqlFile | null> {
  if (hidesCharacters(path)) return unshown(path);
  try {
    const isNamed = outside === 'if named' && isOutside(path);
    const text = await readText(resolve(root, path), path, isNamed ? null : root, maxBytes);
    return text === null ? null : { path, text };
  } catch (error) {
    if (error instanceof GhostshipError) return faulty(path, error);
    throw error;
  }
}

/** A file whose name has characters that cannot be shown. It is never read. */
export function unshown(path: string): UnreadableFile {
  const shown = shownPath(path);
  return faulty(
    shown,
    unreadable(`The name of ${shown} holds control characters, such as a line break.`, 'Rename it.'),
  );
}

export function faulty(path: string, fault: GhostshipError): UnreadableFile {
  return { path, fault };
}
