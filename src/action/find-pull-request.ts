import type { Event } from './event.ts';
import type { GitHubRepository } from './github.ts';

/** The pull request a run belongs to: that of the event, or the one whose merge was pushed. */
export async function findPullRequest(
  { octokit, owner, repo }: GitHubRepository,
  event: Event,
  sha: string,
): Promise<number | null> {
  if (event.kind === 'pull-request' || event.kind === 'comment') return event.number;
  if (event.kind !== 'push') return null;
  const { data } = await octokit.rest.repos.listPullRequestsAssociatedWithCommit({ owner, repo, commit_sha: sha });
  const merged = data.find((pull) => pull.merge_commit_sha === sha) ?? data.find((pull) => pull.merged_at !== null);
  return merged?.number ?? null;
}
