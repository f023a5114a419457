import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { type CliRun, start } from '../cli/cli.ts';
import { casesFor, createDatabase, type TestDatabase, type TestServer, testServers } from '../support/servers/index.ts';
import { waitFor } from '../support/wait-for.ts';
import type { Wire } from './support/wire.ts';
import { openWireTap, type WireTap } from './support/wire-tap.ts';

/* The server has done it, and nobody hears of it: what was done is neither denied nor done again. */

const losses: Readonly<Record<string, (wire: Wire) => void>> = {
  'the server notices': (wire) => wire.cut(),
  'the server does not notice': (wire) => wire.strand(),
  'nobody notices': (wire) => wire.drop('both ways'),
};

for (const server of testServers()) {
  describe(`an answer is lost on ${server.name}`, { timeout: 200_000 }, () => {
    test('that of a COMMIT of changed rows: the ledger tells', async () => {
      await using scene = await setScene(server, 'UPDATE t SET n = n + 1');
      const held = scene.tap.holdAnswer(/^COMMIT$/u);
      const run = scene.migrate();
      (await held).wire.cut();
      const { exitCode, stderr } = await run.ended;
      assert.equal(exitCode, 0, stderr);
      assert.match((await scene.migrate().ended).stdout, /Nothing to do/u);
      assert.deepEqual(await scene.database.query('SELECT n FROM t'), [{ n: 2 }]);
    });

    test('the process dies before it hears of the COMMIT: the next run does not run it again', async () => {
      await using scene = await setScene(server, 'UPDATE t SET n = n + 1');
      const held = scene.tap.holdAnswer(/^COMMIT$/u);
      const run = scene.migrate();
      await held;
      run.kill('SIGKILL');
      await run.ended;
      assert.match((await scene.migrate().ended).stdout, /Nothing to do/u);
      assert.deepEqual(await scene.database.query('SELECT n FROM t'), [{ n: 2 }]);
    });

    for (const [how, lose] of casesFor(server, Object.entries(losses))) {
      test(`that of the statement, and ${how}: it is undone and run again`, async () => {
        await using scene = await setScene(server, 'UPDATE t SET n = n + 1');
        const held = scene.tap.holdAnswer(/^UPDATE t /u);
        const run = scene.migrate();
        lose((await held).wire);
        const { exitCode, stderr } = await run.ended;
        assert.equal(exitCode, 0, stderr);
        assert.deepEqual(await scene.database.query('SELECT n FROM t'), [{ n: 2 }]);
      });

      test(`that of a RENAME, and ${how}: the tables tell`, async () => {
        await using scene = await setScene(server, 'RENAME TABLE t TO v');
        const held = scene.tap.holdAnswer(/^RENAME TABLE/u);
        const run = scene.migrate();
        lose((await held).wire);
        const { exitCode, stderr } = await run.ended;
        assert.equal(exitCode, 0, stderr);
        assert.deepEqual(await scene.database.query('SELECT n FROM v'), [{ n: 1 }]);
      });
    }

    for (const [how, lose] of casesFor(server, Object.entries(losses)))
      test(`that of a CREATE TABLE, and ${how}: the table tells`, async () => {
        await using scene = await setScene(server, 'CREATE TABLE n (id INT PRIMARY KEY)');
        const held = scene.tap.holdAnswer(/^CREATE TABLE n /u);
        const run = scene.migrate();
        lose((await held).wire);
        const { exitCode, stderr } = await run.ended;
        assert.equal(exitCode, 0, stderr);
        assert.match((await scene.migrate().ended).stdout, /Nothing to do/u);
      });

    test('the connection of a CREATE TABLE, before the server has it: the next run makes the table', async () => {
      await using scene = await setScene(server, 'CREATE TABLE n (id INT PRIMARY KEY)');
      const held = scene.tap.holdStatement(/^CREATE TABLE n /u);
      const run = scene.migrate();
      (await held).wire.cut();
      const { exitCode, stderr } = await run.ended;
      assert.equal(exitCode, 1, stderr);
      assert.match(stderr, /n was not created\. \[connection-lost\]/u);
      assert.equal((await scene.migrate().ended).exitCode, 0);
      assert.deepEqual(await scene.database.query('SELECT * FROM n'), []);
    });

    test('that of a RENAME that still waits for a reader: it is ended, and tried again', async () => {
      await using scene = await setScene(server, 'RENAME TABLE t TO v');
      const reader = await scene.database.connect();
      await reader.query('BEGIN');
      await reader.query('SELECT * FROM t');
      const run = scene.migrate();
      const wire = await scene.tap.find(/^RENAME TABLE/u);
      const isWaiting = async (): Promise<boolean> => {
        const processes = await scene.database.query('SHOW PROCESSLIST');
        return processes.some(({ Id, State }) => Number(Id) === wire.connectionId && /^waiting/iu.test(String(State)));
      };
      await waitFor(isWaiting, { timeoutMs: 10_000, what: 'the RENAME to wait' });
      wire.strand();
      await waitFor(async () => !(await isWaiting()), { timeoutMs: 10_000, what: 'the RENAME to be ended' });
      await reader.end();
      const { exitCode, stderr } = await run.ended;
      assert.equal(exitCode, 0, stderr);
      assert.deepEqual(await scene.database.query('SELECT n FROM v'), [{ n: 1 }]);
    });

    test('that of a RENAME that has tables change places: it is not sent again', async () => {
      await using scene = await setScene(server, 'RENAME TABLE t TO v, u TO t, v TO u');
      const held = scene.tap.holdAnswer(/^RENAME TABLE/u);
      const run = scene.migrate();
      (await held).wire.cut();
      const { exitCode, stderr } = await run.ended;
      assert.equal(exitCode, 0, stderr);
      assert.deepEqual(await scene.database.query('SELECT n FROM u'), [{ n: 1 }]);
    });

    test('that of a RENAME, and somebody alters the table: nobody can tell, and a person must look', async () => {
      await using scene = await setScene(server, 'RENAME TABLE t TO v');
      const held = scene.tap.holdAnswer(/^RENAME TABLE/u);
      const run = scene.migrate();
      const { wire } = await held;
      await scene.database.query('ALTER TABLE v ADD COLUMN other INT');
      wire.cut();
      const { exitCode, stderr } = await run.ended;
      assert.equal(exitCode, 3, stderr);
      assert.match(stderr, /\[cutover-unconfirmed\]/u);
    });

    test('that of a DROP TABLE: the tables tell', async () => {
      await using scene = await setScene(server, 'DROP TABLE t');
      const held = scene.tap.holdAnswer(/^RENAME TABLE/u);
      const run = scene.migrate();
      (await held).wire.cut();
      const { exitCode, stderr } = await run.ended;
      assert.equal(exitCode, 0, stderr);
      assert.deepEqual(await scene.database.query('SELECT n FROM t_del'), [{ n: 1 }]);
    });
  });
}

