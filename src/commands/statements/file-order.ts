import { posix } from 'node:path';
import { judgeName } from '../../sql/parser/script/down-file.ts';
import { groupBy } from '../../support/group-by.ts';

/** `V1_1__add.sql` (Flyway, "Migrations": dots and underlines part a version); `R__` files have none and come last. */
const flyway = /^(?:[VUB](\d+(?:[._]\d+)*)|R)__/u;
/** `2_add.up.sql` (golang-migrate, MIGRATIONS.md: "{version}_{title}"). */
const numbered = /^(\d+)[_.-]/u;

/**
 * The order in which files are applied: that of their paths, but files with versions among themselves in the order of the
 * versions, as the tool they are named for does it. Folders of Flyway are one place for it. A file without a version changes nothing
 * for the others: it may come at any time.
 *
 * @param paths with `/` between their parts
 */
export function inOrder(paths: readonly string[]): string[] {
  const sorted = paths.toSorted();
  const folders = groupBy(sorted, (path) => posix.dirname(path));
  const versioned = (names: RegExp): string[][] =>
    [...folders.values()].map((files) => files.filter((path) => names.test(posix.basename(path))));
  const groups = [versioned(flyway).flat(), ...versioned(numbered)];
  return groups.filter(({ length }) => length > 1).reduce(withGroupInOrder, sorted);
}

/** Tools that pass over files which are not named as they want it. */
const strict: readonly { readonly tool: string; readonly marks: RegExp; readonly names: RegExp }[] = [
  { tool: 'Flyway', marks: /^V\d+(?:[._]\d+)*__/u, names: flyway },
  { tool: 'golang-migrate', marks: /^\d+_.*\.up\.sql$/u, names: /^\d+_.*\.(?:up|down)\.sql$/u },
];

/** Files that stand among those of a tool which would not run them, and why, as a sentence without its full stop. */
export function strangersAmong(paths: readonly string[]): ReadonlyMap<string, string> {
  const strangers = new Map<string, string>();
  for (const own of groupBy(paths, (path) => posix.dirname(path)).values()) {
    const names = own.map((path) => posix.basename(path));
    const found = strict.find(({ marks }) => names.some((name) => marks.test(name)));
    if (found === undefined) continue;
    const why = `${found.tool}, which other files of the folder are named for, would not run it`;
    for (const path of own)
      if (!found.names.test(posix.basename(path)) && judgeName(path)?.kind !== 'not-run') strangers.set(path, why);
  }
  return strangers;
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
