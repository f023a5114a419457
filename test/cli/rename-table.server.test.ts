import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, describe, test } from 'node:test';
import { casesFor, createDatabase, type TestDatabase, testServers } from '../support/servers/index.ts';
import { waitFor } from '../support/wait-for.ts';
import { type CliRun, readJson, run, start } from './cli.ts';

/* The server renames a table at once. What breaks is the code that uses the old name, and a person decides that. */

/** Ways to rename `users`, with `od` for another database; and what the tables are called afterwards. */
const renames: readonly (readonly [statements: string, tables: string])[] = [
  ['RENAME TABLE users TO people', 'orders people'],
  ['RENAME TABLES `users` TO `people`', 'orders people'],
  ['ALTER TABLE users RENAME TO people', 'orders people'],
  ['ALTER TABLE users RENAME AS people', 'orders people'],
  ['ALTER TABLE users RENAME people, LOCK=NONE', 'orders people'],
  ['RENAME TABLE users TO people, orders TO purchases', 'people purchases'],
  ['RENAME TABLE users TO aside, orders TO users, aside TO orders', 'orders users'],
  ['RENAME TABLE users TO od.users', 'od.users orders'],
  ['ALTER TABLE users RENAME od.people', 'od.people orders'],
  // In a run they are one behind the other.
  ['RENAME TABLE users TO people; RENAME TABLE people TO folk', 'folk orders'],
  ['RENAME TABLE users TO people; ALTER TABLE people ADD COLUMN a INT', 'orders people'],
  ['RENAME TABLE users TO people; CREATE TABLE users (id INT PRIMARY KEY)', 'orders people users'],
];

