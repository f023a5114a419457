import type { ActionRun } from './action-run.ts';
import type { PullRequestState } from './event.ts';
import type { GitHubRepository } from './github.ts';

/**
 * Why nothing is planned any more, as a sentence: a job that is run again has the event as it was, and what was approved and merged
 * must not be replaced. `null` while the pull request is open, or where GitHub does not tell.
 */
export async function whyNotPlanned({
  event,
  repository,
  writes,
}: Pick<ActionRun, 'event' | 'repository' | 'writes'>): Promise<string | null> {
  if (event.kind !== 'pull-request') return null;
  const { number, state } = event;
  const now =
    state.kind === 'open'
      ? await writes.attempt('ask whether the pull request is open', () => stateNow(repository, number))
      : state.kind;
  if (now === 'merged')
    return `Pull request #${number} is merged: its plan stays as it was approved, and nothing is planned.`;
  return now === 'closed' ? `Pull request #${number} is closed, so nothing is planned.` : null;
}

/**
 * Whether the pull request has other commits by now than those that were planned: a job that is run again has the event as it was. The
 * comment is of the newest. What GitHub has not heard of yet is newer.
 */
export async function isOfOlderHead({
  event,
  repository,
  writes,
}: Pick<ActionRun, 'event' | 'repository' | 'writes'>): Promise<boolean> {
  if (event.kind !== 'pull-request') return false;
  const { octokit, owner, repo } = repository;
  const { number, headSha } = event;
  const newest = await writes.attempt('ask for the newest commit of the pull request', async () => {
    const { data } = await octokit.rest.pulls.get({ owner, repo, pull_number: number });
    return data.head.sha;
  });
  if (newest === null || newest === headSha) return false;
  const basehead = `${headSha}...${newest}`;
  // Commits that GitHub cannot compare are others.
  const compared = await octokit.rest.repos.compareCommitsWithBasehead({ owner, repo, basehead }).catch(() => null);
  return compared?.data.status !== 'behind';
}

async function stateNow({ octokit, owner, repo }: GitHubRepository, number: number): Promise<PullRequestState['kind']> {
  const { data } = await octokit.rest.pulls.get({ owner, repo, pull_number: number });
  return data.merged ? 'merged' : data.state;
}
