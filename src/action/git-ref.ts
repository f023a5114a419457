import { matchPaths } from '../commands/options/match-paths.ts';

/** A branch or a tag. */
export interface GitRef {
  /** In full: `refs/heads/main`. */
  readonly name: string;
  readonly isDefaultBranch: boolean;
}

export function branchRef(branch: string): string {
  return `refs/heads/${branch}`;
}

/** As people call it: `main`. */
export function shortName({ name }: GitRef): string {
  return name.replace(/^refs\/(?:heads|tags)\//u, '');
}

/**
 * Whether a merge into the ref migrates. A branch of a merge queue never migrates: its commits are not merged yet.
 *
 * @param branches names or globs of branches; what begins with `refs/` is a ref in full, so that tags can be meant.
 *   Without any, the default branch is meant.
 */
export function isAmong(ref: GitRef, branches: readonly string[]): boolean {
  if (ref.name.startsWith('refs/heads/gh-readonly-queue/')) return false;
  return branches.length === 0 ? ref.isDefaultBranch : matchPaths(branches.map(inFull))(ref.name);
}

function inFull(glob: string): string {
  const [, not = '', name = ''] = /^(!?)(.*)$/u.exec(glob) ?? [];
  return not + (name.startsWith('refs/') ? name : branchRef(name));
}
