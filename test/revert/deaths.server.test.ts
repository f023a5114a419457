import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { statements as s } from '../faults/support/statements.ts';
import { casesFor, type TestServer, testServers } from '../support/servers/index.ts';
import { die, type Moment, takesTheTable } from './support/die.ts';
import { expectKeptValues, expectSameRows, expectTables, moreWrites, openScene } from './support/scene.ts';

/* A revert that dies at any moment is resumed by the next one, or ended by `abort`. */

const firstCheckpoint = /^UPDATE .*_ghc` SET mark = mark \+ 1, `body` = .* WHERE id = 5/su;

/* The retired table becomes the ghost by a RENAME as well, and whoever takes it over locks it for a moment. */
const locks = { text: s.lock, after: s.createSentry };
const swaps = /^RENAME TABLE \S+`t` TO /u;

const setAsideMade = /^CREATE TABLE \S+_gha` LIKE/u;

const moments: Readonly<Record<string, Moment>> = {
  'before the table for rows set aside is marked': { when: setAsideMade, at: 'answer' },
  'before the retired table is the ghost': { when: takesTheTable, at: 'statement' },
  'once the retired table is the ghost': { when: takesTheTable, at: 'answer' },
  'before its first checkpoint': { when: firstCheckpoint, at: 'statement' },
  'after its first checkpoint': { when: firstCheckpoint, at: 'answer' },
  'once rows are set aside': { when: /^INSERT INTO .*_gha`/u, at: 'answer' },
  'once rows are deleted': { when: s.applyDelete, at: 'answer' },
  'once rows are brought back': { when: /^INSERT INTO .*_gho` .*_gha`/su, at: 'answer' },
  'while rows are compared': { when: s.verify, at: 'answer' },
  'under the lock': { when: locks, at: 'answer' },
  'once the last rows are deleted under the lock': {
    when: { text: s.applyDelete, after: locks.text },
    at: 'answer',
  },
  'before the tables are swapped': { when: swaps, at: 'statement' },
  'once the tables are swapped': { when: swaps, at: 'answer' },
};

/** So that something is written in the moment before the lock. */
const pausesMs: Readonly<Record<string, number>> = { 'once the last rows are deleted under the lock': 5 };

for (const server of testServers()) {
  describe(`a revert that dies on ${server.name}`, { timeout: 900_000 }, () => {
    for (const [name, moment] of casesFor(server, Object.entries(moments)))
      test(name, () => dieAndGoOn(server, moment, pausesMs[name]));
    for (const name of casesFor(server, [
      'before the table for rows set aside is marked',
      'before the retired table is the ghost',
    ]))
      test(`${name}, and is aborted`, () => dieAndAbort(server, moments[name]));
    const ended = [
      'once the retired table is the ghost',
      'once rows are deleted',
      'under the lock',
      'before the tables are swapped',
    ];
    for (const name of casesFor(server, ended)) test(`${name}, and is ended`, () => dieAndEnd(server, moments[name]));
  });
}

async function dieAndGoOn(server: TestServer, moment: Moment, pauseMs = 20): Promise<void> {
  await using scene = await openScene(server, { writers: 2, pauseMs });
  await scene.migrate('ALTER TABLE t DROP COLUMN k, ADD COLUMN added INT');
  await scene.query('CREATE TABLE was AS SELECT * FROM t_del');
  await moreWrites(scene);
  await die(server, scene, moment);
  await moreWrites(scene, 50);
  assert.doesNotMatch((await scene.ship('cleanup', '--dry-run')).stdout, /drop it yourself/u);
  const { exitCode, stdout, stderr } = await scene.ship('revert', '--table', 't');
  assert.equal(exitCode, 0, `${stdout}\n${stderr}`);
  await scene.stopWriters();
  assert.partialDeepStrictEqual(await scene.outcome(), { state: 'reverted', tableState: 'changed' });
  // Where the tables are swapped, it is too late to warn.
  if (!/swapped by a run that died/u.test(stdout)) assert.match(stdout, /column added is lost/u);
  assert.match(stdout, /Lost: added/u);
  await expectTables(scene, ['was']);
  await expectSameRows(scene, ['u', 'v', 'n', 'k2']);
  await expectKeptValues(scene, ['k']);
  const states = await scene.query('SELECT state FROM ghostship_migrations WHERE file IS NULL ORDER BY queued_at');
  assert.equal(states.at(0)?.state, 'reverted');
}

/** The retired table has its own name still. */
async function dieAndAbort(server: TestServer, moment: Moment | undefined): Promise<void> {
  assert.ok(moment !== undefined);
  await using scene = await openScene(server, { writers: 0 });
  await scene.migrate('ALTER TABLE t DROP COLUMN k, ADD COLUMN added INT');
  await die(server, scene, moment);
  const ended = await scene.ship('abort', '--table', 't');
  assert.equal(ended.exitCode, 0, ended.stderr);
  const tables = (await scene.query('SHOW TABLES')).map((row) => String(Object.values(row)[0]));
  assert.ok(tables.includes('t_del'), tables.join());
  for (const ours of ['t_gho', 't_ghc', 't_gha']) assert.ok(!tables.includes(ours), tables.join());
  const { exitCode, stdout, stderr } = await scene.ship('revert', '--table', 't');
  assert.equal(exitCode, 0, `${stdout}\n${stderr}`);
}

/** The kept table is there as before, and a revert is still possible. */
async function dieAndEnd(server: TestServer, moment: Moment | undefined): Promise<void> {
  assert.ok(moment !== undefined);
  await using scene = await openScene(server, { writers: 2 });
  await scene.migrate('ALTER TABLE t DROP COLUMN k, ADD COLUMN added INT');
  await scene.query('CREATE TABLE was AS SELECT * FROM t_del');
  await moreWrites(scene);
  await die(server, scene, moment);
  const dry = await scene.ship('cleanup', '--dry-run', '--table', 't', '--retired', 'drop');
  assert.match(dry.stdout, /Kept t_del: a revert that is ended leaves it/u);
  assert.doesNotMatch(dry.stdout, /drop t_del\./u);
  const rival = await scene.ship('migrate', '--alter', 'ALTER TABLE t MODIFY n BIGINT', '--algorithm', 'copy');
  assert.equal(rival.exitCode, 1);
  assert.match(rival.stderr, /\[already-running\]/u);
  const ended = await scene.ship('abort', '--table', 't');
  assert.equal(ended.exitCode, 0, ended.stderr);
  const tables = (await scene.query('SHOW TABLES')).map((row) => String(Object.values(row)[0]));
  assert.ok(tables.includes('t_del') && !tables.includes('t_gho') && !tables.includes('t_ghc'), tables.join());
  await moreWrites(scene, 50);
  const { exitCode, stdout, stderr } = await scene.ship('revert', '--table', 't');
  assert.equal(exitCode, 0, `${stdout}\n${stderr}`);
  await scene.stopWriters();
  await expectTables(scene, ['was']);
  await expectSameRows(scene, ['u', 'v', 'n', 'k2']);
  await expectKeptValues(scene, ['k']);
}
