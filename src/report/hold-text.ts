import type { Hold, HoldReason, Progress, Reading } from '../engine/events.ts';
import { formatCount, formatDuration } from './quantity.ts';

const namesHolder: readonly HoldReason[] = ['table-locked', 'prepared-xa'];

/** `stream-lag 2.1 s ≥ 1.5 s`, `table-locked: connection 7 (app@web)`, `paused`. */
export function holdText({ reason, reading }: Hold, { lockedBy }: Pick<Progress, 'lockedBy'>): string {
  if (namesHolder.includes(reason) && lockedBy !== null) return `${reason}: ${lockedBy}`;
  if (reading === null) return reason;
  const { of, observed, limit } = reading;
  const name = of === null ? reason : `${reason} ${of}`;
  return observed === null ? `${name} unknown` : `${name} ${amount(observed, reading)} ≥ ${amount(limit, reading)}`;
}

/** A value that was observed, or its limit, with its unit. */
export function amount(value: number, { unit }: Reading): string {
  switch (unit) {
    case 'ms':
      return formatDuration(value);
    case 'keys':
      return formatCount(value);
    case 'count':
      return String(value);
  }
}
