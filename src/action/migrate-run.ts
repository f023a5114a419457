import { bindPlans } from '../commands/binding/bind-plans.ts';
import type { NotCompared } from '../commands/binding/nothing-approved.ts';
import { findOwner } from '../commands/control/owner.ts';
import type { MigrationStatus } from '../commands/control/status.ts';
import { noteTold } from '../commands/ledger/untold-ends.ts';
import { isDone, type RunOutcome } from '../commands/migrate/run-outcome.ts';
import { requireTarget, type Settings } from '../commands/options/settings.ts';
import { foresee } from '../commands/plan/foresee.ts';
import { planOnce } from '../commands/plan/plan-once.ts';
import { isThereIn } from '../commands/statements/source.ts';
import { checkRunPage, commentPage, jobSummaryPage, type Page } from '../report/fit.ts';
import { message, prose } from '../report/markdown.ts';
import { outcomeMarkdown } from '../report/outcome-markdown.ts';
import { runErrorTexts } from '../report/outcome-text.ts';
import { outcomeVerdict } from '../report/outcome-verdict.ts';
import { ownerText } from '../report/owner-text.ts';
import { runTimeline } from '../report/run-timeline.ts';
import { messageOf } from '../support/errors.ts';
import { sentence } from '../support/sentence.ts';
import type { ActionRun, Said } from './action-run.ts';
import { approvalOfFiles, refuseUnapproved } from './approval.ts';
import { filesOfBranchNow } from './branch-now.ts';
import { CheckRun, type Conclusion, checkName } from './check-run.ts';
import { closeLeftOpen } from './close-left-open.ts';
import { fail, log, notice } from './core.ts';
import { type DueWork, findDueWork } from './due-work.ts';
import { tellShipped } from './environments-ahead.ts';
import { FileOwners } from './file-owners.ts';
import { tellWebhook } from './herald.ts';
import { summarize } from './job-summary.ts';
import { planReader } from './kept-plan.ts';
import { type NextRun, nextRunMarkdown, startedByCutover, startedByHand, startNextRun } from './next-run.ts';
import { publish, publishOutcome } from './outputs.ts';
import { awaitedEnvironment, revertedOutput } from './reverted-statements.ts';
import { writeReport } from './run-report.ts';
import { linksTo } from './runner-environment.ts';
import { targetName } from './target-name.ts';
import { tellHeldUp } from './tell-held-up.ts';
import { tellMended } from './tell-mended.ts';
import { howToDrop, tellNotDue } from './tell-not-due.ts';
import { tellOutdated } from './tell-outdated.ts';
import { type Concerned, pullsOf, tellPullRequests } from './tell-pull-requests.ts';
import { findReverted, hasAll } from './waiting-work.ts';
import { migrateWatched, type WatchedRun } from './watched-run.ts';

/**
 * Runs the statements of the files that the ledger does not have. The outcome is written to the outputs and the summary before
 * any request to GitHub, because a cancelled job has only seconds left.
 *
 * @param onBegin once nothing is in the way any more
 */
