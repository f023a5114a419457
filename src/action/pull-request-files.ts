import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { matchPaths } from '../commands/options/match-paths.ts';
import type { SqlFile } from '../commands/statements/sql-file.ts';
import type { PullRequestEvent } from './event.ts';
import type { Hub } from './github.ts';
import { readRepositoryFile } from './repository-file.ts';

export type ChangedFile = Awaited<ReturnType<Hub['octokit']['rest']['pulls']['listFiles']>>['data'][number];

export function listChangedFiles({ octokit, owner, repo }: Hub, number: number): Promise<ChangedFile[]> {
  return octokit.paginate(octokit.rest.pulls.listFiles, { owner, repo, pull_number: number, per_page: 100 });
}

/** The files a pull request adds or changes that the globs mean, as they are at its head, in the order of their paths. */
export async function readPullRequestFiles(
  hub: Hub,
  event: PullRequestEvent,
  changed: readonly ChangedFile[],
  globs: readonly string[],
  workspace: string,
): Promise<SqlFile[]> {
  const matches = matchPaths(globs);
  const paths = changed
    .filter(({ status, filename }) => status !== 'removed' && matches(filename))
    .map(({ filename }) => filename)
    .sort();
  const files: SqlFile[] = [];
  for (const path of paths) {
    const local = event.isCheckedOut ? await readLocal(join(workspace, path)) : null;
    files.push({ path, text: local ?? (await readRemote(hub, path, event.headSha)) });
  }
  return files;
}

/** `null` where nothing was checked out. */
async function readLocal(path: string): Promise<string | null> {
  return readFile(path, 'utf8').catch(() => null);
}

async function readRemote(hub: Hub, path: string, ref: string): Promise<string> {
  const text = await readRepositoryFile(hub, path, ref);
  if (text === null) throw new Error(`${path} is not in ${ref}`);
  return text;
}
