import { Payload } from './payload.ts';

export interface PullRequestEvent {
  readonly kind: 'pull-request';
  readonly number: number;
  readonly headSha: string;
  readonly state: 'open' | 'closed' | 'merged';
  /** From an outsider: the token can only read, and there are no secrets. */
  readonly isFork: boolean;
  /** Whether the checkout has the files of the pull request; `pull_request_target` runs on the base branch. */
  readonly isCheckedOut: boolean;
}

export interface CommentEvent {
  readonly kind: 'comment';
  readonly commentId: number;
  /** The issue or pull request it was written under. */
  readonly number: number;
  readonly author: string;
  readonly body: string;
}

/** What set the workflow off, as far as it matters here. */
export type Event =
  | PullRequestEvent
  | CommentEvent
  | { readonly kind: 'push'; readonly branch: string | null; readonly isDefaultBranch: boolean }
  | { readonly kind: 'irrelevant'; readonly reason: string }
  | { readonly kind: 'other'; readonly name: string };

/** @throws GhostshipError `usage` if the payload is not what GitHub sends */
export function parseEvent(name: string, value: unknown): Event {
  const payload = new Payload(name, value);
  switch (name) {
    case 'pull_request':
    case 'pull_request_target':
      return pullRequest(payload.at('pull_request'), name === 'pull_request');
    case 'push':
      return push(payload);
    case 'issue_comment':
      return comment(payload);
    default:
      return { kind: 'other', name };
  }
}

function pullRequest(pull: Payload, isCheckedOut: boolean): PullRequestEvent {
  const source = pull.at('head', 'repo');
  const isOpen = pull.at('state').text === 'open';
  return {
    kind: 'pull-request',
    number: pull.at('number').number,
    headSha: pull.at('head', 'sha').text,
    state: pull.at('merged').isTrue ? 'merged' : isOpen ? 'open' : 'closed',
    isFork: source.isAbsent || source.at('full_name').text !== pull.at('base', 'repo', 'full_name').text,
    isCheckedOut,
  };
}

function push(payload: Payload): Event {
  const ref = payload.at('ref').text;
  const branch = ref.startsWith('refs/heads/') ? ref.slice('refs/heads/'.length) : null;
  return { kind: 'push', branch, isDefaultBranch: branch === payload.at('repository', 'default_branch').text };
}

function comment(payload: Payload): Event {
  const action = payload.at('action').text;
  if (action !== 'created')
    return { kind: 'irrelevant', reason: `A comment was ${action}; only new ones are commands.` };
  const author = payload.at('comment', 'user', 'login');
  return {
    kind: 'comment',
    commentId: payload.at('comment', 'id').number,
    number: payload.at('issue', 'number').number,
    // An account that was deleted since has none.
    author: author.isAbsent ? '' : author.text,
    body: payload.at('comment', 'body').text,
  };
}
