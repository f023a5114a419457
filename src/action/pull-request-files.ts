import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { matchPaths } from '../commands/options/match-paths.ts';
import type { SqlFile } from '../commands/statements/sql-file.ts';
import type { PullRequestEvent } from './event.ts';
import type { Hub } from './github.ts';

/** The files a pull request adds or changes that the globs mean, as they are at its head, in the order of their paths. */
export async function readPullRequestFiles(
  hub: Hub,
  event: PullRequestEvent,
  globs: readonly string[],
  workspace: string,
): Promise<SqlFile[]> {
  const matches = matchPaths(globs);
  const changed = await listChanged(hub, event.number);
  const paths = changed.filter((path) => matches(path)).sort();
  const files: SqlFile[] = [];
  for (const path of paths) {
    const local = event.isCheckedOut ? await readLocal(join(workspace, path)) : null;
    files.push({ path, text: local ?? (await readRemote(hub, path, event.headSha)) });
  }
  return files;
}

async function listChanged({ octokit, owner, repo }: Hub, number: number): Promise<string[]> {
  const files = await octokit.paginate(octokit.rest.pulls.listFiles, {
    owner,
    repo,
    pull_number: number,
    per_page: 100,
  });
  return files.filter(({ status }) => status !== 'removed').map(({ filename }) => filename);
}

/** `null` where nothing was checked out. */
async function readLocal(path: string): Promise<string | null> {
  return readFile(path, 'utf8').catch(() => null);
}

async function readRemote({ octokit, owner, repo }: Hub, path: string, ref: string): Promise<string> {
  const { data } = await octokit.rest.repos.getContent({ owner, repo, path, ref });
  if (Array.isArray(data) || data.type !== 'file') throw new Error(`${path} is no file`);
  return Buffer.from(data.content, 'base64').toString('utf8');
}
