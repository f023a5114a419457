import { findStoppedRuns, type StoppedRun } from '../commands/ledger/stopped-runs.ts';
import { link, prose } from '../report/markdown.ts';
import { groupBy } from '../support/group-by.ts';
import type { ActionRun } from './action-run.ts';
import { checkName } from './check-run.ts';
import { checkRunsOn } from './check-runs-on.ts';
import { getPullRequest } from './find-pull-request.ts';
import { closeGate } from './gate-comment.ts';
import type { GitHubRepository } from './github.ts';
import { notePlan } from './plan-note.ts';
import { targetName } from './target-name.ts';

/** So many are looked for: each costs two requests or three. */
const mostRuns = 5;

const titles: Readonly<Record<StoppedRun['end'], string>> = {
  completed: 'Shipped in a later run',
  failed: 'Failed in a later run',
  aborted: 'Ended in a later run',
};

const conclusions = { completed: 'success', failed: 'failure', aborted: 'cancelled' } as const;

interface Closing {
  /** Of the app whose token this run has; `null` where it is not known. */
  readonly appId: number | null;
  /** Whether everything is shipped that there is. */
  readonly isShipped: boolean;
  /** A migration that this run has ended without running anything. */
  readonly aborted?: { readonly migrationId: string; readonly table: string };
}

/**
 * A run that has yielded leaves a check run that asks for action, on a commit that this run may have nothing to do with. Whoever
 * brings its statements to their end says so there. The ledger knows the run, and the check run has its address.
 */
export async function closeLeftOpen(run: ActionRun, { appId, isShipped, aborted }: Closing): Promise<void> {
  const { settings, runner, writes } = run;
  const { environment } = settings.values;
  const own = aborted === undefined ? {} : { id: aborted.migrationId };
  // What the ledger does not tell is no reason to fail: the migration is over.
  const stopped = await findStoppedRuns(settings, { runUrl: runner.runUrl, ...own }).catch(() => []);
  const meant = stopped
    .filter(({ runUrl }) => runUrl.startsWith(`${runner.repositoryUrl}/`))
    // Other environments wait for a success on the commit: it must have all that is on it.
    .filter(({ end }) => end !== 'completed' || environment === null || isShipped);
  for (const one of meant.slice(0, mostRuns))
    await writes.attempt('close the check run of the run before', () => close(run, one, appId));
  if (aborted === undefined) return;
  const commented = run.event.kind === 'comment' ? run.event.number : null;
  for (const pullRequest of new Set([commented, ...meant.map((one) => one.pullRequest)]))
    if (pullRequest !== null) await closeGate(run, pullRequest, aborted.table, 'aborted');
  const text = `**Aborted.** ${prose(`The migration of ${aborted.table} was ended, and ${aborted.table} is as it was before it.`)} What was planned:`;
  // Nothing of it is to be continued.
  for (const pullRequest of new Set(meant.map((one) => one.pullRequest)))
    if (pullRequest !== null) await notePlan(run, pullRequest, { text, whenAbsent: 'skip' });
}

async function close(run: ActionRun, stopped: StoppedRun, appId: number | null): Promise<void> {
  const { repository, runner, settings } = run;
  const { octokit, owner, repo } = repository;
  const name = checkName(stopped.kind, targetName(settings.values));
  const found = await findOpen(repository, stopped, name, appId);
  const title =
    stopped.kind === 'revert' && stopped.end === 'completed' ? 'Reverted in a later run' : titles[stopped.end];
  for (const id of found)
    await octokit.rest.checks.update({
      owner,
      repo,
      check_run_id: id,
      status: 'completed',
      conclusion: conclusions[stopped.end],
      output: {
        title,
        summary: `${prose(`${title}: this one ended before its statements did, and they have come to their end since.`)} ${link('The run that did it', runner.runUrl)}.`,
      },
    });
}

/** Says in the check run of a run that has yielded what has become of it. It still asks for somebody. */
export async function retitleLeftOpen(
  { repository, settings, writes }: ActionRun,
  left: Left,
  output: { readonly title: string; readonly summary: string },
): Promise<void> {
  const { octokit, owner, repo } = repository;
  await writes.attempt('bring the check run up to date', async () => {
    const found = await findOpen(repository, left, checkName('migrate', targetName(settings.values)), null);
    for (const id of found) await octokit.rest.checks.update({ owner, repo, check_run_id: id, output });
  });
}

/** Where a run has left its check run. */
type Left = Pick<StoppedRun, 'runUrl' | 'commit' | 'pullRequest'>;

/** On the commit that was migrated or, for the event of a pull request, on its last one. */
async function findOpen(
  repository: GitHubRepository,
  { runUrl, commit, pullRequest }: Left,
  name: string,
  appId: number | null,
): Promise<number[]> {
  const onCommit = commit === null ? null : await checksOf(repository, commit, { name, runUrl, appId });
  if (pullRequest === null || (onCommit !== null && onCommit.length > 0)) return onCommit ?? [];
  const { headSha } = await getPullRequest(repository, pullRequest);
  return await checksOf(repository, headSha, { name, runUrl, appId });
}

/** None where jobs of one run have several: which of them is of this database is not known. */
async function checksOf(
  repository: GitHubRepository,
  ref: string,
  { name, runUrl, appId }: { readonly name: string; readonly runUrl: string; readonly appId: number | null },
): Promise<number[]> {
  const own = (await checkRunsOn(repository, ref, { check_name: name })).filter(
    ({ details_url: url, app }) => url === runUrl && (appId === null || app?.id === appId),
  );
  const byAttempt = groupBy(own, ({ external_id: key }) => /^\d+\/(\d+)\//u.exec(key ?? '')?.[1] ?? '');
  if ([...byAttempt.values()].some((jobs) => jobs.length > 1)) return [];
  return own.filter(isOpen).map(({ id }) => id);
}

function isOpen({
  status,
  conclusion,
  output: { title },
}: {
  readonly status: string;
  readonly conclusion: string | null;
  readonly output: { readonly title: string | null };
}): boolean {
  if (status !== 'completed' || conclusion === 'action_required' || conclusion === 'neutral') return true;
  // What failed may be tried again, and ship.
  return title === titles.failed || title === titles.aborted;
}
