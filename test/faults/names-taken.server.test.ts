import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { casesFor, type ServerAddress, testServers } from '../support/servers/index.ts';
import { keptBy } from './support/checkpoint.ts';
import { expectCompleted, expectFailed } from './support/judge.ts';
import { openTrial, type Trial } from './support/trial.ts';

/* A name that only the swap needs is taken while a copy waits: the copy is kept until it is free again. */

const takers = { table: 'TABLE t_del (id INT)', view: 'VIEW t_del AS SELECT 1 AS one' };

describe('somebody takes the name of the retired table', { concurrency: 2 }, () => {
  for (const server of testServers()) {
    for (const [kind, taker] of casesFor(server, Object.entries(takers))) {
      it(`${server.name}: a ${kind}, between two runs`, () => betweenRuns(server, taker));
      it(`${server.name}: a ${kind}, at the gate`, () => atTheGate(server, taker));
    }
    it(`${server.name}: a view, which has the ghost’s`, () => ghostsName(server));
  }
});

async function betweenRuns(server: ServerAddress, taker: string): Promise<void> {
  await using trial = await openTrial(server, { writers: 0 });
  const first = await trial.migrate({ options: { cutover: 'wait', gate: 'yield' } }).outcome;
  assert.equal(first.state, 'yielded');
  await trial.query(`CREATE ${taker}`);
  const { error } = await expectFailed(trial, trial.migrate(), 'leftover-tables');
  assert.match(error?.message ?? '', /^t_del exists and Ghostship needs the name/u);
  await freed(trial, taker);
}

async function atTheGate(server: ServerAddress, taker: string): Promise<void> {
  await using trial = await openTrial(server, { writers: 0 });
  const run = trial.migrate({ options: { cutover: 'wait' } });
  await run.until('waiting_for_cutover');
  await trial.query(`CREATE ${taker}`);
  await trial.command('cutover');
  await expectFailed(trial, run, 'leftover-tables');
  await freed(trial, taker);
}

async function ghostsName(server: ServerAddress): Promise<void> {
  await using trial = await openTrial(server, { writers: 0 });
  assert.equal((await trial.migrate({ options: { cutover: 'wait', gate: 'yield' } }).outcome).state, 'yielded');
  await trial.query('RENAME TABLE t_gho TO away');
  await trial.query('CREATE VIEW t_gho AS SELECT * FROM away');
  const { error } = await expectFailed(trial, trial.migrate(), 'leftover-tables');
  const advised = /`` (DROP VIEW .+) `` drops it/u.exec(error?.hint ?? '')?.[1];
  assert.ok(advised !== undefined, error?.hint);
  await trial.query(advised);
  await trial.query('RENAME TABLE away TO t_gho');
  const run = trial.migrate();
  assert.equal((await expectCompleted(trial, run)).resumed, true);
}

/** The next run has all rows of the one before. */
async function freed(trial: Trial, taker: string): Promise<void> {
  await trial.query(`DROP ${taker.split(' ', 2).join(' ')}`);
  const run = trial.migrate();
  const outcome = await expectCompleted(trial, run);
  assert.equal(keptBy(run), outcome.verified?.rows);
}
