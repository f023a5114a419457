import { clip } from './clip.ts';
import { type Column, code, details, prose, table } from './markdown.ts';
import { formatDuration } from './quantity.ts';
import type { RunRecord, StatementRecord } from './run-record/run-record.ts';
import { stateWords } from './words.ts';

const columns: readonly Column[] = [
  { title: 'After', align: 'right' },
  { title: 'What happened', align: 'left' },
];

/** More than anybody reads; the page with charts has the rest. */
const maxRows = 60;

/** What each statement of a run went through, folded up; empty where none was begun. */
export function runTimeline({ statements }: RunRecord): string {
  return statements.map(timelineOf).join('\n\n');
}

function timelineOf(record: StatementRecord): string {
  const moments = [
    ...record.phases.all.map(({ state, fromMs }) => ({ atMs: fromMs, text: stateWords[state] })),
    ...record.attempts.all.map(({ number, atMs, failure }) => ({
      atMs,
      text:
        failure === null ? `cutover attempt ${number} succeeded` : `cutover attempt ${number} was undone: ${failure}`,
    })),
    ...record.holds.all.map(({ reason, fromMs, toMs, lockedBy }) => ({
      atMs: fromMs,
      text: `held by ${reason}${lockedBy === null ? '' : ` (${lockedBy})`} for ${formatDuration(toMs - fromMs)}`,
    })),
    ...record.notices.all.map(({ atMs, message }) => ({ atMs, text: message })),
    { atMs: record.tookMs, text: 'ended' },
  ].toSorted((one, other) => one.atMs - other.atMs);
  const rest = moments.length - maxRows;
  const rows = moments.slice(0, maxRows).map(({ atMs, text }) => [formatDuration(atMs), prose(text)]);
  const title = `Timeline of ${clip(record.text, 80)}`;
  return details(title, table(columns, rest > 0 ? [...rows, ['', `and ${code(String(rest))} more`]] : rows));
}
