import type { GhostshipError } from '../../support/errors.ts';
import { describeError } from '../migrate/run-outcome.ts';
import type { Settings } from '../options/settings.ts';
import type { PlanReport } from '../plan/plan-report.ts';
import type { PlannedStatement } from '../plan/planned-statement.ts';
import { brokenPromises } from './broken-promises.ts';
import { type FileOrigin, type FileOrigins, promisesOfFile } from './file-origin.ts';
import { whyUnshown } from './unshown.ts';

/**
 * A plan, with what would stop the run after the merge: what would not be carried out as its own pull request has shown it. The plan of
 * a pull request is held against what others have brought, that of a merge queue against all.
 *
 * @param queued the pull request whose turn it is in a merge queue; `null` where this is no queue
 */
export async function showMovedPlans(
  report: PlanReport,
  settings: Settings,
  origins: FileOrigins,
  queued: number | null,
): Promise<PlanReport> {
  const proceeds = settings.values['on-plan-change'] === 'proceed';
  const broken = await brokenPromises({
    planned: report.statements,
    server: report.server,
    settings,
    recordOf: (file) => promisesOfFile(origins, file),
    isBegun: () => false,
    // What is refused now is red all the same.
    lookUp: async () => ({ kind: 'unknown' }),
    isQueued: (file) => queued !== null && isOf(queued, origins.get(file)),
  });
  return {
    ...report,
    statements: report.statements.map((planned): PlannedStatement => {
      if (queued === null && planned.alsoPending !== true) return planned;
      const error = unshownError(planned, origins, proceeds) ?? (proceeds ? undefined : broken.get(planned));
      if (error === undefined) return planned;
      const { file, line, statement, table, alsoPending } = planned;
      const others = alsoPending === true ? { alsoPending } : {};
      return { kind: 'refused', file, line, statement, table, ...others, error: describeError(error) };
    }),
  };
}

function isOf(pullRequest: number, origin: FileOrigin | undefined): boolean {
  return origin?.kind === 'pull-request' && origin.pullRequest === pullRequest;
}

function unshownError(planned: PlannedStatement, origins: FileOrigins, proceeds: boolean): GhostshipError | undefined {
  // What is refused is red all the same, and may be at work now.
  if (planned.kind === 'applied' || planned.kind === 'refused') return undefined;
  const unshown = whyUnshown(planned, origins);
  return unshown === null || (proceeds && !unshown.isOfConfig) ? undefined : unshown.error;
}
