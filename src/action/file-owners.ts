import type { ApprovedPlan, FileOrigin, FileOrigins } from '../commands/binding/file-origin.ts';
import type { TakenWith } from '../commands/statements/source.ts';
import type { ActionRun } from './action-run.ts';
import type { PullRequestRef } from './find-pull-request.ts';
import type { GitHubRepository } from './github.ts';
import {
  listChangedFiles,
  type MovableFile,
  pathsBrought,
  pathsTakenAway,
  withShownPaths,
} from './pull-request-files.ts';
import type { RequestOptions } from './request-options.ts';
import type { Answer, TolerantWrites } from './tolerant-writes.ts';

/** The pull requests of so many commits are asked for: a job has 1,000 requests an hour. */
const mostCommits = 100;

/** A file that was moved is looked for in so many commits that have changed it. */
const mostSteps = 10;

/** For all questions together: the migration waits for the answers. */
const patienceMs = 120_000;

interface Asking {
  readonly repository: GitHubRepository;
  readonly writes: TolerantWrites;
  /** The commit that is migrated. */
  readonly sha: string;
  /** Path of the config file. */
  readonly configPath: string;
  /** The pull request of the run, if it is known. */
  readonly known: PullRequestRef | null;
  readonly planOf: (pull: PullRequestRef, request: RequestOptions) => Promise<ApprovedPlan>;
}

/** Paths that a pull request has changed, and with those that they had before. */
interface Changed {
  readonly now: ReadonlySet<string>;
  readonly all: ReadonlySet<string>;
  readonly brought: ReadonlySet<string>;
  readonly takenAway: ReadonlySet<string>;
}

interface CommitRef {
  readonly sha: string;
  readonly parents: readonly { readonly sha: string }[];
}

/** `null` for nobody. */
type Owner = Answer<PullRequestRef | null>;

/** Which pull request has brought which file. Each is asked for once. */
export class FileOwners {
  readonly #asking: Asking;
  readonly #owners = new Map<string, Owner>();
  readonly #origins = new Map<number, Promise<FileOrigin>>();
  readonly #pulls = new Map<string, Promise<PullRequestRef | null>>();
  readonly #files = new Map<number, Promise<Answer<Changed>>>();
  #deadline: AbortSignal | null = null;

  constructor({ repository, writes, runner, config }: ActionRun, more: Pick<Asking, 'known' | 'planOf'>) {
    this.#asking = { repository, writes, sha: runner.sha, configPath: config.path, ...more };
  }

  async originsOf(paths: readonly string[]): Promise<FileOrigins> {
    const origins = new Map<string, FileOrigin>();
    for (const path of paths) {
      const owner = await this.#ownerOf(path);
      if (owner.kind === 'trouble') origins.set(path, { kind: 'unread', why: owner.why });
      else if (owner.value === null) origins.set(path, { kind: 'nobody' });
      else {
        const pull = owner.value;
        const origin = this.#origins.get(pull.number) ?? this.#originOf(pull);
        this.#origins.set(pull.number, origin);
        origins.set(path, await origin);
      }
    }
    return origins;
  }

  /** A file that no pull request has brought, or of which it is not known, has `null`. */
  async ownersOf(paths: readonly string[]): Promise<ReadonlyMap<string, PullRequestRef | null>> {
    const owners = new Map<string, PullRequestRef | null>();
    for (const path of paths) {
      const owner = await this.#ownerOf(path);
      owners.set(path, owner.kind === 'answer' ? owner.value : null);
    }
    return owners;
  }

