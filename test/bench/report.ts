import { markdownTable } from 'markdown-table';
import { type Latency, median } from './latency.ts';
import type { ApplyResult } from './measure-apply.ts';
import type { CutoverResult } from './measure-cutover.ts';
import { type FailedRun, medianRun, type RebuildResult, type RebuildRun, runsOf } from './measure-rebuild.ts';

export function rebuildReport(result: RebuildResult): string {
  const { scenario, tableBytes } = result;
  const baseline = middleOf(result.baselines);
  const { rows, key, row, indexes } = scenario;
  const ways = [...new Set(result.runs.map(({ way }) => way))];
  const copyMs = medianRun(result, 'COPY')?.tookMs ?? Number.NaN;
  const table = [
    [
      'way',
      'seconds',
      'from – to',
      '× COPY',
      'server CPU s',
      'own CPU s',
      'own MB',
      'binlog MB',
      ...(baseline === null ? [] : latencyTitles),
    ],
    ...(baseline === null ? [] : [['(writers alone)', '', '', '', '', '', '', '', ...latencyCells(baseline), '']]),
    ...ways.map((way) => wayCells(runsOf(result, way), way, copyMs, baseline)),
  ];
  const load = scenario.writesPerSecond === null ? 'nobody writes' : `${scenario.writesPerSecond} writes/s`;
  return [
    `${scenario.name}: ${rows.toLocaleString('en')} ${row} rows, ${megabytes(tableBytes)} MB, ${key} key, ${indexes} secondary ${indexes === 1 ? 'index' : 'indexes'}, ${scenario.bufferPool} buffer pool, ${load}`,
    alignedTable(table),
    ...ways.flatMap((way) => phasesLine(medianRun(result, way))),
    ...predictionLine(result),
    ...result.runs
      .filter((run): run is FailedRun => 'failure' in run)
      .map(({ way, failure }) => `${way} failed: ${failure}`),
  ].join('\n');
}

export function cutoverReport(results: readonly CutoverResult[]): string {
  const table = [
    ['table', 'cutovers', 'longest wait: median', 'worst', 'without cutover: median', 'locked: median', 'attempts'],
    ...results.map(({ traffic, longestWaitsMs, quietWaitsMs, lockedMs, attempts }) => [
      traffic,
      `${longestWaitsMs.length}`,
      ms(median(longestWaitsMs)),
      ms(Math.max(...longestWaitsMs)),
      ms(median(quietWaitsMs)),
      ms(median(lockedMs)),
      `${Math.max(...attempts)} at most`,
    ]),
  ];
  return `cutover\n${alignedTable(table)}`;
}

export function applyReport(result: ApplyResult): string {
  const table = [
    ['', 'writes/s', ...latencyTitles.slice(0, 3)],
    ['writers alone, full rate', count(result.writesPerSecondAlone), ...latencyCells(result.latencyAlone)],
    ['while changes are applied', count(result.writesPerSecond), ...latencyCells(result.latency)],
  ];
  return [
    'apply',
    alignedTable(table),
    `applied ${count(result.appliedPerSecond)} changes/s beside the writers, ${count(result.backlogPerSecond)} changes/s from a backlog`,
    `at most ${count(result.maxDirtyKeys)} keys waiting, stream lag ${ms(result.maxStreamLagMs)}`,
    result.cutOver
      ? `cut over under full rate at attempt ${result.attempts}, locked ${ms(result.lockedMs)}`
      : `no cutover under full rate in ${result.attempts} attempts`,
  ].join('\n');
}

const latencyTitles = ['p50', 'p99', 'max', 'p99 × alone'];

