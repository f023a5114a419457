import { appliedWhen } from '../commands/ledger/applied.ts';
import type { RunEvent } from '../commands/migrate/run-event.ts';
import { blockerText } from '../engine/cutover/blockers.ts';
import type { Blocker, EngineEvent } from '../engine/events.ts';
import { clip } from './clip.ts';
import { leftOutTexts } from './left-out.ts';
import { notDueText } from './not-due.ts';
import { migrationText } from './outcome-text.ts';
import { formatDuration, formatNumberOf } from './quantity.ts';

/** What is worth a line of its own in a log, whatever shows the progress; `null` for the rest. */
export function eventLine(event: RunEvent): string | null {
  switch (event.type) {
    case 'already-applied': {
      const { file, line, applied } = event.statement;
      return `${file}:${line} was applied ${appliedWhen(applied)}${applied.isReverted ? ', and is reverted' : ''}; it is not run again.`;
    }
    case 'started':
      return `${event.number} of ${event.total}: ${clip(event.statement.text, 160)}`;
    case 'engine':
      return engineLine(event.event);
    case 'finished':
      return event.outcome.error === null ? migrationText(event.outcome) : null;
    case 'resumed':
      return [...event.swap.notices, migrationText(event.swap.outcome)].join('\n');
    case 'left-out':
      return leftOutTexts(event.parts).join('\n');
    case 'not-due':
      return notDueText(event);
    case 'finding': {
      const { severity, rule, title, message } = event.finding;
      return `${severity === 'notice' ? 'Notice' : 'Warning'}: ${title} (${rule}). ${indent(message)}`;
    }
    case 'warning':
    case 'not-compared':
      return `Warning: ${indent(event.message)}`;
    case 'queued':
      return null;
  }
}

/** A value with a line break must not begin a line as the log does. */
function indent(text: string): string {
  return text.replaceAll('\n', '\n  ');
}

function attemptLines(attempt: number, failure: string, blockers: readonly Blocker[]): string {
  return [
    `Cutover attempt ${attempt} was undone: ${failure}`,
    ...blockers.map((blocker) => `  blocked by ${blockerText(blocker)}`),
  ].join('\n');
}

function engineLine(event: EngineEvent): string | null {
  switch (event.type) {
    case 'notice':
      return event.message;
    case 'resumed':
      return `This goes on with the migration whose last sign of life was ${formatDuration(event.ageMs)} ago. ${whatIsKept(event.rows)}.`;
    case 'cutover-attempt':
      return event.failure === null ? null : attemptLines(event.attempt, event.failure, event.blockers);
    case 'state':
    case 'swapped':
    case 'way-back':
    case 'definition':
    case 'progress':
      return null;
  }
}

function whatIsKept(rows: number | null): string {
  if (rows === null) return 'What it has brought over to the table as it was is kept';
  return rows === 0
    ? 'No chunk was noted as copied yet'
    : `${formatNumberOf(rows, 'row')} ${rows === 1 ? 'is' : 'are'} kept`;
}
