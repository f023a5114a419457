const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** Steps between the ticks of a time axis that a person counts in. */
const steps: readonly number[] = [
  100,
  200,
  500,
  ...[1, 2, 5, 10, 15, 30].map((count) => count * second),
  ...[1, 2, 5, 10, 15, 30].map((count) => count * minute),
  ...[1, 2, 3, 6, 12].map((count) => count * hour),
  ...[1, 2, 7, 14].map((count) => count * day),
];

/** The smallest step with which there are no more ticks than that. */
export function stepOf(untilMs: number, ticks: number): number {
  return steps.find((step) => untilMs / step <= ticks) ?? Math.ceil(untilMs / ticks / day) * day;
}

/** `0`, `1.5 s`, `40 s`, `2 min`, `1:30 h`: as short as an axis needs it. */
export function tickText(ms: number): string {
  if (ms === 0) return '0';
  if (ms < minute) return `${ms / second}\u00A0s`;
  if (ms < hour) return ms % minute === 0 ? `${ms / minute}\u00A0min` : `${colon(ms / second)}\u00A0min`;
  if (ms < day || ms % day !== 0) return ms % hour === 0 ? `${ms / hour}\u00A0h` : `${colon(ms / minute)}\u00A0h`;
  return `${ms / day}\u00A0d`;
}

/** `1:30` of 90. */
function colon(count: number): string {
  return `${Math.floor(count / 60)}:${String(Math.round(count % 60)).padStart(2, '0')}`;
}
