import { findOwner } from '../commands/control/owner.ts';
import type { MigrationStatus } from '../commands/control/status.ts';
import { migrateSource } from '../commands/migrate/migrate-source.ts';
import { isDone, type RunOutcome } from '../commands/migrate/run-outcome.ts';
import { requireTarget } from '../commands/options/settings.ts';
import { readSqlFiles } from '../commands/statements/sql-file.ts';
import { checkRunPage, commentPage, jobSummaryPage, type Page } from '../report/fit.ts';
import { prose } from '../report/markdown.ts';
import { outcomeMarkdown } from '../report/outcome-markdown.ts';
import { runErrorTexts } from '../report/outcome-text.ts';
import { outcomeVerdict } from '../report/outcome-verdict.ts';
import { ownerText } from '../report/owner-text.ts';
import { openRunLog } from '../report/run-log.ts';
import type { ActionRun } from './action-run.ts';
import { CheckRun, type Conclusion } from './check-run.ts';
import { fail, log, notice } from './core.ts';
import { findPullRequest } from './find-pull-request.ts';
import { summarize } from './job-summary.ts';
import { LiveCheckRun } from './live-check-run.ts';
import { type NextRun, nextRunMarkdown, startedByCutover, startedByHand, startNextRun } from './next-run.ts';
import { publish, publishOutcome } from './outputs.ts';
import { RunBoard } from './run-board.ts';
import { linksTo } from './runner-environment.ts';
import { keepComment } from './sticky-comment.ts';
import { findWaiting } from './waiting-work.ts';

/**
 * Runs the statements of the files that the ledger does not have. The outcome is written to the outputs and the summary before
 * any request to GitHub, because a cancelled job has only seconds left.
 */
export async function migrateRun(run: ActionRun, signal: AbortSignal): Promise<void> {
  const { settings, event, repository, runner, writes } = run;
  requireTarget(settings);
  const { files: globs, 'max-file-size': maxBytes } = settings.values;
  const waiting = event.kind === 'other' ? await findWaiting(settings, signal) : [];
  if (run.goesOnOnly && waiting.length === 0) {
    publish({ state: 'completed' });
    return notice('No migration has yielded: there is nothing to go on with.');
  }
  const all = await readSqlFiles(globs, runner.workspace, maxBytes);
  const files = run.goesOnOnly ? all.filter(({ path }) => waiting.some(({ file }) => file === path)) : all;
  const before = waiting[0]?.run ?? null;
  const sha = event.kind === 'pull-request' ? event.headSha : (before?.commit ?? runner.sha);
  const found = await writes.attempt('look for the pull request', () => findPullRequest(repository, event, runner.sha));
  const pullRequest = found ?? before?.pullRequest ?? null;
  const check = await writes.attempt('write a check run', () =>
    CheckRun.open(repository, 'Ghostship migrate', sha, runner.stepKey, runner.runUrl),
  );
  publish({ 'check-run-id': check?.id ?? null });
  const origin = {
    commit: before?.commit ?? runner.sha,
    pullRequest,
    actor: runner.actor,
    runUrl: runner.runUrl,
    planDigest: null,
  };
  const takesOver = settings.values['take-over'] === 'true';
  const work = { settings, unread: { files }, origin, takesOver };
  const { outcome, ids, isAtGate } = await migrateWatched(work, check, signal);
  publishOutcome(outcome, ids);
  const owner = outcome.error?.code === 'already-running' ? await findOwner(outcome, settings, signal) : null;
  if (owner !== null) return await leaveToOwner(owner, check, writes);
  const next = await nextOf(run, outcome, isAtGate, signal);
  if (next !== null) {
    publish({ 'next-run-id': next.id });
    notice(next.text);
  }
  const words = next === null ? '' : nextRunMarkdown(next);
  const markdown = (page: Page): string => outcomeMarkdown(outcome, linksTo(runner, sha), page, words);
  const verdict = outcomeVerdict(outcome);
  await summarize(markdown(jobSummaryPage), writes);

  const output = { title: `${verdict.title}: ${verdict.sentence}`, summary: markdown(checkRunPage) };
  await writes.attempt('finish the check run', async () => check?.finish(conclusionOf(outcome), output));
  if (pullRequest !== null && (outcome.migrations.length > 0 || outcome.error !== null)) {
    const commentId = await writes.attempt('write the comment', () =>
      keepComment(repository, pullRequest, markdown(commentPage), 'create'),
    );
    publish({ 'comment-id': commentId });
  }
  complain(outcome);
}

/** A run that a person has stopped is not started again, and has only seconds left. */
async function nextOf(
  run: ActionRun,
  { state }: RunOutcome,
  isAtGate: boolean,
  signal: AbortSignal,
): Promise<NextRun | null> {
  if (state !== 'yielded') return null;
  if (signal.aborted) return startedByHand;
  return isAtGate && run.settings.values.gate === 'yield' ? startedByCutover : await startNextRun(run);
}

/** The comment is that of the run that is at work, and stays as it is. */
async function leaveToOwner(
  owner: MigrationStatus,
  check: CheckRun | null,
  writes: ActionRun['writes'],
): Promise<void> {
  const text = ownerText(owner);
  notice(text);
  await summarize(prose(text), writes);
  const output = { title: text, summary: prose(text) };
  await writes.attempt('finish the check run', async () => check?.finish('neutral', output));
}

async function migrateWatched(
  work: Parameters<typeof migrateSource>[0],
  check: CheckRun | null,
  signal: AbortSignal,
): Promise<{ outcome: RunOutcome; ids: readonly string[]; isAtGate: boolean }> {
  let isAtGate = false;
  const board = new RunBoard();
  const linesOf = openRunLog();
  await using _live = check === null ? null : new LiveCheckRun(check, () => board.look());
  const outcome = await migrateSource(
    work,
    (event) => {
      board.observe(event);
      if (event.type === 'engine' && event.event.type === 'state' && event.event.state !== 'yielded')
        isAtGate = event.event.state === 'waiting_for_cutover';
      linesOf(event).forEach(log);
    },
    signal,
  );
  return { outcome, ids: board.ids, isAtGate };
}

function conclusionOf({ state }: RunOutcome): Conclusion {
  if (isDone(state)) return 'success';
  if (state === 'yielded') return 'neutral';
  return state === 'aborted' ? 'cancelled' : 'failure';
}

export function complain(outcome: RunOutcome): void {
  const { title, sentence } = outcomeVerdict(outcome);
  runErrorTexts(outcome).forEach(log);
  if (isDone(outcome.state) || outcome.state === 'yielded') log(`${title}. ${sentence}`);
  else fail(`${title}. ${sentence}`);
}
