import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { isAbsolute, join, posix, relative, resolve, sep } from 'node:path';
import picomatch from 'picomatch';
import { GhostshipError } from '../../support/errors.ts';
import { shownPath } from '../../support/shown-path.ts';
import { matchPaths } from '../options/match-paths.ts';

/** What globs mean, as paths from the root, as they are shown. */
export interface Found {
  /** Paths that match. Whether they are files is found out when they are read. */
  readonly paths: readonly string[];
  /** Folders that lead out of the root. They were not entered. */
  readonly escapes: readonly string[];
  /** Paths that would match if case did not count. */
  readonly otherCase: readonly string[];
}

/**
 * Globs as paths from the root, with `/` between their parts.
 *
 * @throws GhostshipError `usage` for one that leads out of the root
 */
export function globsFrom(root: string, globs: readonly string[]): string[] {
  return globs.map((glob) => {
    const [mark, pattern] = glob.startsWith('!') ? ['!', glob.slice(1)] : ['', glob];
    const name = isAbsolute(pattern) ? nameFrom(root, pattern) : posix.normalize(pattern);
    if (isOutside(name) && mark === '' && !isLiteral(glob)) {
      throw new GhostshipError('usage', `${glob} leads out of ${root}.`, {
        hint: 'Globs of the option files stay within the working directory; a single file elsewhere is named by its path.',
      });
    }
    return mark + name;
  });
}

/** A path without wildcards. */
export function isLiteral(glob: string): boolean {
  return !glob.startsWith('!') && !picomatch.scan(glob).isGlob;
}

export function isOutside(name: string): boolean {
  return name === '..' || name.startsWith('../') || isAbsolute(name);
}

function nameFrom(root: string, path: string): string {
  return relative(root, resolve(root, path)).split(sep).join('/');
}

/**
 * Walks the folders that globs begin with. Links to folders are followed as long as they stay within the root, and once.
 *
 * @param globs as {@link globsFrom} gives them
 */
export async function findFiles(globs: readonly string[], root: string): Promise<Found> {
  const matches = matchPaths(globs);
  const excluded = globs.filter((glob) => glob.startsWith('!')).map((glob) => glob.slice(1));
  const isExcluded = picomatch(excluded, { dot: true });
  const paths = new Set<string>();
  const escapes = new Set<string>();
  const beside: string[] = [];
  const realRoot = await realpath(root);

  const visit = async (folder: string, above: readonly string[]): Promise<void> => {
    const real = await realpath(join(root, folder));
    if (above.includes(real)) return;
    if (isOutside(nameFrom(realRoot, real))) {
      escapes.add(shownPath(folder));
      return;
    }
    for (const entry of await readdir(real, { withFileTypes: true })) {
      const name = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.name === '.git' || isExcluded(name)) continue;
      if (!(await isFolder(entry, join(real, entry.name)))) {
        if (matches(name)) paths.add(shownPath(name));
        else beside.push(shownPath(name));
      } else if (!isExcluded(`${name}/x`)) await visit(name, [...above, real]);
    }
  };
  for (const base of basesOf(globs)) {
    if (await isThere(join(root, base))) await visit(base, []);
  }
  return { paths: [...paths], escapes: [...escapes], otherCase: inOtherCase(beside, globs) };
}

/**
 * Those of the paths that the globs mean in another case only. Nobody reads them, and whoever has written them thinks otherwise.
 *
 * @param globs as {@link globsFrom} gives them
 */
export function inOtherCase(paths: readonly string[], globs: readonly string[]): string[] {
  const [matches, matchesAnyCase] = [matchPaths(globs), matchPaths(globs, true)];
  return paths.filter((path) => matchesAnyCase(path) && !matches(path)).toSorted();
}

/** A sentence; `null` where there are none. */
export function tellOtherCase(paths: readonly string[]): string | null {
  if (paths.length === 0) return null;
  const shown = paths.length > mostShown ? [...paths.slice(0, mostShown), `${paths.length - mostShown} more`] : paths;
  return `Not read, and never run: ${shown.join(', ')}. The option files means such names in another case only: write the ending as it does.`;
}

const mostShown = 5;

/** The folders before the first wildcard of each glob, without those that lie within another one. */
function basesOf(globs: readonly string[]): string[] {
  const dynamic = globs.filter((glob) => !glob.startsWith('!') && !isLiteral(glob));
  const bases = [...new Set(dynamic.map((glob) => picomatch.scan(glob).base.replace(/^\.?\/*|\/$/gu, '')))];
  return bases.filter(
    (base) => !bases.some((other) => other !== base && (other === '' || base.startsWith(`${other}/`))),
  );
}

async function isFolder(entry: Dirent, path: string): Promise<boolean> {
  if (!entry.isSymbolicLink()) return entry.isDirectory();
  return stat(path).then(
    (stats) => stats.isDirectory(),
    () => false,
  );
}

function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    (stats) => stats.isDirectory(),
    () => false,
  );
}
