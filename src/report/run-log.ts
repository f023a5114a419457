import type { RunEvent } from '../commands/migrate/run-event.ts';
import { nowMs } from '../support/clock.ts';
import { eventLine } from './event-line.ts';
import { progressLine } from './progress-line.ts';
import { stateWords } from './words.ts';

/** Often enough to show that the run is alive, and rare enough for a readable log. */
const lineEveryMs = 10_000;

/** A run as a log shows it: a change of state at once, progress now and then. Gives the lines for each event. */
export function openRunLog(): (event: RunEvent) => readonly string[] {
  let table = '';
  let lastLineAt = nowMs();
  return (event) => {
    if (event.type === 'started') table = event.table;
    const line = eventLine(event) ?? advance(event, nowMs() - lastLineAt);
    if (line === null) return [];
    lastLineAt = nowMs();
    return [event.type === 'engine' ? `${table}: ${line}` : line];
  };
}

function advance(event: RunEvent, silentMs: number): string | null {
  if (event.type !== 'engine') return null;
  if (event.event.type === 'state') return isLast(event.event.state) ? null : stateWords[event.event.state];
  if (event.event.type === 'progress' && silentMs >= lineEveryMs) return progressLine(event.event.progress);
  return null;
}

/** The outcome follows, and says more. */
function isLast(state: keyof typeof stateWords): boolean {
  return state === 'completed' || state === 'reverted' || state === 'failed' || state === 'aborted';
}
