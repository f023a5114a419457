import { describe, it } from 'node:test';
import { expectCompleted } from '../faults/support/judge.ts';
import { openTrial } from '../faults/support/trial.ts';
import { endXa, leavePrepared, prepareXa } from '../support/prepared-xa.ts';
import { startServer, testServers } from '../support/servers/index.ts';
import { keepBusy, starve } from './support/starved-session.ts';

const transactions = 240;
const sessions = 12;

/**
 * I1 for XA. MariaDB gives the commit of a prepared XA transaction to the binlog and to the engine in no order with the commits
 * of others, so that a heartbeat proves nothing about it.
 * Seen to fail on MariaDB with the wait for them taken out of `readChanges` (4 or 5 rows of 240, each of three runs).
 */
describe('XA transactions whose commits are slow', { concurrency: 1 }, () => {
  for (const { name, flavor } of testServers().filter((server) => ['mysql', 'mariadb'].includes(server.name))) {
    it(`are not re-read before they are visible, on ${name}`, async () => {
      await using server = await startServer({ name: flavor === 'mysql' ? 'mysql-9.7' : 'mariadb-10.11' });
      await using trial = await openTrial(server, { writers: 0, rows: 500 });
      const run = trial.migrate({ options: { cutover: 'wait', verify: 'off' } });
      await run.until('waiting_for_cutover');
      const observer = await trial.connect();
      for (let id = 1; id <= transactions; id++) {
        const session = await trial.connect();
        const updates = ['t', 'control'].map((table) => `UPDATE ${table} SET v = 'prepared' WHERE id = ${id}`);
        await prepareXa(session, xidOf(id), updates);
        await leavePrepared(session, observer);
      }
      await keepBusy(() => trial.connect());
      const committers = await Promise.all(Array.from({ length: sessions }, () => trial.connect()));
      await Promise.all(
        committers.map(async (session, first) => {
          await starve(session, flavor);
          for (let id = first + 1; id <= transactions; id += sessions) await endXa(session, 'COMMIT', xidOf(id));
        }),
      );
      await trial.command('cutover');
      await expectCompleted(trial, run);
    });
  }
});

function xidOf(id: number): string {
  return `'x${id}'`;
}
