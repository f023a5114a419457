import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Settings } from '../commands/options/settings.ts';
import type { AfterMerge } from '../commands/plan/after-merge.ts';
import { firstErrorCode } from '../commands/plan/first-error.ts';
import { plan } from '../commands/plan/plan.ts';
import { recordOf } from '../commands/plan/plan-record.ts';
import type { PlanReport } from '../commands/plan/plan-report.ts';
import { type FilesToRead, isThereIn } from '../commands/statements/source.ts';
import { readSqlFiles, type SqlFile } from '../commands/statements/sql-file.ts';
import { annotationsOf } from '../report/annotation.ts';
import { checkRunPage, commentPage, jobSummaryPage, type Page } from '../report/fit.ts';
import { prose } from '../report/markdown.ts';
import { type PlanContext, planMarkdown } from '../report/plan-markdown.ts';
import { planText } from '../report/plan-text.ts';
import { planVerdict } from '../report/plan-verdict.ts';
import { enumerate } from '../report/words.ts';
import type { ActionRun, Said } from './action-run.ts';
import { CheckRun, checkName } from './check-run.ts';
import { annotate, fail, log, notice, warn } from './core.ts';
import { environmentsBefore } from './environments-before.ts';
import type { MergeGroupEvent } from './event.ts';
import type { FileOwners } from './file-owners.ts';
import { filesAfterMerge } from './files-after-merge.ts';
import { filesOfCheckout, whyNoFiles } from './files-of-checkout.ts';
import { shortName } from './git-ref.ts';
import { inComments } from './in-comments.ts';
import { summarize } from './job-summary.ts';
import { keptText } from './kept-plan.ts';
import { whyNoDatabase } from './no-secrets.ts';
import { tellUnread } from './other-case.ts';
import { publish, publishPlan } from './outputs.ts';
import { ownersFor, withPlansOfOthers } from './plans-of-others.ts';
import { annotateProblem, type ProposedConfig, proposedConfig } from './proposed-config.ts';
import { type ChangedFile, listChangedFiles, pathsBrought, pathsTakenAway } from './pull-request-files.ts';
import { queueHasStatements } from './queue-files.ts';
import { linksTo } from './runner-environment.ts';
import { keepComment } from './sticky-comment.ts';
import { isOfOlderHead, whyNotPlanned } from './still-open.ts';
import { suggestMends } from './suggest-mends.ts';
import { targetName } from './target-name.ts';
import type { findOrphans } from './waiting-work.ts';
import { otherBranch } from './why-not-migrate.ts';

/** Lints and plans: what the merge of a pull request will run, or else all files. Reviewers see it where they work. */
export async function planRun(run: ActionRun, mode: 'lint' | 'plan', signal: AbortSignal): Promise<Said> {
  const { repository, event, runner, writes } = run;
  const environment = targetName(run.settings.values);
  const sha = event.kind === 'pull-request' ? event.headSha : runner.sha;
  const check = await writes.attempt('write a check run', () =>
    CheckRun.open(repository, checkName(mode, environment), sha, runner.stepKey, runner.runUrl),
  );
  const unasked = whyNoDatabase(run);
  const looked = await look(run);
  const { files, proposed, after, changed } = looked;
  // A pull request without statements must not be red because a database is down.
  const isConcerned = files.length > 0 || after !== null;
  const settings = mode === 'plan' && unasked === null && isConcerned ? run.settings : withoutDatabase(run.settings);
  const report = await planLooked({ ...run, settings }, looked, check, whyUntried(mode, unasked), signal);

  const idle = 'base' in event ? otherBranch(event.base, settings.values.branches) : null;
  const notRead = await tellUnread(run, changed);
  const orphans = after === null ? [] : await orphansOf(report, after, settings, signal);
  const remarks = [
    ...(notRead === null ? [] : [notRead]),
    ...(isConcerned ? remarksOn(unasked, settings, mode) : noneMatches(changed, settings)),
    ...(idle === null ? [] : [`A merge will migrate nothing: ${idle}`]),
    ...(proposed === null ? [] : [proposed.remark]),
    ...orderRemark(settings.values),
    ...orphans,
  ];
  remarks.forEach(notice);
  const noFiles = isConcerned && files.length === 0 ? null : await whyNoFiles(run, isConcerned);
  const obstacle = proposed?.problem ?? proposed?.conflict ?? noFiles;
  if (obstacle !== null) publish({ state: 'failed', 'error-code': 'usage' });
  const verdict = planVerdict(report, obstacle);
  const known = { links: linksTo(runner, sha), commit: sha, obstacle, migratesOnMerge: idle === null };
  const context = { ...underSettings(settings, mode === 'plan' && unasked === null), ...known };
  const markdown = (page: Page, more: readonly string[] = []): string =>
    planMarkdown(report, { ...context, remarks: [...remarks, ...more] }, { ...page, environment });
  const hasOthers = run.settings.values.environment !== null;
  const isSaid = async () => hasOthers && (await check?.isBehindAnother(mode, sha)) === true;
  const late = await whyNotPlanned(run);
  if (late !== null) return await leaveUnplanned(run, check, late);
  await suggest(run, { files, changed }, report, isSaid);
  const annotations = [...(proposed === null ? [] : annotateProblem(proposed)), ...annotationsOf(report)];
  const isGood = verdict.kind !== 'failed';
  const kept =
    mode === 'plan' ? keptText(recordOf(report, settings, 'base' in event ? shortName(event.base) : null)) : null;
  const output = { title: `${verdict.title}: ${verdict.sentence}`, summary: markdown(checkRunPage), text: kept };
  const isFinished = await finish(run, check, isGood ? 'success' : 'failure', output, annotations);
  const isAsked = settings.target !== null || settings.replica !== null;
  const unkept = isAsked && isGood && event.kind === 'pull-request' ? whyNotKept(kept, isFinished) : [];
  unkept.forEach(warn);
  const isNews = notRead !== null || orphans.length > 0 || obstacle !== null;
  const commentId = await tell(run, report, markdown(commentPage, unkept), isNews);
  const closeEarlier = async () => check?.closeEarlier(checkName(mode, environment), sha, runner.stepKey);
  if (isFinished) await writes.attempt('look for check runs that were left open', closeEarlier);
  publish({ 'check-run-id': check?.id ?? null, 'comment-id': commentId });
  await summarize(markdown(jobSummaryPage), writes);
  const text = `${verdict.title}. ${verdict.sentence}`;
  if (!isGood) fail(text);
  return { text, isGood };
}

