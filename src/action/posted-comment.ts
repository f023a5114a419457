import { digest } from '../support/digest.ts';
import { longestBody, visibleMarkdown } from '../support/visible.ts';
import { createOnce } from './create-once.ts';
import type { GitHubRepository } from './github.ts';
import { once } from './request-options.ts';
import { findOwnComment, type OwnComment } from './sticky-comment.ts';

/**
 * Writes a comment of its own for something that people must hear of: GitHub notifies nobody of an edit. A comment that was
 * written for the same is edited, so that a run that goes on with another one does not say it again.
 *
 * @param about what tells this from all else that is said in the pull request
 */
export async function postOnce(
  repository: GitHubRepository,
  number: number,
  about: readonly string[],
  markdown: string,
): Promise<OwnComment> {
  const { octokit, owner, repo } = repository;
  const marker = markerOf(about);
  const body = `${marker}\n${visibleMarkdown(markdown)}`.slice(0, longestBody);
  const find = (): Promise<OwnComment | null> => findOwnComment(repository, number, marker);
  const found = await find();
  if (found === null) {
    const create = { owner, repo, issue_number: number, body, request: once };
    return await createOnce(async () => (await octokit.rest.issues.createComment(create)).data, find);
  }
  if (found.body !== body) await octokit.rest.issues.updateComment({ owner, repo, comment_id: found.id, body });
  return found;
}

/**
 * Says in place that something is over. What is said of the same later is a new comment, so that people hear of it.
 *
 * @param about as `postOnce` was given it
 * @param mayGoOn whether the comment is to be found again, by whoever goes on with it or ends it
 */
export async function endPosted(
  repository: GitHubRepository,
  number: number,
  about: readonly string[],
  markdown: string,
  mayGoOn = false,
): Promise<void> {
  const { octokit, owner, repo } = repository;
  const found = await findOwnComment(repository, number, markerOf(about));
  if (found === null) return;
  const mark = mayGoOn ? markerOf(about) : '<!-- ghostship news that is over -->';
  const body = `${mark}\n${visibleMarkdown(markdown)}`.slice(0, longestBody);
  if (found.body === body) return;
  await octokit.rest.issues.updateComment({ owner, repo, comment_id: found.id, body });
}

function markerOf(about: readonly string[]): string {
  return `<!-- ghostship news ${digest(about.join('\n')).slice(0, 32)} -->`;
}
