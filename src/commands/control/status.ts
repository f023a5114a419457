import type { Progress } from '../../engine/events.ts';
import type { MigrationState, Outcome } from '../../engine/outcome.ts';
import { deadAfterMs, findMigrations, type RunningMigration } from '../../engine/run/control.ts';
import { controlStateOf } from '../../engine/run/control-state.ts';
import type { CutoverWait, StatusRow } from '../../engine/run/status-row.ts';
import { findTakenName } from '../../engine/tables/name-taken.ts';
import { askNameCase, spellDatabase } from '../../mysql/name-case.ts';
import { connect } from '../../mysql/session.ts';
import { Ledger } from '../ledger/ledger.ts';
import { livenessMs } from '../ledger/ledger-entry.ts';
import type { LedgerRun } from '../ledger/ledger-run.ts';
import { databasesOf } from '../ledger/places.ts';
import { requireTarget, type Settings } from '../options/settings.ts';
import { labelOf } from '../statements/file-statement.ts';
import { type KeptTable, keptTables } from './kept-tables.ts';
import { findNotBegun } from './not-begun.ts';
import { tellWhatBecame } from './tell-what-became.ts';

/** `docs/status.md` documents this shape for scripts: what it has stays, more may come. */
export interface MigrationStatus {
  readonly id: string;
  /** With its database where that is another one than the target's. */
  readonly table: string;
  readonly statement: string;
  readonly file: string | null;
  /** `paused` while a person holds it; otherwise where it is, or was when it was last heard of. */
  readonly state: MigrationState;
  /** `dead`: its process is gone without a farewell. `yielded`: it waits for the next run to go on with it, or to begin it. */
  readonly life: 'running' | 'yielded' | 'dead' | 'finished';
  /** ISO 8601, UTC; `null` for what has not begun, too. */
  readonly startedAt: string | null;
  /** How long ago it was started, by the server's clock; `null` where that is not known. */
  readonly ageMs: number | null;
  readonly finishedAt: string | null;
  /** How long nothing has been heard of it; of one that is finished, 0. */
  readonly silentMs: number;
  /** `null` for a statement that the server carries out itself, and once it is finished. */
  readonly progress: Progress | null;
  /** What people have told it; where nobody works on it, as the next run will obey. */
  readonly paused: boolean;
  readonly throttlePercent: number;
  readonly cutoverOrdered: boolean;
  /** True where it has yielded and nothing but the order of a person is missing to swap. */
  readonly awaitsCutover: boolean;
  readonly cutover: StatusRow['cutover'] & { readonly waiting: CutoverWait | null };
  /** True where its process died after the swap: the next run finishes what is left. */
  readonly swapped: boolean;
  /**
   * Where its process died: `done` once the server has carried out its statement, or has swapped the tables; `unclear` where they do not
   * tell it, because somebody has changed them since; otherwise `null`.
   */
  readonly became: 'done' | 'unclear' | null;
  /** Somebody's table that has the name of the retired table, which whoever goes on needs; `null` for none. */
  readonly inTheWay: string | null;
  /** Where it was started; `null` for what was not noted. */
  readonly run: {
    readonly url: string | null;
    readonly pullRequest: number | null;
    readonly commit: string | null;
    readonly actor: string | null;
    /** Of the repository, where it has one; `null` where it has none. */
    readonly namespace: string | null;
  };
  /** What it came to; `null` unless it is finished. */
  readonly outcome: Outcome | null;
  /** The table as it was before, where it is still there. */
  readonly retired: KeptTable | null;
}

/** As many rows of the ledger are read. */
const mostRuns = 100;
const mostFinished = 5;
/** A run that has missed so many signs of life is dead. */
const missedSigns = 3;
/** A run at work writes its status every second. */
const saysSomethingWithinMs = 3_000;

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
  const found = await findMigrations(session, databasesOf(target, settings, await ledger.labels(session)));
  // Who may only read can still look.
  await ledger.closeSilent(found.map(({ migration }) => migration.migrationId)).catch(() => undefined);
  const runs = await ledger.runs(mostRuns);
  const known: MigrationStatus[] = [];
  for (const { original, migration } of found) {
    const label = labelOf(original.schema, original.name, target.database);
    const next = goesOn(
      migration,
      runs.filter((run) => nameCase.same(run.table, label)),
    );
    const taken = migration.alive || next !== null ? null : await findTakenName(session, original);
    const inTheWay = taken === null ? null : labelOf(taken.retired.schema, taken.retired.name, target.database);
    if (next === null)
      known.push(
        fromChangelog(label, migration, runs.find(({ id }) => id === migration.migrationId) ?? null, inTheWay),
      );
    else known.push({ ...fromChangelog(label, beginning(migration), next, null), id: next.id, ...lifeOf(next) });
  }
  const others = runs.filter(({ id }) => !known.some((one) => one.id === id));
  const apart = others.filter((run) => !known.some(({ table: label }) => nameCase.same(run.table, label)));
  const kept = await keptTables(session, ledger, target, nameCase);
  const finished = others.filter(isFinished).map((run) => ({ ...fromLedger(run), retired: kept.get(run.id) ?? null }));
  const begun = [...known, ...unfinished(apart, runs)];
  const waiting = (await findNotBegun(session, target.database, begun)).map((run) => ({
    ...fromLedger(run),
    life: 'yielded' as const,
    finishedAt: null,
  }));
  const all = [...begun, ...waiting, ...finished];
  const meant = await tellWhatBecame(
    all.filter((one) => table === null || nameCase.same(one.table, table)),
    target,
    session,
  );
  return [...meant.filter(({ life }) => life !== 'finished'), ...meant.filter(isOver).slice(0, mostFinished)];
}

