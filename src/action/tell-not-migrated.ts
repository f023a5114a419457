import type { OutcomeError } from '../commands/migrate/run-outcome.ts';
import { commentPage, headingOf } from '../report/fit.ts';
import { alert, codeBlock, firstLine, link, prose } from '../report/markdown.ts';
import { CheckRun, checkName } from './check-run.ts';
import { marker } from './comment-sections.ts';
import { findPullRequest } from './find-pull-request.ts';
import { publish } from './outputs.ts';
import { keepNote } from './plan-note.ts';
import { postOnce } from './posted-comment.ts';
import { findOwnComment } from './sticky-comment.ts';
import type { Unbegun } from './tell-unbegun.ts';

/** For a merge after which nothing was begun. Its pull request has a green plan, and nobody would look into the log. */
export async function tellNotMigrated(
  { event, repository, runner, writes, environment }: Unbegun,
  { code, message, hint }: Pick<OutcomeError, 'code' | 'message' | 'hint'>,
): Promise<void> {
  if (event.kind === 'pull-request' && event.state.kind !== 'merged') return;
  const pull = await writes.attempt('look for the pull request', () => findPullRequest(repository, event, runner.sha));
  if (pull === null) return;
  const title = 'Not started';
  const then = 'Once that is mended, run the workflow again, or write `/ghostship migrate` here.';
  const text = [
    alert('CAUTION', `**${prose(`Nothing of #${pull.number} was run.`)}** ${prose(hint)} ${then}`),
    codeBlock('text', message),
    `<sub>${link('log', runner.runUrl)}</sub>`,
  ].join('\n\n');
  const check = await writes.attempt('write a check run', () =>
    CheckRun.open(repository, checkName('migrate', environment), pull.headSha, runner.stepKey, runner.runUrl),
  );
  await writes.attempt('finish the check run', async () =>
    check?.finish('failure', { title: `${title}: ${firstLine(message)}`, summary: text }),
  );
  const markdown = `${headingOf({ ...commentPage, environment }, '🚢 Ghostship', title)}\n\n${text}`;
  const commentId = await writes.attempt('write the comment', async () => {
    // Without a plan it had no statements.
    if ((await findOwnComment(repository, pull.number, marker)) === null) return null;
    const about = [environment ?? '', 'not started', code, message];
    const posted = await postOnce(repository, pull.number, about, markdown);
    const note = `**${title}**, see ${link('below', posted.html_url)}. What was planned:`;
    await keepNote(repository, pull.number, environment, { text: note, whenAbsent: 'skip' });
    return posted.id;
  });
  publish({ 'check-run-id': check?.id ?? null, 'comment-id': commentId });
}
