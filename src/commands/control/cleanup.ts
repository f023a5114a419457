import type { FinishedSwap } from '../../engine/cutover/finish-swap.ts';
import { refuseTargetOf } from '../../engine/preflight/target.ts';
import { dropDeadRehearsals } from '../../engine/rehearsal/drop-dead.ts';
import { findMigrations } from '../../engine/run/control.ts';
import { askNameCase, spellDatabase } from '../../mysql/name-case.ts';
import { connect, type Session } from '../../mysql/session.ts';
import { describeTarget, type Target } from '../../mysql/target.ts';
import { messageOf } from '../../support/errors.ts';
import { finishSwaps } from '../ledger/finish-swaps.ts';
import { Ledger } from '../ledger/ledger.ts';
import { refuseOtherEnvironment } from '../ledger/ledger-environment.ts';
import { databasesOf } from '../ledger/places.ts';
import { readUnconfirmed } from '../ledger/sent-statements.ts';
import { takeOver } from '../ledger/take-over.ts';
import { isAtWork, whatBecame } from '../ledger/what-became.ts';
import { requireTarget, type Settings } from '../options/settings.ts';
import { type CleanupReport, label, type Report } from './cleanup-report.ts';
import { dropDeadClones } from './drop-dead-clones.ts';
import { dropLeftBehind } from './drop-left-behind.ts';
import { dropRetired, whyKept } from './drop-retired.ts';

export interface CleanupWork {
  /** Tells what would be done, and does nothing. */
  readonly dryRun: boolean;
  /** Whether the connections of a migration whose process is gone are ended first. Then one that has yielded is removed as well. */
  readonly takesOver: boolean;
  /** Only retired tables of this age are dropped. */
  readonly olderThanMs: number;
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
    // What becomes of it the finishing decides.
    if (dryRun && report.finished.some((one) => nameCase.same(one, entry.table))) continue;
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
