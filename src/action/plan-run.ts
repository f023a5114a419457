import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { plan } from '../commands/plan.ts';
import { type PlanReport, planFailed } from '../commands/plan-report.ts';
import type { Settings } from '../commands/settings.ts';
import { readSqlFiles, type SqlFile } from '../commands/sql-file.ts';
import { annotationsOf } from '../report/annotation.ts';
import { checkRunPage, commentPage, jobSummaryPage, type Page } from '../report/fit.ts';
import { planMarkdown } from '../report/plan-markdown.ts';
import { planText } from '../report/plan-text.ts';
import { planVerdict } from '../report/plan-verdict.ts';
import type { ActionRun } from './action-run.ts';
import { CheckRun } from './check-run.ts';
import { annotate, fail, log } from './core.ts';
import type { Event, PullRequestEvent } from './event.ts';
import { summarize } from './job-summary.ts';
import { publish, publishPlan } from './outputs.ts';
import { readPullRequestFiles } from './pull-request-files.ts';
import { keepComment } from './sticky-comment.ts';
import { linksTo } from './surroundings.ts';

/** Lints and plans: the changed files of a pull request, or else all files. Reviewers see it where they work. */
export async function planRun(run: ActionRun, mode: 'lint' | 'plan', signal: AbortSignal): Promise<void> {
  const { hub, event, surroundings, delivery } = run;
  const sha = event.kind === 'pull-request' ? event.headSha : surroundings.sha;
  const check = await delivery.attempt('write a check run', () =>
    CheckRun.open(hub, `Ghostship ${mode}`, sha, surroundings.stepKey, surroundings.runUrl),
  );
  const settings = mode === 'plan' && !isFromFork(event) ? run.settings : withoutDatabase(run.settings);
  const report = await plan({ files: await readFiles(run) }, settings, signal);
  log(planText(report));
  const path = join(surroundings.temporary, 'ghostship-plan.json');
  await writeFile(path, `${JSON.stringify(report, null, 2)}\n`);
  publishPlan(report, path);

  const verdict = planVerdict(report);
  const context = { links: linksTo(surroundings, sha), commit: sha, remarks: remarksOn(event, settings, mode) };
  const markdown = (page: Page): string => planMarkdown(report, context, page);
  const commentId = event.kind === 'pull-request' ? await comment(run, event, report, markdown(commentPage)) : null;
  const annotations = annotationsOf(report);
  const conclusion = planFailed(report) ? 'failure' : 'success';
  const output = { title: `${verdict.title}: ${verdict.sentence}`, summary: markdown(checkRunPage) };
  const finished = await delivery.attempt('finish the check run', async () =>
    check?.finish(conclusion, output, annotations),
  );
  if (check === null || finished === null) annotations.forEach(annotate);
  publish({ 'check-run-id': check?.id ?? null, 'comment-id': commentId });
  await summarize(markdown(jobSummaryPage), delivery);
  if (planFailed(report)) fail(`${verdict.title}. ${verdict.sentence}`);
}

/** A pull request whose changed files cannot be listed is judged by all files: better too many than none. */
async function readFiles({ event, hub, settings, surroundings, delivery }: ActionRun): Promise<SqlFile[]> {
  const { files } = settings.values;
  const changed =
    event.kind === 'pull-request'
      ? await delivery.attempt('list the changed files, and looked at all of them', () =>
          readPullRequestFiles(hub, event, files, surroundings.workspace),
        )
      : null;
  return changed ?? readSqlFiles(files, surroundings.workspace);
}

/** Nothing is said where there is nothing to say; a comment that is there must not go on telling what no longer is. */
function comment(
  { hub, delivery }: ActionRun,
  { number }: PullRequestEvent,
  { statements, findings, leftOut }: PlanReport,
  markdown: string,
): Promise<number | null> {
  const isEmpty = statements.length + findings.length + leftOut.length === 0;
  return delivery.attempt('write the comment', () => keepComment(hub, number, markdown, isEmpty ? 'skip' : 'create'));
}

function remarksOn(event: Event, { target, replica }: Settings, mode: 'lint' | 'plan'): string[] {
  if (mode === 'lint' || target !== null || replica !== null) return [];
  return isFromFork(event)
    ? ['This pull request comes from a fork: its statements were read and linted, and no database was asked.']
    : ['Neither target nor replica is given: the statements were read and linted, and no database was asked.'];
}

/** GitHub gives such a run no secrets; where a workflow gives them all the same, a stranger must not get at a database. */
function isFromFork(event: Event): boolean {
  return event.kind === 'pull-request' && event.isFork;
}

function withoutDatabase(settings: Settings): Settings {
  return { ...settings, target: null, replica: null };
}
