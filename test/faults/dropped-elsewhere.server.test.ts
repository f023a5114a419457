import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createDatabase, type ServerAddress, type TestDatabase, testServers } from '../support/servers/index.ts';
import { expectCompleted } from './support/judge.ts';
import { openTrial, type Trial } from './support/trial.ts';
import { untilItWaits } from './support/until-it-waits.ts';

/** The shortest time that a server lets a session wait for a lock. */
const oneWaitMs = 1_000;

describe('a DROP of another table waits for who reads it', { concurrency: 2 }, () => {
  for (const server of testServers()) {
    it(`${server.name}: a migration that begins does not wait`, () => fromTheBeginning(server));
    it(`${server.name}: a migration at its gate is cut over, and writers do not wait`, () => atTheGate(server));
  }
});

async function fromTheBeginning(server: ServerAddress): Promise<void> {
  await using trial = await openTrial(server, { writers: 0 });
  await using elsewhere = await createDatabase(server);
  const end = await dropIn(elsewhere, trial);
  await expectCompleted(trial, trial.migrate());
  await end();
}

async function atTheGate(server: ServerAddress): Promise<void> {
  await using trial = await openTrial(server, { writers: 0 });
  const run = trial.migrate({ options: { cutover: 'wait' } });
  await run.until('waiting_for_cutover');
  await using elsewhere = await createDatabase(server);
  const end = await dropIn(elsewhere, trial);
  const askedAt = performance.now();
  await trial.command('cutover');
  const outcome = await expectCompleted(trial, run);
  assert.ok(performance.now() - askedAt < 4 * oneWaitMs, 'it has waited behind the DROP');
  assert.equal(outcome.attempts, 1);
  await end();
}

/** @returns lets the DROP go on, and resolves when it is done */
async function dropIn(database: TestDatabase, trial: Trial): Promise<() => Promise<void>> {
  const reader = await database.connect();
  await reader.query('CREATE TABLE other (id INT PRIMARY KEY)');
  await reader.query('LOCK TABLES other READ');
  const dropper = await database.connect();
  const dropped = dropper.query('DROP TABLE other');
  await untilItWaits(trial, dropper.threadId);
  return async () => {
    await reader.query('UNLOCK TABLES');
    await dropped;
  };
}
