import { createHash } from 'node:crypto';
import type { Account } from './account.ts';

/** Every file of a commit, by path. */
export type Tree = ReadonlyMap<string, string>;

export interface Commit {
  readonly sha: string;
  /** The commits this one came from; two for a merge, none for the first. */
  readonly parents: readonly string[];
  readonly tree: Tree;
  readonly message: string;
  readonly author: Account;
  readonly at: Date;
}

/** Files to write, and with `null` files to remove. */
export type FileChanges = Readonly<Record<string, string | null>>;

let commitsMade = 0;

export function makeCommit(commit: Omit<Commit, 'sha' | 'at'>): Commit {
  // Two commits of the same content on the same parent are two commits: git tells them by time, we by number.
  commitsMade += 1;
  const identity = [commitsMade, ...commit.parents, treeSha(commit.tree), commit.message, commit.author.login];
  return { ...commit, sha: hash(identity.join('\n')), at: new Date() };
}

export function applyChanges(tree: Tree, changes: FileChanges): Tree {
  const changed = new Map(tree);
  for (const [path, content] of Object.entries(changes)) {
    if (content === null) changed.delete(path);
    else changed.set(path, content);
  }
  return changed;
}

/** What `git hash-object` says of this content. */
export function blobSha(content: string): string {
  return hash(`blob ${Buffer.byteLength(content)}\0${content}`);
}

export function treeSha(tree: Tree): string {
  return hash([...tree].map(([path, content]) => `${path}\0${blobSha(content)}`).join('\n'));
}

function hash(text: string): string {
  return createHash('sha1').update(text).digest('hex');
}