export async function migrateRun(run: ActionRun, signal: AbortSignal, onBegin = () => {}): Promise<Said> {
  const { settings, repository, runner, writes } = run;
  const environment = targetName(settings.values);
  const due = await findDueWork(run, signal);
  if ('text' in due) return due;
  const { files, all, before, sha, pull, pullRequest, goesOnOnly } = due;
  // What waits was approved when it was begun. Where nothing is to be run there is nothing to approve.
  const mustBeApproved = settings.values['require-approval'] === 'true';
  if (mustBeApproved && before === null && !(await hasAll(settings, all)))
    await refuseUnapproved(repository, pullRequest);
  onBegin();
  const check = await writes.attempt('write a check run', () =>
    CheckRun.open(repository, checkName('migrate', environment), sha, runner.stepKey, runner.runUrl),
  );
  publish({ 'check-run-id': check?.id ?? null });
  const origin = {
    commit: before?.commit ?? runner.sha,
    pullRequest,
    actor: runner.actor,
    runUrl: runner.runUrl,
    planDigest: null,
    reviewers: null,
  };
  const takesOver = settings.values['take-over'] === 'true';
  const owners = new FileOwners(run, { known: pull, planOf: planReader(run, check) });
  const unread = { files, isThere: isThereIn(runner.workspace), takenWith: owners.takenWith };
  const planNow = planOnce(unread, settings);
  const whyNotDue = filesOfBranchNow(run, files);
  const tellsForOthers = true;
  const ownWork = {
    settings,
    unread,
    origin,
    takesOver,
    tellsForOthers,
    isPart: goesOnOnly,
    foresee: foresee(planNow, settings),
  };
  const work = whyNotDue === undefined ? ownWork : { ...ownWork, whyNotDue };
  const bind = bindPlans(
    { settings, origin, planNow },
    {
      originsOf: (paths) => owners.originsOf(paths),
      orderedFor: run.orderedFor,
      refusalOf: mustBeApproved ? approvalOfFiles(repository) : async () => null,
    },
  );
  const watched = await migrateWatched(run, { ...work, bind }, { check, pullRequest, owners }, signal);
  return await tellOutcome(run, watched, { check, due, owners }, signal);
}

interface Audience {
  readonly check: CheckRun | null;
  readonly due: DueWork;
  readonly owners: FileOwners;
}

async function tellOutcome(
  run: ActionRun,
  { outcome, ids, idsOfOthers, isAtGate, annotations, record, notDue, notCompared }: WatchedRun,
  { check, due, owners }: Audience,
  signal: AbortSignal,
): Promise<Said> {
  const { settings, runner, writes } = run;
  const environment = targetName(settings.values);
  const { all, goesOnOnly, sha, pullRequest } = due;
  const verdict = outcomeVerdict(outcome);
  publishOutcome(outcome, ids);
  const report = await writeReport(run, outcome, record, verdict);
  const owner = outcome.error?.code === 'already-running' ? await findOwner(outcome, settings, signal) : null;
  if (owner !== null) return await leaveToOwner(run, outcome, owner, { check, due, owners });
  const next = await nextOf(run, outcome, isAtGate, signal);
  if (next !== null) {
    publish({ 'next-run-id': next.id });
    notice(next.text);
  }
  const words = next === null ? await howToDrop(run, notDue, signal) : nextRunMarkdown(next);
  const markdown = (page: Page, part: RunOutcome = outcome): string =>
    outcomeMarkdown(
      part,
      linksTo(runner, sha),
      { ...page, environment },
      [words, ...about(part, notCompared)].join('\n\n').trim(),
    );
  await summarize([markdown(jobSummaryPage), runTimeline(record), report].join('\n\n'), writes);

  const isComplete = isDone(outcome.state) && notDue === null && (!goesOnOnly || (await hasAll(settings, all)));
  const awaited = awaitedEnvironment(settings.values);
  // Where the ledger cannot be asked any more, nobody may build on this commit.
  const found = isComplete && awaited !== null ? await findReverted(settings, all).catch(() => null) : [];
  const reverted = found ?? [];
  const said = { title: `${verdict.title}: ${verdict.sentence}`, summary: markdown(checkRunPage) };
  const output = awaited === null || reverted.length === 0 ? said : revertedOutput(said, awaited, reverted);
  const isShipped = isComplete && found?.length === 0;
  const conclusion = isDone(outcome.state) && !isShipped ? 'neutral' : conclusionOf(outcome, isAtGate);
  await writes.attempt('finish the check run', async () => check?.finish(conclusion, output, annotations));
  await writes.attempt('look for check runs left open', async () =>
    check?.closeEarlier(checkName('migrate', environment), sha, runner.stepKey),
  );
  const appId = check?.appId ?? null;
  if (outcome.state !== 'yielded') await closeLeftOpen(run, { appId, isShipped });
  if (isComplete && found !== null) await tellShipped(run, sha, reverted);
  const text = [`${verdict.title}. ${verdict.sentence}`, ...(next === null ? [] : [next.text])].join(' ');
  await tellNotDue(run, notDue, words, { own: pullRequest, owners });
  const told = { own: pullRequest, owners, next: words };
  const isHeard = await tellEnds(run, outcome, text, told, (part) => markdown(commentPage, part));
  await tellMended(run, outcome, owners);
  // Who goes on tells of these as well: the page of the end is about all that a pull request has brought.
  const isOver = outcome.state !== 'yielded';
  await noteHeard(settings, isHeard && isOver ? [...ids, ...idsOfOthers] : []);
  if (!signal.aborted) await tellOutdated(run, outcome, { appId, pullOf: await pullsOf(outcome, owners, pullRequest) });
  complain(outcome);
  return { text: [text, ...whyOf(outcome)].join('\n'), isGood: isDone(outcome.state) || outcome.state === 'yielded' };
}

