import { longestBody, visibleMarkdown } from '../support/visible.ts';
import { createOnce } from './create-once.ts';
import type { GitHubRepository } from './github.ts';
import { once } from './request-options.ts';

/** Stands in the one comment Ghostship keeps under a pull request, unseen by readers. */
const marker = '<!-- ghostship -->';

/** Stands on a line of its own before the last section. */
const rehearsalMarker = '<!-- ghostship rehearsal -->';

/** What the comment is made of. Each mode writes its own section and leaves the other as it is. */
interface Sections {
  /** What the merge will do, or has done. */
  readonly main: string;
  /** What a rehearsal has shown. */
  readonly rehearsal: string;
}

/**
 * Writes the comment, or edits the one that is there. A comment that would not change is not edited, because an edit notifies
 * people.
 *
 * @param whenAbsent `skip` where a comment alone for this would be noise
 * @param section what the Markdown is for
 * @returns its id; `null` if there is none
 */
export async function keepComment(
  repository: GitHubRepository,
  number: number,
  markdown: string,
  whenAbsent: 'create' | 'skip',
  section: keyof Sections = 'main',
): Promise<number | null> {
  const { octokit, owner, repo } = repository;
  const found = await findComment(repository, number);
  const text = visibleMarkdown(markdown).replaceAll(rehearsalMarker, '');
  const body = bodyOf({ ...sectionsOf(found?.body ?? ''), [section]: text });
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

function sectionsOf(body: string): Sections {
  const text = body.startsWith(`${marker}\n`) ? body.slice(marker.length + 1) : '';
  const at = text.indexOf(`${rehearsalMarker}\n`);
  if (at === -1) return { main: text, rehearsal: '' };
  return { main: text.slice(0, at).trimEnd(), rehearsal: text.slice(at + rehearsalMarker.length + 1) };
}

/** Where both do not fit, the rehearsal makes way: its check run has all of it. */
function bodyOf({ main, rehearsal }: Sections): string {
  const alone = `${marker}\n${main}`.slice(0, longestBody);
  if (rehearsal === '') return alone;
  const both = [alone.trimEnd(), '', rehearsalMarker, rehearsal].join('\n');
  return both.length <= longestBody ? both : alone;
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