interface Scene extends AsyncDisposable {
  readonly database: TestDatabase;
  readonly tap: WireTap;
  migrate(): { readonly ended: Promise<CliRun>; kill(signal: NodeJS.Signals): void };
}

/** Tables `t` and `u`, a row in `t`, and a file with the statement. */
async function setScene(server: TestServer, statement: string): Promise<Scene> {
  const database = await createDatabase(server);
  await database.query('CREATE TABLE t (id INT PRIMARY KEY, n INT)');
  await database.query('INSERT INTO t VALUES (1, 1)');
  await database.query('CREATE TABLE u (id INT PRIMARY KEY)');
  const folder = await mkdtemp(join(tmpdir(), 'ghostship-lost-'));
  await mkdir(join(folder, 'migrations'));
  await writeFile(join(folder, 'migrations/1.sql'), `${statement};\n`);
  const tap = await openWireTap(server);
  const url = new URL(database.url);
  url.port = String(tap.port);
  url.searchParams.set('ssl-mode', 'disabled');
  const allowed = ['--data-statements', 'run', '--allow', 'rename-table,drop-table'];
  return {
    database,
    tap,
    migrate: () => start(folder, ['migrate', '--target', url.href, ...allowed]),
    async [Symbol.asyncDispose]() {
      await tap[Symbol.asyncDispose]();
      await database[Symbol.asyncDispose]();
      await rm(folder, { recursive: true });
    },
  };
}
