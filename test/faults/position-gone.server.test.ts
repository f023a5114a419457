import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type RunningServer, startServer } from '../support/servers/index.ts';
import { keptBy, killInTheMiddle } from './support/checkpoint.ts';
import { expectCompleted } from './support/judge.ts';
import type { Run } from './support/run.ts';
import { statements as s } from './support/statements.ts';
import { openTrial, type Trial } from './support/trial.ts';

const names = ['mysql-9.7', 'mariadb-10.11'] as const;
const rows = 30_000;

describe('what a dead run has copied', { concurrency: 2 }, () => {
  for (const name of names) {
    describe(`on ${name}`, { concurrency: 1 }, () => {
      let server: RunningServer;
      before(async () => {
        server = await startServer({ name, durable: true });
      });
      after(() => server[Symbol.asyncDispose]());

      it('is kept where the server was killed', () => serverKilled(server));
      it('is compared where the binary logs are purged', () => compared(server, purge));
      it('is compared where the binary logs begin anew', () => compared(server, reset));
      it('is compared where the table was rebuilt', () =>
        compared(server, (trial) => run(trial, 'ALTER TABLE t FORCE')));
      it('is compared where the table was emptied and filled again', () => compared(server, refill));
      it('is compared where somebody has written to the ghost', () => compared(server, meddle));
    });
  }
});

async function serverKilled(server: RunningServer): Promise<void> {
  await using trial = await openTrial(server, { rows });
  const held = trial.tap.holdStatement(s.verify);
  const first = trial.migrate();
  const { release } = await first.reach(held);
  await server.kill();
  release();
  await server.restart();
  const failed = await first.outcome;
  assert.equal(failed.tableState, 'unchanged');
  assert.match(failed.error?.hint ?? '', /is kept/u);
  const second = trial.migrate();
  const outcome = await expectCompleted(trial, second);
  assert.equal(outcome.resumed, true);
  assert.deepEqual(comparisonsOf(second), []);
}

async function compared(server: RunningServer, meanwhile: (trial: Trial) => Promise<void>): Promise<void> {
  await using trial = await openTrial(server, { rows });
  await killInTheMiddle(trial);
  await meanwhile(trial);
  const second = trial.migrate();
  const outcome = await expectCompleted(trial, second);
  assert.equal(outcome.resumed, true);
  assert.notEqual(keptBy(second), null);
  assert.equal(comparisonsOf(second).length, 1, JSON.stringify(second.events.filter(({ type }) => type === 'notice')));
}

async function purge(trial: Trial): Promise<void> {
  await run(trial, 'FLUSH BINARY LOGS');
  const logs = await trial.query('SHOW BINARY LOGS');
  await run(trial, `PURGE BINARY LOGS TO '${String(logs.at(-1)?.Log_name)}'`);
}

async function reset(trial: Trial): Promise<void> {
  await run(trial, trial.server.flavor === 'mysql' ? 'RESET BINARY LOGS AND GTIDS' : 'RESET MASTER');
}

async function refill(trial: Trial): Promise<void> {
  await trial.writers.stop();
  await run(trial, 'TRUNCATE t');
  await run(trial, 'INSERT INTO t SELECT * FROM control WHERE id > 100');
  await run(trial, 'DELETE FROM control WHERE id <= 100');
}

/** And the binary log of it is gone. */
async function meddle(trial: Trial): Promise<void> {
  await run(trial, 'DELETE FROM t_gho WHERE id IN (7, 8, 9)');
  await run(trial, 'UPDATE t_gho SET v = 5 WHERE id = 10');
  await purge(trial);
}

async function run(trial: Trial, statement: string): Promise<void> {
  await trial.query(statement);
}

/** What it has said of chunks that were compared. */
function comparisonsOf({ events }: Run): readonly string[] {
  return events.flatMap((event) =>
    event.type === 'notice' && /were compared/u.test(event.message) ? [event.message] : [],
  );
}
