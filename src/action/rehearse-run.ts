import { toGhostshipError } from '../commands/known-error.ts';
import { describeError } from '../commands/migrate/run-outcome.ts';
import { requireReplica } from '../commands/options/settings.ts';
import { rehearseSource } from '../commands/rehearse/rehearse-source.ts';
import { checkRunPage, commentPage, jobSummaryPage, type Page } from '../report/fit.ts';
import { rehearsalMarkdown, rehearsalRefused } from '../report/rehearsal-markdown.ts';
import { rehearsalAnswer, rehearsalRunText } from '../report/rehearsal-text.ts';
import { rehearsalVerdict } from '../report/rehearsal-verdict.ts';
import { openRunLog } from '../report/run-log.ts';
import { RunRecord } from '../report/run-record/run-record.ts';
import type { ActionRun, Said } from './action-run.ts';
import { CheckRun, type Conclusion, checkName } from './check-run.ts';
import { fail, log, notice } from './core.ts';
import { FileOwners } from './file-owners.ts';
import { summarize } from './job-summary.ts';
import { planReader } from './kept-plan.ts';
import { whyNoDatabase } from './no-secrets.ts';
import { publish, publishOutcome } from './outputs.ts';
import { look, unreadOf } from './plan-run.ts';
import { writeReport } from './run-report.ts';
import { linksTo } from './runner-environment.ts';
import { keepComment } from './sticky-comment.ts';
import { targetName } from './target-name.ts';

/** Rehearses the statements of a pull request, or else of all files. A section of its own in the comment says how it went. */
export async function rehearseRun(run: ActionRun, signal: AbortSignal): Promise<Said> {
  try {
    return await rehearse(run, signal);
  } catch (error) {
    const environment = targetName(run.settings.values);
    const told = describeError(toGhostshipError(error));
    await keepSection(run, rehearsalRefused(told, { ...commentPage, environment }), 'create');
    throw error;
  }
}

async function rehearse(run: ActionRun, signal: AbortSignal): Promise<Said> {
  const { settings, event, repository, runner, writes } = run;
  const environment = targetName(settings.values);
  const unasked = whyNoDatabase(run);
  if (unasked !== null) {
    publish({ state: 'completed' });
    const text = `${unasked}: nothing was rehearsed, and no database was asked.`;
    notice(text);
    return { text, isGood: false };
  }
  requireReplica(settings);
  const looked = await look(run);
  const pull = event.kind === 'pull-request' ? event : null;
  const sha = pull?.headSha ?? runner.sha;
  const check = await writes.attempt('write a check run', () =>
    CheckRun.open(repository, checkName('rehearse', environment), sha, runner.stepKey, runner.runUrl),
  );
  publish({ 'check-run-id': check?.id ?? null });
  const linesOf = openRunLog();
  const record = new RunRecord();
  const owners = new FileOwners(run, { known: null, planOf: planReader(run, check) });
  const rehearsed = await rehearseSource(
    { settings, unread: unreadOf(run, looked, owners) },
    (event) => {
      record.observe(event);
      for (const line of linesOf(event)) log(line);
    },
    signal,
  );
  publishOutcome(rehearsed, []);
  const report = await writeReport(run, rehearsed, record, rehearsalVerdict(rehearsed));
  log(rehearsalRunText(rehearsed));
  const markdown = (page: Page): string =>
    rehearsalMarkdown(rehearsed, linksTo(runner, sha), sha, { ...page, environment });
  const { kind, title, sentence } = rehearsalVerdict(rehearsed);
  const output = { title: `${title}: ${sentence}`, summary: markdown(checkRunPage) };
  await writes.attempt('finish the check run', async () => check?.finish(conclusions[kind], output, []));
  const whenAbsent = rehearsed.migrations.length === 0 ? 'skip' : 'create';
  const commentId = await keepSection(run, markdown(commentPage), whenAbsent);
  publish({ 'comment-id': commentId });
  await summarize([markdown(jobSummaryPage), report].join('\n\n'), writes);
  const text = rehearsalAnswer(rehearsed);
  const isGood = kind === 'done' || kind === 'nothing';
  if (!isGood) fail(text);
  return { text, isGood };
}

async function keepSection(
  { settings, event, repository, writes }: ActionRun,
  markdown: string,
  whenAbsent: 'create' | 'skip',
): Promise<number | null> {
  if (event.kind !== 'pull-request') return null;
  const place = { environment: targetName(settings.values), section: 'rehearsal' } as const;
  return await writes.attempt('write the comment', () =>
    keepComment(repository, event.number, place, markdown, whenAbsent),
  );
}

const conclusions: Readonly<Record<ReturnType<typeof rehearsalVerdict>['kind'], Conclusion>> = {
  done: 'success',
  nothing: 'success',
  stopped: 'cancelled',
  failed: 'failure',
};
