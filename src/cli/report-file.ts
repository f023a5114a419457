import { writeFile } from 'node:fs/promises';
import type { ObserveRun } from '../commands/migrate/run-event.ts';
import type { RunOutcome } from '../commands/migrate/run-outcome.ts';
import type { Settings } from '../commands/options/settings.ts';
import { secretsOf } from '../report/report-page/secrets.ts';
import { RunRecord } from '../report/run-record/run-record.ts';
import { GhostshipError, messageOf } from '../support/errors.ts';
import { sentence } from '../support/sentence.ts';
import type { Invocation } from './invocation.ts';
import { writeError, writeOut } from './write.ts';

/** The page with charts of a run; nothing is kept and written where nobody has asked for it. */
export interface ReportFile {
  /** What tells the display of the run, and keeps what the page needs. */
  readonly watch: (observe: ObserveRun) => ObserveRun;
  readonly write: (
    outcome: RunOutcome,
    verdict: { readonly title: string; readonly sentence: string },
  ) => Promise<void>;
}

/**
 * The file is written once before any work starts. A path that cannot be written is found then, and not after hours.
 *
 * @throws GhostshipError `usage`
 */
export async function openReport(
  { report: path }: Pick<Invocation, 'report'>,
  settings: Settings,
): Promise<ReportFile> {
  if (path === null) return { watch: (observe) => observe, write: async () => {} };
  await writeFile(path, '<!doctype html><title>Ghostship</title><p>The run has not ended yet.</p>\n').catch(refuse);
  const record = new RunRecord();
  return {
    watch: (observe) => (event) => {
      record.observe(event);
      observe(event);
    },
    async write(outcome, verdict) {
      try {
        const { reportPage } = await import('../report/report-page/report-page.ts');
        await writeFile(
          path,
          await reportPage({ outcome, record, verdict, runUrl: null, secrets: secretsOf(settings) }),
        );
        writeOut(`A page with charts of the run is in ${path}.`);
      } catch (error) {
        // What was done to the table is told all the same.
        writeError(`The report of the run could not be written: ${sentence(messageOf(error))}`);
      }
    },
  };
}

function refuse(error: unknown): never {
  throw new GhostshipError('usage', `The report cannot be written: ${sentence(messageOf(error))}`, {
    hint: 'Give --report a path in a folder that exists and may be written to.',
    cause: error,
  });
}
