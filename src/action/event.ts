import { branchRef, type GitRef } from './git-ref.ts';
import { Payload } from './payload.ts';

export interface PullRequestEvent {
  readonly kind: 'pull-request';
  readonly number: number;
  readonly headSha: string;
  readonly state: PullRequestState;
  /** The branch it asks to be merged into. */
  readonly base: GitRef;
  /** From an outsider: the token can only read, and there are no secrets. */
  readonly isFork: boolean;
  /** As they were when it was set off. */
  readonly labels: readonly string[];
  /** Whether the checkout has the files of the pull request; `pull_request_target` runs on the base branch. */
  readonly isCheckedOut: boolean;
}

export type PullRequestState =
  | { readonly kind: 'open' | 'closed' }
  /** With the commit that brought it into the base branch. */
  | { readonly kind: 'merged'; readonly sha: string };

export interface CommentEvent {
  readonly kind: 'comment';
  readonly commentId: number;
  /** The issue or pull request it was written under. */
  readonly number: number;
  readonly author: string;
  readonly body: string;
}

/** A merge queue has put pull requests together, and asks whether they may be merged. */
export interface MergeGroupEvent {
  readonly kind: 'merge-group';
  /** The branch it is to be merged into. */
  readonly base: GitRef;
  /** What the base branch has, and what it would have. */
  readonly baseSha: string;
  readonly headSha: string;
  /** The one that this entry of the queue brings; `null` where its branch does not tell. */
  readonly pullRequest: number | null;
}

/** What set the workflow off, as far as it matters here. */
export type Event =
  | PullRequestEvent
  | MergeGroupEvent
  | CommentEvent
  | { readonly kind: 'push'; readonly ref: GitRef }
  | { readonly kind: 'irrelevant'; readonly reason: string }
  /** With the ref it is about, where it is about the files of one. */
  | { readonly kind: 'other'; readonly name: string; readonly ref: GitRef | null };

/**
 * @param runRef what the workflow runs on, in full
 * @throws GhostshipError `usage` if the payload is not what GitHub sends
 */
export function parseEvent(name: string, value: unknown, runRef: string): Event {
  const payload = new Payload(name, value);
  switch (name) {
    case 'pull_request':
    case 'pull_request_target':
      return pullRequest(payload, name === 'pull_request');
    case 'push':
      return { kind: 'push', ref: gitRef(payload.at('ref').text, payload) };
    case 'merge_group':
      return mergeGroup(payload);
    case 'issue_comment':
      return comment(payload);
    case 'schedule':
      // A schedule starts workflows of the default branch only. Its payload may lack the repository.
      return { kind: 'other', name, ref: { name: runRef, isDefaultBranch: true } };
    case 'workflow_dispatch':
    case 'repository_dispatch':
    case 'release':
    case 'deployment':
      return { kind: 'other', name, ref: gitRef(runRef, payload) };
    case 'workflow_run':
      return { kind: 'other', name, ref: refOfEarlierRun(payload) };
    default:
      return { kind: 'other', name, ref: null };
  }
}

function mergeGroup(payload: Payload): Event {
  const action = payload.at('action').text;
  if (action !== 'checks_requested') return { kind: 'irrelevant', reason: `The merge group was ${action}.` };
  const group = payload.at('merge_group');
  return {
    kind: 'merge-group',
    base: gitRef(group.at('base_ref').text, payload),
    baseSha: group.at('base_sha').text,
    headSha: group.at('head_sha').text,
    pullRequest: pullOfQueue(group.at('head_ref').text),
  };
}

/** @param branch of the queue, such as `refs/heads/gh-readonly-queue/main/pr-12-4f2a…` */
function pullOfQueue(branch: string): number | null {
  const number = /\/gh-readonly-queue\/.+\/pr-(\d+)-[^/]*$/u.exec(branch)?.[1];
  return number === undefined ? null : Number(number);
}

/** What a person, or the run before, gave to a workflow that was started by workflow_dispatch. */
export function dispatchInputsOf(name: string, value: unknown): Readonly<Record<string, unknown>> {
  const { inputs } = (name === 'workflow_dispatch' ? value : {}) as { inputs?: unknown };
  return typeof inputs === 'object' && inputs !== null ? (inputs as Record<string, unknown>) : {};
}

function pullRequest(payload: Payload, isCheckedOut: boolean): PullRequestEvent {
  const pull = payload.at('pull_request');
  const source = pull.at('head', 'repo');
  return {
    kind: 'pull-request',
    number: pull.at('number').number,
    headSha: pull.at('head', 'sha').text,
    state: stateOf(pull),
    base: gitRef(branchRef(pull.at('base', 'ref').text), payload),
    labels: pull.at('labels').list.map((label) => label.at('name').text),
    isFork: source.isAbsent || source.at('full_name').text !== pull.at('base', 'repo', 'full_name').text,
    isCheckedOut,
  };
}

function stateOf(pull: Payload): PullRequestState {
  const isOpen = pull.at('state').text === 'open';
  if (pull.at('merged').isTrue) return { kind: 'merged', sha: pull.at('merge_commit_sha').text };
  return { kind: isOpen ? 'open' : 'closed' };
}

function gitRef(name: string, payload: Payload): GitRef {
  return { name, isDefaultBranch: name === branchRef(payload.at('repository', 'default_branch').text) };
}

/** A pull request of a fork may come from a branch of any name, that of the default branch too. */
function refOfEarlierRun(payload: Payload): GitRef | null {
  const run = payload.at('workflow_run');
  const branch = run.at('head_branch');
  const isOfBranch = ['push', 'schedule', 'workflow_dispatch'].includes(run.at('event').text);
  return isOfBranch && !branch.isAbsent ? gitRef(branchRef(branch.text), payload) : null;
}

function comment(payload: Payload): Event {
  const action = payload.at('action').text;
  if (action !== 'created')
    return { kind: 'irrelevant', reason: `A comment was ${action}; only new ones are commands.` };
  // What a program writes may quote a person, and two programs may answer each other for ever.
  const kind = payload.at('comment', 'user', 'type');
  if (!kind.isAbsent && kind.text === 'Bot')
    return { kind: 'irrelevant', reason: 'The comment is of a bot; only people command migrations.' };
  const author = payload.at('comment', 'user', 'login');
  return {
    kind: 'comment',
    commentId: payload.at('comment', 'id').number,
    number: payload.at('issue', 'number').number,
    // A deleted account has no login.
    author: author.isAbsent ? '' : author.text,
    body: payload.at('comment', 'body').text,
  };
}
