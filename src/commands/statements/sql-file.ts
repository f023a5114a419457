import { readFile } from 'node:fs/promises';
import { relative, resolve, sep } from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import { GhostshipError } from '../../support/errors.ts';

export interface SqlFile {
  /** From the root, with `/` between its parts: the name under which the ledger knows it. */
  readonly path: string;
  readonly text: string;
}

/**
 * The files the globs mean, in the order of their paths, which is the order they are applied in.
 *
 * @param root an absolute path
 * @throws GhostshipError `usage` if a path without wildcards does not exist
 */
export async function readSqlFiles(globs: readonly string[], root: string): Promise<SqlFile[]> {
  const found = await glob([...globs], { cwd: root, dot: true, expandDirectories: false, absolute: true });
  const paths = [...new Set(found.map((path) => nameOf(resolve(path), root)))].sort();
  const missing = globs.filter((path) => isPlainPath(path) && !paths.includes(nameOf(resolve(root, path), root)));
  if (missing.length > 0) {
    throw new GhostshipError('usage', `There is no file ${missing.join(', no file ')}.`, {
      hint: 'Check the option files; paths count from the working directory.',
    });
  }
  return Promise.all(paths.map(async (path) => ({ path, text: await readFile(resolve(root, path), 'utf8') })));
}

function nameOf(path: string, root: string): string {
  return relative(root, path).split(sep).join('/');
}

function isPlainPath(path: string): boolean {
  return !path.startsWith('!') && !isDynamicPattern(path);
}
