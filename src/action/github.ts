import { context, getOctokit } from '@actions/github';
import { retry } from '@octokit/plugin-retry';
import { throttling } from '@octokit/plugin-throttling';
import { version } from '../commands/version.ts';
import { GhostshipError } from '../support/errors.ts';
import { warn } from './core.ts';
import { isMissable } from './request-options.ts';

/*
 * The API of GitHub. The only file that talks to @actions/github; it is loaded by whoever has something to ask or say there.
 */

export type Octokit = ReturnType<typeof getOctokit>;

/** A repository, and the right to talk about it. */
export interface GitHubRepository {
  readonly octokit: Octokit;
  readonly owner: string;
  readonly repo: string;
}

/** Longer than GitHub asks clients to wait after most refusals, short enough not to keep a runner waiting for nothing. */
const requestTimeoutMs = 90_000;
const longestPauseSeconds = 60;
const attempts = 3;

/**
 * Requests that fail for a reason that passes are sent again, after as long as GitHub asks to wait.
 *
 * @throws GhostshipError `usage` without a token
 */
export function connectRepository(token: string): GitHubRepository {
  if (token === '') {
    throw new GhostshipError('usage', 'The input github-token is empty.', {
      hint: 'Leave it out to use the token of the job, or give one.',
    });
  }
  const pause = (retryAfterSeconds: number, options: object, _octokit: unknown, count: number): boolean =>
    retryAfterSeconds <= longestPauseSeconds && count < attempts && !isMissable(options);
  const octokit = getOctokit(
    token,
    {
      userAgent: `ghostship/${version}`,
      throttle: { onRateLimit: pause, onSecondaryRateLimit: pause },
      log: { debug() {}, info() {}, warn, error: warn },
    },
    retry,
    throttling,
  );
  octokit.hook.before('request', (options) => {
    options.request.signal ??= AbortSignal.timeout(requestTimeoutMs);
  });
  return { octokit, ...context.repo };
}
