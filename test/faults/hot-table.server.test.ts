import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type ServerAddress, testServers } from '../support/servers/index.ts';
import { expectCompleted } from './support/judge.ts';
import { openTrial } from './support/trial.ts';

describe('a table whose rows all change all the time', { concurrency: 2 }, () => {
  for (const server of testServers())
    it(`is swapped within its lock budget, on ${server.name}`, () => hotTable(server));
});

/** With the limit of keys that are left for the cutover fixed, it never comes to one. */
async function hotTable(server: ServerAddress): Promise<void> {
  await using trial = await openTrial(server, { writers: 0, rows: 4_000 });
  const session = await trial.connect();
  const run = trial.migrate({ options: { maxRuntimeMs: 120_000 } });
  let isOver = false;
  void run.outcome.then(() => {
    isOver = true;
  });
  while (!isOver) {
    await session.query('BEGIN');
    for (const table of ['t', 'control'])
      await session.query(`UPDATE ${table} SET v = CONCAT('now ', RAND(1)), n = n + 1`);
    await session.query('COMMIT');
  }
  await session.end();
  const outcome = await expectCompleted(trial, run);
  assert.ok(outcome.lockedMs < 3_000, `writers waited ${outcome.lockedMs} ms`);
}