async function planLooked(
  run: ActionRun,
  looked: Looked,
  check: CheckRun | null,
  untried: string | undefined,
  signal: AbortSignal,
): Promise<PlanReport> {
  const owners = await ownersFor(run, check);
  const planned = await plan(unreadOf(run, looked, owners), run.settings, signal, looked.after);
  const report = await withPlansOfOthers(planned, run, owners);
  await show(run, report, untried);
  return report;
}

/** `undefined` where the settings tell it. */
function whyUntried(mode: 'lint' | 'plan', unasked: string | null): string | undefined {
  return mode === 'lint' ? 'the mode lint asks no database' : unasked?.replace(/^This/u, 'this');
}

/** In the log, and in a file for the steps behind this one. */
async function show({ runner }: ActionRun, report: PlanReport, untried: string | undefined): Promise<void> {
  log(planText(report, untried));
  const path = join(runner.temporary, 'ghostship-plan.json');
  await writeFile(path, `${JSON.stringify(report, null, 2)}\n`);
  publishPlan(report, path, firstErrorCode(report));
}

/** It was merged, or closed, while it was planned: a plan that nobody saw before must bind nothing. */
async function leaveUnplanned({ writes }: ActionRun, check: CheckRun | null, why: string): Promise<Said> {
  notice(why);
  const output = { title: why, summary: prose(why), text: null };
  await writes.attempt('finish the check run', async () => check?.finish('neutral', output));
  await summarize(prose(why), writes);
  return { text: why, isGood: false };
}

/** @param mayAsk whether a database would be asked, were one given */
function underSettings(
  { values, valuesFor, target, replica }: Settings,
  mayAsk: boolean,
): Pick<PlanContext, 'needsApproval' | 'asked' | 'isUntried' | 'termsFor'> {
  return {
    needsApproval: values['require-approval'] === 'true',
    asked: replica === null ? 'target' : 'replica',
    isUntried: mayAsk && target === null && replica === null,
    termsFor: valuesFor,
  };
}

function noneMatches(changed: readonly ChangedFile[] | null, { values }: Settings): string[] {
  return changed === null ? [] : [`No changed file matches the option files: ${values.files.join(', ')}.`];
}

/** Loaded only where there is a target to ask: it brings the driver with it. */
async function orphansOf(...asked: Parameters<typeof findOrphans>): Promise<string[]> {
  const [, , { target }] = asked;
  return target === null ? [] : await (await import('./waiting-work.ts')).findOrphans(...asked);
}

interface Looked {
  /** Of a pull request those that it changes, or else all. */
  readonly files: readonly SqlFile[];
  /** `null` where all files are planned. */
  readonly after: AfterMerge | null;
  readonly proposed: ProposedConfig | null;
  /** As GitHub lists them; `null` where they are not known. */
  readonly changed: readonly ChangedFile[] | null;
}

/** With what tells whether one of the files has moved: the changes of the pull request, or else of that which has brought it. */
export function unreadOf({ runner }: ActionRun, { files, after, changed }: Looked, owners: FileOwners): FilesToRead {
  return {
    files,
    isThere: after?.isThere ?? isThereIn(runner.workspace),
    takenWith: async (path) =>
      changed !== null && pathsBrought(changed).includes(path)
        ? new Set(pathsTakenAway(changed))
        : await owners.takenWith(path),
  };
}

