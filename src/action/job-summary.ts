import { alert, prose } from '../report/markdown.ts';
import { messageOf } from '../support/errors.ts';
import { warn, writeSummary } from './core.ts';
import type { TolerantWrites } from './tolerant-writes.ts';

/** The summary of the job, with what could not be delivered elsewhere. */
export async function summarize(markdown: string, { failures }: TolerantWrites): Promise<void> {
  const notes = failures.map((failure) => alert('WARNING', prose(failure)));
  await writeSummary([...notes, markdown].join('\n\n')).catch((error: unknown) => {
    warn(`The job summary could not be written: ${messageOf(error)}`);
  });
}
