import type { FinishedSwap } from '../../engine/cutover/finish-swap.ts';
import { readStatus } from '../../engine/run/control.ts';
import type { Target } from '../../mysql/target.ts';
import type { Settings } from '../options/settings.ts';
import { labelOf } from '../statements/file-statement.ts';
import type { Ledger } from './ledger.ts';

/**
 * Finishes the swaps of runs that died before they could say that the tables were swapped, and writes them to the ledger.
 *
 * @param table only of this table; `null` for all in the target's database and in those that the option databases names
 */
export async function finishSwaps(
  target: Target,
  table: string | null,
  settings: Settings,
  ledger: Ledger,
  signal: AbortSignal,
): Promise<FinishedSwap[]> {
  const finished: FinishedSwap[] = [];
  for (const database of new Set([target.database, ...settings.values.databases])) {
    const at = { ...target, database };
    for (const migration of await readStatus(at, table)) {
      if (migration.alive || !migration.swapped) continue;
      // Loaded only where there is something to finish: it brings the engine with it.
      const { finishSwap } = await import('../../engine/cutover/finish-swap.ts');
      const changelog = { schema: database, name: migration.changelog };
      const named = (swap: FinishedSwap): FinishedSwap => ({
        ...swap,
        outcome: { ...swap.outcome, table: labelOf(database, swap.outcome.table, target.database) },
      });
      const swap = await finishSwap(at, changelog, (found) => record(named(found), ledger), signal);
      if (swap !== null) finished.push(named(swap));
    }
  }
  return finished;
}

function record({ migrationId, outcome }: FinishedSwap, ledger: Ledger): Promise<void> {
  return ledger.finish(migrationId, outcome);
}
