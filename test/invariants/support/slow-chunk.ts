import type { Run } from '../../faults/support/run.ts';
import { statements as s } from '../../faults/support/statements.ts';
import type { Trial } from '../../faults/support/trial.ts';
import { waitFor } from '../../support/wait-for.ts';
import { change, heartbeatsPass } from './moments.ts';

/** Ids 1 to this are copied by the chunk. */
export const chunkRows = 500;

/**
 * Starts a migration, and makes a change in the middle of its one chunk: the chunk has read the original as it was and writes the row it concerns only
 * after the change had every chance to be applied.
 *
 * @param statement for one id, written `#`; `§` is the table
 */
export async function migrateWithChangeInChunk(trial: Trial, statement: string): Promise<Run> {
  const copying = trial.tap.holdStatement(s.copyChunk);
  const run = trial.migrate({ options: { verify: 'off' } });
  const { wire, release } = await run.reach(copying);
  const blocker = await trial.connect();
  await blocker.query('BEGIN');
  // The chunk has to wait for it at its first row. After a second it gives up, and reads anew.
  await blocker.query("INSERT INTO t_gho (id, v, added) VALUES (1, 'in the way', 1)");
  release();
  for (let id = 2; id <= chunkRows; id++) {
    const before = await run.reach(untilItWaitsForRow(trial, wire.connectionId));
    await change(trial, statement.replaceAll('#', String(id)));
    await heartbeatsPass(trial);
    if ((await waitingTransaction(trial, wire.connectionId)) === before) break;
  }
  await blocker.query('ROLLBACK');
  return run;
}

function untilItWaitsForRow(trial: Trial, connectionId: number): Promise<string> {
  return waitFor(() => waitingTransaction(trial, connectionId), {
    timeoutMs: 10_000,
    what: 'the chunk to wait for its first row',
  });
}

/** Its number while it waits for a row. Information schema tells the same from a cache that who looks often never renews. */
async function waitingTransaction(trial: Trial, connectionId: number): Promise<string | null> {
  const [status] = await trial.query('SHOW ENGINE INNODB STATUS');
  const transactions = String(status?.Status).split('---TRANSACTION ').slice(1);
  const found = transactions.find((text) => text.includes('LOCK WAIT') && text.includes(`thread id ${connectionId},`));
  return found?.split(',', 1)[0] ?? null;
}
