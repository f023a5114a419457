import { isDeepStrictEqual } from 'node:util';
import type { FinishedSwap } from '../../engine/cutover/finish-swap.ts';
import { whichTableIsWhich } from '../../engine/cutover/which-table.ts';
import { refuseTargetOf } from '../../engine/preflight/target.ts';
import { dropDeadRehearsals } from '../../engine/rehearsal/drop-dead.ts';
import { dropOwnForeignKeys } from '../../engine/relations/foreign-keys.ts';
import { dropTriggers } from '../../engine/relations/triggers.ts';
import { findMigrations } from '../../engine/run/control.ts';
import { dropEmptySchemas, forgetSwap, readComments } from '../../engine/tables/ghost.ts';
import { askNameLock } from '../../engine/tables/name-lock.ts';
import { dropSetAside, giveBack, readKeptName } from '../../engine/tables/retired-ghost.ts';
import { nameTables, type TableNames } from '../../engine/tables/table-names.ts';
import { dropUncheckedKeys } from '../../engine/tables/unchecked-keys.ts';
import { askNameCase, type NameCase, spellDatabase } from '../../mysql/name-case.ts';
import { connect, type Session } from '../../mysql/session.ts';
import { describeTarget, type Target } from '../../mysql/target.ts';
import { sentryComment, viewComment } from '../../sql/cutover.ts';
import { dropTable } from '../../sql/ghost.ts';
import type { TableName } from '../../sql/inspect.ts';
import { messageOf } from '../../support/errors.ts';
import { finishSwaps } from '../ledger/finish-swaps.ts';
import { Ledger } from '../ledger/ledger.ts';
import { refuseOtherEnvironment } from '../ledger/ledger-environment.ts';
import { databasesOf, tablesMeant } from '../ledger/places.ts';
import type { RetiredTable } from '../ledger/retired-table.ts';
import { readUnconfirmed } from '../ledger/sent-statements.ts';
import { takeOver } from '../ledger/take-over.ts';
import { isAtWork, whatBecame } from '../ledger/what-became.ts';
import { requireTarget, type Settings } from '../options/settings.ts';
import { labelOf } from '../statements/file-statement.ts';
import { dropDeadClones } from './drop-dead-clones.ts';

export interface CleanupWork {
  /** Tells what would be done, and does nothing. */
  readonly dryRun: boolean;
  /** Whether the connections of a migration whose process is gone are ended first. Then one that has yielded is removed as well. */
  readonly takesOver: boolean;
  /** Only retired tables of this age are dropped. */
  readonly olderThanMs: number;
}

export interface CleanupReport {
  /** True where nothing was done: the report says what would be. */
  readonly dryRun: boolean;
  /** Tables whose migration died after its swap. */
  readonly finished: readonly string[];
  /** Tables whose statement the server had carried out when its run died. */
  readonly carriedOut: readonly string[];
  readonly dropped: readonly string[];
  readonly kept: readonly { readonly table: string; readonly reason: string }[];
}

/**
 * Drops what migrations have left behind, in the target's database and wherever else they were: the tables of dead runs, and the
 * retired tables that the ledger knows where this run is given `retired: drop`. On a test replica that is given, what rehearsals have
 * left.
 *
 * @param table only what belongs to this table; `null` for everything
 */
