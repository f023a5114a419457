import type { FinishedSwap } from '../../engine/cutover/finish-swap.ts';
import { findMigrations } from '../../engine/run/control.ts';
import { connect } from '../../mysql/session.ts';
import type { Target } from '../../mysql/target.ts';
import type { Settings } from '../options/settings.ts';
import { labelOf } from '../statements/file-statement.ts';
import { finishStatements } from './finish-statements.ts';
import { finishUnsaid } from './finish-unsaid.ts';
import type { Ledger } from './ledger.ts';
import { databasesOf } from './places.ts';

/**
 * Finishes the swaps of runs that died before they could say that the tables were swapped, and writes them to the ledger. Those
 * that died once all was done are closed there. So it is with statements that the server carries out by itself.
 *
 * @param isMeant whether it is to be finished, by the label of its table
 */
export async function finishSwaps(
  target: Target,
  isMeant: (label: string) => boolean,
  settings: Settings,
  ledger: Ledger,
  signal: AbortSignal,
): Promise<FinishedSwap[]> {
  await using session = await connect(target, 'looking for swaps that are not finished');
  const finished: FinishedSwap[] = [];
  const found = await findMigrations(session, databasesOf(target, settings, await ledger.labels(session)));
  // Those whose changelog is there still are finished below, with what is left to do for them.
  const open = found.map(({ migration }) => migration.migrationId);
  finished.push(...(await finishUnsaid(session, target, isMeant, open, ledger)));
  // Where there is no ledger yet nothing is to be closed.
  await ledger.closeSilent(open).catch(() => undefined);
  for (const { original, migration } of found) {
    const label = labelOf(original.schema, original.name, target.database);
    if (!migration.mayBeSwapped || !isMeant(label)) continue;
    // Loaded only where there is something to finish: it brings the engine with it.
    const { finishSwap } = await import('../../engine/cutover/finish-swap.ts');
    const changelog = { schema: original.schema, name: migration.changelog };
    const swap = await finishSwap(
      { ...target, database: original.schema },
      changelog,
      ({ migrationId, outcome, wayBack, reverts }) =>
        ledger.finish(migrationId, { ...outcome, table: label }, { wayBack, reverts }),
      signal,
    );
    if (swap !== null) finished.push({ ...swap, outcome: { ...swap.outcome, table: label } });
  }
  finished.push(...(await finishStatements(target, isMeant, ledger)));
  return finished;
}