function wayCells(runs: readonly RebuildRun[], way: string, copyMs: number, baseline: Latency | null): string[] {
  if (runs.length === 0) return [way, 'failed'];
  const times = runs.map(({ tookMs }) => tookMs);
  const middle = (pick: (run: RebuildRun) => number | null | undefined): number =>
    median(runs.map((run) => pick(run) ?? Number.NaN));
  const latency = middleOf(runs.flatMap((run) => run.latency ?? []));
  return [
    way,
    seconds(median(times)),
    `${seconds(Math.min(...times))} – ${seconds(Math.max(...times))}`,
    ratio(median(times), copyMs),
    seconds(middle((run) => run.serverCpuMs)),
    runs[0]?.program === null ? '' : seconds(middle((run) => run.program?.cpuMs)),
    runs[0]?.program === null ? '' : megabytes(middle((run) => run.program?.peakBytes)),
    megabytes(middle((run) => run.binlogBytes)),
    ...(baseline === null || latency === null ? [] : [...latencyCells(latency), ratio(latency.p99Ms, baseline.p99Ms)]),
  ];
}

/** The median of each figure, but the worst of the maxima. */
function middleOf(latencies: readonly Latency[]): Latency | null {
  if (latencies.length === 0) return null;
  return {
    writes: median(latencies.map(({ writes }) => writes)),
    p50Ms: median(latencies.map(({ p50Ms }) => p50Ms)),
    p99Ms: median(latencies.map(({ p99Ms }) => p99Ms)),
    maxMs: Math.max(...latencies.map(({ maxMs }) => maxMs)),
  };
}

function phasesLine(run: RebuildRun | null): string[] {
  if (run?.ghostship === null || run?.ghostship === undefined) return [];
  const { outcome, phasesMs, longestWaitAtCutoverMs } = run.ghostship;
  const { verifying = 0, catching_up = 0 } = phasesMs;
  const wait = longestWaitAtCutoverMs === null ? '' : `, longest wait at it ${ms(longestWaitAtCutoverMs)}`;
  return [
    `${run.way}: copying ${seconds(outcome.copyMs)} s, indexes and catching up ${seconds(catching_up)} s, verifying ${seconds(verifying)} s ` +
      `(${Math.round((100 * verifying) / outcome.copyMs)} % of copying); ${count(outcome.changesApplied)} changes applied; cutover locked ${ms(outcome.lockedMs)}${wait}`,
  ];
}

/** The first build of Ghostship against what it said before. */
function predictionLine({ predicted, runs, tableBytes }: RebuildResult): string[] {
  const actual = runs.filter((run): run is RebuildRun => 'tookMs' in run && run.ghostship !== null);
  if (predicted === null || actual.length === 0) return [];
  const middle = (pick: (run: RebuildRun) => number | undefined): number =>
    median(actual.map((run) => pick(run) ?? Number.NaN));
  const { durationMs, diskBytes, binlogBytes, cutoverMs } = predicted;
  return [
    `predicted ${seconds(durationMs)} s, ${megabytes(diskBytes)} MB of disk, ${megabytes(binlogBytes)} MB of binlog, ${ms(cutoverMs)} at the cutover; ` +
      `actual ${seconds(middle((run) => run.ghostship?.outcome.durationMs))} s, ${megabytes(tableBytes)} MB, ${megabytes(middle((run) => run.binlogBytes))} MB, ${ms(middle((run) => run.ghostship?.outcome.lockedMs))}`,
  ];
}

function alignedTable(rows: readonly (readonly string[])[]): string {
  const columns = rows[0]?.length ?? 0;
  return markdownTable(
    rows.map((row) => [...row]),
    { align: ['l', ...Array.from({ length: columns - 1 }, () => 'r')] },
  );
}

function latencyCells({ p50Ms, p99Ms, maxMs }: Latency): string[] {
  return [ms(p50Ms), ms(p99Ms), ms(maxMs)];
}

const count = (number: number): string => Math.round(number).toLocaleString('en');
const ms = (number: number): string => `${number.toFixed(number < 10 ? 1 : 0)} ms`;
const seconds = (numberMs: number): string => (numberMs / 1000).toFixed(1);
const megabytes = (bytes: number): string => (bytes / 1024 ** 2).toFixed(0);
const ratio = (part: number, whole: number): string => (Number.isNaN(part / whole) ? '' : (part / whole).toFixed(2));
