import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sleepUncancelled } from '../../src/support/clock.ts';
import { casesFor, type ServerAddress, testServers } from '../support/servers/index.ts';
import { waitFor } from '../support/wait-for.ts';
import { checkpointOf } from './support/checkpoint.ts';
import { type DoomedProcess, startDoomed } from './support/doomed-process.ts';
import { expectCompleted } from './support/judge.ts';
import type { Change } from './support/request.ts';
import { statements as s } from './support/statements.ts';
import { openTrial, type Trial } from './support/trial.ts';

const atGate = { options: { cutover: 'wait' } } as const;

/** What the next run makes of the work, while a checkpoint of the run before is on its way. */
const nextRuns: Readonly<Record<string, Partial<Change>>> = {
  'goes on': atGate,
  'starts afresh': { ...atGate, alter: 'ALTER TABLE t MODIFY n BIGINT, ADD COLUMN added INT, ADD COLUMN more INT' },
};

/*
 * A run is stopped when it has sent a checkpoint that the server has not got yet, and loses the name lock. The connection that
 * sent it is one of those that its status does not name, because they were opened after it was written.
 */
describe('a checkpoint that comes late is not taken, where the next run', { concurrency: 2 }, () => {
  for (const server of testServers()) {
    describe(`on ${server.name}`, { concurrency: 1 }, () => {
      for (const [name, change] of casesFor(server, Object.entries(nextRuns)))
        it(name, () => comesLate(server, change));
    });
  }
});

async function comesLate(server: ServerAddress, change: Partial<Change>): Promise<void> {
  await using trial = await openTrial(server);
  await using sleeper = startDoomed(trial, atGate);
  await waitFor(async () => (await checkpointOf(trial))?.watermark?.upTo === null, {
    timeoutMs: 60_000,
    what: 'a checkpoint of the whole copy',
  });
  const { wire, release } = await trial.tap.holdStatement(s.checkpoint);
  await stopIdle(trial, sleeper);
  const sleeping = (await checkpointOf(trial))?.migrationId;
  await trial.query(
    `UPDATE t_ghc SET body = JSON_SET(body, '$.connections', JSON_ARRAY()), mark = mark + 1 WHERE id = 2`,
  );
  const holder = trial.tap.wires.find(({ statements }) => statements.some((text) => s.takeNameLock.test(text)));
  assert.ok(holder !== undefined);
  await trial.kill(holder.connectionId);

  const run = trial.migrate(change);
  await run.until('copying');
  const isTaken = async (): Promise<boolean> =>
    ![undefined, sleeping].includes((await checkpointOf(trial))?.migrationId);
  await waitFor(isTaken, { timeoutMs: 60_000, what: 'a checkpoint of the next run' });
  const answered = wire.hears('Rows matched: ');
  release();
  await answered;
  assert.notEqual((await checkpointOf(trial))?.migrationId, sleeping, 'the checkpoint of the run before was written');
  await sleeper.kill();
  await trial.command('cutover');
  await expectCompleted(trial, run);
}

/** A transaction that stays open would keep the next run from the ghost until the server ends its connection. */
async function stopIdle(trial: Trial, sleeper: DoomedProcess): Promise<void> {
  const isIdle = async (): Promise<boolean> => {
    sleeper.stop();
    // Within 100 ms the server tells again what it has told before.
    await sleepUncancelled(150);
    const open = await trial.query('SELECT trx_mysql_thread_id AS id FROM information_schema.INNODB_TRX');
    const own = trial.tap.wires.map(({ connectionId }) => connectionId);
    if (!open.some(({ id }) => own.includes(Number(id)))) return true;
    sleeper.wake();
    return false;
  };
  await waitFor(isIdle, { timeoutMs: 60_000, what: 'the run to be asleep without a transaction' });
}
