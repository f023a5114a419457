import type { Commit, Tree } from './commit.ts';

/** The commits of a repository and all its forks: as on GitHub, each of them finds every commit by its SHA. */
export class CommitNetwork {
  readonly #commits = new Map<string, Commit>();

  add(commit: Commit): Commit {
    this.#commits.set(commit.sha, commit);
    return commit;
  }

  find(sha: string): Commit | null {
    return this.#commits.get(sha) ?? null;
  }

  /** @throws Error when there is no such commit */
  get(sha: string): Commit {
    const commit = this.find(sha);
    if (commit === null) throw new Error(`There is no commit ${sha}.`);
    return commit;
  }

  /** The commits `head` has and `base` has not, oldest first. */
  between(base: Commit, head: Commit): readonly Commit[] {
    const known = new Set(this.#walk(base).map(({ sha }) => sha));
    return this.#walk(head)
      .filter(({ sha }) => !known.has(sha))
      .reverse();
  }

  /** Newest first. With a path, those that changed it: of a merge that changed nothing, only the side it took is followed, as git does. */
  history(tip: Commit, path: string | null): readonly Commit[] {
    if (path === null) return this.#walk(tip);
    const found: Commit[] = [];
    const seen = new Map([[tip.sha, tip]]);
    for (const commit of seen.values()) {
      const parents = commit.parents.map((sha) => this.get(sha));
      const same = parents.find(({ tree }) => tree.get(path) === commit.tree.get(path));
      if (same === undefined && (commit.tree.has(path) || parents.length > 0)) found.push(commit);
      for (const parent of same === undefined ? parents : [same]) seen.set(parent.sha, parent);
    }
    return found;
  }

  /** @throws Error when the two have no commit in common */
  mergeBase(base: Commit, head: Commit): Commit {
    const known = new Set(this.#walk(base).map(({ sha }) => sha));
    const shared = this.#walk(head).find(({ sha }) => known.has(sha));
    if (shared === undefined) throw new Error(`${base.sha} and ${head.sha} have no commit in common.`);
    return shared;
  }

  /** What merging `head` into `base` gives; `null` when both changed the same file differently. */
  mergedTree(base: Commit, head: Commit): Tree | null {
    const origin = this.mergeBase(base, head).tree;
    const merged = new Map(base.tree);
    for (const path of new Set([...origin.keys(), ...head.tree.keys()])) {
      const ours = base.tree.get(path);
      const theirs = head.tree.get(path);
      if (theirs === origin.get(path) || theirs === ours) continue;
      if (ours !== origin.get(path)) return null;
      if (theirs === undefined) merged.delete(path);
      else merged.set(path, theirs);
    }
    return merged;
  }

  // Breadth first, the commit itself in front: the nearest comes first.
  #walk(from: Commit): readonly Commit[] {
    const seen = new Map([[from.sha, from]]);
    for (const commit of seen.values()) {
      for (const parent of commit.parents) seen.set(parent, this.get(parent));
    }
    return [...seen.values()];
  }
}
