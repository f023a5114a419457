import { context, getOctokit } from '@actions/github';
import { retry } from '@octokit/plugin-retry';
import { throttling } from '@octokit/plugin-throttling';
import Bottleneck from 'bottleneck/light.js';
import pThrottle from 'p-throttle';
import { version } from '../commands/version.ts';
import { GhostshipError } from '../support/errors.ts';
import { warn } from './core.ts';
import type { Patience } from './patience.ts';
import { isMissable } from './request-options.ts';

/*
 * The client for the API of GitHub. No other file imports @actions/github. It is loaded only when a request is to be sent.
 */

export type Octokit = ReturnType<typeof getOctokit>;

/** A repository on GitHub, with a client that may read and write there. */
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
 * GitHub takes 80 requests a minute that create something, and asks for a second between them where they are many. Most runs send
 * fewer than ten: nobody waits for those.
 *
 * Source: "Rate limits for the REST API" and "Best practices for using the REST API" of the documentation of GitHub.
 */
const mostChanges = { limit: 10, interval: 10_000, strict: true };

/**
 * A request that fails for a passing reason is sent again after the pause that GitHub asks for.
 *
 * @param patience `null` waits as long as it takes
 * @throws GhostshipError `usage` without a token
 */
export function connectRepository(token: string, patience: Patience | null = null): GitHubRepository {
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
      throttle: { onRateLimit: pause, onSecondaryRateLimit: pause, write: oneAtATime(), notifications: oneAtATime() },
      log: { debug() {}, info() {}, warn, error: warn },
    },
    retry,
    throttling,
  );
  const awaitTurn = pThrottle(mostChanges)(() => Promise.resolve());
  octokit.hook.before('request', async (options) => {
    if (options.method !== 'GET') await awaitTurn();
    // Requests without options of their own share one object: a signal in it would be the deadline of them all.
    options.request = { signal: AbortSignal.timeout(requestTimeoutMs), ...options.request };
  });
  if (patience !== null) {
    octokit.hook.wrap('request', (request, options) => patience.wait(async () => await request(options)));
  }
  return { octokit, ...context.repo };
}

/** In place of the pause that the plugin makes after each request, however few there are. */
function oneAtATime(): Bottleneck.Group {
  return new Bottleneck.Group({ maxConcurrent: 1 });
}