function isOver({ life }: MigrationStatus): boolean {
  return life === 'finished';
}

/** What is completed stays so, also where its run has died before it could say when. */
function isFinished({ finishedAt, state, silentMs, outcome }: LedgerRun): boolean {
  return finishedAt !== null || (state === 'completed' && (outcome !== null || silentMs > deadAfterMs));
}

/** The run that begins to go on with a migration whose own process is gone, and has not said so in the changelog yet. */
function goesOn(migration: RunningMigration, runs: readonly LedgerRun[]): LedgerRun | null {
  const isAtWork = migration.alive && !hasEnded(migration) && migration.ageMs < saysSomethingWithinMs;
  if (isAtWork) return null;
  const isLater = ({ startedAt }: LedgerRun): boolean => startedAt !== null && startedAt > migration.startedAt;
  return runs.find((run) => run.id !== migration.migrationId && isLater(run) && lifeOf(run).life === 'running') ?? null;
}

function hasEnded({ progress: { state } }: RunningMigration): boolean {
  return state === 'yielded' || state === 'failed';
}

/** What is copied is known already. */
function beginning(migration: RunningMigration): RunningMigration {
  const { progress } = migration;
  const begun = { ...progress, state: 'preflight' as const, holds: [], lockedBy: null };
  return { ...migration, ...migration.orders, alive: true, progress: begun };
}

function lifeOf(run: LedgerRun): Pick<MigrationStatus, 'life' | 'startedAt' | 'silentMs'> {
  const { startedAt, silentMs, state } = run;
  if (isFinished(run)) return { life: 'finished', startedAt, silentMs: 0 };
  return { life: silentMs > livenessMs(state) * missedSigns ? 'dead' : 'running', startedAt, silentMs };
}

/** Statements without a changelog. Only the newest of a table: what died before it has been run again. */
function unfinished(others: readonly LedgerRun[], runs: readonly LedgerRun[]): MigrationStatus[] {
  return others
    .filter((run) => !isFinished(run) && runs.find(({ table }) => table === run.table) === run)
    .map(fromLedger);
}

function fromChangelog(
  table: string,
  migration: RunningMigration,
  run: LedgerRun | null,
  inTheWay: string | null,
): MigrationStatus {
  const { migrationId, statement, startedAt, progress, alive, swapped, swapUnclear, silentMs, ageMs } = migration;
  const control = alive ? controlStateOf(migration) : migration.orders;
  const hasYielded = !alive && progress.state === 'yielded';
  const { lastFailure, waiting = null } = migration.cutover;
  return {
    id: migrationId,
    table,
    statement,
    file: run?.file ?? null,
    state: control.paused && alive ? 'paused' : progress.state,
    life: alive ? 'running' : hasYielded ? 'yielded' : 'dead',
    startedAt,
    ageMs: run?.ageMs ?? null,
    finishedAt: null,
    silentMs,
    progress,
    ...control,
    awaitsCutover: hasYielded && migration.isAtGate === true && !control.cutoverOrdered && !control.paused,
    cutover: {
      ...migration.cutover,
      lastFailure: lastFailure === null ? null : { ...lastFailure, agoMs: lastFailure.agoMs + ageMs },
      waiting: waiting === null || !alive ? null : { ...waiting, forMs: waiting.forMs + ageMs },
    },
    swapped,
    became: swapped ? 'done' : swapUnclear ? 'unclear' : null,
    inTheWay,
    run: originOf(run),
    outcome: null,
    retired: null,
  };
}

function fromLedger(run: LedgerRun): MigrationStatus {
  const { id, table, statement, file, state, ageMs, finishedAt, outcome } = run;
  return {
    id,
    table,
    statement,
    file,
    state,
    ...lifeOf(run),
    ageMs,
    finishedAt,
    progress: null,
    ...controlStateOf({}),
    awaitsCutover: false,
    cutover: { attempts: outcome?.attempts ?? 0, lastFailure: null, waiting: null },
    swapped: false,
    became: null,
    inTheWay: null,
    run: originOf(run),
    outcome,
    retired: null,
  };
}

function originOf(run: LedgerRun | null): MigrationStatus['run'] {
  return {
    url: run?.runUrl ?? null,
    pullRequest: run?.pullRequest ?? null,
    commit: run?.commit ?? null,
    actor: run?.actor ?? null,
    namespace: run?.namespace || null,
  };
}
