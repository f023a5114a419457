import { commentShape } from './shape/comment-shape.ts';
import { simpleCommitShape } from './shape/commit-shape.ts';
import { labelShape } from './shape/label-shape.ts';
import { pullRequestShape } from './shape/pull-request-shape.ts';
import { repositoryShape } from './shape/repository-shape.ts';
import { apiUrlOf, nodeIdOf, pageUrlOf, timeOf, type Urls } from './shape/urls.ts';
import { userShape } from './shape/user-shape.ts';
import type { Comment } from './state/comment.ts';
import type { Commit } from './state/commit.ts';
import type { PullRequest } from './state/pull-request.ts';
import type { Repository } from './state/repository.ts';

export type PullRequestAction = 'opened' | 'synchronize' | 'reopened' | 'edited' | 'closed';

/** What sets a workflow off, and what the runner tells it about that. */
export interface WorkflowEvent {
  readonly name:
    | 'pull_request'
    | 'pull_request_target'
    | 'merge_group'
    | 'push'
    | 'issue_comment'
    | 'workflow_dispatch'
    | 'schedule';
  readonly repository: Repository;
  /** `GITHUB_SHA`: what is checked out. */
  readonly commit: Commit;
  /** `GITHUB_REF` */
  readonly ref: string;
  /** `GITHUB_HEAD_REF` and `GITHUB_BASE_REF`; pull requests only. */
  readonly branches: { readonly head: string; readonly base: string } | null;
  readonly actor: string;
  /** An outsider's pull request: the token can only read, and there are no secrets. */
  readonly isUntrusted: boolean;
  /** The file behind `GITHUB_EVENT_PATH`. */
  readonly payload: Readonly<Record<string, unknown>>;
}

/**
 * The checkout of a pull request is the test merge, not its head; of one that is merged, the base branch.
 *
 * @throws Error when it has a conflict: GitHub starts no workflow then
 */
export function pullRequestEvent(urls: Urls, pull: PullRequest, action: PullRequestAction): WorkflowEvent {
  const { repository } = pull.base;
  const commit = pull.state.kind === 'merged' ? pull.state.commit : pull.testMerge();
  if (commit === null) throw new Error(`Pull request #${pull.number} has a conflict.`);
  const actor = pull.state.kind === 'merged' ? pull.state.by : pull.author;
  return {
    name: 'pull_request',
    repository,
    commit,
    ref: pull.state.kind === 'merged' ? `refs/heads/${pull.base.name}` : `refs/pull/${pull.number}/merge`,
    branches: { head: pull.head.name, base: pull.base.name },
    actor: actor.login,
    isUntrusted: pull.isFromFork || pull.author.login === 'dependabot[bot]',
    payload: {
      action,
      number: pull.number,
      pull_request: pullRequestShape(urls, pull),
      ...(action === 'synchronize' ? { before: pull.headCommit.parents[0], after: pull.headCommit.sha } : {}),
      repository: repositoryShape(urls, repository),
      sender: userShape(urls, actor),
    },
  };
}

/** Runs on the base branch, with the secrets and the token of the repository, whoever opened the pull request. */
export function pullRequestTargetEvent(urls: Urls, pull: PullRequest, action: PullRequestAction): WorkflowEvent {
  const event = pullRequestEvent(urls, pull, action);
  const { repository, name } = pull.base;
  return { ...event, ...onBranch(repository, name), name: 'pull_request_target', branches: event.branches };
}

/**
 * The merge queue has put the pull request on top of the base branch, in a branch of its own, and asks for checks on that.
 *
 * @throws Error when it has a conflict
 */
export function mergeGroupEvent(urls: Urls, pull: PullRequest): WorkflowEvent {
  const { repository, name } = pull.base;
  const commit = pull.testMerge();
  if (commit === null) throw new Error(`Pull request #${pull.number} has a conflict.`);
  const base = repository.tip(name);
  const branch = `gh-readonly-queue/${name}/pr-${pull.number}-${base.sha}`;
  repository.moveBranch(branch, commit);
  return {
    name: 'merge_group',
    repository,
    commit,
    ref: `refs/heads/${branch}`,
    branches: null,
    actor: pull.author.login,
    isUntrusted: false,
    payload: {
      action: 'checks_requested',
      merge_group: {
        head_sha: commit.sha,
        head_ref: `refs/heads/${branch}`,
        base_sha: base.sha,
        base_ref: `refs/heads/${name}`,
        head_commit: pushedCommit(urls, repository, commit),
      },
      repository: repositoryShape(urls, repository),
      sender: userShape(urls, pull.author),
    },
  };
}

