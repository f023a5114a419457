import type { RehearsalRun } from '../commands/rehearse/rehearsal-run.ts';
import { firstLine } from './markdown.ts';
import type { OutcomeVerdict } from './outcome-verdict.ts';
import { formatNumberOf } from './quantity.ts';
import { enumerate } from './words.ts';

/** How the rehearsals went, in a few words and in a sentence. */
export function rehearsalVerdict({ state, migrations, error }: RehearsalRun): OutcomeVerdict {
  const failed = migrations.filter((one) => one.error !== null);
  const copied = migrations.filter((one) => one.state === 'completed' && one.algorithm === 'copy');
  if (state === 'aborted') {
    return { kind: 'stopped', title: 'Stopped', sentence: 'The rehearsal was stopped. No table is changed.' };
  }
  if (failed.length > 0 || error !== null) {
    const tables = [...new Set(failed.map(({ table }) => (table === '' ? 'a statement' : table)))];
    const what = [
      ...(isOfRun({ migrations, error }) ? [firstLine(error?.message ?? '')] : []),
      ...(tables.length === 0 ? [] : [`The rehearsal of ${enumerate(tables)} failed.`]),
    ];
    return { kind: 'failed', title: 'Rehearsal failed', sentence: `${what.join(' ')} No table is changed.` };
  }
  if (migrations.length === 0)
    return { kind: 'nothing', title: 'Nothing to rehearse', sentence: 'No statement is pending.' };
  if (copied.length === 0)
    return { kind: 'nothing', title: 'Nothing to rehearse', sentence: 'No statement copies a table.' };
  const compared = copied.every(({ verified }) => verified !== null) ? ', and every row was compared' : '';
  return {
    kind: 'done',
    title: 'Rehearsed',
    sentence: `${formatNumberOf(copied.length, 'migration')} went through on the test replica${compared}. No table is changed.`,
  };
}

/** Whether the error of the run is not that of a statement. */
export function isOfRun({ migrations, error }: Pick<RehearsalRun, 'migrations' | 'error'>): boolean {
  return error !== null && migrations.every((one) => one.error?.message !== error.message);
}
