import type { Account } from './account.ts';
import type { CheckRun } from './check-run.ts';
import type { Role } from './collaborator.ts';
import type { Comment } from './comment.ts';
import { applyChanges, type Commit, type FileChanges, makeCommit } from './commit.ts';
import { CommitNetwork } from './commit-network.ts';
import type { Deployment } from './deployment.ts';
import { PullRequest } from './pull-request.ts';
import type { Review, ReviewComment } from './review.ts';
import type { RepositoryDispatch, WorkflowDispatch, WorkflowRun, WorkflowRunBeginning } from './workflow-run.ts';
import type { World } from './world.ts';

export interface Push {
  /** Made from the default branch if there is no such branch; the default branch when left out. */
  readonly branch?: string;
  readonly files: FileChanges;
  readonly message?: string;
  /** A login; the repository's owner when left out. */
  readonly author?: string;
}

export interface PullRequestOpening {
  readonly title: string;
  readonly files: FileChanges;
  readonly body?: string;
  /** A login; the repository's owner when left out. */
  readonly author?: string;
  readonly branch?: string;
  readonly base?: string;
  /** From the author's own copy of the repository: its workflows get a token that can only read, and no secrets. */
  readonly fork?: boolean;
}

export interface RepositoryOpening {
  readonly owner: string;
  readonly name: string;
  readonly private: boolean;
  readonly defaultBranch: string;
  readonly collaborators: Readonly<Record<string, Role>>;
}

export class Repository {
  readonly id: number;
  readonly owner: Account;
  readonly name: string;
  readonly private: boolean;
  readonly defaultBranch: string;
  readonly network: CommitNetwork;
  readonly createdAt = new Date();
  /** The SHA every branch points to, by name. */
  readonly branches = new Map<string, string>();
  readonly collaborators: Map<string, Role>;
  /** What files really hold whose bytes are no UTF-8, by path; the tree has their text. */
  readonly bytes = new Map<string, Uint8Array>();
  readonly pulls: PullRequest[] = [];
  readonly issueComments: Comment[] = [];
  readonly reviews: Review[] = [];
  readonly reviewComments: ReviewComment[] = [];
  readonly allCheckRuns: CheckRun[] = [];
  readonly deployments: Deployment[] = [];
  readonly workflowRuns: WorkflowRun[] = [];
  readonly workflowDispatches: WorkflowDispatch[] = [];
  readonly repositoryDispatches: RepositoryDispatch[] = [];
  readonly #world: World;
  #lastNumber = 0;

  constructor(opening: RepositoryOpening, world: World, network = new CommitNetwork()) {
    this.id = world.ids.next();
    this.owner = world.account(opening.owner);
    this.name = opening.name;
    this.private = opening.private;
    this.defaultBranch = opening.defaultBranch;
    this.collaborators = new Map(Object.entries(opening.collaborators));
    this.network = network;
    this.#world = world;
  }

  /** `owner/name` */
  get fullName(): string {
    return `${this.owner.login}/${this.name}`;
  }

  /** The newest commit of the branch. @throws Error when there is no such branch */
  tip(branch = this.defaultBranch): Commit {
    const sha = this.branches.get(branch);
    if (sha === undefined) throw new Error(`${this.fullName} has no branch ${branch}.`);
    return this.network.get(sha);
  }

  /** A SHA, a branch, or either form of it (`heads/main`, `refs/heads/main`, `refs/pull/1/merge`); `null` if unknown. */
  resolve(ref: string): Commit | null {
    const name = ref.replace(/^(?:refs\/)?heads\//, '');
    const pull = /^(?:refs\/)?pull\/(\d+)\/(head|merge)$/.exec(ref);
    if (pull !== null) {
      const found = this.pull(Number(pull[1]));
      return found === null ? null : pull[2] === 'head' ? found.headCommit : found.testMerge();
    }
    return this.branches.has(name) ? this.tip(name) : this.network.find(ref);
  }

  push({ branch = this.defaultBranch, files, message = 'Change files', author = this.owner.login }: Push): Commit {
    const startSha = this.branches.get(branch) ?? this.branches.get(this.defaultBranch);
    const start = startSha === undefined ? null : this.network.get(startSha);
    const commit = makeCommit({
      parents: start === null ? [] : [start.sha],
      tree: applyChanges(start?.tree ?? new Map(), files),
      message,
      author: this.account(author),
    });
    this.moveBranch(branch, commit);
    return commit;
  }

  moveBranch(branch: string, commit: Commit): void {
    this.branches.set(branch, this.network.add(commit).sha);
  }

  openPullRequest(opening: PullRequestOpening): PullRequest {
    const { title, files, body = null, author = this.owner.login, base = this.defaultBranch, fork = false } = opening;
    const number = this.#nextNumber();
    const source = fork ? this.#world.fork(this, author) : this;
    const branch = opening.branch ?? `change-${number}`;
    if (!source.branches.has(branch)) source.moveBranch(branch, this.tip(base));
    source.push({ branch, files, message: title, author });
    const pull = new PullRequest({
      id: this.#world.ids.next(),
      number,
      author: this.account(author),
      base: { repository: this, name: base },
      head: { repository: source, name: branch },
      title,
      body,
    });
    this.pulls.push(pull);
    return pull;
  }

  pull(number: number): PullRequest | null {
    return this.pulls.find((pull) => pull.number === number) ?? null;
  }

  comments(pull: PullRequest): readonly Comment[] {
    return this.issueComments.filter((comment) => comment.issueNumber === pull.number);
  }

  /** Adds to the conversation of a pull request, as a person does: an `issue_comment` event is due. */
  comment(pull: PullRequest, { author, body }: { readonly author: string; readonly body: string }): Comment {
    return this.addComment(pull.number, this.account(author), body);
  }

  addComment(issueNumber: number, author: Account, body: string): Comment {
    const now = new Date();
    const comment = { id: this.nextId(), issueNumber, author, body, createdAt: now, updatedAt: now, reactions: [] };
    this.issueComments.push(comment);
    return comment;
  }

  checkRuns(sha: string): readonly CheckRun[] {
    return this.allCheckRuns.filter((run) => run.headSha === sha);
  }

  startRun(beginning: WorkflowRunBeginning): WorkflowRun {
    const createdAt = new Date();
    const jobs = [{ id: this.nextId(), name: 'ghostship' }];
    const run: WorkflowRun = {
      ...beginning,
      id: this.nextId(),
      attempt: 1,
      createdAt,
      jobs,
      approvals: [],
      progress: 'queued',
    };
    this.workflowRuns.push(run);
    return run;
  }

  /** What the person may do here: owners everything, everybody may read what is public. */
  roleOf(login: string): Role {
    if (login === this.owner.login) return 'admin';
    return this.collaborators.get(login) ?? (this.private ? 'none' : 'read');
  }

  account(login: string): Account {
    return this.#world.account(login);
  }

  nextId(): number {
    return this.#world.ids.next();
  }

  #nextNumber(): number {
    this.#lastNumber += 1;
    return this.#lastNumber;
  }
}
