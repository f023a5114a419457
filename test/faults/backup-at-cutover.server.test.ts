import { after, before, describe, it } from 'node:test';
import { type RunningServer, startServer } from '../support/servers/index.ts';
import { waitFor } from '../support/wait-for.ts';
import { expectCompleted } from './support/judge.ts';
import { statements as s } from './support/statements.ts';
import { openTrial } from './support/trial.ts';

/** What MariaDB lets go before a RENAME that has the tables already. The last statement waits for the lock of the cutover. */
const comers: Readonly<Record<string, { readonly lock: readonly string[]; readonly unlock: string }>> = {
  'FLUSH TABLES WITH READ LOCK': { lock: ['FLUSH TABLES WITH READ LOCK'], unlock: 'UNLOCK TABLES' },
  'a backup': {
    lock: ['BACKUP STAGE START', 'BACKUP STAGE FLUSH', 'BACKUP STAGE BLOCK_DDL'],
    unlock: 'BACKUP STAGE END',
  },
  'SET GLOBAL read_only': { lock: ['SET GLOBAL read_only = ON'], unlock: 'SET GLOBAL read_only = OFF' },
};

/** Seen to fail without the reader that stands in line behind the RENAME (no `openSecond`): the first always, the last one at times. */
describe('on mariadb-10.11, after the last look and before UNLOCK', () => {
  let server: RunningServer;
  before(async () => {
    server = await startServer({ name: 'mariadb-10.11' });
  });
  after(() => server[Symbol.asyncDispose]());
  for (const [what, { lock, unlock }] of Object.entries(comers)) {
    it(`${what} comes first, and no write is lost`, async () => {
      await using trial = await openTrial(server, { rows: 500, writers: 4 });
      const unlocking = trial.tap.holdStatement(s.unlock);
      const run = trial.migrate();
      const { release } = await run.reach(unlocking);
      const other = await trial.connect();
      let isLocked = false;
      const locked = (async () => {
        for (const statement of lock) await other.query(statement);
        isLocked = true;
      })();
      const isInLine = async (): Promise<boolean> =>
        isLocked || (await trial.query('SHOW PROCESSLIST')).some(({ State }) => State === 'Waiting for backup lock');
      await waitFor(isInLine, { timeoutMs: 10_000, what: `${what} to wait` });
      release();
      await locked;
      await other.query(unlock);
      await other.end();
      await expectCompleted(trial, run);
    });
  }
});
