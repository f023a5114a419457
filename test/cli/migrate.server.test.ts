import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, describe, test } from 'node:test';
import { createUsers } from '../action/scene.ts';
import { createDatabase, type TestDatabase, testServers } from '../support/servers/index.ts';
import { waitFor } from '../support/wait-for.ts';
import { readJson, run, start } from './cli.ts';

/* Whole migrations from a terminal. */

for (const server of testServers()) {
  describe(`the command line on ${server.name}`, { timeout: 600_000 }, () => {
    let folder = '';
    let database: TestDatabase;
    before(async () => {
      folder = await mkdtemp(join(tmpdir(), 'ghostship-cli-'));
      database = await createDatabase(server);
    });
    beforeEach(async () => {
      await database.query('DROP TABLE IF EXISTS addresses, users, users_del, ghostship_migrations');
      await createUsers({ database });
    });
    after(async () => {
      await database[Symbol.asyncDispose]();
      await rm(folder, { recursive: true });
    });

    const alter = (statement: string, ...more: string[]): string[] => [
      'migrate',
      '--target',
      database.url,
      '--alter',
      statement,
      '--json',
      'out.json',
      ...more,
    ];
    const tables = async (): Promise<string[]> =>
      (await database.query("SHOW TABLES LIKE 'users%'")).map((row) => String(Object.values(row)[0]));
    const untilState = (state: string): Promise<boolean> =>
      waitFor(
        async () =>
          (await database.query('SELECT state FROM ghostship_migrations').catch(() => [])).some(
            (row) => row.state === state,
          ),
        { timeoutMs: 60_000, what: `the state ${state}` },
      );

    test('the outcome JSON has the fields that scripts rely on', async () => {
      const { exitCode, stdout } = await run(
        folder,
        alter('ALTER TABLE users MODIFY name VARCHAR(300)', '--algorithm', 'copy'),
      );
      assert.equal(exitCode, 0, stdout);
      const outcome = await readJson(folder, 'out.json');
      assert.deepEqual(Object.keys(outcome), ['state', 'startedAt', 'finishedAt', 'version', 'error', 'migrations']);
      const [migration] = outcome.migrations as Record<string, unknown>[];
      assert.deepEqual(Object.keys(migration ?? {}).toSorted(), outcomeFields.toSorted());
      assert.partialDeepStrictEqual(migration, {
        file: null,
        table: 'users',
        state: 'completed',
        tableState: 'changed',
        algorithm: 'copy',
        rowsCopied: 1024,
        verified: { rows: 1024, differences: 0 },
        error: null,
      });
    });

    test('in place, where writers go on, nobody is said to have waited', async () => {
      const { exitCode, stdout, stderr } = await run(folder, alter('ALTER TABLE users ADD KEY by_email (email)'));
      assert.equal(exitCode, 0, stderr);
      const [migration] = (await readJson(folder, 'out.json')).migrations as Record<string, unknown>[];
      assert.partialDeepStrictEqual(migration, { algorithm: 'inplace', tableState: 'changed', lockedMs: 0 });
      assert.doesNotMatch(stdout + stderr, /writers waited/u);
    });

    test('a statement of the command line may be run again: there is no file to know it by', async () => {
      const statement = 'ALTER TABLE users ADD COLUMN a INT';
      assert.equal((await run(folder, alter(statement))).exitCode, 0);
      const again = await run(folder, alter(statement));
      assert.equal(again.exitCode, 1);
      assert.match(again.stderr, /What happened: [\s\S]*The table: +users is as it was/u);
    });

    test('another terminal sees a migration, and lets it cut over', async () => {
      const running = start(
        folder,
        alter('ALTER TABLE users MODIFY name VARCHAR(300)', '--algorithm', 'copy', '--cutover', 'wait'),
      );
      await untilState('waiting_for_cutover');
      const target = ['--target', database.url];
      await waitFor(async () => /waiting for cutover/u.test((await run(folder, ['status', ...target])).stdout), {
        timeoutMs: 30_000,
        what: 'the status to show the gate',
      });
      assert.equal((await run(folder, ['cutover', ...target, '--table', 'nobody'])).exitCode, 1);
      assert.equal((await run(folder, ['cutover', ...target, '--table', 'users'])).exitCode, 0);
      assert.equal((await running.ended).exitCode, 0);
      assert.match((await run(folder, ['status', ...target])).stdout, /No migration is running/u);
    });

    test('Ctrl-C keeps what is copied, and the same command goes on', async () => {
      const running = start(
        folder,
        alter('ALTER TABLE users MODIFY name VARCHAR(300)', '--algorithm', 'copy', '--cutover', 'wait'),
      );
      await untilState('waiting_for_cutover');
      running.kill('SIGINT');
      const { exitCode, stderr } = await running.ended;
      assert.equal(exitCode, 75);
      assert.match(stderr, /SIGINT: stopping/u);
      assert.deepEqual(await tables(), ['users', 'users_ghc', 'users_gho']);
      assert.partialDeepStrictEqual(await readJson(folder, 'out.json'), { state: 'yielded', error: null });
      const next = await run(folder, alter('ALTER TABLE users MODIFY name VARCHAR(300)', '--algorithm', 'copy'));
      assert.equal(next.exitCode, 0);
      assert.match(next.stdout, /This goes on with the migration/u);
      assert.partialDeepStrictEqual(await readJson(folder, 'out.json'), {
        state: 'completed',
        migrations: [{ resumed: true }],
      });
    });

    test('what cannot be run is refused by name, and nothing before it is run', async () => {
      const { exitCode, stderr } = await run(folder, alter('TRUNCATE users'));
      assert.equal(exitCode, 1);
      assert.match(stderr, /TRUNCATE TABLE .*is no statement that can be shipped[\s\S]*\[unsupported-statement\]/u);
      await assert.rejects(database.query('SELECT * FROM ghostship_migrations'));
    });

    test('a table is created as it is written', async () => {
      await database.query('DROP TABLE users');
      assert.equal((await run(folder, alter("CREATE TABLE users (a INT COMMENT 'it''s; one')"))).exitCode, 0);
      assert.partialDeepStrictEqual(await readJson(folder, 'out.json'), {
        migrations: [{ algorithm: 'direct', tableState: 'changed' }],
      });
      const wrong = await run(folder, alter('CREATE TABLE users (a INT)'));
      assert.equal(wrong.exitCode, 1);
      assert.match(wrong.stderr, /\[invalid-statement\]/u);
    });

    test('DROP TABLE hides the table, unless somebody still refers to it', async () => {
      const drop = alter('DROP TABLE users', '--allow', 'drop-table');
      await database.query(
        'CREATE TABLE addresses (id INT PRIMARY KEY, user INT, FOREIGN KEY (user) REFERENCES users (id))',
      );
      const referred = await run(folder, drop);
      assert.equal(referred.exitCode, 1);
      assert.match(referred.stderr, /Foreign keys point to users: addresses[\s\S]*\[unsupported-table\]/u);
      await database.query('DROP TABLE addresses');

      assert.equal((await run(folder, drop)).exitCode, 0);
      assert.deepEqual(await tables(), ['users_del']);
      assert.match((await run(folder, drop)).stderr, /\[unknown-table\]/u);
      assert.equal((await run(folder, alter('DROP TABLE IF EXISTS users', '--allow', 'drop-table'))).exitCode, 0);

      await createUsers({ database });
      assert.match((await run(folder, drop)).stderr, /users_del exists already[\s\S]*\[leftover-tables\]/u);
      const keep = await run(folder, ['cleanup', '--target', database.url, '--retired', 'keep']);
      assert.match(keep.stdout, /Kept users_del/u);
      const clean = async (...more: string[]): Promise<string> =>
        (await run(folder, ['cleanup', '--target', database.url, ...more])).stdout;
      assert.match(await clean(), /Kept users_del: .*--retired drop/u);
      assert.match(await clean('--retired', 'drop', '--older-than', '7d'), /Kept users_del: it was retired 0 min ago/u);
      assert.match(await clean('--retired', 'drop', '--dry-run'), /Would drop users_del/u);
      assert.deepEqual(await tables(), ['users', 'users_del']);
      assert.match(await clean('--retired', 'drop'), /Dropped users_del/u);
      assert.deepEqual(await tables(), ['users']);
    });

    test('a table in use is not taken away before its time', async () => {
      const reader = await database.connect();
      await reader.query('START TRANSACTION');
      await reader.query('SELECT * FROM users LIMIT 1');
      const { exitCode, stderr } = await run(
        folder,
        alter('DROP TABLE users', '--allow', 'drop-table', '--lock-budget', '1s'),
      );
      assert.equal(exitCode, 1);
      assert.match(stderr, /\[cutover-gave-up\]/u);
      assert.deepEqual(await tables(), ['users']);
      await reader.end();
    });
  });
}

const outcomeFields =
  'file statement table state tableState algorithm rowsCopied changesApplied durationMs copyMs lockedMs attempts verified retired resumed error'.split(
    ' ',
  );
