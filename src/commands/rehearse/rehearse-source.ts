import { describeTarget, type Target } from '../../mysql/target.ts';
import { toGhostshipError } from '../known-error.ts';
import { assumeBaseline } from '../ledger/baseline.ts';
import type { CompletedStatement } from '../ledger/completed-statement.ts';
import { Ledger } from '../ledger/ledger.ts';
import { refuseOtherEnvironment } from '../ledger/ledger-environment.ts';
import {
  findPending,
  readStatements,
  refuse,
  type SourceWork,
  unfitStatements,
  unreadable,
} from '../migrate/pending.ts';
import type { ObserveRun } from '../migrate/run-event.ts';
import { describeError, type RunOutcome, runOutcome } from '../migrate/run-outcome.ts';
import { requireReplica } from '../options/settings.ts';
import type { Source } from '../statements/source.ts';
import type { RehearsalRun } from './rehearsal-run.ts';

/**
 * Rehearses the statements that the ledger does not have as completed, one after the other, on the test replica. One that fails, or
 * that the merge would refuse, does not stop the others, because no table is changed. The ledger is read on the replica, and nothing is written to it.
 *
 * @throws GhostshipError `bad-target` if there is no replica
 */
export async function rehearseSource(
  work: SourceWork,
  observe: ObserveRun,
  signal: AbortSignal,
): Promise<RehearsalRun> {
  const startedAt = new Date();
  const { settings } = work;
  const given = requireReplica(settings);
  const replica: Target = { ...given, database: settings.home ?? given.database };
  const refused = (outcome: RunOutcome): RehearsalRun => ({
    ...outcome,
    replica: describeTarget(replica),
    migrations: outcome.migrations.map((one) => ({ ...one, rehearsal: null })),
  });
  const readLedger = async (source: Source): Promise<CompletedStatement[]> => {
    await refuseOtherEnvironment(given, settings.values.environment);
    const completed = await new Ledger(given, settings.values.namespace).completed();
    return [...completed, ...assumeBaseline(source, settings.values.baseline, completed)];
  };
  const read = await readStatements(work, given, readLedger, startedAt, 'stands alone');
  if (read.kind === 'ended') return refused(read.outcome);
  try {
    const left = await findPending(read, read.completed, settings, given);
    const faults = [...unfitStatements(left.pending), ...(left.kind === 'refused' ? left.faults : [])];
    const statements = left.kind === 'refused' ? left.statements : left.pending;
    const fault = unreadable(read.source);
    for (const statement of left.applied) observe({ type: 'already-applied', statement });
    if (statements.length === 0) return refused(runOutcome(startedAt, [], fault));
    // Loaded only where there is something to do: it brings the engine with it.
    const { rehearseStatements } = await import('./rehearse-statements.ts');
    const outcomes = await rehearseStatements({ statements, faults }, replica, settings, observe, signal);
    const outcome = runOutcome(startedAt, outcomes, fault);
    const error = fault === null ? outcome.error : describeError(fault);
    return { ...outcome, error, replica: describeTarget(replica), migrations: outcomes };
  } catch (error) {
    return refused(refuse(startedAt, read.statements, [{ statement: read.first, error: toGhostshipError(error) }]));
  }
}
