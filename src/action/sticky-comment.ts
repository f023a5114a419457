import { sleepUncancelled } from '../support/clock.ts';
import { visibleMarkdown } from '../support/visible.ts';
import { marker, type Place, withSection } from './comment-sections.ts';
import { createOnce } from './create-once.ts';
import type { GitHubRepository } from './github.ts';
import { ourComments } from './our-comments.ts';
import { once } from './request-options.ts';

/** How often a section is written again that the job of another environment has overwritten. */
const rounds = 6;

/**
 * Writes a section of the comment, which is made where there is none. A comment that would not change is not edited, because
 * that would mark it as edited for nothing.
 *
 * Jobs of several environments write the same comment at the same time, and GitHub has no way to write only what nobody has
 * changed. So whoever has an environment looks again a moment after it has written, when the write of somebody who had read the
 * comment before must have arrived, and writes again what is missing. Whoever has made the comment looks again, too, whether another
 * one was first.
 *
 * @param whenAbsent `skip` where a comment alone for this would be noise
 * @returns its id; `null` if there is none
 */
export async function keepComment(
  repository: GitHubRepository,
  number: number,
  place: Place,
  markdown: string,
  whenAbsent: 'create' | 'skip',
): Promise<number | null> {
  const text = visibleMarkdown(markdown);
  let stray: number | null = null;
  for (let round = 0; round < rounds; round += 1) {
    const found: OwnComment | null = await findComment(repository, number);
    if (found === null && whenAbsent === 'skip') return null;
    if (stray !== null && found !== null && found.id !== stray) {
      await removeComment(repository, stray);
      stray = null;
    }
    const body = withSection(found?.body ?? '', place, text);
    if (found?.body === body) return found.id;
    const id: number = found === null ? await createComment(repository, number, body) : found.id;
    if (found === null) stray = id;
    else await updateComment(repository, id, body);
    // A job alone may have been started twice, by two events, where there was no comment yet.
    if (place.environment === null && found !== null) return id;
    const pauseMs = place.environment === null ? 500 : 1_500 + Math.random() * 1_500;
    await sleepUncancelled(pauseMs);
  }
  throw new Error('jobs of other environments wrote the comment again and again');
}

async function createComment(repository: GitHubRepository, number: number, body: string): Promise<number> {
  const { octokit, owner, repo } = repository;
  const create = { owner, repo, issue_number: number, body, request: once };
  const created = await createOnce(
    async () => (await octokit.rest.issues.createComment(create)).data,
    () => findComment(repository, number),
  );
  return created.id;
}

async function updateComment({ octokit, owner, repo }: GitHubRepository, id: number, body: string): Promise<void> {
  await octokit.rest.issues.updateComment({ owner, repo, comment_id: id, body });
}

/** The job of another environment has made one at the same time, and before. */
async function removeComment({ octokit, owner, repo }: GitHubRepository, id: number): Promise<void> {
  await octokit.rest.issues.deleteComment({ owner, repo, comment_id: id });
}

function findComment(repository: GitHubRepository, number: number): Promise<OwnComment | null> {
  return findOwnComment(repository, number, marker);
}

export interface OwnComment {
  readonly id: number;
  readonly body?: string | undefined;
  readonly html_url: string;
}

/**
 * Somebody who quotes the comment copies the marker too, but not to the very beginning.
 *
 * @param mark with which the comment begins
 */
export async function findOwnComment(
  repository: GitHubRepository,
  number: number,
  mark: string,
): Promise<OwnComment | null> {
  const { octokit, owner, repo } = repository;
  const comments = await octokit.paginate(octokit.rest.issues.listComments, {
    owner,
    repo,
    issue_number: number,
    per_page: 100,
  });
  const marked = comments.filter(({ body }) => body?.startsWith(mark) === true);
  return (await ourComments(repository, marked))[0] ?? null;
}
