import type { RunOutcome } from '../commands/migrate/run-outcome.ts';
import { alert, link, prose } from '../report/markdown.ts';
import type { OutcomeVerdict } from '../report/outcome-verdict.ts';
import type { ActionRun } from './action-run.ts';
import { inComments } from './in-comments.ts';
import { postOnce } from './posted-comment.ts';
import { keepComment } from './sticky-comment.ts';
import { targetName } from './target-name.ts';

/**
 * Tells a pull request how its migration ended, in a comment of its own. The plan keeps what was approved, with a line about the
 * end at its top. A run that another one goes on with has not ended: only the line says so.
 *
 * @param how the outcome, as Markdown
 * @param next how it goes on, as Markdown; empty where it is over
 * @returns the id of the comment that says it
 */
export async function tellEnd(
  { repository, runner, writes, settings }: ActionRun,
  number: number,
  outcome: RunOutcome,
  { title, sentence }: OutcomeVerdict,
  { how, next }: { readonly how: string; readonly next: string },
): Promise<number | null> {
  const environment = targetName(settings.values);
  const note = (text: string, whenAbsent: 'create' | 'skip'): Promise<number | null> =>
    writes.attempt('bring the comment up to date', () =>
      keepComment(repository, number, { environment, section: 'note' }, alert('NOTE', text), whenAbsent),
    );
  if (outcome.state === 'yielded') return await note(`**${prose(`${title}. ${sentence}`)}** ${next}`.trim(), 'create');
  const posted = await writes.attempt('write the comment', () =>
    postOnce(
      repository,
      number,
      [environment ?? '', outcome.state, ...outcome.migrations.map(identityOf)],
      inComments(how),
    ),
  );
  // What is planned must not ask for a merge that was made.
  if (posted === null) {
    await note(`**${prose(`${title}. ${sentence}`)}** ${link('log', runner.runUrl)}. What was planned:`, 'create');
    return null;
  }
  await note(`**${prose(title)}**, see ${link('below', posted.html_url)}. What was planned:`, 'skip');
  return posted.id;
}

function identityOf({ file, statement, state, error }: RunOutcome['migrations'][number]): string {
  return JSON.stringify([file, statement, state, error?.code ?? null]);
}
