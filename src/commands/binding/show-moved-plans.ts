import { describeError } from '../migrate/run-outcome.ts';
import type { Settings } from '../options/settings.ts';
import type { PlanReport } from '../plan/plan-report.ts';
import type { PlannedStatement } from '../plan/planned-statement.ts';
import { brokenPromises } from './broken-promises.ts';
import { type FileOrigins, recordOfFile } from './file-origin.ts';

/**
 * The plan of a pull request, with what would stop the run after its merge: what others have brought, and would not be carried
 * out as they have shown it.
 */
export async function showMovedPlans(
  report: PlanReport,
  settings: Settings,
  origins: FileOrigins,
): Promise<PlanReport> {
  if (settings.values['on-plan-change'] === 'proceed') return report;
  const broken = await brokenPromises({
    planned: report.statements,
    server: report.server,
    settings,
    recordOf: (file) => recordOfFile(origins, file),
    isBegun: () => false,
    // What is refused now is red all the same.
    lookUp: async () => ({ kind: 'unknown' }),
  });
  return {
    ...report,
    statements: report.statements.map((planned): PlannedStatement => {
      const error = planned.alsoPending === true ? broken.get(planned) : undefined;
      if (error === undefined) return planned;
      const { file, line, statement, table } = planned;
      return { kind: 'refused', file, line, statement, table, alsoPending: true, error: describeError(error) };
    }),
  };
}
