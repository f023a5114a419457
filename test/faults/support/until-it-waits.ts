import { waitFor } from '../../support/wait-for.ts';
import { processesOf } from './processes.ts';
import type { Trial } from './trial.ts';

/** Resolves when this session waits for a table that somebody else has open. */
export async function untilItWaits(trial: Trial, connectionId: number): Promise<void> {
  await waitFor(
    async () => {
      const processes = await processesOf(trial, connectionId);
      return processes.some(({ state }) => /waiting for table metadata lock/iu.test(state));
    },
    { timeoutMs: 30_000, what: 'the session to wait for a lock', everyMs: 5 },
  );
}
