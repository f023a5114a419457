import type { Account } from './account.ts';
import { type ChangedFile, changedFiles } from './changed-files.ts';
import { type Commit, type FileChanges, makeCommit } from './commit.ts';
import type { Repository } from './repository.ts';

export interface Branch {
  readonly repository: Repository;
  readonly name: string;
}

export type PullRequestState =
  | { readonly kind: 'open' }
  | { readonly kind: 'closed'; readonly at: Date }
  | { readonly kind: 'merged'; readonly at: Date; readonly by: Account; readonly commit: Commit };

interface Opening {
  readonly id: number;
  readonly number: number;
  readonly author: Account;
  readonly base: Branch;
  readonly head: Branch;
  readonly title: string;
  readonly body: string | null;
}

export class PullRequest {
  readonly id: number;
  readonly number: number;
  readonly author: Account;
  base: Branch;
  readonly head: Branch;
  readonly createdAt = new Date();
  readonly labels = new Set<string>();
  title: string;
  body: string | null;
  state: PullRequestState = { kind: 'open' };
  #testMerge: { readonly key: string; readonly commit: Commit | null } | null = null;
  /** Both ends as they were when it was closed or merged; the branches go on without it. */
  #ends: { readonly base: Commit; readonly head: Commit } | null = null;

  constructor(opening: Opening) {
    this.id = opening.id;
    this.number = opening.number;
    this.author = opening.author;
    this.base = opening.base;
    this.head = opening.head;
    this.title = opening.title;
    this.body = opening.body;
  }

  get headCommit(): Commit {
    return this.#ends?.head ?? this.head.repository.tip(this.head.name);
  }

  get baseCommit(): Commit {
    return this.#ends?.base ?? this.base.repository.tip(this.base.name);
  }

  get isFromFork(): boolean {
    return this.head.repository !== this.base.repository;
  }

  /** Pushes another commit to the head branch: a `synchronize` event is due. */
  push(files: FileChanges, message = 'Change what was asked for'): Commit {
    return this.head.repository.push({ branch: this.head.name, files, message, author: this.author.login });
  }

  /** An `edited` event is due. */
  retarget(branch: string): void {
    this.base = { repository: this.base.repository, name: branch };
  }

  commits(): readonly Commit[] {
    return this.base.repository.network.between(this.baseCommit, this.headCommit);
  }

  changedFiles(): readonly ChangedFile[] {
    const { network } = this.base.repository;
    return changedFiles(network.mergeBase(this.baseCommit, this.headCommit).tree, this.headCommit.tree);
  }

  /** What `refs/pull/N/merge` stands for, and what a workflow checks out; `null` while there is a conflict. */
  testMerge(): Commit | null {
    const { baseCommit, headCommit } = this;
    const key = `${baseCommit.sha} ${headCommit.sha}`;
    if (this.#testMerge?.key !== key) this.#testMerge = { key, commit: this.#mergeCommit(baseCommit, headCommit) };
    return this.#testMerge.commit;
  }

  /**
   * Merges by a merge commit on the base branch.
   *
   * @throws Error when it is not open, or has a conflict
   */
  merge({ by }: { readonly by: string }): Commit {
    if (this.state.kind !== 'open') throw new Error(`Pull request #${this.number} is ${this.state.kind}.`);
    const commit = this.testMerge();
    if (commit === null) throw new Error(`Pull request #${this.number} has a conflict.`);
    this.#ends = { base: this.baseCommit, head: this.headCommit };
    this.base.repository.moveBranch(this.base.name, commit);
    this.state = { kind: 'merged', at: new Date(), by: this.base.repository.account(by), commit };
    return commit;
  }

  close(): void {
    this.#ends = { base: this.baseCommit, head: this.headCommit };
    this.state = { kind: 'closed', at: new Date() };
  }

  reopen(): void {
    this.#ends = null;
    this.state = { kind: 'open' };
  }

  #mergeCommit(base: Commit, head: Commit): Commit | null {
    const { network } = this.base.repository;
    const tree = network.mergedTree(base, head);
    if (tree === null) return null;
    const message = `Merge pull request #${this.number} from ${this.head.repository.owner.login}/${this.head.name}`;
    return network.add(makeCommit({ parents: [base.sha, head.sha], tree, message, author: this.author }));
  }
}
