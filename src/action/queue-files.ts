import { matchPaths } from '../commands/options/match-paths.ts';
import { globsFrom } from '../commands/statements/find-files.ts';
import type { MergeGroupEvent } from './event.ts';
import type { GitHubRepository } from './github.ts';

/** GitHub shows no more files of a comparison. */
const mostFiles = 300;

/** Whether a merge queue holds changes of files that the globs mean; `true` where there are too many to tell. */
export async function queueHasStatements(
  { octokit, owner, repo }: GitHubRepository,
  { baseSha, headSha }: MergeGroupEvent,
  globs: readonly string[],
  workspace: string,
): Promise<boolean> {
  const matches = matchPaths(globsFrom(workspace, globs));
  const { data } = await octokit.rest.repos.compareCommitsWithBasehead({
    owner,
    repo,
    basehead: `${baseSha}...${headSha}`,
  });
  const files = data.files ?? [];
  if (files.length >= mostFiles) return true;
  return files.some(({ filename, previous_filename: previous }) => matches(filename) || matches(previous ?? filename));
}
