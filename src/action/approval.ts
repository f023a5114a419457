import { GhostshipError } from '../support/errors.ts';
import type { GitHubRepository } from './github.ts';
import { isPermitted } from './may-command.ts';

/**
 * What `require-approval` asks for. Of each person the last word counts. It must be about the newest commit, and its author must be allowed to push: anybody may
 * approve a pull request of a public repository.
 *
 * @param number of the pull request; `null` where none is known
 * @throws GhostshipError `usage` where nobody has approved
 */
export async function refuseUnapproved(repository: GitHubRepository, number: number | null): Promise<void> {
  if (number === null) {
    throw new GhostshipError('usage', 'No pull request is known for this commit, and require-approval is set.', {
      hint: 'Write /ghostship migrate in a comment of the pull request that was merged.',
    });
  }
  const { octokit, owner, repo } = repository;
  const { data: pull } = await octokit.rest.pulls.get({ owner, repo, pull_number: number });
  const [author, headSha] = [pull.user.login, pull.head.sha];
  const reviews = await octokit.paginate(octokit.rest.pulls.listReviews, {
    owner,
    repo,
    pull_number: number,
    per_page: 100,
  });
  const lastWords = new Map(
    reviews
      .filter(({ state }) => state !== 'COMMENTED' && state !== 'PENDING')
      .map((one) => [one.user?.login ?? '', one]),
  );
  for (const [login, { state, commit_id: commit }] of lastWords) {
    if (state !== 'APPROVED' || commit !== headSha || login === author) continue;
    if (await isPermitted(repository, login, 'write')) return;
  }
  throw new GhostshipError(
    'usage',
    `Nobody but its author has approved commit ${headSha.slice(0, 7)} of pull request #${number}, and require-approval is set.`,
    { hint: 'Let somebody who may push review the newest commit and approve it, then say it again.' },
  );
}
