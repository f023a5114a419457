import { alert, prose } from '../report/markdown.ts';
import { messageOf } from '../support/errors.ts';
import { warn, writeSummary } from './core.ts';
import type { TolerantWrites } from './tolerant-writes.ts';

/** Writes the summary of the job, with a note for each write to GitHub that failed. */
export async function summarize(markdown: string, { failures }: Pick<TolerantWrites, 'failures'>): Promise<void> {
  const notes = failures.map((failure) => alert('WARNING', prose(failure)));
  await writeSummary([...notes, markdown].join('\n\n')).catch((error: unknown) => {
    warn(`The job summary could not be written: ${messageOf(error)}`);
  });
}
