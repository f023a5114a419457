import { join } from 'node:path';
import { execa } from 'execa';
import { statusOf } from '../faults/support/checkpoint.ts';
import { expectNothingLeft, expectSameRows, isAltered } from '../faults/support/judge.ts';
import { openTrial, type Trial } from '../faults/support/trial.ts';
import { type Child, startChild } from '../network/child.ts';
import { type Random, seededRandom } from '../support/random.ts';
import type { RunningServer } from '../support/servers/index.ts';
import { type SaidStatus, untrueEnd, untrueStatus } from './untrue-answers.ts';

/** One migration whose process was killed, perhaps several times, and that was run again until it was done. */
export interface Death {
  readonly seed: number;
  /** What it was doing each time: its state in the changelog. */
  readonly moments: readonly string[];
  /** What the last run made of it. */
  readonly end: 'resumed' | 'afresh' | 'finished' | 'done before';
  /** What is wrong afterwards; `null` where nothing is. */
  readonly fault: string | null;
  /** What runs and `status` have said of the table that was not so. */
  readonly untrue: readonly string[];
  /** From the first start to the end. */
  readonly tookMs: number;
  /** The most that a death has thrown away: the age of the checkpoint then, or of the run where there was none. */
  readonly mostLostMs: number;
}

export interface DeathSettings {
  readonly rows: number;
  readonly writers: number;
  /** How long a migration takes that nobody kills. */
  readonly withinMs: number;
  /** `upTo`: each process dies within that time after its start. `exactly`: the deaths are spread over that time. */
  readonly deaths: { readonly upTo: number } | { readonly exactly: number };
}

const main = join(import.meta.dirname, '../../dist/cli.js');
const alter = 'ALTER TABLE t MODIFY n BIGINT, ADD COLUMN added INT NOT NULL DEFAULT 7';
const mostRuns = 5;
const endsWithinMs = 240_000;
const endsWithinTimes = 4;

/** How long a migration takes that nobody kills. */
export async function measureUndisturbed(server: RunningServer, settings: DeathSettings): Promise<number> {
  await using trial = await openTrial(server, settings);
  const startedAt = performance.now();
  await using child = start(trial);
  const { exitCode, said } = await child.ends(settings.withinMs);
  if (exitCode !== 0) throw new Error(said);
  return performance.now() - startedAt;
}

export async function die(server: RunningServer, settings: DeathSettings, seed: number): Promise<Death> {
  const random = seededRandom(seed);
  await using trial = await openTrial(server, settings);
  const startedAt = performance.now();
  const killed: Killed[] = [];
  const untrue: (string | null)[] = [];
  for (const afterMs of lives(settings, random)) {
    const one = await killOne(trial, afterMs);
    if (one === null) break;
    killed.push(one);
    // To ask takes time, which would count as the migration's.
    if ('upTo' in settings.deaths) untrue.push(await untrueStatus(trial, () => askStatus(trial)));
  }
  const { end, fault } = await runToTheEnd(trial, Math.max(endsWithinMs, endsWithinTimes * settings.withinMs), untrue);
  const tookMs = performance.now() - startedAt;
  await trial.writers.stop();
  return {
    seed,
    moments: killed.map(({ moment }) => moment),
    end,
    fault: fault ?? (await judge(trial)),
    untrue: untrue.filter((answer) => answer !== null),
    tookMs,
    mostLostMs: Math.max(0, ...killed.map(({ lostMs }) => lostMs)),
  };
}

/** How long each process lives. The moments are drawn: this is what is tried. */
function lives({ withinMs, deaths }: DeathSettings, random: Random): number[] {
  const draw = (): number => random.between(0, Math.round(withinMs));
  if ('upTo' in deaths) return Array.from({ length: random.between(1, deaths.upTo) }, draw);
  const moments = Array.from({ length: deaths.exactly }, draw).sort((left, right) => left - right);
  return moments.map((moment, index) => moment - (moments[index - 1] ?? 0));
}

interface Killed {
  readonly moment: string;
  readonly lostMs: number;
}

/** @returns `null` where it is done by then */
async function killOne(trial: Trial, afterMs: number): Promise<Killed | null> {
  await using child = start(trial);
  const ended = await child.ends(afterMs).catch(() => null);
  if (ended !== null) return null;
  const state = (await statusOf(trial))?.progress.state ?? ((await isAltered(trial)) ? 'swapped' : 'before the ghost');
  const ageMs = await checkpointAgeMs(trial);
  child.kill('SIGKILL');
  return { moment: state, lostMs: Math.min(ageMs, afterMs) };
}

async function checkpointAgeMs(trial: Trial): Promise<number> {
  const [row] = await trial
    .query(
      `SELECT TIMESTAMPDIFF(MICROSECOND, written_at, NOW(6)) DIV 1000 AS age FROM t_ghc WHERE id = 5 AND body IS NOT NULL`,
    )
    .catch(() => []);
  return row === undefined ? Number.POSITIVE_INFINITY : Number(row.age);
}

async function runToTheEnd(
  trial: Trial,
  withinMs: number,
  untrue: (string | null)[],
): Promise<Pick<Death, 'end' | 'fault'>> {
  let said = '';
  for (let run = 1; run <= mostRuns; run++) {
    const wasAltered = await isAltered(trial);
    await using child = start(trial);
    const ended = await child.ends(withinMs);
    said = ended.said;
    untrue.push(await untrueEnd(trial, wasAltered, ended));
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

async function askStatus(trial: Trial): Promise<readonly SaidStatus[]> {
  const { stdout } = await execa(process.execPath, [main, 'status', '--json', '-', '--target', targetOf(trial)], {
    env: { GHOSTSHIP_PASSWORD: trial.server.password },
  });
  return (JSON.parse(stdout) as { readonly migrations: readonly SaidStatus[] }).migrations;
}

function start(trial: Trial): Child {
  const args = ['migrate', '--alter', alter, '--algorithm', 'copy', '--target', targetOf(trial)];
  return startChild(main, args, trial.server.password);
}

function targetOf({ server, database }: Trial): string {
  return `mysql://${server.user}@${server.host}:${server.port}/${database.name}?ssl-mode=disabled`;
}
