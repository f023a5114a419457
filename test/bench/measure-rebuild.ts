import type { Outcome } from '../../src/engine/outcome.ts';
import type { Estimate } from '../../src/engine/plan/statement-plan.ts';
import { type GhostshipRun, predict } from './ghostship.ts';
import { type Latency, latencyOf, median, type Write, writesDuring } from './latency.ts';
import { type ProcessUse, useOf } from './measured-process.ts';
import type { Scenario } from './scenarios.ts';
import { type Series, seriesOf } from './series.ts';
import { createTable, type Table } from './table.ts';
import type { Place, Way } from './way.ts';
import { type Pace, startWriters } from './writers.ts';

/** One rebuild. */
export interface RebuildRun {
  readonly way: string;
  readonly tookMs: number;
  readonly program: ProcessUse | null;
  /** Processor time of the server, the writers' part in it included. `null` where it cannot be asked. */
  readonly serverCpuMs: number | null;
  /** What the server wrote to its binary log, the writers' part included. */
  readonly binlogBytes: number;
  /** Of the writes under way while it ran; `null` where nobody writes. */
  readonly latency: Latency | null;
  readonly ghostship: GhostshipFigures | null;
  readonly series: Series;
}

export interface GhostshipFigures {
  readonly outcome: Outcome;
  readonly phasesMs: GhostshipRun['phasesMs'];
  /** The longest that a writer waited in the last second or so, with the cutover in it; `null` where nobody writes. */
  readonly longestWaitAtCutoverMs: number | null;
}

export interface FailedRun {
  readonly way: string;
  readonly failure: string;
}

export interface RebuildResult {
  readonly scenario: Scenario;
  readonly tableBytes: number;
  /** By the plan, of Ghostship's way. */
  readonly predicted: Estimate | null;
  /** Of the writers while nothing else happens, before each turn; none where nobody writes. */
  readonly baselines: readonly Latency[];
  readonly runs: readonly (RebuildRun | FailedRun)[];
}

/** Enough connections that a write never waits for one while the table answers. */
const writerSessions = 16;
const baselineMs = 5_000;

export interface Contest {
  /** The build that predicts. */
  readonly cli: string;
  readonly ways: readonly Way[];
  readonly times: number;
}

/** Every way, as many times as asked for, taking turns: what slows the machine down for a while slows down all of them. */
export async function measureRebuild(
  scenario: Scenario,
  place: Place,
  { cli, ways, times }: Contest,
): Promise<RebuildResult> {
  const table = await createTable(place.database, scenario);
  const predicted = await predict(cli, place);
  const pace =
    scenario.writesPerSecond === null ? null : { sessions: writerSessions, writesPerSecond: scenario.writesPerSecond };
  const baselines: Latency[] = [];
  const runs: (RebuildRun | FailedRun)[] = [];
  const fitting = ways.filter(({ fits }) => fits?.(scenario) ?? true);
  for (let turn = 0; turn < times; turn++) {
    if (pace !== null) baselines.push(await measureBaseline(place, table, pace));
    for (const way of fitting) runs.push(await rebuildOnce(way, place, table, pace));
  }
  return { scenario, tableBytes: table.bytes, predicted, baselines, runs };
}

/** The runs that came through. */
export function runsOf(result: RebuildResult, way: string): RebuildRun[] {
  return result.runs.filter((run): run is RebuildRun => run.way === way && 'tookMs' in run);
}

/** The run whose time is the median; `null` where all failed. */
export function medianRun(result: RebuildResult, way: string): RebuildRun | null {
  const runs = runsOf(result, way);
  const middle = median(runs.map(({ tookMs }) => tookMs));
  return runs.find(({ tookMs }) => tookMs === middle) ?? null;
}

async function measureBaseline({ database }: Place, table: Table, pace: Pace): Promise<Latency> {
  const writers = await startWriters(database, table, pace);
  await new Promise((resolve) => setTimeout(resolve, baselineMs));
  await writers.stop();
  return latencyOf(writers.writes);
}

async function rebuildOnce(way: Way, place: Place, table: Table, pace: Pace | null): Promise<RebuildRun | FailedRun> {
  const writers = pace === null ? null : await startWriters(place.database, table, pace);
  const cpuBeforeMs = await serverCpuMs(place);
  const binlogBefore = await binlogBytes(place);
  const startedAtMs = performance.now();
  try {
    const { program, ghostship } = await way.rebuild(place);
    const endedAtMs = performance.now();
    const cpuAfterMs = await serverCpuMs(place);
    await writers?.stop();
    const writes = writesDuring(writers?.writes ?? [], startedAtMs, endedAtMs);
    return {
      way: way.name,
      tookMs: endedAtMs - startedAtMs,
      program,
      serverCpuMs: cpuBeforeMs === null || cpuAfterMs === null ? null : cpuAfterMs - cpuBeforeMs,
      binlogBytes: (await binlogBytes(place)) - binlogBefore,
      latency: writers === null ? null : latencyOf(writes),
      ghostship: ghostship === null ? null : figuresOf(ghostship, writes, endedAtMs),
      series: seriesOf(startedAtMs, ghostship?.trace ?? [], writes),
    };
  } catch (error) {
    await writers?.stop();
    return { way: way.name, failure: error instanceof Error ? error.message : String(error) };
  }
}

async function serverCpuMs({ server }: Place): Promise<number | null> {
  return (await useOf(server.pid))?.cpuMs ?? null;
}

async function binlogBytes({ database }: Place): Promise<number> {
  const files = await database.query('SHOW BINARY LOGS');
  return files.reduce((sum, { File_size }) => sum + Number(File_size), 0);
}

function figuresOf(run: GhostshipRun, writes: readonly Write[], endedAtMs: number): GhostshipFigures {
  const { outcome, phasesMs, trace } = run;
  const fromMs = trace.findLast(({ progress }) => progress.state !== 'cutting_over')?.atMs ?? 0;
  const atCutover = writesDuring(writes, fromMs, endedAtMs);
  return { outcome, phasesMs, longestWaitAtCutoverMs: atCutover.length === 0 ? null : latencyOf(atCutover).maxMs };
}
