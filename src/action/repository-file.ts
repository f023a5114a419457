import { textOf, tooLarge, unreadable } from '../support/read-text.ts';
import type { GitHubRepository } from './github.ts';
import { statusOf } from './github-trouble.ts';

/**
 * The text of a file as it stands on GitHub.
 *
 * @param ref a commit, a branch or a tag; `null` for the newest commit of the default branch
 * @param maxBytes what has more is not fetched
 * @returns `null` if it is certain that there is no such file
 * @throws GhostshipError `unreadable-file` for what is no file, too large or not UTF-8
 * @throws Error for everything else: no answer, no right to read
 */
export async function readRepositoryFile(
  repository: GitHubRepository,
  path: string,
  ref: string | null,
  maxBytes = Number.POSITIVE_INFINITY,
): Promise<string | null> {
  const content = await contentAt(repository, path, ref).catch(async (error: unknown) => {
    if (!isNotFound(error)) throw error;
    // GitHub gives the same answer for a missing file, for a missing ref, and for a token that may not read.
    await contentAt(repository, '', ref);
    return null;
  });
  if (content === null) return null;
  if (Array.isArray(content) || content.type !== 'file') {
    const what = Array.isArray(content) ? 'a directory' : `a ${content.type}`;
    throw unreadable(`${path} is ${what}, no file.`, 'Take it away, or leave it out of the option files.');
  }
  if (content.size > maxBytes) throw tooLarge(path, content.size, maxBytes);
  // For a file of more than one megabyte GitHub leaves the content out.
  const isWhole = content.encoding === 'base64' && (content.content !== '' || content.size === 0);
  return textOf(
    isWhole ? Buffer.from(content.content, 'base64') : await rawBytesOf(repository, path, ref, content.size),
    path,
  );
}

async function contentAt({ octokit, owner, repo }: GitHubRepository, path: string, ref: string | null) {
  return (await octokit.rest.repos.getContent({ owner, repo, path, ...at(ref) })).data;
}

/** The bytes as they are: the client would decode them, and replace what is not UTF-8. */
async function rawBytesOf(
  { octokit, owner, repo }: GitHubRepository,
  path: string,
  ref: string | null,
  size: number,
): Promise<Uint8Array> {
  const { data } = await octokit.rest.repos.getContent({
    owner,
    repo,
    path,
    ...at(ref),
    mediaType: { format: 'raw' },
    request: { parseSuccessResponseBody: false },
  });
  const bytes = new Uint8Array(await new Response(data as unknown as ReadableStream).arrayBuffer());
  if (bytes.length !== size) throw new Error(`GitHub gave ${bytes.length} of the ${size} bytes of ${path}`);
  return bytes;
}

function at(ref: string | null): { ref?: string } {
  return ref === null ? {} : { ref };
}

function isNotFound(error: unknown): boolean {
  return statusOf(error) === 404;
}
