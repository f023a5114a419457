import type { HoldReason, Reading } from '../../engine/events.ts';
import { amount } from '../hold-text.ts';
import { formatDuration } from '../quantity.ts';
import type { HoldSpan } from '../run-record/hold-spans.ts';
import { type Html, html, nothing } from './html.ts';

/** What held the copy, for people who have not read the documentation. */
export const holdWords: Readonly<Record<HoldReason, string>> = {
  'stream-lag': 'The stream of changes lags',
  'replica-lag': 'A replica lags',
  'max-load': 'The server is loaded',
  'critical-load': 'The server is overloaded',
  'commit-latency': 'Commits are slow',
  'dirty-keys': 'Many changes wait',
  'table-locked': 'The table is locked',
  throttled: 'Throttled by a person',
  'prepared-xa': 'A prepared XA transaction',
  paused: 'Paused by a person',
};

/** More of one kind are told as one row: the timeline shows where they are. */
const mostOfKind = 5;

interface Row {
  readonly worst: HoldSpan;
  readonly when: string;
}

/** What held the copy, when, and what was seen; in the order of time. */
export function holdTable(holds: readonly HoldSpan[]): Html {
  if (holds.length === 0) return nothing;
  const rows = kindsOf(holds)
    .flatMap((kind) => (kind.length <= mostOfKind ? kind.map(single) : [together(kind)]))
    .toSorted((one, other) => one.worst.fromMs - other.worst.fromMs);
  return html`<h3>What held the copy</h3><div class="scroll"><table><thead><tr><th>Reason</th><th>When</th><th class="number">Observed</th><th class="number">Limit</th></tr></thead>
<tbody>${rows.map(rowOf)}</tbody></table></div>`;
}

function rowOf({ worst: hold, when }: Row): Html {
  const { worst, reason } = hold;
  const limit = worst === null ? '' : amount(worst.limit, worst);
  return html`<tr><td>${holdWords[reason]}${nameOf(hold)}</td><td>${when}</td><td class="number" data-label="observed">${seen(worst)}</td><td class="number" data-label="limit">${limit}</td></tr>`;
}

function single(hold: HoldSpan): Row {
  const { fromMs, toMs, times } = hold;
  const often = times > 1 ? `, ${times} times` : '';
  return { worst: hold, when: `after ${formatDuration(fromMs)}, for ${formatDuration(toMs - fromMs)}${often}` };
}

function together(holds: readonly HoldSpan[]): Row {
  const worst = holds.reduce((one, other) => ((other.worst?.observed ?? 0) > (one.worst?.observed ?? 0) ? other : one));
  const times = holds.reduce((sum, hold) => sum + hold.times, 0);
  const tookMs = holds.reduce((sum, { fromMs, toMs }) => sum + toMs - fromMs, 0);
  const fromMs = Math.min(...holds.map((hold) => hold.fromMs));
  const toMs = Math.max(...holds.map((hold) => hold.toMs));
  return {
    worst: { ...worst, fromMs },
    when: `${times} times between ${formatDuration(fromMs)} and ${formatDuration(toMs)}, ${formatDuration(tookMs)} in all`,
  };
}

function kindsOf(holds: readonly HoldSpan[]): HoldSpan[][] {
  const kinds = new Map<string, HoldSpan[]>();
  for (const hold of holds) kinds.set(causeOf(hold), [...(kinds.get(causeOf(hold)) ?? []), hold]);
  return [...kinds.values()];
}

function causeOf({ reason, worst, lockedBy }: HoldSpan): string {
  return JSON.stringify([reason, worst?.of ?? lockedBy]);
}

function nameOf({ worst, lockedBy }: HoldSpan): Html {
  const name = lockedBy ?? worst?.of ?? null;
  return name === null ? nothing : html` <span class="muted">${name}</span>`;
}

function seen(worst: Reading | null): string {
  if (worst === null) return '';
  return worst.observed === null ? 'unknown' : amount(worst.observed, worst);
}
