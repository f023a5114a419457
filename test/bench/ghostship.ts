import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import type { MigrationState, Outcome } from '../../src/engine/outcome.ts';
import type { Estimate, StatementPlan } from '../../src/engine/plan/statement-plan.ts';
import { waitFor } from '../support/wait-for.ts';
import { type ProcessUse, runMeasured } from './measured-process.ts';
import { phasesOf, type Status, type StatusTrace, traceStatus } from './status-trace.ts';
import { tableName } from './table.ts';
import type { Place, Way } from './way.ts';

const statement = `ALTER TABLE ${tableName} ENGINE=InnoDB`;

export interface GhostshipRun {
  readonly program: ProcessUse;
  readonly outcome: Outcome;
  readonly trace: readonly Status[];
  readonly phasesMs: Partial<Record<MigrationState, number>>;
}

/** @param cli the built `cli.js`, or another one to compare it with */
export function ghostship(cli: string, name: string): Way {
  return {
    name,
    async rebuild(place) {
      const run = await (await startMigration(cli, place, [])).done;
      return { program: run.program, ghostship: run };
    },
  };
}

/** What the plan says of the same rebuild. The server stands in for its own test replica. */
export async function predict(cli: string, { database }: Place): Promise<Estimate | null> {
  return withJson(async (json) => {
    const servers = ['--target', database.url, '--replica', database.url];
    await execa(process.execPath, [cli, 'plan', ...servers, '--alter', statement, '--json', json]);
    const { statements } = JSON.parse(await readFile(json, 'utf8')) as { statements: readonly StatementPlan[] };
    return statements[0]?.estimate ?? null;
  });
}

/** A migration that stands at the gate, and keeps up with the changes of the table. */
export interface WaitingMigration {
  /** What it said so far; goes on growing. */
  readonly trace: readonly Status[];
  /** Opens the gate and waits for the end. */
  cutOver(): Promise<Outcome>;
}

export async function migrateToGate(cli: string, place: Place): Promise<WaitingMigration> {
  const { trace, done } = await startMigration(cli, place, ['--cutover', 'wait']);
  const isWaiting = (): boolean => trace.at(-1)?.progress.state === 'waiting_for_cutover';
  await Promise.race([done, waitFor(isWaiting, { timeoutMs: 600_000, what: 'the migration to reach its gate' })]);
  return {
    trace,
    async cutOver() {
      await execa(process.execPath, [cli, 'cutover', '--target', place.database.url, '--table', tableName]);
      return (await done).outcome;
    },
  };
}

interface StartedMigration {
  /** Goes on growing until the end. */
  readonly trace: readonly Status[];
  readonly done: Promise<GhostshipRun>;
}

async function startMigration(cli: string, place: Place, flags: readonly string[]): Promise<StartedMigration> {
  const trace = await traceStatus(place.database);
  const done = migrateTraced(cli, place, flags, trace);
  // Whoever waits for the end hears of a failure; until somebody does it must not count as unhandled.
  done.catch(() => {});
  return { trace: trace.seen, done };
}

async function migrateTraced(
  cli: string,
  place: Place,
  flags: readonly string[],
  trace: StatusTrace,
): Promise<GhostshipRun> {
  await using _ = trace;
  const run = await migrate(cli, place, flags);
  return { ...run, trace: trace.seen, phasesMs: phasesOf(trace.seen) };
}

async function migrate(
  cli: string,
  { database }: Place,
  flags: readonly string[],
): Promise<Pick<GhostshipRun, 'program' | 'outcome'>> {
  return withJson(async (json) => {
    const what = ['--target', database.url, '--alter', statement, '--algorithm', 'copy'];
    const program = await runMeasured([process.execPath, cli, 'migrate', ...what, '--json', json, ...flags]);
    const { migrations } = JSON.parse(await readFile(json, 'utf8')) as { migrations: readonly Outcome[] };
    const [outcome] = migrations;
    if (outcome === undefined) throw new Error(`${cli} wrote no outcome.`);
    return { program, outcome };
  });
}

async function withJson<T>(use: (path: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'ghostship-bench-'));
  try {
    return await use(join(folder, 'outcome.json'));
  } finally {
    await rm(folder, { recursive: true });
  }
}
