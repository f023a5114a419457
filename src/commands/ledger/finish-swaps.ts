import type { FinishedSwap } from '../../engine/cutover/finish-swap.ts';
import { findMigrations } from '../../engine/run/control.ts';
import { connect } from '../../mysql/session.ts';
import type { Target } from '../../mysql/target.ts';
import type { Settings } from '../options/settings.ts';
import { labelOf } from '../statements/file-statement.ts';
import type { Ledger } from './ledger.ts';
import { databasesOf } from './places.ts';

/**
 * Finishes the swaps of runs that died before they could say that the tables were swapped, and writes them to the ledger.
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
  for (const { original, migration } of await findMigrations(
    session,
    databasesOf(target, settings, await ledger.labels(session)),
  )) {
    const label = labelOf(original.schema, original.name, target.database);
    if (migration.alive || !migration.swapped || !isMeant(label)) continue;
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
  return finished;
}
