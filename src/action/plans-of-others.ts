import { showMovedPlans } from '../commands/binding/show-moved-plans.ts';
import type { PlanReport } from '../commands/plan/plan-report.ts';
import type { ActionRun } from './action-run.ts';
import type { CheckRun } from './check-run.ts';
import { FileOwners } from './file-owners.ts';
import { getPullRequest } from './find-pull-request.ts';
import { planReader } from './kept-plan.ts';

/** Those of a queue that its own pull request has brought are known to be its own. */
export async function ownersFor(run: ActionRun, check: CheckRun | null): Promise<FileOwners> {
  const { event, repository, writes } = run;
  const queued = event.kind === 'merge-group' ? event.pullRequest : null;
  const known =
    queued === null
      ? null
      : await writes.attempt('read the pull request of the queue', () => getPullRequest(repository, queued));
  return new FileOwners(run, { known, planOf: planReader(run, check) });
}

/** What others have brought must be kept as well, or the run after the merge stops. Of a queue that holds for what it brings itself. */
export async function withPlansOfOthers(planned: PlanReport, run: ActionRun, owners: FileOwners): Promise<PlanReport> {
  const queued = run.event.kind === 'merge-group' ? run.event.pullRequest : null;
  const held = planned.statements.flatMap(({ file, kind, alsoPending }) =>
    file !== null && kind !== 'applied' && (queued !== null || alsoPending === true) ? [file] : [],
  );
  if (held.length === 0) return planned;
  return await showMovedPlans(planned, run.settings, await owners.originsOf([...new Set(held)]), queued);
}
