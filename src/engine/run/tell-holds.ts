import type { Hold, Reading } from '../events.ts';

/** A shorter one is part of how fast the copy is. */
const longMs = 5_000;

/** What the copy was held by when the run ended, as a sentence; `null` for nothing worth telling. */
export function tellHolds(holds: readonly Hold[]): string | null {
  const long = holds.filter(({ forMs }) => forMs >= longMs);
  if (long.length === 0) return null;
  const told = long.map(
    ({ reason, reading, forMs }) => `${reason}${reading === null ? '' : seen(reading)} for ${seconds(forMs)}`,
  );
  return `It was held to the end by ${told.join(', and by ')}.`;
}

function seen({ of, observed, limit, unit }: Reading): string {
  const whose = of === null ? '' : ` of ${of}`;
  const amount = (value: number): string => (unit === 'ms' ? seconds(value) : String(value));
  if (observed === null) return `${whose}, which could not be measured,`;
  return `${whose} (${amount(observed)}, the limit is ${amount(limit)})`;
}

function seconds(ms: number): string {
  return `${ms < 10_000 ? (ms / 1_000).toFixed(1) : Math.round(ms / 1_000)} s`;
}

/** Of a run that has ended at its gate. */
export const waitsForPerson = 'All is copied, and the swap waits for a person: the command cutover orders it.';
