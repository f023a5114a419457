import { context, getOctokit } from '@actions/github';
import { retry } from '@octokit/plugin-retry';
import { throttling } from '@octokit/plugin-throttling';
import { version } from '../commands/version.ts';
import { GhostshipError } from '../support/errors.ts';
import { warn } from './core.ts';

/*
 * The API of GitHub, and the event a run was started by. The only file that talks to @actions/github.
 */

export type Octokit = ReturnType<typeof getOctokit>;

/** A repository, and the right to talk about it. */
export interface Hub {
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
export function connectHub(token: string): Hub {
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

/** What set the workflow off, as the runner wrote it down. */
export function readEvent(): { readonly name: string; readonly payload: unknown } {
  return { name: context.eventName, payload: context.payload };
}

/** Options for a request that is sent once: it creates something, and creating it twice would be wrong. */
export const once = { retries: 0 } as const;

/** Options for a request whose answer nobody waits for: the next one is newer anyway. */
export function missable(timeoutMs: number): { retries: number; missable: true; signal: AbortSignal } {
  return { retries: 0, missable: true, signal: AbortSignal.timeout(timeoutMs) };
}

function isMissable(options: object): boolean {
  const { request } = options as { request?: { missable?: unknown } };
  return request?.missable === true;
}
