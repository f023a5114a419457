import type { Progress } from '../../engine/events.ts';
import type { MigrationState, Outcome } from '../../engine/outcome.ts';
import { deadAfterMs, findMigrations, type RunningMigration } from '../../engine/run/control.ts';
import { controlStateOf } from '../../engine/run/control-state.ts';
import type { StatusRow } from '../../engine/run/status-row.ts';
import { askNameCase, spellDatabase } from '../../mysql/name-case.ts';
import { connect } from '../../mysql/session.ts';
import { Ledger, type LedgerRun } from '../ledger/ledger.ts';
import { databasesOf } from '../ledger/places.ts';
import { requireTarget, type Settings } from '../options/settings.ts';
import { labelOf } from '../statements/file-statement.ts';

/** `docs/status.md` documents this shape for scripts: what it has stays, more may come. */
export interface MigrationStatus {
  readonly id: string;
  /** With its database where that is another one than the target's. */
  readonly table: string;
  readonly statement: string;
  readonly file: string | null;
  /** `paused` while a person holds it; otherwise where it is, or was when it was last heard of. */
  readonly state: MigrationState;
  /** `dead`: its process is gone without a farewell. `yielded`: it waits for the next run to go on. */
  readonly life: 'running' | 'yielded' | 'dead' | 'finished';
  /** ISO 8601, UTC. */
  readonly startedAt: string | null;
  readonly finishedAt: string | null;
  /** How long nothing has been heard of it; of one that is finished, 0. */
  readonly silentMs: number;
  /** `null` for a statement that the server carries out itself, and once it is finished. */
  readonly progress: Progress | null;
  readonly paused: boolean;
  readonly throttlePercent: number;
  readonly cutoverOrdered: boolean;
  readonly cutover: StatusRow['cutover'];
  /** True where its process died after the swap: the next run finishes what is left. */
  readonly swapped: boolean;
  /** Where it was started; `null` for what was not noted. */
  readonly run: {
    readonly url: string | null;
    readonly pullRequest: number | null;
    readonly commit: string | null;
    readonly actor: string | null;
  };
  /** What it came to; `null` unless it is finished. */
  readonly outcome: Outcome | null;
}

/** As many rows of the ledger are read. */
const mostRuns = 100;
const mostFinished = 5;

/**
 * The migrations in the target's database, in those that the option databases names, and in those where the ledger knows of a
 * run: running, yielded or left behind by a process that is gone; and the last ones that are finished.
 *
 * @param table as people are told of it, with its database where that is another one; `null` for all
 */
export async function status(
  table: string | null,
  settings: Settings,
  signal: AbortSignal,
): Promise<MigrationStatus[]> {
  signal.throwIfAborted();
  const given = requireTarget(settings);
  await using session = await connect(given, 'reading the status');
  const nameCase = await askNameCase(session);
  const target = spellDatabase(given, nameCase);
  const ledger = new Ledger(target);
  const runs = await ledger.runs(mostRuns);
  const found = await findMigrations(session, databasesOf(target, settings, await ledger.labels(session)));
  const known = found.map(({ original, migration }) => {
    const run = runs.find(({ id }) => id === migration.migrationId) ?? null;
    return fromChangelog(labelOf(original.schema, original.name, target.database), migration, run);
  });
  const others = runs.filter(({ id }) => !known.some((one) => one.id === id));
  const all = [...known, ...unfinished(others, runs), ...others.filter(isFinished).map(fromLedger)];
  const meant = all.filter((one) => table === null || nameCase.same(one.table, table));
  return [...meant.filter(({ life }) => life !== 'finished'), ...meant.filter(isOver).slice(0, mostFinished)];
}

function isOver({ life }: MigrationStatus): boolean {
  return life === 'finished';
}

/** What is completed stays so, also where its run has died before it could say when. */
function isFinished({ finishedAt, state, silentMs }: LedgerRun): boolean {
  return finishedAt !== null || (state === 'completed' && silentMs > deadAfterMs);
}

/** Statements without a changelog. Only the newest of a table: what died before it has been run again. */
function unfinished(others: readonly LedgerRun[], runs: readonly LedgerRun[]): MigrationStatus[] {
  return others
    .filter((run) => !isFinished(run) && runs.find(({ table }) => table === run.table) === run)
    .map(fromLedger);
}

function fromChangelog(table: string, migration: RunningMigration, run: LedgerRun | null): MigrationStatus {
  const { migrationId, statement, startedAt, progress, alive, swapped, silentMs, ageMs } = migration;
  const control = controlStateOf(migration);
  const hasYielded = !alive && progress.state === 'yielded';
  const lastFailure = migration.cutover.lastFailure;
  return {
    id: migrationId,
    table,
    statement,
    file: run?.file ?? null,
    state: control.paused && alive ? 'paused' : progress.state,
    life: alive ? 'running' : hasYielded ? 'yielded' : 'dead',
    startedAt,
    finishedAt: null,
    silentMs,
    progress,
    ...control,
    cutover: {
      ...migration.cutover,
      lastFailure: lastFailure === null ? null : { ...lastFailure, agoMs: lastFailure.agoMs + ageMs },
    },
    swapped,
    run: originOf(run),
    outcome: null,
  };
}

function fromLedger(run: LedgerRun): MigrationStatus {
  const { id, table, statement, file, state, startedAt, finishedAt, silentMs, outcome } = run;
  return {
    id,
    table,
    statement,
    file,
    state,
    life: isFinished(run) ? 'finished' : silentMs > deadAfterMs ? 'dead' : 'running',
    startedAt,
    finishedAt,
    silentMs: isFinished(run) ? 0 : silentMs,
    progress: null,
    ...controlStateOf({}),
    cutover: { attempts: outcome?.attempts ?? 0, lastFailure: null },
    swapped: false,
    run: originOf(run),
    outcome,
  };
}

function originOf(run: LedgerRun | null): MigrationStatus['run'] {
  return {
    url: run?.runUrl ?? null,
    pullRequest: run?.pullRequest ?? null,
    commit: run?.commit ?? null,
    actor: run?.actor ?? null,
  };
}
