import { requireReplica } from '../commands/options/settings.ts';
import { rehearseSource } from '../commands/rehearse/rehearse-source.ts';
import { checkRunPage, commentPage, jobSummaryPage, type Page } from '../report/fit.ts';
import { rehearsalMarkdown } from '../report/rehearsal-markdown.ts';
import { rehearsalRunText } from '../report/rehearsal-text.ts';
import { rehearsalVerdict } from '../report/rehearsal-verdict.ts';
import { openRunLog } from '../report/run-log.ts';
import type { ActionRun } from './action-run.ts';
import { CheckRun, type Conclusion } from './check-run.ts';
import { fail, log, notice } from './core.ts';
import { summarize } from './job-summary.ts';
import { publish, publishOutcome } from './outputs.ts';
import { isFromFork, look } from './plan-run.ts';
import { linksTo } from './runner-environment.ts';
import { keepComment } from './sticky-comment.ts';

/** Rehearses the statements of a pull request, or else of all files. A section of its own in the comment says how it went. */
export async function rehearseRun(run: ActionRun, signal: AbortSignal): Promise<void> {
  const { settings, event, repository, runner, writes } = run;
  if (isFromFork(event)) {
    publish({ state: 'completed' });
    return notice('This pull request comes from a fork: nothing was rehearsed, and no database was asked.');
  }
  requireReplica(settings);
  const { files } = await look(run);
  const pull = event.kind === 'pull-request' ? event : null;
  const sha = pull?.headSha ?? runner.sha;
  const check = await writes.attempt('write a check run', () =>
    CheckRun.open(repository, 'Ghostship rehearse', sha, runner.stepKey, runner.runUrl),
  );
  publish({ 'check-run-id': check?.id ?? null });
  const linesOf = openRunLog();
  const rehearsed = await rehearseSource(
    { settings, unread: { files } },
    (event) => {
      for (const line of linesOf(event)) log(line);
    },
    signal,
  );
  publishOutcome(rehearsed, []);
  log(rehearsalRunText(rehearsed));
  const markdown = (page: Page): string => rehearsalMarkdown(rehearsed, linksTo(runner, sha), sha, page);
  const { kind, title, sentence } = rehearsalVerdict(rehearsed);
  const output = { title: `${title}: ${sentence}`, summary: markdown(checkRunPage) };
  await writes.attempt('finish the check run', async () => check?.finish(conclusions[kind], output, []));
  const whenAbsent = rehearsed.migrations.length === 0 ? 'skip' : 'create';
  const commentId =
    pull === null
      ? null
      : await writes.attempt('write the comment', () =>
          keepComment(repository, pull.number, markdown(commentPage), whenAbsent, 'rehearsal'),
        );
  publish({ 'comment-id': commentId });
  await summarize(markdown(jobSummaryPage), writes);
  if (kind === 'failed' || kind === 'stopped') fail(`${title}. ${sentence}`);
}

const conclusions: Readonly<Record<ReturnType<typeof rehearsalVerdict>['kind'], Conclusion>> = {
  done: 'success',
  nothing: 'success',
  stopped: 'cancelled',
  failed: 'failure',
};
