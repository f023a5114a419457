import { waitFor } from '../../support/wait-for.ts';
import type { Trial } from './trial.ts';

/** The server keeps a log for as long as somebody reads it, and does not say so: a reader that died is noticed only after a while. */
export async function purgeLogs(trial: Trial): Promise<void> {
  await trial.query('FLUSH BINARY LOGS');
  await waitFor(
    async () => {
      const files = await trial.query('SHOW BINARY LOGS');
      await trial.query(`PURGE BINARY LOGS TO '${String(files.at(-1)?.Log_name)}'`);
      return (await trial.query('SHOW BINARY LOGS')).length === 1;
    },
    { timeoutMs: 30_000, what: 'the server to let go of its binary logs' },
  );
}
