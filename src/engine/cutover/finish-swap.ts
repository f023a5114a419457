import { openChangeStream } from '../../binlog/change-stream.ts';
import type { Position } from '../../binlog/position.ts';
import { askCharsets } from '../../mysql/charsets.ts';
import { readCreateStatement } from '../../mysql/inspect-table.ts';
import type { Target } from '../../mysql/target.ts';
import { changelogKey, changelogWidth } from '../../sql/changelog.ts';
import { dropTable } from '../../sql/ghost.ts';
import type { TableName } from '../../sql/inspect.ts';
import { GhostshipError } from '../../support/errors.ts';
import type { Outcome } from '../outcome.ts';
import { dropOwnForeignKeys } from '../relations/foreign-keys.ts';
import { Triggers } from '../relations/triggers.ts';
import { outwaitLastRun } from '../resume/adopt-ghost.ts';
import { describeWayBack } from '../resume/describe-way-back.ts';
import { columnsIn, readSwapRecord, recordSwap, type SwapRecord } from '../run/swap-record.ts';
import { lookAtSwap, type SwapSight, swapUnclear } from '../run/swap-sight.ts';
import { type ControlConnection, openControlConnection } from '../tables/control-connection.ts';
import { dropEmptySchemas } from '../tables/ghost.ts';
import { takeNameLock } from '../tables/name-lock.ts';
import { dropSetAside } from '../tables/retired-ghost.ts';
import { retiredLabel } from '../tables/table-names.ts';
import type { WayBack } from '../way-back.ts';
import { changesLost } from './swap-witness.ts';

/** The binlog from the lock to the swap is short. */
const proveWithinMs = 60_000;

export interface FinishedSwap {
  /** Of the run that died. */
  readonly migrationId: string;
  readonly outcome: Outcome;
  readonly notices: readonly string[];
  /** Where the retired table stays. */
  readonly wayBack: WayBack | null;
  /** The ledger's id of the migration that it has reverted. */
  readonly reverts: string | null;
}

/**
 * Finishes what a run that died after its swap has left: names of triggers, foreign keys of the retired table, and that table
 * itself. It can be interrupted and called again at every point, because the changelog goes last.
 *
 * @param tell is called with the outcome before anything is changed, so that the ledger has it first
 * @returns `null` where the tables were not swapped, or where somebody else is at work on the table
 * @throws GhostshipError `rows-differ` where the retired table has changes that the altered table lacks; `cutover-unconfirmed` where
 * the tables do not tell whether they were swapped
 */
export async function finishSwap(
  target: Target,
  changelog: TableName,
  tell: (swap: FinishedSwap) => Promise<void>,
  signal: AbortSignal,
): Promise<FinishedSwap | null> {
  await using control = await openControlConnection(target);
  const record = await readSwapRecord(control.session, changelog);
  if (record === null) return null;
  const { names, migrationId } = record;
  await using nameLock = await takeNameLock(control.sessions, names.original).catch((error: unknown) => {
    if (error instanceof GhostshipError && error.code === 'already-running') return null;
    throw error;
  });
  if (nameLock === null) return null;
  const waited: string[] = [];
  await outwaitLastRun({ target, session: control.session }, changelog, (told) => waited.push(told), signal);
  const sight = await lookAtSwap(control.session, record);
  if (sight.state === 'unclear') throw swapUnclear(names, migrationId);
  if (sight.state === 'not swapped') return null;
  // From here on they change for what is done here, too.
  await recordSwap(control.session, { ...record, isSwapped: true });
  // It was dropped only after the proof.
  const isThere = sight.retired !== 'gone' && sight.retired !== 'other';
  const lost = isThere ? await countLost(target, control, record, signal) : 0;
  if (lost !== null && lost > 0) throw changesLost(names, lost);
  const isTouched = sight.retired === 'changed' || sight.altered === 'changed' || sight.altered === 'gone';
  const keeps = isThere && (record.keepsRetired || lost === null || isTouched);
  const outcome = { ...record.outcome, retired: keeps ? retiredLabel(record.names) : null, resumed: true };
  const isAsMade =
    keeps &&
    sight.altered !== 'gone' &&
    columnsIn(await readCreateStatement(control.session, names.original)) === record.columns.after;
  const wayBack = isAsMade ? await describeWayBack(control.session, control.server.flavor, record) : null;
  const found = noticesOf(record, lost, sight, keeps);
  const swap = { migrationId, outcome, notices: found, wayBack, reverts: record.reverts ?? null };
  await tell(swap);
  const triggers = new Triggers(names, record.triggers);
  const notices =
    sight.altered === 'gone'
      ? []
      : await (sight.altered === 'changed' ? await triggers.thoseOnAltered(control.session) : triggers).giveNames(
          control.sessions,
          signal,
        );
  if (isThere) await dropOwnForeignKeys(control.session, names.retired);
  if (isThere && !keeps) await control.session.run(dropTable(names.retired));
  await dropSetAside(control.session, names, null);
  await dropEmptySchemas(control.session, names);
  await control.session.run(dropTable(names.changelog));
  return { ...swap, notices: [...waited, ...swap.notices, ...notices] };
}

/** Changes that only the retired table has; `null` where the binlog cannot tell any more. */
async function countLost(
  target: Target,
  { server, session }: ControlConnection,
  record: SwapRecord,
  signal: AbortSignal,
): Promise<number | null> {
  if (record.sealedAt === null) return null;
  const { original, ghost, changelog } = record.names;
  const watched = {
    original: { table: original, key: record.key, width: record.width },
    changelog: { table: changelog, key: changelogKey, width: changelogWidth },
    ghost,
    nameCase: server.nameCase,
    marksAfter: 0,
    preparedBefore: 'ended' as const,
    isUnlogged: false,
  };
  const limited = AbortSignal.any([signal, AbortSignal.timeout(proveWithinMs)]);
  try {
    const from: Position = record.sealedAt;
    await using stream = await openChangeStream(target, from, watched, await askCharsets(session), limited);
    return await stream.changesAtSwap(limited);
  } catch (error) {
    if (signal.aborted) throw error;
    return null;
  }
}

function noticesOf(record: SwapRecord, lost: number | null, sight: SwapSight, keeps: boolean): string[] {
  const { original, retired } = record.names;
  const label = retiredLabel(record.names);
  const isKeptForTouch = keeps && !record.keepsRetired && lost !== null;
  return [
    `The tables were swapped by a run that died before it could say so. What it had left to do for ${original.name} is done now.`,
    ...(lost === null
      ? [`The binary log could not be read up to the swap, so ${label}, the table as it was before, is kept.`]
      : []),
    ...(sight.altered === 'gone' ? [`Somebody has renamed or dropped ${original.name} since.`] : []),
    ...(sight.altered === 'changed' || sight.altered === 'altered in place'
      ? [`Somebody has altered or replaced ${original.name} since. It is left as it is.`]
      : []),
    ...(sight.retired === 'changed' ? [`Somebody has altered or replaced ${label} since.`] : []),
    ...(sight.retired === 'other'
      ? [`${retired.name} is not known to be the table as it was before, and is left as it is.`]
      : []),
    ...(isKeptForTouch ? [`So ${label}, the table as it was before, is kept.`] : []),
  ];
}