export async function cleanup(
  table: string | null,
  settings: Settings,
  signal: AbortSignal,
  { dryRun, takesOver, olderThanMs }: CleanupWork = { dryRun: false, takesOver: false, olderThanMs: 0 },
): Promise<CleanupReport> {
  const { replica } = settings;
  if (replica !== null && settings.target === null) return await cleanUpReplica(replica, table, settings, dryRun);
  const given = requireTarget(settings);
  await refuseOtherEnvironment(given, settings.values.environment);
  await using session = await connect(given, 'cleaning up');
  await refuseTargetOf(session);
  const nameCase = await askNameCase(session);
  const target = spellDatabase(given, nameCase);
  const isMeant = (label: string): boolean => table === null || nameCase.same(table, label);
  const ledger = new Ledger(target);
  if (takesOver && !dryRun) await takeOver(target, table === null ? null : [table], settings, ledger, signal);
  const swaps = dryRun ? [] : await finishSwaps(target, isMeant, settings, ledger, signal);
  const report: Report = {
    dryRun,
    finished: swaps.filter(isCopied).map(({ outcome }) => outcome.table),
    carriedOut: swaps.filter((one) => !isCopied(one)).map(({ outcome }) => outcome.table),
    dropped: [],
    kept: [],
  };
  if (dryRun) await addCarriedOut(report, session, target, isMeant);
  if (replica !== null) await addReplica(report, replica, table, settings);
  const databases = databasesOf(target, settings, await ledger.labels(session));
  await addClones(report, target, databases, table, false);
  for (const { original, migration } of await findMigrations(session, databases)) {
    signal.throwIfAborted();
    if (!isMeant(label(original, target))) continue;
    const keep = (reason: string): unknown => report.kept.push({ table: label(original, target), reason });
    if (migration.alive) keep('its migration is running');
    else if (migration.progress.state === 'yielded' && !takesOver)
      keep('its migration has yielded, and the next run goes on with what it has copied');
    else if (dryRun && migration.swapped) report.finished.push(label(original, target));
    else if (migration.swapUnclear) keep('the tables do not tell whether they were swapped');
    else if (migration.swapped) keep('its run has died just now after it had swapped the tables; clean up again');
    else if (await dropLeftBehind(target, original, report))
      await ledger.giveUp(
        ({ id, table: of, statement }) =>
          id === migration.migrationId ||
          (nameCase.same(of, label(original, target)) && statement === migration.statement),
      );
  }
  for (const entry of await ledger.retiredTables()) {
    signal.throwIfAborted();
    if (!isMeant(entry.table) || report.kept.some(({ table: kept }) => nameCase.same(kept, entry.retired))) continue;
    await dropRetired(session, target, entry, nameCase, whyKept(entry, settings, olderThanMs), report);
  }
  return report;
}

/** What rehearsals and plans have left there. */
async function cleanUpReplica(
  replica: Target,
  table: string | null,
  settings: Settings,
  dryRun: boolean,
): Promise<CleanupReport> {
  const { dropped, running } = await dropDeadRehearsals(replica, table, dryRun);
  const kept = running.map((name) => ({ table: label(name, replica), reason: 'its rehearsal is running' }));
  const report: Report = {
    dryRun,
    finished: [],
    carriedOut: [],
    dropped: dropped.map((name) => label(name, replica)),
    kept,
  };
  await addClones(report, replica, databasesOf(replica, settings, []), table, true);
  return report;
}

function isCopied({ outcome }: FinishedSwap): boolean {
  return outcome.algorithm === 'copy';
}

/** What a cleanup would write down. */
async function addCarriedOut(
  report: Report,
  session: Session,
  target: Target,
  isMeant: (label: string) => boolean,
): Promise<void> {
  for (const { table, sent } of await readUnconfirmed(target)) {
    if (!isMeant(table) || (await isAtWork(session, sent))) continue;
    const became = await whatBecame(session, sent);
    if (became === 'done') report.carriedOut.push(table);
    if (became === 'unclear')
      report.kept.push({
        table,
        reason: 'the tables do not tell whether the statement of a run that died was carried out',
      });
  }
}

/** Before migrations, whose tables they are not: a table may have clones and nothing else. */
async function addClones(
  report: Report,
  server: Target,
  databases: readonly string[],
  table: string | null,
  isReplica: boolean,
): Promise<void> {
  const { dropped, kept } = await dropDeadClones(server, databases, { table, isReplica, isDry: report.dryRun });
  report.dropped.push(...dropped);
  report.kept.push(...kept);
}

/** What is wrong there must not keep the target from being cleaned up. */
async function addReplica(report: Report, replica: Target, table: string | null, settings: Settings): Promise<void> {
  try {
    const { dropped, kept } = await cleanUpReplica(replica, table, settings, report.dryRun);
    report.dropped.push(...dropped);
    report.kept.push(...kept);
  } catch (error) {
    report.kept.push({ table: `what is on ${describeTarget(replica)}`, reason: messageOf(error).replace(/\.$/u, '') });
  }
}

/** A retired table may be all that is left of somebody's rows: it goes only where this run was told so. */
function whyKept({ table, ageMs, forMs }: RetiredTable, settings: Settings, olderThanMs: number): string | null {
  const { kind } = settings.valuesFor(null, table).retired;
  const isGiven = settings.isGiven('retired');
  if (isGiven && kind === 'keep') return 'the option retired says keep';
  if (forMs !== null && ageMs >= forMs) return null;
  if (forMs !== null && !isGiven) return `it is kept for another ${inWords(forMs - ageMs)}`;
  if (kind === 'keep') return 'the option retired says keep';
  if (!isGiven) return 'it is retired, and goes only with `--retired drop`';
  if (ageMs < olderThanMs) return `it was retired ${Math.floor(ageMs / 60_000)} min ago, which is not long enough`;
  return null;
}

