import { toGhostshipError } from '../commands/known-error.ts';
import { describeError, type RunOutcome } from '../commands/migrate/run-outcome.ts';
import { type Found, revert } from '../commands/revert/revert.ts';
import { jobSummaryPage } from '../report/fit.ts';
import { codeBlock } from '../report/markdown.ts';
import { outcomeMarkdown } from '../report/outcome-markdown.ts';
import { errorText } from '../report/outcome-text.ts';
import { outcomeVerdict } from '../report/outcome-verdict.ts';
import { openRunLog } from '../report/run-log.ts';
import { RunRecord } from '../report/run-record/run-record.ts';
import { readCommandWord } from '../support/command-words.ts';
import { GhostshipError } from '../support/errors.ts';
import type { ActionRun } from './action-run.ts';
import { CheckRun, checkName } from './check-run.ts';
import { closeLeftOpen } from './close-left-open.ts';
import { log } from './core.ts';
import { getPullRequest } from './find-pull-request.ts';
import { Herald } from './herald.ts';
import { summarize } from './job-summary.ts';
import { LiveCheckRun } from './live-check-run.ts';
import { complain } from './migrate-run.ts';
import { publish, publishOutcome } from './outputs.ts';
import { tellCommits } from './reverted-statements.ts';
import { RunBoard } from './run-board.ts';
import { writeReport } from './run-report.ts';
import { linksTo } from './runner-environment.ts';
import { targetName } from './target-name.ts';
import { tellOutdated } from './tell-outdated.ts';
import { tellReverted } from './tell-reverted.ts';

/** Brings back the table that the input command names, or else the one that can be brought back. */
export async function revertRun(run: ActionRun, signal: AbortSignal): Promise<void> {
  // Whoever may open a pull request, or comment on one, must not be able to start this.
  if (run.event.kind !== 'other') {
    throw new GhostshipError('usage', 'The mode revert is for a workflow that somebody starts (workflow_dispatch).', {
      hint: 'Write /ghostship revert in a comment of the pull request, with the mode auto.',
    });
  }
  const { command } = run.settings.values;
  const { outcome, report } = await revertWatched(
    run,
    command === null ? null : readCommandWord(command.trim()),
    signal,
  );
  const markdown = outcomeMarkdown(outcome, linksTo(run.runner, run.runner.sha), jobSummaryPage, '');
  await summarize([markdown, report].join('\n\n'), run.writes);
  complain(outcome);
}

/**
 * Shows how it goes in a check run, and tells the pull requests how it ended.
 *
 * @param table `null` for the only one that can be brought back
 * @returns with what the job summary says of how it went
 */
export async function revertWatched(
  run: ActionRun,
  table: string | null,
  signal: AbortSignal,
): Promise<{ outcome: RunOutcome; report: string }> {
  const { settings, runner, event, repository, writes } = run;
  const pull =
    event.kind === 'comment'
      ? await writes.attempt('look for the pull request', () => getPullRequest(repository, event.number))
      : null;
  const sha = pull?.headSha ?? runner.sha;
  const name = checkName('revert', targetName(settings.values));
  const check = await writes.attempt('write a check run', () =>
    CheckRun.open(repository, name, sha, runner.stepKey, runner.runUrl),
  );
  publish({ 'check-run-id': check?.id ?? null });
  const { isAtGate, record, ids, forward, outcome } = await revertShown(run, table, check, signal).catch(
    async (error: unknown) => {
      const described = describeError(toGhostshipError(error));
      const output = { title: described.message, summary: codeBlock('', errorText(described, null)) };
      // Nothing is wrong with a commit that has nothing to revert.
      const conclusion = described.code === 'cannot-revert' ? 'neutral' : 'failure';
      await writes.attempt('finish the check run', async () => check?.finish(conclusion, output));
      throw error;
    },
  );
  publishOutcome(outcome, ids);
  const report = await writeReport(run, outcome, record, outcomeVerdict(outcome));
  await tellReverted(run, outcome, { check, sha, isAtGate, forwardPull: forward?.pullRequest ?? null });
  if (outcome.state === 'reverted' && forward !== null) await tellForwardCommits(run, forward);
  await writes.attempt('look for check runs left open', async () => check?.closeEarlier(name, sha, runner.stepKey));
  if (outcome.state !== 'yielded') await closeLeftOpen(run, { appId: check?.appId ?? null, isShipped: true });
  // Its own pull request is merged, and knows.
  const shipped = { appId: check?.appId ?? null, pullOf: () => null };
  if (!signal.aborted) await tellOutdated(run, outcome, shipped);
  return { outcome, report };
}

interface Shown {
  readonly outcome: RunOutcome;
  readonly record: RunRecord;
  /** Of the ledger's rows. */
  readonly ids: readonly string[];
  readonly isAtGate: boolean;
  /** The migration that is reverted, where it is one of this repository. */
  readonly forward: Found | null;
}

async function tellForwardCommits(run: ActionRun, { file, ordinal, commit }: Found): Promise<void> {
  if (file !== null && commit !== null) await tellCommits(run, { file, ordinal }, commit);
}

async function revertShown(
  run: ActionRun,
  table: string | null,
  check: CheckRun | null,
  signal: AbortSignal,
): Promise<Shown> {
  const { settings, runner, event } = run;
  const record = new RunRecord();
  const board = new RunBoard('Reverting');
  const linesOf = openRunLog();
  const origin = {
    commit: runner.sha,
    pullRequest: event.kind === 'comment' ? event.number : null,
    actor: event.kind === 'comment' ? event.author : runner.actor,
    runUrl: runner.runUrl,
    planDigest: null,
    reviewers: null,
  };
  let isAtGate = false;
  let forward: Found | null = null;
  await using _live =
    check === null ? null : new LiveCheckRun(check, () => ({ output: board.look(), annotations: [] }));
  await using herald = new Herald(run, () => origin.pullRequest ?? forward?.pullRequest ?? null, null);
  const outcome = await revert(
    {
      table,
      settings,
      origin,
      takesOver: settings.values['take-over'] === 'true',
      onFound(found) {
        if (found.runUrl?.startsWith(`${runner.repositoryUrl}/`) === true) forward = found;
      },
    },
    (news) => {
      board.observe(news);
      record.observe(news);
      herald.observe(news);
      if (news.type === 'engine' && news.event.type === 'state' && news.event.state !== 'yielded')
        isAtGate = news.event.state === 'waiting_for_cutover';
      linesOf(news).forEach(log);
    },
    signal,
  );
  return { outcome, record, ids: board.ids, isAtGate, forward };
}
