import type { OutcomeError } from '../commands/migrate/run-outcome.ts';
import { commentPage, headingOf } from '../report/fit.ts';
import { alert, codeBlock, firstLine, prose } from '../report/markdown.ts';
import { CheckRun, checkName } from './check-run.ts';
import { publish } from './outputs.ts';
import { keepComment } from './sticky-comment.ts';
import { isOfOlderHead, whyNotPlanned } from './still-open.ts';
import type { Unbegun } from './tell-unbegun.ts';

/**
 * For a plan that an option or the config file has prevented. The commit gets a red check, because a required one would be waited for;
 * and the comment no longer shows the plan of an earlier commit.
 */
export async function tellNoPlan(
  unbegun: Unbegun,
  mode: 'lint' | 'plan',
  { message, hint }: Pick<OutcomeError, 'message' | 'hint'>,
): Promise<void> {
  const { event, repository, runner, writes, environment, isNamed } = unbegun;
  if (event.kind !== 'pull-request' || (await whyNotPlanned(unbegun)) !== null) return;
  const { number, headSha } = event;
  const title = 'Not planned';
  const text = [
    alert('CAUTION', `**Nothing was planned for this commit.** ${prose(hint)}`),
    codeBlock('text', message),
    `<sub>commit ${headSha.slice(0, 7)}</sub>`,
  ].join('\n\n');
  const check = await writes.attempt('write a check run', () =>
    CheckRun.open(repository, checkName(mode, environment), headSha, runner.stepKey, runner.runUrl),
  );
  await writes.attempt('finish the check run', async () =>
    check?.finish('failure', { title: `${title}: ${firstLine(message)}`, summary: text, text: null }),
  );
  publish({ 'check-run-id': check?.id ?? null });
  if (!isNamed || (await isOfOlderHead(unbegun))) return;
  const markdown = `${headingOf({ ...commentPage, environment }, '🚢 Ghostship', title)}\n\n${text}`;
  const commentId = await writes.attempt('write the comment', () =>
    keepComment(repository, number, { environment, section: 'main' }, markdown, 'skip'),
  );
  publish({ 'comment-id': commentId });
}