/** Rounded up, so that it is over when it is said to be. */
function inWords(ms: number): string {
  const minutes = Math.ceil(ms / 60_000);
  if (minutes < 120) return `${minutes} min`;
  return minutes < 2_880 ? `${Math.ceil(minutes / 60)} h` : `${Math.ceil(minutes / 1_440)} days`;
}

interface Report extends CleanupReport {
  readonly finished: string[];
  readonly carriedOut: string[];
  readonly dropped: string[];
  readonly kept: { table: string; reason: string }[];
}

/**
 * It holds the name lock, so that no new run starts. The changelog is dropped last, because it proves that the rest is ours.
 *
 * @returns whether it was done
 */
async function dropLeftBehind(target: Target, original: TableName, report: Report): Promise<boolean> {
  const { beside, apart } = bothNames(original);
  await using session = await connect(target, 'cleaning up');
  const { dryRun } = report;
  if (!dryRun && !(await askNameLock(session, original))) return false;
  const comments = await readComments(session, [
    apart.ghost,
    apart.retired,
    beside.ghost,
    beside.retired,
    beside.changelog,
  ]);
  const isOurs = (name: TableName, comment: string): boolean =>
    comment !== viewComment && ((name !== apart.retired && name !== beside.retired) || comment === sentryComment);
  const kept = await readKeptName(session, beside);
  const ghosts = [beside, apart].filter(({ ghost }) => kept !== null && comments.has(ghost));
  const ours = [...comments]
    .filter(([name, comment]) => isOurs(name, comment) && !ghosts.some(({ ghost }) => ghost === name))
    .map(([name]) => name)
    // What keeps the name for the retired table makes room for it.
    .filter((name) => ghosts.length === 0 || !isDeepStrictEqual(name, kept));
  report.dropped.push(...ours.map((name) => label(name, target)));
  if (kept !== null && ghosts.length > 0)
    report.kept.push({ table: label(kept, target), reason: 'a revert that is ended leaves it as it was before' });
  if (dryRun) return false;
  if (kept !== null) for (const names of ghosts) await endRevert(session, names, kept);
  if (kept !== null && ghosts.length === 0) await dropSetAside(session, beside, kept);
  await dropUncheckedKeys(session, beside);
  if (comments.has(beside.changelog)) await forgetSwap(session, beside.changelog);
  for (const name of ours) await session.run(dropTable(name));
  if (ours.some(({ schema }) => apart.ownSchemas.includes(schema))) await dropEmptySchemas(session, apart);
  return true;
}

/** What the ghost got at a cutover that did not come about goes, and it is the retired table again. */
async function endRevert(session: Session, names: TableNames, kept: TableName): Promise<void> {
  await forgetSwap(session, names.changelog);
  await dropTriggers(session, names.ghost);
  await dropOwnForeignKeys(session, names.ghost);
  const { sentry } = await whichTableIsWhich(session, names);
  if (sentry) await session.run(dropTable(names.retired));
  await giveBack(session, names, kept);
}

async function dropRetired(
  session: Session,
  target: Target,
  { table, retired }: RetiredTable,
  nameCase: NameCase,
  reason: string | null,
  report: Report,
): Promise<void> {
  // The ledger has the name as the statement wrote it.
  const candidates = tablesMeant(nameCase.spell(table), target).map(bothNames);
  const names = candidates
    .flatMap(({ beside, apart }) => [beside.retired, apart.retired])
    .filter((name) => nameCase.same(label(name, target), retired));
  const [found, ...others] = [...(await readComments(session, names))].flatMap(([name, comment]) =>
    comment === sentryComment || comment === viewComment ? [] : [name],
  );
  if (found === undefined) return;
  if (others.length > 0) report.kept.push({ table: retired, reason: 'two tables could be meant; drop the right one' });
  else if (reason !== null) report.kept.push({ table: retired, reason });
  else if (report.dryRun) report.dropped.push(retired);
  else {
    await session.run(dropTable(found));
    const own = candidates.find(({ apart }) => apart.retired === found)?.apart;
    if (own !== undefined) await dropEmptySchemas(session, own);
    report.dropped.push(retired);
  }
}

function bothNames(original: TableName): { readonly beside: TableNames; readonly apart: TableNames } {
  return { beside: nameTables(original, false), apart: nameTables(original, true) };
}

/** As outcomes name it: with its schema only where that is another one. */
function label({ schema, name }: TableName, target: Target): string {
  return labelOf(schema, name, target.database);
}
