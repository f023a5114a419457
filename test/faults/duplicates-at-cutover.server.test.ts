import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { change } from '../invariants/support/moments.ts';
import { type ServerAddress, testServers } from '../support/servers/index.ts';
import { expectFailed } from './support/judge.ts';
import { attemptsOf } from './support/run.ts';
import { statements as s } from './support/statements.ts';
import { openTrial, type Staging } from './support/trial.ts';

const uniqueN = 'ALTER TABLE t ADD UNIQUE KEY one_n (n), ADD COLUMN added INT NOT NULL DEFAULT 7';
const staging = { writers: 0, rows: 500 };

/** Rows that the copy meets first: no probe can count them, or none has. */
const met: readonly { what: string; flavor: ServerAddress['flavor']; staging: Partial<Staging>; alter: string }[] = [
  {
    what: 'arrays that have a value in common',
    flavor: 'mysql',
    staging: {
      besides: [
        'ALTER TABLE § ADD COLUMN j JSON',
        "UPDATE § SET j = IF(id = 1, '[1, 2, 3]', '[3, 4]') WHERE id IN (1, 2)",
      ],
    },
    alter:
      "ALTER TABLE t ADD UNIQUE KEY one ((CAST(j->'$' AS UNSIGNED ARRAY))), MODIFY n BIGINT, ADD COLUMN added INT NOT NULL DEFAULT 7",
  },
  {
    what: 'periods that overlap',
    flavor: 'mariadb',
    staging: {
      besides: [
        "ALTER TABLE § ADD COLUMN a DATE NOT NULL DEFAULT '2020-01-01', ADD COLUMN b DATE NOT NULL DEFAULT '2020-02-01', ADD PERIOD FOR p (a, b)",
        'UPDATE § SET n = 1 WHERE id = 2',
      ],
    },
    alter: 'ALTER TABLE t ADD UNIQUE KEY one (n, p WITHOUT OVERLAPS), ADD COLUMN added INT NOT NULL DEFAULT 7',
  },
];

/** Writers must not wait for a swap that rows forbid: the table is locked only when no row is known to be in the way. */
describe('two rows that a new unique key takes for one', { concurrency: 2 }, () => {
  for (const server of testServers()) {
    for (const { what, alter, ...own } of met.filter(({ flavor }) => flavor === server.flavor)) {
      it(`${what}, on ${server.name}`, async () => {
        await using trial = await openTrial(server, { ...staging, ...own.staging });
        const run = trial.migrate({ alter });
        await expectFailed(trial, run, 'duplicate-rows');
        assert.equal(attemptsOf(run), 0);
      });
    }
    it(`of which one comes at the gate, on ${server.name}`, () => atTheGate(server));
    it(`of which one comes before the lock is had, on ${server.name}`, () => beforeTheLock(server));
  }
});

/** Seen to fail with `catchUp` not waiting for blocked keys. */
async function atTheGate(server: ServerAddress): Promise<void> {
  await using trial = await openTrial(server, staging);
  const run = trial.migrate({ alter: uniqueN, options: { cutover: 'wait' } });
  await run.until('waiting_for_cutover');
  await change(trial, "INSERT INTO § (u, v, n) VALUES (NULL, 'twice', 5)");
  await trial.command('cutover');
  await expectFailed(trial, run, 'duplicate-rows');
  assert.equal(attemptsOf(run), 0);
}

/** Seen to fail with `applyAllThrough` trying until its time is over. */
async function beforeTheLock(server: ServerAddress): Promise<void> {
  await using trial = await openTrial(server, staging);
  const lockBudgetMs = 20_000;
  const locking = trial.tap.holdStatement(s.lock);
  const run = trial.migrate({ alter: uniqueN, options: { verify: 'off', lockBudgetMs } });
  const { release } = await run.reach(locking);
  await change(trial, "INSERT INTO § (u, v, n) VALUES (NULL, 'twice', 5)");
  release();
  const outcome = await expectFailed(trial, run, 'duplicate-rows');
  assert.equal(attemptsOf(run), 1);
  assert.ok(outcome.lockedMs < lockBudgetMs / 4, `writers waited ${outcome.lockedMs} ms`);
}
