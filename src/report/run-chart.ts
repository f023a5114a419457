import { codeBlock, details } from './markdown.ts';
import type { HoldSpan } from './run-record/hold-spans.ts';
import type { RunRecord, StatementRecord } from './run-record/run-record.ts';
import { copyRates, type Point } from './run-record/samples.ts';
import { stateWords } from './words.ts';

/** A summary is read at a glance; the page with charts has all of them. */
const mostStatements = 3;
/** As many as a drawing of GitHub shows apart. */
const mostPoints = 60;
const mostBars = 12;
/** Of the whole time; what is shorter could not be seen. */
const leastShare = 0.005;

/**
 * Phases, holds, copy rate and lag of the statements of a run, in Mermaid, which GitHub draws. Only words and numbers of ours stand
 * in it. Empty where nothing took time.
 */
export function runChart({ statements }: RunRecord): string {
  const lasting = statements.filter(({ samples }) => samples.all.length >= 3);
  return lasting.slice(0, mostStatements).map(drawingsOf).join('\n\n');
}

function drawingsOf(record: StatementRecord): string {
  const { all } = record.samples;
  const began = record.phases.all.find(({ state }) => state === 'copying')?.fromMs ?? 0;
  const rates = copyRates(all, { atMs: began, rowsCopied: record.kept?.rows ?? 0 });
  const lags = all.map(({ atMs, lagMs }) => ({ atMs, value: lagMs }));
  const isCopied = rates.some(({ value }) => value !== null && value > 0);
  const drawings = [
    timelineOf(record),
    ...(isCopied ? [curveOf('Rows copied per second', 'rows/s', rates, record.tookMs)] : []),
    curveOf('Lag of the stream of changes', 'ms', lags, record.tookMs),
  ];
  const body = drawings.map((drawing) => codeBlock('mermaid', drawing)).join('\n\n');
  return details(`Timeline, copy rate and lag of ${record.table}`, body);
}

/** On the clock of whoever looks at it. */
function timelineOf({ phases, holds, attempts, startedAt, tookMs }: StatementRecord): string {
  const at = (ms: number): number => startedAt.getTime() + Math.round(ms);
  const spans = phases.all.map(({ state, fromMs }, index) => ({
    name: stateWords[state],
    fromMs,
    toMs: phases.all[index + 1]?.fromMs ?? tookMs,
  }));
  const bars = spans.map(({ name, fromMs, toMs }) => `    ${name} :${at(fromMs)}, ${at(toMs)}`);
  const held = longest(holds.all, tookMs).map(
    ({ reason, fromMs, toMs }) => `    ${reason} :active, ${at(fromMs)}, ${at(toMs)}`,
  );
  const tried = attempts.all.map(({ number, atMs, failure }) => {
    const kind = failure === null ? 'milestone' : 'crit, milestone';
    return `    attempt ${number}${failure === null ? '' : ' undone'} :${kind}, ${at(atMs)}, ${at(atMs)}`;
  });
  return [
    'gantt',
    '  dateFormat x',
    '  axisFormat %H:%M:%S',
    '  todayMarker off',
    ...section('Phases', bars),
    ...section('Held', held),
    ...section('Cutover', tried),
  ].join('\n');
}

function section(name: string, bars: readonly string[]): string[] {
  return bars.length === 0 ? [] : [`  section ${name}`, ...bars.slice(-mostBars)];
}

function longest(holds: readonly HoldSpan[], untilMs: number): HoldSpan[] {
  const visible = holds.filter(({ fromMs, toMs }) => toMs - fromMs >= leastShare * untilMs);
  const chosen = new Set(visible.toSorted((a, b) => b.toMs - b.fromMs - (a.toMs - a.fromMs)).slice(0, mostBars));
  return holds.filter((hold) => chosen.has(hold));
}

/** Its own is too pale to be seen. */
const lineColor = '%%{init: {"themeVariables": {"xyChart": {"plotColorPalette": "#3b82f6"}}}}%%';

/** The points stand at even distances; each is the greatest of its part of the time. */
function curveOf(title: string, unit: string, points: readonly Point[], untilMs: number): string {
  const count = Math.max(2, Math.min(mostPoints, points.length));
  const values = Array.from({ length: count }, (_, index) => {
    const [fromMs, toMs] = [(untilMs * index) / count, (untilMs * (index + 1)) / count];
    const part = points.filter(({ atMs }) => atMs > fromMs && atMs <= toMs);
    // A point stands for the time before it as well.
    const next = points.find(({ atMs }) => atMs > toMs);
    const known = part.length === 0 && next !== undefined ? [next] : part;
    return Math.round(Math.max(0, ...known.map(({ value }) => value ?? 0)));
  });
  const time = unitOf(untilMs);
  return [
    lineColor,
    'xychart-beta',
    `  title "${title}"`,
    `  x-axis "${time.name}" 0 --> ${Number((untilMs / time.ms).toPrecision(3))}`,
    `  y-axis "${unit}" 0 --> ${Math.max(1, ...values)}`,
    `  line [${values.join(', ')}]`,
  ].join('\n');
}

function unitOf(untilMs: number): { readonly name: string; readonly ms: number } {
  if (untilMs < 120_000) return { name: 'seconds', ms: 1_000 };
  return untilMs < 7_200_000 ? { name: 'minutes', ms: 60_000 } : { name: 'hours', ms: 3_600_000 };
}
