import type { Hub } from './github.ts';

/** GitHub sends no content of larger files; nobody writes such a file by hand. */
export const largestFileBytes = 1024 * 1024;

/**
 * A file as it stands on GitHub.
 *
 * @param ref a commit, a branch or a tag; `null` for the newest commit of the default branch
 * @returns `null` if it is certain that there is no such file
 * @throws Error for everything else: no answer, no right to read, a folder, a file of more than `largestFileBytes`
 */
export async function readRepositoryFile(hub: Hub, path: string, ref: string | null): Promise<string | null> {
  const content = await contentAt(hub, path, ref).catch(async (error: unknown) => {
    if (!isNotFound(error)) throw error;
    // GitHub says the same of a file that is not there, of a ref that is not there, and to whoever may not read.
    await contentAt(hub, '', ref);
    return null;
  });
  if (content === null) return null;
  if (Array.isArray(content) || content.type !== 'file') throw new Error(`${path} is no file`);
  if (content.encoding !== 'base64') throw new Error(`${path} is larger than ${largestFileBytes} bytes`);
  return Buffer.from(content.content, 'base64').toString('utf8');
}

async function contentAt({ octokit, owner, repo }: Hub, path: string, ref: string | null) {
  return (await octokit.rest.repos.getContent({ owner, repo, path, ...(ref === null ? {} : { ref }) })).data;
}

function isNotFound(error: unknown): boolean {
  return (error as { status?: unknown }).status === 404;
}
