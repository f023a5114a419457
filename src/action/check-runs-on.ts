import type { GitHubRepository } from './github.ts';

type Asked = NonNullable<Parameters<GitHubRepository['octokit']['rest']['checks']['listForRef']>[0]>;

/**
 * The newest hundred check runs on a commit, those that were run again included.
 *
 * @param wanted which of them
 */
export async function checkRunsOn(
  { octokit, owner, repo }: GitHubRepository,
  ref: string,
  wanted: Pick<Asked, 'check_name' | 'status' | 'request'>,
) {
  const { data } = await octokit.rest.checks.listForRef({ owner, repo, ref, filter: 'all', per_page: 100, ...wanted });
  return data.check_runs;
}
