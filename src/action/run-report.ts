import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RunOutcome } from '../commands/migrate/run-outcome.ts';
import { code } from '../report/markdown.ts';
import { secretsOf } from '../report/report-page/secrets.ts';
import { runChart } from '../report/run-chart.ts';
import type { RunRecord } from '../report/run-record/run-record.ts';
import { messageOf } from '../support/errors.ts';
import type { ActionRun } from './action-run.ts';
import { log, warn } from './core.ts';
import { publish } from './outputs.ts';

/**
 * Writes the page with charts of a run, and tells its path. Whatever keeps it from being written is only warned of.
 *
 * @returns for the job summary: the run as GitHub draws it, and where the page is
 */
export async function writeReport(
  { settings, runner }: ActionRun,
  outcome: RunOutcome,
  record: RunRecord,
  verdict: { readonly title: string; readonly sentence: string },
): Promise<string> {
  const path = join(runner.temporary, 'ghostship-report.html');
  try {
    // A page is made at the end of a run only.
    const { reportPage } = await import('../report/report-page/report-page.ts');
    const run = { outcome, record, verdict, runUrl: runner.runUrl, secrets: secretsOf(settings) };
    await writeFile(path, await reportPage(run));
  } catch (error) {
    warn(`The report of the run could not be written: ${messageOf(error)}`);
    return runChart(record);
  }
  publish({ report: path });
  log(`A page with charts of the run is in ${path}.`);
  const where = `A page with charts of this run is in ${code(path)} on the runner, which is the output ${code('report')}: a step with \`actions/upload-artifact\` keeps it.`;
  return [runChart(record), where].filter((part) => part !== '').join('\n\n');
}
