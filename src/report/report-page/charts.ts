import { formatCount, formatDuration } from '../quantity.ts';
import type { StatementRecord } from '../run-record/run-record.ts';
import { copyRates, type Point } from '../run-record/samples.ts';
import type { Chart } from './chart.ts';
import { Html, html, nothing } from './html.ts';

/** Copy rate and lag over time; nothing for a statement that took no time to look at. */
export async function charts(record: StatementRecord): Promise<Html> {
  const { all } = record.samples;
  const rates = ratesOf(record);
  const known = rates.flatMap(({ value }) => (value === null ? [] : [value]));
  if (all.length < 3) return nothing;
  const lags = all.map(({ atMs, lagMs }) => ({ atMs, value: lagMs }));
  const common = {
    untilMs: Math.round(record.tookMs),
    shaded: record.holds.all,
    marked: record.attempts.all.filter(({ failure }) => failure !== null).map(({ atMs }) => atMs),
  };
  const limit = limitOfLag(record);
  const rate: Chart = { ...common, points: rates, color: 'rate', format: formatCount, atLeast: 1, limit: null };
  const lag: Chart = { ...common, points: lags, color: 'lag', format: formatDuration, atLeast: 100, limit };
  const most = Math.max(0, ...known);
  const mostLag = Math.max(0, ...lags.map(({ value }) => value));
  const parts = [
    known.length < 2 ? nothing : await figure('Copy rate', `rows per second, up to ${formatCount(most)}`, rate),
    await figure('Lag of the stream of changes', `up to ${formatDuration(mostLag)}`, lag),
    legend(record, limit),
  ];
  return html`${parts}`;
}

/** From the moment in which the copy began. */
function ratesOf({ phases, samples, kept }: StatementRecord): Point[] {
  const began = phases.all.find(({ state }) => state === 'copying')?.fromMs ?? 0;
  return copyRates(samples.all, { atMs: began, rowsCopied: kept?.rows ?? 0 });
}

/** Loaded only where there is something to draw: the library is large. */
async function figure(title: string, words: string, chart: Chart): Promise<Html> {
  const { drawChart, narrow, wide } = await import('./chart.ts');
  const label = html`${title}: ${words}`;
  return html`<figure role="img" aria-label="${label}"><figcaption>${title} <span>${words}</span></figcaption>
<div class="wide">${new Html(drawChart(chart, wide))}</div><div class="narrow">${new Html(drawChart(chart, narrow))}</div></figure>`;
}

function limitOfLag({ holds }: StatementRecord): number | null {
  return holds.all.find(({ reason, worst }) => reason === 'stream-lag' && worst !== null)?.worst?.limit ?? null;
}

function legend({ holds, attempts }: StatementRecord, limit: number | null): Html {
  const entries = [
    ...(holds.all.length === 0 ? [] : [html`<li><i style="background:var(--hold);opacity:.45"></i>copy held</li>`]),
    ...(limit === null ? [] : [html`<li><i class="line"></i>limit ${formatDuration(limit)}</li>`]),
    ...(attempts.all.every(({ failure }) => failure === null)
      ? []
      : [html`<li><i style="background:var(--bad);width:2px"></i>cutover attempt undone</li>`]),
  ];
  return entries.length === 0 ? nothing : html`<ul class="legend">${entries}</ul>`;
}