/** Of the first statement that failed: whoever has asked for the run should not have to look for it. */
function whyOf({ migrations, error }: RunOutcome): string[] {
  const first = migrations.find((migration) => migration.error !== null)?.error ?? error;
  return first === null ? [] : ['', `${first.message} [${first.code}]`, first.hint];
}

/** @returns false where the next run must tell it once more */
async function tellEnds(
  run: ActionRun,
  outcome: RunOutcome,
  text: string,
  told: Concerned,
  markdown: (outcome: RunOutcome) => string,
): Promise<boolean> {
  if (outcome.migrations.length === 0 && outcome.error === null) return true;
  const { commentId, isTold } = await tellPullRequests(run, outcome, told, markdown);
  publish({ 'comment-id': commentId });
  if (outcome.state !== 'yielded') await tellWebhook(run, text, told.own);
  return isTold;
}

/** Whatever is not noted as told is told once more by the next run. */
async function noteHeard(settings: Settings, ids: readonly string[]): Promise<void> {
  await noteTold(requireTarget(settings), ids).catch((error: unknown) =>
    log(`What was told could not be noted in the ledger: ${sentence(messageOf(error))}`),
  );
}

/** What a reader of the page must not miss; of its own statements alone. */
function about({ migrations }: RunOutcome, notCompared: readonly NotCompared[]): string[] {
  const own = notCompared.filter(({ files }) => migrations.some(({ file }) => file !== null && files.includes(file)));
  return own.map((one) => `⚠️ ${message(one.message)}`);
}

/** A run that a person has stopped is not started again, and has only seconds left. */
async function nextOf(
  run: ActionRun,
  { state, migrations }: RunOutcome,
  isAtGate: boolean,
  signal: AbortSignal,
): Promise<NextRun | null> {
  if (state !== 'yielded') return null;
  if (signal.aborted) return startedByHand;
  const waiting = migrations.find((migration) => migration.state === 'yielded');
  const endsAtGate = isAtGate && run.settings.values.gate === 'yield';
  return endsAtGate && waiting !== undefined ? startedByCutover(waiting.table) : await startNextRun(run);
}

/** The comment of the pull request that is migrated stays as it is. Others are told who holds them up. */
async function leaveToOwner(
  run: ActionRun,
  outcome: RunOutcome,
  owner: MigrationStatus,
  { check, due, owners }: Audience,
): Promise<Said> {
  const text = ownerText(owner);
  notice(text);
  await summarize(prose(text), run.writes);
  const output = { title: text, summary: prose(text) };
  await run.writes.attempt('finish the check run', async () => check?.finish('neutral', output));
  await tellHeldUp(run, outcome, { own: due.pullRequest, owners, by: owner.run.pullRequest, why: text });
  return { text, isGood: true };
}

/** At its gate a run that has ended asks for a person. */
export function conclusionOf({ state }: RunOutcome, isAtGate: boolean): Conclusion {
  if (isDone(state)) return 'success';
  if (state === 'yielded') return isAtGate ? 'action_required' : 'neutral';
  return state === 'aborted' ? 'cancelled' : 'failure';
}

export function complain(outcome: RunOutcome): void {
  const { title, sentence } = outcomeVerdict(outcome);
  runErrorTexts(outcome).forEach(log);
  if (isDone(outcome.state) || outcome.state === 'yielded') log(`${title}. ${sentence}`);
  else fail(`${title}. ${sentence}`);
}