for (const server of testServers()) {
  describe(`renaming tables on ${server.name}`, { timeout: 300_000 }, () => {
    let folder = '';
    let home: TestDatabase;
    let other: TestDatabase;
    before(async () => {
      home = await createDatabase(server);
      other = await createDatabase(server);
    });
    after(async () => {
      await home[Symbol.asyncDispose]();
      await other[Symbol.asyncDispose]();
    });
    beforeEach(async () => {
      if (folder !== '') await rm(folder, { recursive: true });
      folder = await mkdtemp(join(tmpdir(), 'ghostship-rename-'));
      await mkdir(join(folder, 'migrations'));
      await home.query('DROP VIEW IF EXISTS users');
      for (const database of [home, other])
        await database.query(
          'DROP TABLE IF EXISTS lines_of, users, users_ghc, users_gho, people, folk, purchases, orders, ghostship_migrations',
        );
      await home.query('CREATE TABLE users (id INT PRIMARY KEY, email VARCHAR(50))');
      await home.query("INSERT INTO users VALUES (1, 'a')");
      await home.query('CREATE TABLE orders (id INT PRIMARY KEY, total INT)');
    });
    after(() => rm(folder, { recursive: true }));

    const ship = (command: string, ...flags: string[]): Promise<CliRun> =>
      run(folder, [command, '--target', home.url, '--databases', other.name, ...flags]);
    const write = (text: string): Promise<void> =>
      writeFile(join(folder, 'migrations/1.sql'), `${text.replaceAll('od.', `${other.name}.`)};\n`);
    const tables = async (): Promise<string> => {
      const list = async (database: TestDatabase, prefix: string) =>
        (await database.query('SHOW FULL TABLES'))
          .map((row) => prefix + String(Object.values(row)[0]))
          .filter((name) => !name.endsWith('ghostship_migrations'));
      return [...(await list(home, '')), ...(await list(other, 'od.'))].sort().join(' ');
    };
    const refused = async (code: string, message: RegExp, ...flags: string[]): Promise<CliRun> => {
      const before = await tables();
      const plan = await ship('plan', ...flags);
      assert.equal(plan.exitCode, 1, plan.stdout);
      assert.match(plan.stdout, message);
      const migrate = await ship('migrate', ...flags);
      assert.equal(migrate.exitCode, 1, migrate.stdout);
      assert.match(migrate.stderr, message);
      assert.match(migrate.stderr, new RegExp(`\\[${code}\\]`, 'u'));
      assert.equal(await tables(), before);
      return migrate;
    };
    const allowed = ['--allow', 'rename-table,multiple-alters-same-table'];

    for (const [statements, expected] of casesFor(server, renames)) {
      test(`${statements}: refused by name, and run once it is allowed`, async () => {
        await write(statements);
        const { stderr } = await refused('statement-not-allowed', /rename-table in the option allow/u);
        assert.match(stderr, /CREATE VIEW `users` AS SELECT \* FROM `/u);
        const plan = await ship('plan', ...allowed, '--json', 'plan.json');
        assert.equal(plan.exitCode, 0, plan.stdout);
        assert.partialDeepStrictEqual(await readJson(folder, 'plan.json'), { statements: [{ algorithm: 'direct' }] });
        const migrate = await ship('migrate', ...allowed, '--json', 'out.json');
        assert.equal(migrate.exitCode, 0, migrate.stderr);
        assert.partialDeepStrictEqual(await readJson(folder, 'out.json'), {
          migrations: [{ algorithm: 'direct', tableState: 'changed', table: 'users' }],
        });
        assert.equal(await tables(), expected);
        assert.match((await ship('migrate', ...allowed)).stdout, /Nothing to do/u);
      });
    }

    test('typed, it needs to be allowed as well', async () => {
      const typed = ['--alter', 'RENAME TABLE users TO people'];
      await refused('statement-not-allowed', /rename-table in the option allow/u, ...typed);
      assert.equal((await ship('migrate', ...typed, ...allowed)).exitCode, 0);
    });

    test('a comment in the file alone is not enough, for it is the author who writes it', async () => {
      await write('-- lint:ignore rename-table -- nobody uses it\nRENAME TABLE users TO people');
      await refused('statement-not-allowed', /rename-table in the option allow/u);
    });

    test('the view that the message names keeps the old name in use', async () => {
      await write('RENAME TABLE users TO people');
      const { stderr } = await ship('migrate');
      const [view = ''] = /CREATE VIEW .* FROM `people`/u.exec(stderr) ?? [];
      assert.equal((await ship('migrate', ...allowed)).exitCode, 0);
      await home.query(view);
      await home.query("INSERT INTO users VALUES (2, 'b')");
      await home.query("UPDATE users SET email = 'c' WHERE id = 1");
      assert.deepEqual(await home.query('SELECT * FROM people ORDER BY id'), [
        { id: 1, email: 'c' },
        { id: 2, email: 'b' },
      ]);
    });

    test('what renames and does something else is refused with the two statements that do it', async () => {
      await write('ALTER TABLE users ADD COLUMN a INT, RENAME TO people');
      const { stderr } = await refused('unsupported-statement', /RENAME TO together with other clauses/u, ...allowed);
      assert.match(stderr, /ALTER TABLE `users` RENAME TO `people`/u);
      assert.equal((await ship('lint', ...allowed)).exitCode, 1);
      await write('ALTER TABLE users ADD COLUMN a INT; ALTER TABLE users RENAME TO people');
      const done = await ship('migrate', '--allow', 'rename-table');
      assert.equal(done.exitCode, 0, done.stderr);
      assert.deepEqual(await home.query('SELECT * FROM people'), [{ id: 1, email: 'a', a: null }]);
    });

    test('a name that is taken, a table that is not there, a database that is not there', async () => {
      const wrong: readonly (readonly [string, string, RegExp])[] = [
        ['RENAME TABLE users TO orders', 'invalid-statement', /There is orders already/u],
        ['RENAME TABLE users TO users', 'invalid-statement', /There is users already/u],
        ['RENAME TABLE users TO people, orders TO people', 'invalid-statement', /There is people already/u],
        ['RENAME TABLE ghostship_migrations TO people', 'unsupported-table', /is the ledger/u],
        ['RENAME TABLE nobody TO people', 'unknown-table', /no table nobody/u],
        ['RENAME TABLE users TO people, users TO folk', 'unknown-table', /no table users/u],
      ];
      for (const [statement, code, message] of wrong) {
        await write(statement);
        await refused(code, message, ...allowed);
      }
      await write('RENAME TABLE users TO nodb_of_ours.users');
      await refused('invalid-statement', /no database nodb_of_ours/u, ...allowed, '--databases', 'nodb_of_ours');
      await home.query('CREATE VIEW people AS SELECT 1 AS a');
      await write('RENAME TABLE users TO people');
      await refused('invalid-statement', /There is people already/u, ...allowed);
      await home.query('DROP VIEW people');
    });

    test('a run that was cut off after the rename is told so, and the statement can be left out', async () => {
      await write('RENAME TABLE users TO people; ALTER TABLE orders ADD COLUMN a INT');
      await home.query('RENAME TABLE users TO people');
      const { stderr } = await ship('migrate', ...allowed);
      assert.match(stderr, /There is no table users[\s\S]*people is there[\s\S]*take the statement out/u);
      await write('ALTER TABLE orders ADD COLUMN a INT');
      assert.equal((await ship('migrate', ...allowed)).exitCode, 0);
    });

    test('triggers keep a table in its database', async () => {
      await home.query('CREATE TRIGGER stamp BEFORE INSERT ON users FOR EACH ROW SET NEW.email = 1');
      await write('RENAME TABLE users TO od.users');
      await refused('unsupported-table', /users has triggers \(stamp\)[\s\S]*Drop them/u, ...allowed);
      await home.query('DROP TRIGGER stamp');
      assert.equal((await ship('migrate', ...allowed)).exitCode, 0);
    });

    test('foreign keys go along as the server has it, and the plan says who names the table', async () => {
      await home.query(
        'CREATE TABLE lines_of (id INT PRIMARY KEY, user INT, CONSTRAINT f FOREIGN KEY (user) REFERENCES users (id))',
      );
      await home.query('CREATE OR REPLACE VIEW by_mail AS SELECT email FROM users');
      await write('RENAME TABLE users TO people');
      assert.match((await ship('plan', ...allowed)).stdout, /Named by: view `by_mail`/u);
      assert.equal((await ship('migrate', ...allowed)).exitCode, 0);
      await assert.rejects(home.query('INSERT INTO lines_of VALUES (1, 7)'), /foreign key/u);
      await home.query('INSERT INTO lines_of VALUES (1, 1)');
      await home.query('DROP VIEW by_mail');
    });

    test('a migration of the table keeps both names', async () => {
      const running = start(folder, [
        'migrate',
        '--target',
        home.url,
        '--alter',
        'ALTER TABLE users ADD COLUMN a INT',
        '--algorithm',
        'copy',
        '--cutover',
        'wait',
      ]);
      await waitFor(async () => (await ship('status')).stdout.includes('waiting'), {
        timeoutMs: 60_000,
        what: 'the gate',
      });
      for (const statement of ['RENAME TABLE users TO people', 'RENAME TABLE orders TO spare, users TO folk']) {
        const { exitCode, stderr } = await ship('migrate', '--alter', statement, ...allowed);
        assert.equal(exitCode, 1);
        assert.match(stderr, /migration of users is running[\s\S]*\[already-running\]/u);
      }
      assert.equal((await ship('cutover')).exitCode, 0);
      assert.equal((await running.ended).exitCode, 0);
    });

    test('a table in use is waited for, a moment at a time', async () => {
      await write('RENAME TABLE users TO people');
      const reader = await home.connect();
      await reader.query('START TRANSACTION');
      await reader.query('SELECT * FROM users');
      const renaming = ship('migrate', ...allowed, '--lock-budget', '1s');
      const waiting = async (): Promise<boolean> => {
        const rows = await home.query('SHOW PROCESSLIST');
        return rows.some((row) => /metadata lock/u.test(String(row.State)) && String(row.Info).startsWith('RENAME'));
      };
      await waitFor(waiting, { timeoutMs: 30_000, what: 'the first attempt' });
      // Between two attempts nobody waits behind it.
      await waitFor(async () => !(await waiting()), { timeoutMs: 30_000, what: 'the pause' });
      await home.query("INSERT INTO users VALUES (3, 'c')");
      await waitFor(waiting, { timeoutMs: 30_000, what: 'the second attempt' });
      await reader.end();
      assert.equal((await renaming).exitCode, 0);
      assert.equal(await tables(), 'orders people');
    });

    test('RENAME COLUMN has a name of its own to allow', async () => {
      await write('ALTER TABLE users RENAME COLUMN email TO mail');
      await refused('statement-not-allowed', /rename-column/u, ...allowed);
      const done = await ship('migrate', '--allow', 'rename-column', '--json', 'out.json');
      assert.equal(done.exitCode, 0, done.stderr);
      assert.partialDeepStrictEqual(await readJson(folder, 'out.json'), { migrations: [{ algorithm: 'instant' }] });
      assert.deepEqual(await home.query('SELECT mail FROM users'), [{ mail: 'a' }]);
    });
  });
}
