import { longestBody, visibleMarkdown } from '../support/visible.ts';
import { createOnce } from './create-once.ts';
import type { GitHubRepository } from './github.ts';
import { once } from './request-options.ts';

/** Stands in the one comment Ghostship keeps under a pull request, unseen by readers. */
const marker = '<!-- ghostship -->';

/**
 * Writes the comment, or edits the one that is there. A comment that would not change is not edited, because an edit notifies
 * people.
 *
 * @param whenAbsent `skip` where a comment alone for this would be noise
 * @returns its id; `null` if there is none
 */
export async function keepComment(
  repository: GitHubRepository,
  number: number,
  markdown: string,
  whenAbsent: 'create' | 'skip',
): Promise<number | null> {
  const body = `${marker}\n${visibleMarkdown(markdown)}`.slice(0, longestBody);
  const { octokit, owner, repo } = repository;
  const found = await findComment(repository, number);
  if (found === null) {
    if (whenAbsent === 'skip') return null;
    const create = { owner, repo, issue_number: number, body, request: once };
    const created = await createOnce(
      async () => (await octokit.rest.issues.createComment(create)).data,
      () => findComment(repository, number),
    );
    return created.id;
  }
  if (found.body !== body) await octokit.rest.issues.updateComment({ owner, repo, comment_id: found.id, body });
  return found.id;
}

async function findComment(
  { octokit, owner, repo }: GitHubRepository,
  number: number,
): Promise<{ readonly id: number; readonly body?: string | undefined } | null> {
  const comments = await octokit.paginate(octokit.rest.issues.listComments, {
    owner,
    repo,
    issue_number: number,
    per_page: 100,
  });
  return comments.find(isOurs) ?? null;
}

type Comment = Awaited<ReturnType<GitHubRepository['octokit']['rest']['issues']['listComments']>>['data'][number];

/**
 * Somebody who quotes the comment copies the marker too, but not to the very beginning. A stranger may write the marker at the
 * beginning: such a comment is not ours, and must not pass for ours.
 */
function isOurs({ body, user, author_association: association }: Comment): boolean {
  if (body?.startsWith(marker) !== true) return false;
  return user?.type === 'Bot' || ['OWNER', 'MEMBER', 'COLLABORATOR'].includes(association);
}
