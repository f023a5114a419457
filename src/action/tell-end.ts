import type { RunOutcome } from '../commands/migrate/run-outcome.ts';
import { link, prose } from '../report/markdown.ts';
import type { OutcomeVerdict } from '../report/outcome-verdict.ts';
import { enumerate } from '../report/words.ts';
import type { ActionRun } from './action-run.ts';
import { marker, sectionsIn } from './comment-sections.ts';
import { inComments } from './in-comments.ts';
import { keepNote, notePlan } from './plan-note.ts';
import { postOnce } from './posted-comment.ts';
import { findOwnComment } from './sticky-comment.ts';
import { targetName } from './target-name.ts';
import type { Answer } from './tolerant-writes.ts';

/** What became of telling it. */
export interface ToldEnd {
  /** Of the comment that says it. */
  readonly commentId: number | null;
  /** False where GitHub was in trouble, so that the next run can tell it. */
  readonly isTold: boolean;
}

/**
 * Tells a pull request how its migration ended, in a comment of its own. The plan keeps what was approved, with a line about the
 * end at its top. A run that another one goes on with has not ended: only the line says so.
 *
 * @param how the outcome, as Markdown
 * @param next how it goes on, as Markdown; empty where it is over
 */
export async function tellEnd(
  run: ActionRun,
  number: number,
  outcome: RunOutcome,
  { title, sentence }: OutcomeVerdict,
  { how, next }: { readonly how: string; readonly next: string },
): Promise<ToldEnd> {
  const { repository, runner, writes } = run;
  if (outcome.state === 'yielded') {
    const text = `**${prose(`${title}. ${sentence}`)}** ${next}`.trim();
    const noted = await notePlan(run, number, { text, whenAbsent: 'create' });
    return { commentId: noted.kind === 'answer' ? noted.value : null, isTold: isHeard(noted) };
  }
  const posted = await writes.attempt('write the comment', () =>
    postOnce(
      repository,
      number,
      [targetName(run.settings.values) ?? '', outcome.state, ...outcome.migrations.map(identityOf)],
      inComments(how),
    ),
  );
  // What is planned must not ask for a merge that was made.
  if (posted === null) {
    const text = `**${prose(`${title}. ${sentence}`)}** ${link('log', runner.runUrl)}. What was planned:`;
    return { commentId: null, isTold: isHeard(await notePlan(run, number, { text, whenAbsent: 'create' })) };
  }
  const text = `**${prose(headOf(title, outcome))}**, see ${link('below', posted.html_url)}. What was planned:`;
  const noted = await notePlan(run, number, { text, whenAbsent: 'skip' });
  return { commentId: posted.id, isTold: isHeard(noted) };
}

/** A revert may be of one statement among others. */
function headOf(title: string, { migrations }: RunOutcome): string {
  const reverted = migrations.filter(({ state }) => state === 'reverted').map(({ table }) => table);
  return reverted.length === 0 ? title : `${title}: ${enumerate([...new Set(reverted)])}`;
}

/** A token without the right to write would be in the way of the next run as well. */
function isHeard(answer: Answer<unknown>): boolean {
  return answer.kind === 'answer' || !answer.mayPass;
}

/**
 * Tells the pull request of a run that has brought none of its statements: its plan has shown them as pending, too. Where it was told
 * something of its own, that stays.
 *
 * @param others the pull requests that are told how it ended
 */
export async function tellOfOthers(
  { repository, runner, writes, settings }: ActionRun,
  number: number,
  { title, sentence }: OutcomeVerdict,
  others: readonly number[],
): Promise<void> {
  const environment = targetName(settings.values);
  const whose = others.length === 0 ? '' : ` It is told in ${enumerate(others.map((other) => `#${other}`))}.`;
  const text = `**${prose(`${title}. ${sentence}`)}**${whose} ${link('log', runner.runUrl)}. What was planned:`;
  await writes.attempt('bring the comment up to date', async () => {
    const found = await findOwnComment(repository, number, marker);
    if (found === null || sectionsIn(found.body ?? '', environment).note !== '') return;
    await keepNote(repository, number, environment, { text, whenAbsent: 'skip' });
  });
}

function identityOf({ file, statement, state, error }: RunOutcome['migrations'][number]): string {
  return JSON.stringify([file, statement, state, error?.code ?? null]);
}
