import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { casesFor, type TestServer, testServers } from '../support/servers/index.ts';
import { expectTables, openScene, type Scene } from './support/scene.ts';

/* The ghost of a revert is the table as it was. Nobody drops it, even where the changelog does not say any more what it is. */

const emptied: Readonly<Record<string, string>> = {
  'is emptied': 'TRUNCATE TABLE t_ghc',
  'loses the name of the retired table': 'DELETE FROM t_ghc WHERE id = 6',
};

const ended: readonly (readonly string[])[] = [['abort'], ['cleanup']];

for (const server of testServers()) {
  describe(`the changelog of a revert that has yielded on ${server.name}`, () => {
    for (const [what, statement] of casesFor(server, Object.entries(emptied))) {
      test(`${what}: the revert begins anew`, () => goOn(server, statement));
      test(`${what}: a migration waits`, () => refuseMigration(server, statement));
      for (const command of ended)
        test(`${what}: after ${command.join(' ')} the table as it was is there`, () => end(server, statement, command));
    }
  });
}

async function goOn(server: TestServer, statement: string): Promise<void> {
  await using scene = await yieldRevert(server, statement);
  await scene.query("UPDATE t SET v = 'later' WHERE id = 7");
  const { exitCode, stdout, stderr } = await scene.ship('revert', '--table', 't');
  assert.equal(exitCode, 0, `${stdout}\n${stderr}`);
  await expectReverted(scene);
  assert.deepEqual(
    (await scene.query('SELECT v FROM t WHERE id = 7')).map(({ v }) => v),
    ['later'],
  );
}

async function refuseMigration(server: TestServer, statement: string): Promise<void> {
  await using scene = await yieldRevert(server, statement);
  const { exitCode, stderr } = await scene.ship(
    'migrate',
    '--alter',
    'ALTER TABLE t MODIFY n BIGINT',
    '--algorithm',
    'copy',
  );
  assert.equal(exitCode, 1, stderr);
  assert.match(stderr, /\[already-running\]/u);
  assert.equal((await scene.ship('revert', '--table', 't')).exitCode, 0);
  await expectReverted(scene);
}

async function end(server: TestServer, statement: string, command: readonly string[]): Promise<void> {
  await using scene = await yieldRevert(server, statement);
  await scene.ship(...(command as [string]), '--table', 't');
  const tables = (await scene.query('SHOW TABLES')).map((row) => String(Object.values(row)[0]));
  assert.ok(tables.includes('t_del') || tables.includes('t_gho'), tables.join());
  const { exitCode, stdout, stderr } = await scene.ship('revert', '--table', 't');
  assert.equal(exitCode, 0, `${stdout}\n${stderr}`);
  await expectReverted(scene);
}

async function yieldRevert(server: TestServer, statement: string): Promise<Scene> {
  const scene = await openScene(server, { writers: 0 });
  await scene.migrate('ALTER TABLE t DROP COLUMN k, ADD COLUMN added INT');
  const { exitCode, stderr } = await scene.ship('revert', '--table', 't', '--cutover', 'wait', '--gate', 'yield');
  assert.equal(exitCode, 75, stderr);
  await scene.query(statement);
  return scene;
}

/** With what only the table as it was has had. */
async function expectReverted(scene: Scene): Promise<void> {
  await expectTables(scene, []);
  const lost = await scene.query('SELECT id FROM t WHERE NOT (k <=> CONCAT("k", id))');
  assert.deepEqual(lost, []);
}