/** If the changed files cannot be listed, all files are planned: too many are better than none. */
export async function look(run: ActionRun): Promise<Looked> {
  const { event, repository, settings, runner, writes } = run;
  const { files: globs, 'max-file-size': maxBytes } = settings.values;
  const all = (): Promise<SqlFile[]> => readSqlFiles(globs, runner.workspace, maxBytes);
  if (event.kind === 'merge-group')
    return { files: await queuedFiles(run, event), after: null, proposed: null, changed: null };
  if (event.kind !== 'pull-request')
    return { files: await filesOfCheckout(run), after: null, proposed: null, changed: null };
  const changed = await writes.attempt('list the changed files, and looked at all of them', () =>
    listChangedFiles(repository, event.number),
  );
  if (changed === null) return { files: await all(), after: null, proposed: null, changed: null };
  const { workspace, sha } = runner;
  const merged = await writes.attempt('read the changed files, and looked at all of them', () =>
    filesAfterMerge(changed, { repository, event, globs, maxBytes, workspace, sha }),
  );
  const proposed = await proposedConfig(repository, event, changed, { ...run.config, globs, workspace });
  return { files: merged?.own ?? (await all()), after: merged?.after ?? null, proposed, changed };
}

/** @throws GhostshipError `usage` without a checkout: a queue must not go on because nobody looked */
async function queuedFiles(run: ActionRun, event: MergeGroupEvent): Promise<SqlFile[]> {
  const { repository, settings, runner, writes } = run;
  const isConcerned = await writes.attempt('list the changed files, and looked at all of them', () =>
    queueHasStatements(repository, event, settings.values.files, runner.workspace),
  );
  return isConcerned === false ? [] : await filesOfCheckout(run);
}

/** @returns whether GitHub has it now. Where it has not, its annotations are written to the log. */
async function finish(
  { writes }: ActionRun,
  check: CheckRun | null,
  ...end: Parameters<CheckRun['finish']>
): Promise<boolean> {
  const finished = await writes.ask('finish the check run', async () => check?.finish(...end));
  const isFinished = check !== null && finished.kind === 'answer';
  const [, , annotations = []] = end;
  if (!isFinished) annotations.forEach(annotate);
  return isFinished;
}

/** Before the check run ends: another environment that sees it open leaves the suggestions to this one. */
async function suggest(
  { repository, writes, settings, event }: ActionRun,
  { files, changed }: Pick<Looked, 'files' | 'changed'>,
  { findings }: PlanReport,
  isSaid: () => Promise<boolean>,
): Promise<void> {
  if (event.kind !== 'pull-request' || changed === null || !isFirst(settings.values)) return;
  await writes.attempt('suggest mends', () => suggestMends(repository, event, findings, files, changed, isSaid));
}

/**
 * Without statements and findings no comment is written. An existing comment is still brought up to date.
 *
 * @param hasNews whether there is something else to tell
 * @returns the id of the comment; `null` where there is none
 */
async function tell(
  run: ActionRun,
  { statements, findings, leftOut, deleted }: PlanReport,
  markdown: string,
  hasNews: boolean,
): Promise<number | null> {
  const { repository, writes, settings, event } = run;
  if (event.kind !== 'pull-request') return null;
  if (await isOfOlderHead(run)) {
    notice(`Pull request #${event.number} has a newer commit than this plan, so its comment stays as it is.`);
    return null;
  }
  const environment = targetName(settings.values);
  const isEmpty = !hasNews && statements.length + findings.length + leftOut.length + deleted.length === 0;
  const newPlanOf = event.state.kind === 'open' ? event.headSha : null;
  const place = { environment, section: 'main', newPlanOf } as const;
  return await writes.attempt('write the comment', () =>
    keepComment(repository, event.number, place, inComments(markdown), isEmpty ? 'skip' : 'create'),
  );
}

/** What is not kept does not bind: the run after the merge has nothing to compare with. */
function whyNotKept(kept: string | null, isFinished: boolean): string[] {
  const then = 'so the merge runs the files without comparing them with it';
  if (kept === null) return [`This plan is too long to be kept, ${then}.`];
  if (isFinished) return [];
  return [`This plan could not be kept in a check run, ${then}. Plan once more before you merge: run this job again.`];
}

function remarksOn(unasked: string | null, { target, replica }: Settings, mode: 'lint' | 'plan'): string[] {
  if (mode === 'lint' || target !== null || replica !== null) return [];
  const why = unasked ?? 'Neither target nor replica is given';
  return [`${why}: the statements were read and linted, and no database was asked.`];
}

/** The jobs of several environments find the same, and one of them says it. */
function isFirst({ environment, after }: Settings['values']): boolean {
  return environment === null || environmentsBefore(environment, after).length === 0;
}

function orderRemark({ environment, after }: Settings['values']): string[] {
  const first = environment === null ? [] : environmentsBefore(environment, after);
  return first.length === 0 ? [] : [`After the merge ${enumerate(first)} must ship it before ${environment} does.`];
}

function withoutDatabase(settings: Settings): Settings {
  return { ...settings, target: null, replica: null };
}
