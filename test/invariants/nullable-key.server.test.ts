import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { expectCompleted, expectNothingLeft, isAltered } from '../faults/support/judge.ts';
import type { Run } from '../faults/support/run.ts';
import { statements as s } from '../faults/support/statements.ts';
import { openTrial, type Trial } from '../faults/support/trial.ts';
import { casesFor, type ServerAddress, testServers } from '../support/servers/index.ts';

/*
 * A unique key whose first column may be NULL serves as migration key while no row has NULL there. A row that has is found by no
 * range of the key: wherever it comes from, the run ends, and the table is as it was.
 */

const columns = 'id INT NULL, u INT NULL, v VARCHAR(60), n INT, UNIQUE KEY by_id (id), KEY by_n (n)';
const stays = 'ALTER TABLE t MODIFY n BIGINT, ADD COLUMN added INT NOT NULL DEFAULT 7';
const alters: readonly (readonly [string, string])[] = [
  ['becomes NOT NULL', 'ALTER TABLE t MODIFY id INT NOT NULL, ADD COLUMN added INT NOT NULL DEFAULT 7'],
  [
    'becomes the primary key',
    'ALTER TABLE t DROP KEY by_id, ADD PRIMARY KEY (id), ADD COLUMN added INT NOT NULL DEFAULT 7',
  ],
  ['stays as it is', stays],
];

/** What a session does to a row while the run waits at its gate; `§` is the table. */
const changes: readonly (readonly [string, ...string[]])[] = [
  ['is inserted', "INSERT INTO § (id, v) VALUES (NULL, 'late')"],
  [
    'is inserted and gets a value',
    "INSERT INTO § (id, v) VALUES (NULL, 'late')",
    'UPDATE § SET id = 9000001 WHERE id IS NULL',
  ],
  ['is inserted and deleted', "INSERT INTO § (id, v) VALUES (NULL, 'late')", 'DELETE FROM § WHERE id IS NULL'],
  ['was one of another key', 'UPDATE § SET id = NULL WHERE id = (SELECT x FROM (SELECT MIN(id) AS x FROM §) AS y)'],
];

for (const server of testServers()) {
  describe(`a key that may be NULL on ${server.name}`, { concurrency: 2, timeout: 120_000 }, () => {
    for (const [what, alter] of casesFor(server, alters))
      it(`serves among writers: ${what}`, () => served(server, alter));
    for (const [what, ...statements] of casesFor(server, changes)) {
      it(`ends the run where a row with NULL ${what}`, () => changedAtTheGate(server, statements));
    }
    for (const [what, alter] of casesFor(server, alters)) {
      it(`ends the run where NULL came before the stream began: ${what}`, () => beforeTheStream(server, alter));
    }
    it('does not serve where a row has NULL', () => fromTheBeginning(server));
  });
}

async function served(server: ServerAddress, alter: string): Promise<void> {
  await using trial = await openTrial(server, { columns });
  const outcome = await expectCompleted(trial, trial.migrate({ alter }));
  assert.equal(outcome.algorithm, 'copy');
  assert.ok(trial.writers.committed > 0);
}

async function changedAtTheGate(server: ServerAddress, statements: readonly string[]): Promise<void> {
  await using trial = await openTrial(server, { columns });
  const run = trial.migrate({ alter: stays, options: { cutover: 'wait' } });
  await run.until('waiting_for_cutover');
  await trial.writers.stop();
  await onBoth(trial, statements);
  await expectEnded(trial, run, /A session changed a row of t that has NULL in id, or writes NULL there/u);
}

/** Seen to fail without the look under the lock: the table is swapped, and the row is lost. */
async function beforeTheStream(server: ServerAddress, alter: string): Promise<void> {
  await using trial = await openTrial(server, { columns, writers: 0 });
  const held = trial.tap.holdStatement(s.readPosition);
  const run = trial.migrate({ alter });
  const { release } = await run.reach(held);
  await onBoth(trial, ["INSERT INTO § (id, v) VALUES (NULL, 'early')"]);
  release();
  await expectEnded(trial, run, /A row of t has NULL in id, which is part of the migration key by_id/u);
}

/** The server does it: the table is small. */
async function fromTheBeginning(server: ServerAddress): Promise<void> {
  await using trial = await openTrial(server, { columns, writers: 0 });
  await onBoth(trial, ["INSERT INTO § (id, v) VALUES (NULL, 'early')"]);
  const outcome = await trial.migrate({ alter: stays }).outcome;
  assert.deepEqual([outcome.error, outcome.algorithm], [null, 'direct']);
  assert.equal((await trial.query("SELECT 1 FROM t WHERE v = 'early'")).length, 1);
}

async function expectEnded(trial: Trial, run: Run, message: RegExp): Promise<void> {
  const { error, tableState } = await run.outcome;
  assert.deepEqual([error?.code, tableState], ['no-migration-key', 'unchanged']);
  assert.match(error?.message ?? '', message);
  assert.equal(await isAltered(trial), false);
  const rows = (table: string): Promise<unknown> => trial.query(`SELECT id, u, v, n FROM ${table} ORDER BY id, u, v`);
  assert.deepEqual(await rows('t'), await rows('control'));
  await expectNothingLeft(trial);
}

async function onBoth(trial: Trial, statements: readonly string[]): Promise<void> {
  for (const table of ['t', 'control']) {
    for (const statement of statements) await trial.query(statement.replaceAll('§', table));
  }
}
