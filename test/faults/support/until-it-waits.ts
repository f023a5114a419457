import { waitFor } from '../../support/wait-for.ts';
import type { Trial } from './trial.ts';

/** Resolves when this session waits for a table that somebody else has open. */
export async function untilItWaits(trial: Trial, connectionId: number): Promise<void> {
  await waitFor(
    async () => {
      const [row] = await trial.query(
        `SELECT STATE AS state FROM information_schema.PROCESSLIST WHERE ID = ${connectionId}`,
      );
      return /waiting for table metadata lock/iu.test(String(row?.state));
    },
    { timeoutMs: 5_000, what: 'the session to wait for a lock', everyMs: 5 },
  );
}
