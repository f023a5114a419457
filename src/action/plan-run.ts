import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Settings } from '../commands/options/settings.ts';
import { plan } from '../commands/plan/plan.ts';
import type { PlanReport } from '../commands/plan/plan-report.ts';
import { readSqlFiles, type SqlFile } from '../commands/statements/sql-file.ts';
import { annotationsOf } from '../report/annotation.ts';
import { checkRunPage, commentPage, jobSummaryPage, type Page } from '../report/fit.ts';
import { planMarkdown } from '../report/plan-markdown.ts';
import { planText } from '../report/plan-text.ts';
import { planVerdict } from '../report/plan-verdict.ts';
import type { ActionRun } from './action-run.ts';
import { CheckRun } from './check-run.ts';
import { annotate, fail, log, notice } from './core.ts';
import type { Event, PullRequestEvent } from './event.ts';
import { summarize } from './job-summary.ts';
import { publish, publishPlan } from './outputs.ts';
import { annotateProblem, type ProposedConfig, proposedConfig } from './proposed-config.ts';
import { listChangedFiles, readPullRequestFiles } from './pull-request-files.ts';
import { linksTo } from './runner-environment.ts';
import { keepComment } from './sticky-comment.ts';
import { otherBranch } from './why-not-migrate.ts';

/** Lints and plans: the changed files of a pull request, or else all files. Reviewers see it where they work. */
export async function planRun(run: ActionRun, mode: 'lint' | 'plan', signal: AbortSignal): Promise<void> {
  const { repository, event, runner, writes } = run;
  const sha = event.kind === 'pull-request' ? event.headSha : runner.sha;
  const check = await writes.attempt('write a check run', () =>
    CheckRun.open(repository, `Ghostship ${mode}`, sha, runner.stepKey, runner.runUrl),
  );
  const settings = mode === 'plan' && !isFromFork(event) ? run.settings : withoutDatabase(run.settings);
  const { files, proposed } = await look(run);
  const report = await plan({ files }, settings, signal);
  log(planText(report));
  const path = join(runner.temporary, 'ghostship-plan.json');
  await writeFile(path, `${JSON.stringify(report, null, 2)}\n`);
  publishPlan(report, path);

  const idle = event.kind === 'pull-request' ? otherBranch(event.base, settings.values.branches) : null;
  const remarks = [
    ...remarksOn(event, settings, mode),
    ...(idle === null ? [] : [`A merge will migrate nothing: ${idle}`]),
    ...(proposed === null ? [] : [proposed.remark]),
  ];
  remarks.forEach(notice);
  const obstacle = proposed?.problem ?? null;
  if (obstacle !== null) publish({ state: 'failed', 'error-code': 'usage' });
  const verdict = planVerdict(report, obstacle);
  const links = linksTo(runner, sha);
  const context = { links, commit: sha, remarks, obstacle, migratesOnMerge: idle === null };
  const markdown = (page: Page): string => planMarkdown(report, context, page);
  const commentId = event.kind === 'pull-request' ? await comment(run, event, report, markdown(commentPage)) : null;
  const annotations = [...(proposed === null ? [] : annotateProblem(proposed)), ...annotationsOf(report)];
  const failed = verdict.kind === 'failed';
  const output = { title: `${verdict.title}: ${verdict.sentence}`, summary: markdown(checkRunPage) };
  const finished = await writes.attempt('finish the check run', async () =>
    check?.finish(failed ? 'failure' : 'success', output, annotations),
  );
  if (check === null || finished === null) annotations.forEach(annotate);
  publish({ 'check-run-id': check?.id ?? null, 'comment-id': commentId });
  await summarize(markdown(jobSummaryPage), writes);
  if (failed) fail(`${verdict.title}. ${verdict.sentence}`);
}

interface Looked {
  readonly files: readonly SqlFile[];
  readonly proposed: ProposedConfig | null;
}

/** If the changed files cannot be listed, all files are planned: too many are better than none. */
export async function look(run: ActionRun): Promise<Looked> {
  const { event, repository, settings, runner, writes } = run;
  const { files: globs, 'max-file-size': maxBytes } = settings.values;
  const all = (): Promise<SqlFile[]> => readSqlFiles(globs, runner.workspace, maxBytes);
  if (event.kind !== 'pull-request') return { files: await all(), proposed: null };
  const changed = await writes.attempt('list the changed files, and looked at all of them', () =>
    listChangedFiles(repository, event.number),
  );
  if (changed === null) return { files: await all(), proposed: null };
  const files = await writes.attempt('read the changed files, and looked at all of them', () =>
    readPullRequestFiles(repository, event, changed, { globs, maxBytes }, runner.workspace),
  );
  return { files: files ?? (await all()), proposed: await proposedConfig(repository, event, changed, run.config) };
}

/** Without statements and findings no comment is written. An existing comment is still brought up to date. */
function comment(
  { repository, writes }: ActionRun,
  { number }: PullRequestEvent,
  { statements, findings, leftOut }: PlanReport,
  markdown: string,
): Promise<number | null> {
  const isEmpty = statements.length + findings.length + leftOut.length === 0;
  return writes.attempt('write the comment', () =>
    keepComment(repository, number, markdown, isEmpty ? 'skip' : 'create'),
  );
}

function remarksOn(event: Event, { target, replica }: Settings, mode: 'lint' | 'plan'): string[] {
  if (mode === 'lint' || target !== null || replica !== null) return [];
  return isFromFork(event)
    ? ['This pull request comes from a fork: its statements were read and linted, and no database was asked.']
    : ['Neither target nor replica is given: the statements were read and linted, and no database was asked.'];
}

/** GitHub gives such a run no secrets. A workflow may give them all the same: a stranger must not reach a database then. */
export function isFromFork(event: Event): boolean {
  return event.kind === 'pull-request' && event.isFork;
}

function withoutDatabase(settings: Settings): Settings {
  return { ...settings, target: null, replica: null };
}
