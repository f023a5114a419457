import type { RunEvent } from '../commands/migrate/run-event.ts';
import { formatNumberOf } from './quantity.ts';

export type NotDue = Pick<Extract<RunEvent, { readonly type: 'not-due' }>, 'statements' | 'why'>;

/** What a run has left to that of a newer commit, as sentences of plain text. */
export function notDueText({ statements: [first, ...others], why }: NotDue): string {
  const behind = others.filter(({ file }) => file !== first?.file).length;
  return [
    `${why}. This run goes by an older commit, so it leaves that file`,
    behind === 0 ? '' : ` and ${formatNumberOf(behind, 'statement')} behind it`,
    ' to the run of the newest commit.',
  ].join('');
}
