import type { FileOrigin } from '../commands/binding/file-origin.ts';
import { GhostshipError } from '../support/errors.ts';
import type { GitHubRepository } from './github.ts';
import { isPermitted } from './may-command.ts';

/*
 * What `require-approval` asks for. Of each person the last word counts. It must be about the newest commit, and its author must be
 * allowed to push: anybody may approve a pull request of a public repository.
 */

/**
 * For what a run brings itself, before it reads anything.
 *
 * @param number of the pull request; `null` where none is known
 * @throws GhostshipError `usage` where nobody has approved
 */
export async function refuseUnapproved(repository: GitHubRepository, number: number | null): Promise<void> {
  if (number === null) {
    throw new GhostshipError('usage', 'No pull request is known for this commit, and require-approval is set.', {
      hint: 'Take the files out of the branch, and bring them in a pull request that is approved. Where a pull request was merged after all, write /ghostship migrate in a comment of it.',
    });
  }
  const refusal = await lackOfApproval(repository, number);
  if (refusal !== null) throw refusal;
}

/** For each file that is due: what was merged before, and was refused then, must not be run with what is merged after it. */
export function approvalOfFiles(
  repository: GitHubRepository,
): (file: string, own: FileOrigin | undefined) => Promise<GhostshipError | null> {
  const asked = new Map<number, Promise<GhostshipError | null>>();
  return async (file, own) => {
    if (own?.kind !== 'pull-request') return unknownOrigin(file, own);
    const answer = asked.get(own.pullRequest) ?? lackOfApproval(repository, own.pullRequest);
    asked.set(own.pullRequest, answer);
    return await answer;
  };
}

function unknownOrigin(file: string, own: Exclude<FileOrigin, { kind: 'pull-request' }> | undefined): GhostshipError {
  const why =
    own?.kind === 'unread'
      ? `It is not known which pull request has brought ${file} (${own.why})`
      : `No pull request has brought ${file}`;
  return new GhostshipError('usage', `${why}, and require-approval is set.`, {
    hint: 'Take it out of the branch, and bring it in a pull request that is approved. Where it was applied long ago, mark it with `ghostship baseline`.',
  });
}

async function lackOfApproval(repository: GitHubRepository, number: number): Promise<GhostshipError | null> {
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
  const short: string[] = [];
  for (const [login, { state, commit_id: commit }] of lastWords) {
    if (state !== 'APPROVED') continue;
    if (login === author) short.push(`${login} is its author.`);
    else if (commit !== headSha) short.push(`${login} has approved an older commit, ${(commit ?? '').slice(0, 7)}.`);
    else if (await isPermitted(repository, login, 'write')) return null;
    else short.push(`${login} has approved it, and may not push.`);
  }
  const what = `Commit ${headSha.slice(0, 7)} of pull request #${number} is not approved, and require-approval is set.`;
  return new GhostshipError('usage', [what, ...short].join(' '), {
    hint: `Let somebody who may push, and is not the author, approve the newest commit of #${number}. Then write /ghostship migrate in a comment of it.`,
  });
}
