import { globsFrom } from '../commands/find-files.ts';
import { matchPaths } from '../commands/match-paths.ts';
import { textOf, unreadable } from '../commands/read-text.ts';
import { faulty, readSqlFile, type SqlFile } from '../commands/sql-file.ts';
import { GhostshipError } from '../support/errors.ts';
import type { PullRequestEvent } from './event.ts';
import type { Hub } from './github.ts';

/** The files a pull request adds or changes that the globs mean, as they are at its head, in the order of their paths. */
export async function readPullRequestFiles(
  hub: Hub,
  event: PullRequestEvent,
  globs: readonly string[],
  workspace: string,
): Promise<SqlFile[]> {
  const matches = matchPaths(globsFrom(workspace, globs));
  const changed = await listChanged(hub, event.number);
  const paths = changed.filter((path) => matches(path)).sort();
  const files: SqlFile[] = [];
  for (const path of paths) {
    // Nothing may have been checked out.
    const local = event.isCheckedOut ? await readSqlFile(path, workspace) : null;
    files.push(local ?? (await readRemote(hub, path, event.headSha)));
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

async function readRemote(hub: Hub, path: string, ref: string): Promise<SqlFile> {
  try {
    return { path, text: textOf(await bytesOf(hub, path, ref), path) };
  } catch (error) {
    if (error instanceof GhostshipError) return faulty(path, error);
    throw error;
  }
}

/** The bytes as they are: the client would decode them, and replace what is not UTF-8. */
async function bytesOf({ octokit, owner, repo }: Hub, path: string, ref: string): Promise<Uint8Array> {
  const { data } = await octokit.rest.repos.getContent({ owner, repo, path, ref });
  if (Array.isArray(data) || data.type !== 'file') {
    const what = Array.isArray(data) ? 'a directory' : `a ${data.type}`;
    throw unreadable(`${path} is ${what}, no file.`, 'Take it away, or leave it out of the option files.');
  }
  // Of a file of more than a megabyte GitHub tells all but the content.
  if (data.encoding === 'base64' && (data.content !== '' || data.size === 0))
    return Buffer.from(data.content, 'base64');
  const raw = await octokit.rest.repos.getContent({
    owner,
    repo,
    path,
    ref,
    mediaType: { format: 'raw' },
    request: { parseSuccessResponseBody: false },
  });
  const bytes = new Uint8Array(await new Response(raw.data as unknown as ReadableStream).arrayBuffer());
  if (bytes.length !== data.size) throw new Error(`GitHub gave ${bytes.length} of the ${data.size} bytes of ${path}`);
  return bytes;
}
