import type { RunOutcome } from '../commands/migrate/run-outcome.ts';
import { checkRunPage, commentPage, type Page } from '../report/fit.ts';
import { code } from '../report/markdown.ts';
import { outcomeMarkdown } from '../report/outcome-markdown.ts';
import { outcomeVerdict } from '../report/outcome-verdict.ts';
import type { ActionRun } from './action-run.ts';
import type { CheckRun } from './check-run.ts';
import { tellWebhook } from './herald.ts';
import { conclusionOf } from './migrate-run.ts';
import { publish } from './outputs.ts';
import { linksTo } from './runner-environment.ts';
import { targetName } from './target-name.ts';
import { tellEnd } from './tell-end.ts';

interface Shown {
  readonly check: CheckRun | null;
  readonly sha: string;
  readonly isAtGate: boolean;
  /** The pull request of the migration that was reverted. */
  readonly forwardPull: number | null;
}

/** Tells the end of a revert as that of a migration: in its check run, and in the pull requests that it is about. */
export async function tellReverted(
  run: ActionRun,
  outcome: RunOutcome,
  { check, sha, isAtGate, forwardPull }: Shown,
): Promise<void> {
  const { event, runner, settings, writes } = run;
  const environment = targetName(settings.values);
  const verdict = outcomeVerdict(outcome);
  const next = outcome.state === 'yielded' ? `${code('/ghostship revert')} goes on with it.` : '';
  const markdown = (page: Page): string =>
    outcomeMarkdown(outcome, linksTo(runner, sha), { ...page, environment }, next);
  const output = { title: `${verdict.title}: ${verdict.sentence}`, summary: markdown(checkRunPage) };
  await writes.attempt('finish the check run', async () => check?.finish(conclusionOf(outcome, isAtGate), output));
  const commented = event.kind === 'comment' ? event.number : null;
  for (const number of new Set([commented, forwardPull])) {
    if (number === null) continue;
    const { commentId } = await tellEnd(run, number, outcome, verdict, { how: markdown(commentPage), next });
    if (number === (commented ?? forwardPull)) publish({ 'comment-id': commentId });
  }
  if (outcome.state !== 'yielded')
    await tellWebhook(run, `${verdict.title}. ${verdict.sentence}`, commented ?? forwardPull);
}
