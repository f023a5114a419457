import { z } from 'zod';
import { GhostshipError } from '../support/errors.ts';

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
  | { readonly kind: 'other'; readonly name: string };

/** @throws GhostshipError `usage` if the payload is not what GitHub sends */
export function parseEvent(name: string, payload: unknown): Event {
  switch (name) {
    case 'pull_request':
    case 'pull_request_target':
      return pullRequest(name, parse(pullRequestPayload, name, payload));
    case 'push': {
      const { ref, repository } = parse(pushPayload, name, payload);
      const branch = ref.startsWith('refs/heads/') ? ref.slice('refs/heads/'.length) : null;
      return { kind: 'push', branch, isDefaultBranch: branch === repository.default_branch };
    }
    case 'issue_comment': {
      const { action, comment, issue } = parse(commentPayload, name, payload);
      if (action !== 'created') return { kind: 'other', name: `${name} (${action})` };
      const { id, body, user } = comment;
      return { kind: 'comment', commentId: id, number: issue.number, author: user?.login ?? '', body };
    }
    default:
      return { kind: 'other', name };
  }
}

const pullRequestPayload = z.object({
  pull_request: z.object({
    number: z.number(),
    state: z.enum(['open', 'closed']),
    merged: z.boolean().nullish(),
    head: z.object({ sha: z.string(), repo: z.object({ full_name: z.string() }).nullable() }),
    base: z.object({ repo: z.object({ full_name: z.string() }) }),
  }),
});

const pushPayload = z.object({ ref: z.string(), repository: z.object({ default_branch: z.string() }) });

const commentPayload = z.object({
  action: z.string(),
  issue: z.object({ number: z.number() }),
  comment: z.object({ id: z.number(), body: z.string(), user: z.object({ login: z.string() }).nullable() }),
});

function pullRequest(name: string, { pull_request: pull }: z.output<typeof pullRequestPayload>): PullRequestEvent {
  return {
    kind: 'pull-request',
    number: pull.number,
    headSha: pull.head.sha,
    state: pull.merged === true ? 'merged' : pull.state,
    isFork: pull.head.repo?.full_name !== pull.base.repo.full_name,
    isCheckedOut: name === 'pull_request',
  };
}

function parse<Schema extends z.ZodType>(schema: Schema, name: string, payload: unknown): z.output<Schema> {
  const result = schema.safeParse(payload);
  if (result.success) return result.data;
  throw new GhostshipError(
    'usage',
    `The payload of the event ${name} cannot be read: ${z.prettifyError(result.error)}`,
    {
      hint: 'Look at the file GITHUB_EVENT_PATH points to.',
    },
  );
}
