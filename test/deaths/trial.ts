import { join } from 'node:path';
import { statusOf } from '../faults/support/checkpoint.ts';
import { expectNothingLeft, expectSameRows, isAltered } from '../faults/support/judge.ts';
import { openTrial, type Trial } from '../faults/support/trial.ts';
import { type Child, startChild } from '../network/child.ts';
import { type Random, seededRandom } from '../support/random.ts';
import type { RunningServer } from '../support/servers/index.ts';

/** One migration whose process was killed, perhaps several times, and that was run again until it was done. */
export interface Death {
  readonly seed: number;
  /** What it was doing each time: its state in the changelog. */
  readonly moments: readonly string[];
  /** What the last run made of it. */
  readonly end: 'resumed' | 'afresh' | 'finished' | 'done before';
  /** What is wrong afterwards; `null` where nothing is. */
  readonly fault: string | null;
  /** From the first start to the end. */
  readonly tookMs: number;
}

export interface DeathSettings {
  readonly rows: number;
  readonly writers: number;
  /** A process is killed within this time after its start. */
  readonly withinMs: number;
  readonly mostDeaths: number;
}

const main = join(import.meta.dirname, '../../dist/cli.js');
const alter = 'ALTER TABLE t MODIFY n BIGINT, ADD COLUMN added INT NOT NULL DEFAULT 7';
const mostRuns = 5;
const endsWithinMs = 240_000;

/** How long a migration takes that nobody kills. */
export async function measureUndisturbed(server: RunningServer, settings: DeathSettings): Promise<number> {
  await using trial = await openTrial(server, settings);
  const startedAt = performance.now();
  await using child = start(trial);
  const { exitCode, said } = await child.ends(endsWithinMs);
  if (exitCode !== 0) throw new Error(said);
  return performance.now() - startedAt;
}

export async function die(server: RunningServer, settings: DeathSettings, seed: number): Promise<Death> {
  const random = seededRandom(seed);
  await using trial = await openTrial(server, settings);
  const startedAt = performance.now();
  const moments: string[] = [];
  for (let deaths = random.between(1, settings.mostDeaths); deaths > 0; deaths--)
    moments.push(await killOne(trial, settings, random));
  const { end, fault } = await runToTheEnd(trial);
  const tookMs = performance.now() - startedAt;
  await trial.writers.stop();
  return { seed, moments, end, fault: fault ?? (await judge(trial)), tookMs };
}

async function killOne(trial: Trial, { withinMs }: DeathSettings, random: Random): Promise<string> {
  await using child = start(trial);
  // The moment is drawn: this is what is tried.
  await new Promise((resolve) => setTimeout(resolve, random.between(0, Math.round(withinMs))));
  const state = (await statusOf(trial))?.progress.state ?? ((await isAltered(trial)) ? 'swapped' : 'before the ghost');
  child.kill('SIGKILL');
  return state;
}

async function runToTheEnd(trial: Trial): Promise<Pick<Death, 'end' | 'fault'>> {
  let said = '';
  for (let run = 1; run <= mostRuns; run++) {
    await using child = start(trial);
    const ended = await child.ends(endsWithinMs);
    said = ended.said;
    if (ended.exitCode === 0) return { end: endOf(said), fault: null };
    // The statement is done, and typing it once more is what a person would not do.
    if (/Duplicate column/u.test(said) && (await isAltered(trial))) return { end: 'done before', fault: null };
  }
  return { end: 'afresh', fault: `${mostRuns} runs did not complete it: ${said.slice(-600)}` };
}

function endOf(said: string): Death['end'] {
  if (/goes on with the migration/u.test(said)) return 'resumed';
  return /swapped by a run that died/u.test(said) ? 'finished' : 'afresh';
}

async function judge(trial: Trial): Promise<string | null> {
  try {
    await expectSameRows(trial);
    await expectNothingLeft(trial, ['ghostship_migrations']);
    return null;
  } catch (error) {
    return String(error);
  }
}

function start({ server, database }: Trial): Child {
  const target = `mysql://${server.user}@${server.host}:${server.port}/${database.name}?ssl-mode=disabled`;
  const args = ['migrate', '--alter', alter, '--algorithm', 'copy', '--target', target];
  return startChild(main, args, server.password);
}
