import { statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { globSync } from 'tinyglobby';

const everywhere = ['src', 'test'];

/**
 * Hold the files that take minutes. They come first, or the last of them would run alone at the end. Their files are mixed: some
 * keep the processor busy, and others mostly wait.
 */
const longFolders = [
  'test/scenarios/',
  'test/writers/',
  'test/action/',
  'test/faults/',
  'test/invariants/',
  'test/revert/',
  'test/settings/',
  'test/control/',
];

/**
 * @param paths files, and folders whose tests are all meant; none means everything
 * @param isLong of folders also the files of the long run
 * @throws Error when a path does not exist or nothing is found
 */
export function findTestFiles(paths: readonly string[], isLong = false): string[] {
  const named = paths.length === 0 ? everywhere : paths;
  const folders = named.filter((path) => statSync(path).isDirectory());
  const inFolders = globSync(
    folders.map((folder) => join(folder, '**/*.test.ts')),
    { absolute: true, ignore: isLong ? [] : ['**/*.long.*'] },
  );
  const single = named.filter((path) => !folders.includes(path)).map((path) => resolve(path));
  const files = [...new Set([...inFolders, ...single])].sort();
  if (files.length === 0) throw new Error(`No tests in ${paths.join(', ')}.`);
  const isIn = (folder: string) => (file: string) => relative(process.cwd(), file).startsWith(folder);
  const short = files.filter((file) => !longFolders.some((folder) => isIn(folder)(file)));
  return [...mix(longFolders.map((folder) => files.filter(isIn(folder)))), ...short];
}

/** Evenly: half of each list is in the first half. */
function mix(lists: readonly (readonly string[])[]): string[] {
  const placed = lists.flatMap((list) => list.map((file, index) => ({ file, at: (index + 0.5) / list.length })));
  return placed.sort((one, other) => one.at - other.at).map(({ file }) => file);
}

/** By its name. */
export function needsServer(file: string): boolean {
  return file.endsWith('.server.test.ts');
}

/** By its name: it needs no server, and more time than somebody has who waits for it. */
export function isSlow(file: string): boolean {
  return file.endsWith('.slow.test.ts');
}
