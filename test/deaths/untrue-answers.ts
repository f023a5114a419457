import { lockName } from '../../src/engine/tables/table-names.ts';
import { isAltered } from '../faults/support/judge.ts';
import type { Trial } from '../faults/support/trial.ts';
import type { Ended } from '../network/child.ts';
import { waitFor } from '../support/wait-for.ts';

/**
 * What a run said of the table in the end, where that is not so; otherwise `null`.
 *
 * @param wasAltered before the run
 */
export async function untrueEnd(trial: Trial, wasAltered: boolean, { exitCode, said }: Ended): Promise<string | null> {
  const isNow = await isAltered(trial);
  const changed = isNow && !wasAltered;
  if (exitCode === 0 && !isNow) return `ended with 0, and the table is not altered: ${said.slice(-200)}`;
  if (exitCode === 75 && changed) return `yielded, and the table is altered: ${said.slice(-200)}`;
  if (exitCode === 3) return `a person must look, and nothing was wrong: ${said.slice(-400)}`;
  if (exitCode === 1 && changed && /is as it was/u.test(said))
    return `said that the table is as it was: ${said.slice(-400)}`;
  return null;
}

/** What `status` says of the table after a death, where that is not so; otherwise `null`. */
export async function untrueStatus(
  trial: Trial,
  askStatus: () => Promise<readonly SaidStatus[]>,
): Promise<string | null> {
  // Until the server has noticed the death, it may carry out what it was sent.
  const name = lockName({ schema: trial.database.name, name: 't' });
  await waitFor(async () => (await trial.query(`SELECT IS_FREE_LOCK('${name}') AS free`))[0]?.free === 1, {
    timeoutMs: 30_000,
    what: 'the name lock of the dead to be free',
  });
  const before = await isAltered(trial);
  const found = (await askStatus()).filter(({ table }) => table === 't');
  if (before !== (await isAltered(trial))) return null;
  const saysChanged = found.some(({ state, swapped }) => swapped || state === 'completed');
  if (saysChanged === before) return null;
  return `status says that t is ${saysChanged ? '' : 'not '}changed: ${JSON.stringify(found).slice(0, 400)}`;
}

/** What is looked at in the answer of `status`. */
export interface SaidStatus {
  readonly table: string;
  readonly state: string;
  readonly swapped: boolean;
}
