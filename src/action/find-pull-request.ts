import type { Event } from './event.ts';
import { shortName } from './git-ref.ts';
import type { GitHubRepository } from './github.ts';

export interface PullRequestRef {
  readonly number: number;
  /** Its last commit. */
  readonly headSha: string;
  /** The branch that it is, or was, to be merged into. */
  readonly baseBranch: string;
}

/** The pull request a run belongs to: that of the event, or the one whose merge was pushed. */
export async function findPullRequest(
  { octokit, owner, repo }: GitHubRepository,
  event: Event,
  sha: string,
): Promise<PullRequestRef | null> {
  if (event.kind === 'pull-request')
    return { number: event.number, headSha: event.headSha, baseBranch: shortName(event.base) };
  if (event.kind !== 'push') return null;
  const { data } = await octokit.rest.repos.listPullRequestsAssociatedWithCommit({ owner, repo, commit_sha: sha });
  const merged = data.find((pull) => pull.merge_commit_sha === sha) ?? data.find((pull) => pull.merged_at !== null);
  return merged === undefined ? null : { number: merged.number, headSha: merged.head.sha, baseBranch: merged.base.ref };
}

export async function getPullRequest(
  { octokit, owner, repo }: GitHubRepository,
  number: number,
): Promise<PullRequestRef> {
  const { data } = await octokit.rest.pulls.get({ owner, repo, pull_number: number });
  return { number, headSha: data.head.sha, baseBranch: data.base.ref };
}
