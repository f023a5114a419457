import type { MigrationState } from '../../engine/outcome.ts';
import { formatDuration } from '../quantity.ts';
import type { StatementRecord } from '../run-record/run-record.ts';
import { stateWords } from '../words.ts';
import { holdWords } from './hold-table.ts';
import { Html, html, nothing } from './html.ts';

interface Span {
  readonly state: MigrationState;
  readonly fromMs: number;
  readonly toMs: number;
}

/** Phases, holds and cutover attempts of one statement, on the time axis of its charts. */
export function timeline(record: StatementRecord): Html {
  const spans = spansOf(record);
  // A statement that the server did at once has nothing to look at.
  if (spans.length < 2 && record.attempts.all.length < 2) return nothing;
  const untilMs = record.tookMs;
  const place = (fromMs: number, toMs: number): Html => {
    const share = (ms: number): string => ((100 * Math.max(0, ms)) / Math.max(1, untilMs)).toFixed(3);
    return new Html(`left:${share(fromMs)}%;width:${share(Math.min(toMs, untilMs) - fromMs)}%`);
  };
  const phases = spans.map(
    ({ state, fromMs, toMs }) =>
      html`<i style="${place(fromMs, toMs)};background:var(--${state})" title="${titleOf(state, fromMs, toMs)}"></i>`,
  );
  const holds = record.holds.all.map(
    (hold) => html`<i style="${place(hold.fromMs, hold.toMs)};background:var(--hold)" title="${holdTitle(hold)}"></i>`,
  );
  const attempts = record.attempts.all.map(
    ({ number, atMs, failure }) =>
      html`<i class="moment" style="${place(atMs, atMs)};width:3px;background:var(--${failure === null ? 'good' : 'bad'})" title="attempt ${number}, after ${formatDuration(atMs)}: ${failure ?? 'done'}"></i>`,
  );
  return html`<figure><figcaption>Timeline</figcaption>
${lane('Phases', phases, '')}${lane('Held', holds, 'thin')}${lane('Cutover', attempts, 'thin')}
<div class="ends"><span>0</span><span>${formatDuration(untilMs)}</span></div>
${legend(spans)}</figure>`;
}

function lane(label: string, marks: readonly Html[], kind: string): Html {
  return marks.length === 0 ? nothing : html`<div class="lane ${kind}"><b>${label}</b>${marks}</div>`;
}

function spansOf({ phases, tookMs }: StatementRecord): Span[] {
  const all = phases.all;
  return all.map(({ state, fromMs }, index) => ({ state, fromMs, toMs: all[index + 1]?.fromMs ?? tookMs }));
}

/** Each phase once, with all of its time. */
function legend(spans: readonly Span[]): Html {
  const states = [...new Set(spans.map(({ state }) => state))];
  const entries = states.map((state) => {
    const tookMs = spans
      .filter((span) => span.state === state)
      .reduce((sum, { fromMs, toMs }) => sum + toMs - fromMs, 0);
    return html`<li><i style="background:var(--${state})"></i>${stateWords[state]} ${formatDuration(tookMs)}</li>`;
  });
  return html`<ul class="legend">${entries}</ul>`;
}

function titleOf(state: MigrationState, fromMs: number, toMs: number): string {
  return `${stateWords[state]}: ${formatDuration(toMs - fromMs)}, from ${formatDuration(fromMs)} on`;
}

function holdTitle(hold: StatementRecord['holds']['all'][number]): string {
  return `${holdWords[hold.reason]}: ${formatDuration(hold.toMs - hold.fromMs)}, from ${formatDuration(hold.fromMs)} on`;
}
