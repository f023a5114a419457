import { faulty, type SqlFile, unshown } from '../commands/statements/sql-file.ts';
import { GhostshipError } from '../support/errors.ts';
import { hidesCharacters, shownPath } from '../support/shown-path.ts';
import type { GitHubRepository } from './github.ts';
import { readRepositoryFile } from './repository-file.ts';
import type { RequestOptions } from './request-options.ts';

export type ChangedFile = Awaited<
  ReturnType<GitHubRepository['octokit']['rest']['pulls']['listFiles']>
>['data'][number];

export async function listChangedFiles(
  { octokit, owner, repo }: GitHubRepository,
  number: number,
  options: RequestOptions = {},
): Promise<ChangedFile[]> {
  const changed = await octokit.paginate(octokit.rest.pulls.listFiles, {
    owner,
    repo,
    pull_number: number,
    per_page: 100,
    ...options,
  });
  return changed.map(withShownPaths);
}

/** As a pull request or a comparison lists it, with its paths as they are shown. */
export function withShownPaths<File extends MovableFile>(file: File): File {
  const { filename, previous_filename: previous } = file;
  return {
    ...file,
    filename: shownPath(filename),
    ...(previous === undefined ? {} : { previous_filename: shownPath(previous) }),
  };
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
  if (hidesCharacters(path)) return unshown(path);
  try {
    const text = await readRepositoryFile(repository, path, ref, maxBytes);
    if (text === null) throw new Error(`${path} is not in ${ref}`);
    return { path, text };
  } catch (error) {
    if (error instanceof GhostshipError) return faulty(path, error);
    throw error;
  }
}
