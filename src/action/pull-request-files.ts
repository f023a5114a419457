import { faulty, type SqlFile } from '../commands/statements/sql-file.ts';
import { GhostshipError } from '../support/errors.ts';
import type { GitHubRepository } from './github.ts';
import { readRepositoryFile } from './repository-file.ts';
import type { RequestOptions } from './request-options.ts';

export type ChangedFile = Awaited<
  ReturnType<GitHubRepository['octokit']['rest']['pulls']['listFiles']>
>['data'][number];

export function listChangedFiles(
  { octokit, owner, repo }: GitHubRepository,
  number: number,
  options: RequestOptions = {},
): Promise<ChangedFile[]> {
  return octokit.paginate(octokit.rest.pulls.listFiles, {
    owner,
    repo,
    pull_number: number,
    per_page: 100,
    ...options,
  });
}

/** As a pull request or a comparison lists it. */
export type MovableFile = Pick<ChangedFile, 'filename' | 'status' | 'previous_filename'>;

/** Paths that there were not before. */
export function pathsBrought(changed: readonly MovableFile[]): string[] {
  return changed.flatMap(({ status, filename }) => (['added', 'renamed', 'copied'].includes(status) ? [filename] : []));
}

/** Paths that there are no more. */
export function pathsTakenAway(changed: readonly MovableFile[]): string[] {
  return changed.flatMap(({ status, filename, previous_filename: previous }) =>
    status === 'removed' ? [filename] : status === 'renamed' && previous !== undefined ? [previous] : [],
  );
}

/** The file as it is at a commit, or why it cannot be read. */
export async function readRemote(
  repository: GitHubRepository,
  path: string,
  ref: string,
  maxBytes: number,
): Promise<SqlFile> {
  try {
    const text = await readRepositoryFile(repository, path, ref, maxBytes);
    if (text === null) throw new Error(`${path} is not in ${ref}`);
    return { path, text };
  } catch (error) {
    if (error instanceof GhostshipError) return faulty(path, error);
    throw error;
  }
}
