import type { PullRequest } from '../state/pull-request.ts';
import type { World } from '../state/world.ts';
import type { Incoming } from './incoming.ts';

/** The pull request a browser asks for: `/octo/shop/pull/1`, its files, or the check run made on it. */
export function findPage({ method, url }: Incoming, world: World): PullRequest | null {
  const found = /^\/([^/]+)\/([^/]+)\/(pull|runs)\/(\d+)(?:\/files)?$/.exec(url.pathname);
  if (method !== 'GET' || found === null) return null;
  const [, owner = '', name = '', kind, number] = found;
  const repository = world.repository(owner, name);
  if (repository === null) return null;
  if (kind === 'pull') return repository.pull(Number(number));
  const run = repository.allCheckRuns.find(({ id }) => id === Number(number));
  return repository.pulls.find(({ headCommit }) => headCommit.sha === run?.headSha) ?? null;
}
