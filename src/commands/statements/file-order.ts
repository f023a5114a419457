import { posix } from 'node:path';

/** `V1_1__add.sql` (Flyway, "Migrations": dots and underlines part a version); `R__` files have none and come last. */
const flyway = /^(?:[VU](\d+(?:[._]\d+)*)|R)__/u;
/** `2_add.up.sql` (golang-migrate, MIGRATIONS.md: "{version}_{title}"). */
const numbered = /^(\d+)[_.-]/u;

/**
 * The order in which files are applied: that of their paths, but where all files of a folder have versions, that of the
 * versions, as the tool they are named for does it. Folders of Flyway are one place for it.
 *
 * @param paths with `/` between their parts
 */
export function inOrder(paths: readonly string[]): string[] {
  const sorted = paths.toSorted();
  const folders = new Map<string, string[]>();
  for (const path of sorted) {
    const folder = posix.dirname(path);
    folders.set(folder, [...(folders.get(folder) ?? []), path]);
  }
  const allOf = (names: RegExp): string[][] =>
    [...folders.values()].filter((files) => files.every((path) => names.test(posix.basename(path))));
  const groups = [allOf(flyway).flat(), ...allOf(numbered)];
  return groups.reduce(withGroupInOrder, sorted);
}

/** The files of a group change places among themselves; all others stay where they are. */
function withGroupInOrder(paths: readonly string[], group: readonly string[]): string[] {
  const members = new Set(group);
  const ordered = paths
    .filter((path) => members.has(path))
    .toSorted(byVersion)
    [Symbol.iterator]();
  return paths.map((path) => (members.has(path) ? (ordered.next().value ?? path) : path));
}

/** Files of the same version stay in the order of their paths. */
function byVersion(one: string, other: string): number {
  const [left, right] = [versionOf(one), versionOf(other)];
  if (left === null || right === null) return Number(left === null) - Number(right === null);
  for (let part = 0; part < Math.max(left.length, right.length); part++) {
    const [a, b] = [left[part] ?? 0n, right[part] ?? 0n];
    if (a !== b) return a < b ? -1 : 1;
  }
  return 0;
}

/** @returns `null` for a file that is to be applied behind all versions */
function versionOf(path: string): bigint[] | null {
  const name = posix.basename(path);
  const version = flyway.test(name) ? flyway.exec(name)?.[1] : numbered.exec(name)?.[1];
  return version === undefined ? null : version.split(/[._]/u).map(BigInt);
}