  /** What the pull request has taken away that has brought a file, or else the commit, and what those that have changed it since. */
  takenWith: TakenWith = async (path) => {
    const taken = new Set<string>();
    const commits = await this.#asking.writes.ask(`look for the commits of ${path}`, () =>
      this.#commitsOf(path, mostSteps),
    );
    if (commits.kind === 'trouble') return commits;
    for (const commit of commits.value) {
      const asked = await this.#asking.writes.ask(`look what came with ${path}`, () => this.#changedWith(commit));
      if (asked.kind === 'trouble') return asked;
      for (const gone of asked.value.takenAway) taken.add(gone);
      if (asked.value.brought.has(path)) return taken;
    }
    return commits.value.length === 0 ? null : taken;
  };

  async #ownerOf(path: string): Promise<Owner> {
    const owner = this.#owners.get(path) ?? (await this.#find(path));
    this.#owners.set(path, owner);
    return owner;
  }

  async #find(path: string): Promise<Owner> {
    const { known, writes } = this.#asking;
    const ofKnown = known === null ? null : await this.#filesOf(known);
    if (ofKnown?.kind === 'answer' && ofKnown.value.now.has(path)) return { kind: 'answer', value: known };
    if (this.#pulls.size >= mostCommits)
      return {
        kind: 'trouble',
        mayPass: false,
        why: `the files are of more than ${mostCommits} commits, and so many are not asked for`,
      };
    if (this.#deadline?.aborted === true)
      return { kind: 'trouble', why: 'GitHub did not answer in time', mayPass: true };
    return await writes.ask(`look for the pull request of ${path}`, () => this.#findByCommit(path));
  }

  /** Options of a request. */
  get #request(): RequestOptions {
    this.#deadline ??= AbortSignal.timeout(patienceMs);
    return { request: { signal: this.#deadline } };
  }

  async #filesOf({ number }: PullRequestRef): Promise<Answer<Changed>> {
    const { writes, repository } = this.#asking;
    const files = async (): Promise<Changed> => {
      return changedBy(await listChangedFiles(repository, number, this.#request));
    };
    const listed = await (this.#files.get(number) ?? writes.ask('list the files of the pull request', files));
    // Whoever asks again may have an answer.
    if (listed.kind === 'answer') this.#files.set(number, Promise.resolve(listed));
    return listed;
  }

  /** The last commit that changed the file, and the pull request that was merged with it. */
  async #findByCommit(path: string): Promise<PullRequestRef | null> {
    const [commit] = await this.#commitsOf(path, 1);
    return commit === undefined ? null : await this.#pullOnce(commit.sha);
  }

  /** Newest first. */
  async #commitsOf(path: string, most: number) {
    const { octokit, owner, repo } = this.#asking.repository;
    const page = { path, sha: this.#asking.sha, per_page: most };
    const { data } = await octokit.rest.repos.listCommits({ owner, repo, ...page, ...this.#request });
    return data;
  }

  async #changedWith({ sha, parents: [parent] }: CommitRef): Promise<Pick<Changed, 'brought' | 'takenAway'>> {
    const pull = await this.#pullOnce(sha);
    const files = pull === null ? null : await this.#filesOf(pull);
    if (files?.kind === 'answer') return files.value;
    if (files !== null) throw new Error(files.why);
    const { octokit, owner, repo } = this.#asking.repository;
    const basehead = `${parent?.sha ?? sha}...${sha}`;
    const { data } = await octokit.rest.repos.compareCommitsWithBasehead({ owner, repo, basehead, ...this.#request });
    return changedBy((data.files ?? []).map(withShownPaths));
  }

  async #pullOnce(commit: string): Promise<PullRequestRef | null> {
    const found = this.#pulls.get(commit) ?? this.#pullOf(commit);
    this.#pulls.set(commit, found);
    return await found;
  }

  async #pullOf(commit: string): Promise<PullRequestRef | null> {
    const { octokit, owner, repo } = this.#asking.repository;
    const { data } = await octokit.rest.repos.listPullRequestsAssociatedWithCommit({
      owner,
      repo,
      commit_sha: commit,
      ...this.#request,
    });
    const pull = data.find(({ merged_at: mergedAt }) => mergedAt !== null);
    return pull === undefined ? null : { number: pull.number, headSha: pull.head.sha, baseBranch: pull.base.ref };
  }

  async #originOf(pull: PullRequestRef): Promise<FileOrigin> {
    const { writes, planOf, configPath } = this.#asking;
    const reviewers = await writes.attempt('read the reviews', () => this.#reviewersOf(pull));
    const asked = await writes.ask('read the plan that was approved', () => planOf(pull, this.#request));
    const files = await this.#filesOf(pull);
    const trouble = [asked, files].find((answer) => answer.kind === 'trouble');
    const unread: ApprovedPlan = { kind: 'unread', why: trouble?.why ?? '' };
    const plan = trouble === undefined && asked.kind === 'answer' ? asked.value : unread;
    const changedConfig = files.kind === 'answer' && files.value.all.has(configPath) ? configPath : null;
    return { kind: 'pull-request', pullRequest: pull.number, reviewers: reviewers || null, plan, changedConfig };
  }

  /** Those whose last word was an approval. */
  async #reviewersOf({ number }: PullRequestRef): Promise<string> {
    const { octokit, owner, repo } = this.#asking.repository;
    const reviews = await octokit.paginate(octokit.rest.pulls.listReviews, {
      owner,
      repo,
      pull_number: number,
      per_page: 100,
      ...this.#request,
    });
    const last = new Map<string, string>();
    for (const { user, state } of reviews) if (user !== null && state !== 'COMMENTED') last.set(user.login, state);
    return [...last].flatMap(([login, state]) => (state === 'APPROVED' ? [login] : [])).join(',');
  }
}

function changedBy(changed: readonly MovableFile[]): Changed {
  const now = changed.map(({ filename }) => filename);
  const before = changed.flatMap(({ previous_filename: previous }) => (previous === undefined ? [] : [previous]));
  return {
    now: new Set(now),
    all: new Set([...now, ...before]),
    brought: new Set(pathsBrought(changed)),
    takenAway: new Set(pathsTakenAway(changed)),
  };
}
