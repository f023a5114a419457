import { randomUUID } from 'node:crypto';
import type { Outcome } from '../../engine/outcome.ts';
import { askNameCase, spellDatabase } from '../../mysql/name-case.ts';
import { connect } from '../../mysql/session.ts';
import { digest } from '../../support/digest.ts';
import { toGhostshipError } from '../known-error.ts';
import { tellUnwritten } from '../ledger/end-not-written.ts';
import { finishSwaps } from '../ledger/finish-swaps.ts';
import { Ledger } from '../ledger/ledger.ts';
import { LedgerEntry } from '../ledger/ledger-entry.ts';
import { refuseOtherEnvironment } from '../ledger/ledger-environment.ts';
import type { Origin } from '../ledger/origin.ts';
import { takeOver } from '../ledger/take-over.ts';
import type { ObserveRun } from '../migrate/run-event.ts';
import { failed, type RunOutcome, revertOf, runOutcome } from '../migrate/run-outcome.ts';
import { unforeseen } from '../migrate/run-steps.ts';
import { engineOptions } from '../options/engine-options.ts';
import { requireTarget, type Settings } from '../options/settings.ts';
import { labelOf } from '../statements/file-statement.ts';
import { findOnlyTable, findWayBack, type Revertible } from './find-way-back.ts';

/** A migration that is reverted: what it was, and where it came from. */
export type Found = Pick<Revertible, 'file' | 'ordinal' | 'commit' | 'pullRequest' | 'runUrl'>;

export interface RevertWork {
  /** With its database where that is another one than the target's; `null` for the only one that can be brought back. */
  readonly table: string | null;
  readonly settings: Settings;
  readonly origin: Origin;
  /** Whether the connections of a revert whose process is gone are to be ended. */
  readonly takesOver: boolean;
  /** Is told which migration is reverted, before anything is changed. */
  readonly onFound?: (forward: Found) => void;
}

/**
 * Brings back the table that the last migration of a table has kept, with everything that was written since. A revert that died or
 * yielded is resumed.
 *
 * @throws GhostshipError `cannot-revert` where the ledger knows of no way back, `bad-target`
 */
export async function revert(work: RevertWork, observe: ObserveRun, signal: AbortSignal): Promise<RunOutcome> {
  const startedAt = new Date();
  const { settings } = work;
  const given = requireTarget(settings);
  await refuseOtherEnvironment(given, settings.values.environment);
  await using session = await connect(given, 'looking for the way back');
  const nameCase = await askNameCase(session);
  const target = spellDatabase(given, nameCase);
  const ledger = new Ledger(target);
  const { table: wanted } = work;
  if (work.takesOver) await takeOver(target, wanted === null ? null : [wanted], settings, ledger, signal);
  const isMeant = (label: string): boolean => wanted === null || nameCase.same(label, wanted);
  const swaps = await finishSwaps(target, isMeant, settings, ledger, signal);
  for (const swap of swaps) {
    observe({ type: 'resumed', swap });
    const undone = swap.reverts === null ? undefined : (await ledger.changes()).find(({ id }) => id === swap.reverts);
    if (undone !== undefined) work.onFound?.(undone);
  }
  if (swaps.some(({ outcome }) => outcome.state === 'reverted'))
    return runOutcome(
      startedAt,
      swaps.map(({ outcome }) => outcome),
    );
  const forward = await findWayBack(wanted ?? (await findOnlyTable(session, ledger)), ledger, nameCase);
  work.onFound?.(forward);
  const outcome = await run(forward, work, { ledger, target }, observe, signal);
  return runOutcome(startedAt, [...swaps.map((swap) => swap.outcome), outcome]);
}

async function run(
  forward: Revertible,
  { settings, origin }: RevertWork,
  { ledger, target }: { readonly ledger: Ledger; readonly target: ReturnType<typeof requireTarget> },
  observe: ObserveRun,
  signal: AbortSignal,
): Promise<Outcome> {
  const { table } = forward;
  const { schema, name } = forward.wayBack.table;
  const label = labelOf(schema, name, target.database);
  const id = randomUUID();
  const statement = revertOf(forward.statement);
  const place = { file: null, ordinal: 1, statementCount: 1, statementDigest: digest(statement) };
  await ledger.queue([{ id, statement, table, ...place, ...origin }]);
  const firstRun = runsOfOneMigration * (await ledger.count());
  observe({ type: 'started', statement: { file: null, text: statement }, id, table, number: 1, total: 1 });
  // Loaded only where there is something to do: it brings the engine with it.
  const { revertTable } = await import('../../engine/revert.ts');
  const options = engineOptions(settings.valuesFor(forward.file, name), settings);
  await using entry = new LedgerEntry(ledger, id, forward.id);
  const inWords = (outcome: Outcome): Outcome => {
    const isBeside = outcome.retired === forward.wayBack.retired.name;
    const retired = isBeside ? labelOf(schema, forward.wayBack.retired.name, target.database) : outcome.retired;
    return { ...outcome, table: label, retired };
  };
  const noteDone = (outcome: Outcome): Promise<void> => entry.noteDone(inWords(outcome));
  const request = { target, file: null, statement, migrationId: id, options, forward, firstRun, noteDone };
  const outcome = await revertTable(
    request,
    (event) => {
      entry.note(event);
      observe({ type: 'engine', event });
    },
    signal,
  ).catch((error: unknown) => failed({ file: null, text: statement }, label, toGhostshipError(unforeseen(error))));
  const told = inWords(outcome);
  const complaint = await entry.finish(told);
  if (complaint !== null) {
    const unwritten = { id, label: `the revert of ${label}`, outcome: told, complaint };
    observe({ type: 'warning', message: await tellUnwritten(unwritten, target, settings, ledger) });
  }
  observe({ type: 'finished', outcome: told });
  return told;
}

/** A migration has no more runs than this in one process. Each process has a row in the ledger. */
const runsOfOneMigration = 3;