/** A push of everything up to the branch's newest commit. @param before where the branch stood; all zeros if it is new */
export function pushEvent(
  urls: Urls,
  repository: Repository,
  before: string,
  branch = repository.defaultBranch,
): WorkflowEvent {
  const commit = repository.tip(branch);
  const earlier = repository.network.find(before);
  const commits = earlier === null ? [commit] : repository.network.between(earlier, commit);
  return {
    name: 'push',
    repository,
    commit,
    ref: `refs/heads/${branch}`,
    branches: null,
    actor: commit.author.login,
    isUntrusted: false,
    payload: {
      ref: `refs/heads/${branch}`,
      before,
      after: commit.sha,
      created: earlier === null,
      deleted: false,
      forced: false,
      base_ref: null,
      compare: `${pageUrlOf(urls, repository)}/compare/${before.slice(0, 12)}...${commit.sha.slice(0, 12)}`,
      commits: commits.map((each) => pushedCommit(urls, repository, each)),
      head_commit: pushedCommit(urls, repository, commit),
      repository: repositoryShape(urls, repository),
      pusher: { name: commit.author.login },
      sender: userShape(urls, commit.author),
    },
  };
}

/** Runs on the default branch, whatever the pull request holds: nobody's own code gets the secrets. */
export function issueCommentEvent(urls: Urls, pull: PullRequest, comment: Comment): WorkflowEvent {
  const { repository } = pull.base;
  return {
    ...onBranch(repository, repository.defaultBranch),
    name: 'issue_comment',
    actor: comment.author.login,
    payload: {
      action: 'created',
      issue: issueOf(urls, pull),
      comment: commentShape(urls, repository, comment),
      repository: repositoryShape(urls, repository),
      sender: userShape(urls, comment.author),
    },
  };
}

export function workflowDispatchEvent(
  urls: Urls,
  repository: Repository,
  dispatch: {
    readonly actor: string;
    readonly workflow: string;
    readonly branch?: string;
    readonly inputs?: Readonly<Record<string, string>>;
  },
): WorkflowEvent {
  const { actor, workflow, branch = repository.defaultBranch, inputs = {} } = dispatch;
  return {
    ...onBranch(repository, branch),
    name: 'workflow_dispatch',
    actor,
    payload: {
      inputs,
      ref: `refs/heads/${branch}`,
      workflow: `.github/workflows/${workflow}`,
      repository: repositoryShape(urls, repository),
      sender: userShape(urls, repository.account(actor)),
    },
  };
}

/** @param schedule five fields, as in the workflow file */
export function scheduleEvent(urls: Urls, repository: Repository, schedule: string): WorkflowEvent {
  const { author } = repository.tip();
  return {
    ...onBranch(repository, repository.defaultBranch),
    name: 'schedule',
    actor: author.login,
    payload: { schedule, repository: repositoryShape(urls, repository), sender: userShape(urls, author) },
  };
}

function onBranch(repository: Repository, branch: string) {
  return {
    repository,
    commit: repository.tip(branch),
    ref: `refs/heads/${branch}`,
    branches: null,
    isUntrusted: false,
  };
}

function pushedCommit(urls: Urls, repository: Repository, commit: Commit) {
  return { ...simpleCommitShape(commit), distinct: true, url: `${pageUrlOf(urls, repository)}/commit/${commit.sha}` };
}

/** A pull request as the issue it also is. */
function issueOf(urls: Urls, pull: PullRequest) {
  const { repository } = pull.base;
  const url = `${apiUrlOf(urls, repository)}/issues/${pull.number}`;
  const page = `${pageUrlOf(urls, repository)}/pull/${pull.number}`;
  return {
    url,
    repository_url: apiUrlOf(urls, repository),
    labels_url: `${url}/labels{/name}`,
    comments_url: `${url}/comments`,
    events_url: `${url}/events`,
    html_url: page,
    id: pull.id,
    node_id: nodeIdOf('PullRequest', pull.id),
    number: pull.number,
    title: pull.title,
    body: pull.body,
    user: userShape(urls, pull.author),
    labels: [...pull.labels].map((name) => labelShape(urls, repository, name)),
    state: pull.state.kind === 'open' ? 'open' : 'closed',
    locked: false,
    assignee: null,
    assignees: [],
    milestone: null,
    comments: repository.comments(pull).length,
    created_at: timeOf(pull.createdAt),
    updated_at: timeOf(pull.createdAt),
    closed_at: pull.state.kind === 'open' ? null : timeOf(pull.state.at),
    pull_request: {
      url: `${apiUrlOf(urls, repository)}/pulls/${pull.number}`,
      html_url: page,
      diff_url: `${page}.diff`,
      patch_url: `${page}.patch`,
      merged_at: pull.state.kind === 'merged' ? timeOf(pull.state.at) : null,
    },
  };
}
