import { matchPaths } from '../commands/options/match-paths.ts';
import { inOrder } from '../commands/statements/file-order.ts';
import { globsFrom } from '../commands/statements/find-files.ts';
import { faulty, readSqlFile, type SqlFile } from '../commands/statements/sql-file.ts';
import { GhostshipError } from '../support/errors.ts';
import type { PullRequestEvent } from './event.ts';
import type { GitHubRepository } from './github.ts';
import { readRepositoryFile } from './repository-file.ts';

export type ChangedFile = Awaited<
  ReturnType<GitHubRepository['octokit']['rest']['pulls']['listFiles']>
>['data'][number];

export function listChangedFiles({ octokit, owner, repo }: GitHubRepository, number: number): Promise<ChangedFile[]> {
  return octokit.paginate(octokit.rest.pulls.listFiles, { owner, repo, pull_number: number, per_page: 100 });
}

/** The files a pull request adds or changes that the globs mean, as they are at its head, in the order they are applied in. */
export async function readPullRequestFiles(
  repository: GitHubRepository,
  event: PullRequestEvent,
  changed: readonly ChangedFile[],
  { globs, maxBytes }: { readonly globs: readonly string[]; readonly maxBytes: number },
  workspace: string,
): Promise<SqlFile[]> {
  const matches = matchPaths(globsFrom(workspace, globs));
  const named = changed
    .filter(({ status, filename }) => status !== 'removed' && matches(filename))
    .map(({ filename }) => filename);
  const files: SqlFile[] = [];
  for (const path of inOrder(named)) {
    // A job without a checkout has no local files.
    const local = event.isCheckedOut ? await readSqlFile(path, workspace, maxBytes) : null;
    files.push(local ?? (await readRemote(repository, path, event.headSha, maxBytes)));
  }
  return files;
}

async function readRemote(repository: GitHubRepository, path: string, ref: string, maxBytes: number): Promise<SqlFile> {
  try {
    const text = await readRepositoryFile(repository, path, ref, maxBytes);
    if (text === null) throw new Error(`${path} is not in ${ref}`);
    return { path, text };
  } catch (error) {
    if (error instanceof GhostshipError) return faulty(path, error);
    throw error;
  }
}
