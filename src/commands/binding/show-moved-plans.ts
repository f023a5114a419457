import type { GhostshipError } from '../../support/errors.ts';
import { describeError } from '../migrate/run-outcome.ts';
import type { Settings } from '../options/settings.ts';
import type { PlanReport } from '../plan/plan-report.ts';
import type { PlannedStatement } from '../plan/planned-statement.ts';
import { brokenPromises } from './broken-promises.ts';
import { type FileOrigins, promisesOfFile } from './file-origin.ts';
import { whyUnshown } from './unshown.ts';

/**
 * The plan of a pull request, with what would stop the run after its merge: what others have brought, and would not be carried
 * out as they have shown it.
 */
export async function showMovedPlans(
  report: PlanReport,
  settings: Settings,
  origins: FileOrigins,
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
  });
  return {
    ...report,
    statements: report.statements.map((planned): PlannedStatement => {
      if (planned.alsoPending !== true) return planned;
      const error = unshownError(planned, origins, proceeds) ?? (proceeds ? undefined : broken.get(planned));
      if (error === undefined) return planned;
      const { file, line, statement, table } = planned;
      return { kind: 'refused', file, line, statement, table, alsoPending: true, error: describeError(error) };
    }),
  };
}

function unshownError(planned: PlannedStatement, origins: FileOrigins, proceeds: boolean): GhostshipError | undefined {
  // What is refused is red all the same, and may be at work now.
  if (planned.kind === 'applied' || planned.kind === 'refused') return undefined;
  const unshown = whyUnshown(planned, origins);
  return unshown === null || (proceeds && !unshown.isOfConfig) ? undefined : unshown.error;
}
