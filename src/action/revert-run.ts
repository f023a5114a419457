import type { RunOutcome } from '../commands/migrate/run-outcome.ts';
import { revert } from '../commands/revert/revert.ts';
import { jobSummaryPage } from '../report/fit.ts';
import { outcomeMarkdown } from '../report/outcome-markdown.ts';
import { openRunLog } from '../report/run-log.ts';
import { unquoteIdent } from '../sql/sql.ts';
import { GhostshipError } from '../support/errors.ts';
import type { ActionRun } from './action-run.ts';
import { log } from './core.ts';
import { summarize } from './job-summary.ts';
import { complain } from './migrate-run.ts';
import { publishOutcome } from './outputs.ts';
import { linksTo } from './runner-environment.ts';

/** Brings back the table that the input command names, or else the one that can be brought back. */
export async function revertRun(run: ActionRun, signal: AbortSignal): Promise<void> {
  // Whoever may open a pull request, or comment on one, must not be able to start this.
  if (run.event.kind !== 'other') {
    throw new GhostshipError('usage', 'The mode revert is for a workflow that somebody starts (workflow_dispatch).', {
      hint: 'Write /ghostship revert in a comment of the pull request, with the mode auto.',
    });
  }
  const { command } = run.settings.values;
  const outcome = await revertWatched(run, command === null ? null : unquoteIdent(command.trim()), signal);
  await summarize(outcomeMarkdown(outcome, linksTo(run.runner, run.runner.sha), jobSummaryPage, ''), run.writes);
  complain(outcome);
}

/** @param table `null` for the only one that can be brought back */
export async function revertWatched(
  { settings, runner, event }: ActionRun,
  table: string | null,
  signal: AbortSignal,
): Promise<RunOutcome> {
  const linesOf = openRunLog();
  const ids: string[] = [];
  const origin = {
    commit: runner.sha,
    pullRequest: event.kind === 'comment' ? event.number : null,
    actor: event.kind === 'comment' ? event.author : runner.actor,
    runUrl: runner.runUrl,
    planDigest: null,
  };
  const takesOver = settings.values['take-over'] === 'true';
  const outcome = await revert(
    { table, settings, origin, takesOver },
    (news) => {
      if (news.type === 'started') ids.push(news.id);
      linesOf(news).forEach(log);
    },
    signal,
  );
  publishOutcome(outcome, ids);
  return outcome;
}
