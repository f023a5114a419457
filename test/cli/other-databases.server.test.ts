import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, describe, test } from 'node:test';
import { createDatabase, serverNames, startServer, type TestDatabase, testServers } from '../support/servers/index.ts';
import { waitFor } from '../support/wait-for.ts';
import { readJson, run, start } from './cli.ts';

/* A statement may name another database than that of the target. Nobody who reviews it expects that. */

/** With `od` for the name of the other database. */
const statements: readonly string[] = [
  'ALTER TABLE od.users ADD COLUMN a INT',
  'ALTER TABLE `od`.`users` ADD COLUMN a INT',
  'CREATE INDEX i ON od.users (email)',
  'DROP INDEX by_email ON od.users',
  'CREATE TABLE od.fresh (a INT)',
  'CREATE TABLE fresh LIKE od.users',
  'CREATE TABLE od.fresh LIKE users',
  'DROP TABLE od.users',
];

for (const server of testServers()) {
  describe(`other databases on ${server.name}`, { timeout: 300_000 }, () => {
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
      folder = await mkdtemp(join(tmpdir(), 'ghostship-other-'));
      await mkdir(join(folder, 'migrations'));
      for (const database of [home, other]) {
        await database.query('DROP TABLE IF EXISTS users, users_del, fresh, ghostship_migrations');
        await database.query('CREATE TABLE users (id INT PRIMARY KEY, email VARCHAR(50), KEY by_email (email))');
        await database.query("INSERT INTO users VALUES (1, 'a')");
      }
    });
    after(() => rm(folder, { recursive: true }));

    const ship = (command: string, ...flags: string[]) =>
      run(folder, [command, '--target', home.url, '--allow', 'drop-table', ...flags]);
    const state = async (): Promise<string> =>
      JSON.stringify([
        await other.query('SHOW TABLES'),
        await home.query("SHOW TABLES LIKE 'fresh'"),
        await other.query('SHOW CREATE TABLE users').catch(() => null),
      ]);
    const write = (statement: string): Promise<void> =>
      writeFile(join(folder, 'migrations/1.sql'), `${statement.replaceAll('od', other.name)};\n`);

    for (const statement of statements) {
      test(`${statement}: refused by name, and shown with its database once it is allowed`, async () => {
        await write(statement);
        const before = await state();
        for (const command of ['lint', 'plan', 'migrate']) {
          const { exitCode, stdout, stderr } = await ship(command);
          const said = stdout + stderr;
          assert.equal(exitCode, 1, `${command}: ${said}`);
          assert.match(said, new RegExp(`${other.name}\\.users|${other.name}\\.fresh`, 'u'), command);
          assert.match(said, /databases/u, command);
        }
        assert.equal(await state(), before);

        const allowed = ['--databases', other.name];
        assert.equal((await ship('lint', ...allowed)).exitCode, 0);
        const plan = await ship('plan', ...allowed, '--json', 'plan.json');
        assert.equal(plan.exitCode, 0, plan.stdout);
        const migrate = await ship('migrate', ...allowed, '--json', 'out.json');
        assert.equal(migrate.exitCode, 0, migrate.stderr);
        assert.notEqual(await state(), before);
        const named = statement.startsWith('CREATE TABLE fresh')
          ? 'fresh'
          : `${other.name}.${/fresh/u.test(statement) ? 'fresh' : 'users'}`;
        assert.partialDeepStrictEqual(await readJson(folder, 'plan.json'), { statements: [{ table: named }] });
        assert.partialDeepStrictEqual(await readJson(folder, 'out.json'), { migrations: [{ table: named }] });
        assert.match(migrate.stdout, new RegExp(`^${named}: `, 'mu'));
        const [row] = await home.query('SELECT table_name FROM ghostship_migrations');
        assert.equal(row?.table_name, named);
      });
    }

    test('what no option allows: rows of a query', async () => {
      await write('CREATE TABLE fresh SELECT * FROM od.users');
      for (const command of ['lint', 'plan', 'migrate']) {
        const { exitCode, stdout, stderr } = await ship(command, '--databases', other.name);
        assert.equal(exitCode, 1, command);
        assert.match(stdout + stderr, /CREATE TABLE … SELECT/u, command);
      }
    });

    test('neither allow nor the severity of a rule lets it pass; the config file may', async () => {
      await write('ALTER TABLE od.users ADD COLUMN a INT');
      await mkdir(join(folder, '.github'));
      const configure = (text: string): Promise<void> => writeFile(join(folder, '.github/ghostship.yml'), text);
      for (const text of ['allow: other-database', 'rules: { other-database: off }']) {
        await configure(text);
        for (const command of ['plan', 'migrate']) {
          const { exitCode, stdout, stderr } = await ship(command);
          assert.equal(exitCode, 1, `${command} ${text}`);
          assert.match(stdout + stderr, /option databases/u);
        }
      }
      await configure(`databases: ${other.name}`);
      for (const command of ['lint', 'plan', 'migrate']) assert.equal((await ship(command)).exitCode, 0, command);
    });

    test('status tells the database, and commands take it', async () => {
      await write('ALTER TABLE od.users ADD COLUMN a INT');
      const allowed = ['--databases', other.name];
      const running = start(folder, [
        'migrate',
        '--target',
        home.url,
        ...allowed,
        '--algorithm',
        'copy',
        '--cutover',
        'wait',
      ]);
      await waitFor(async () => (await ship('status', ...allowed)).stdout.includes('waiting'), {
        timeoutMs: 60_000,
        what: 'the gate',
      });
      const label = `${other.name}.users`;
      for (const flags of [[], ['--table', label]])
        assert.match((await ship('status', ...allowed, ...flags)).stdout, new RegExp(`^${label}: `, 'mu'));
      assert.equal((await ship('pause', ...allowed, '--table', label)).exitCode, 0);
      assert.equal((await ship('resume', ...allowed, '--table', label)).exitCode, 0);
      // It is the only one that is running: its name may be left out.
      const told = await ship('cutover', ...allowed);
      assert.equal(told.exitCode, 0, told.stderr);
      assert.match(told.stdout, new RegExp(`${other.name}\\.users was told`, 'u'));
      assert.equal((await running.ended).exitCode, 0);
    });
  });

  test(`names are compared as ${server.name} compares them`, { timeout: 300_000 }, async () => {
    const folder = await mkdtemp(join(tmpdir(), 'ghostship-folding-'));
    const name = serverNames.find((one) => one.startsWith(server.name));
    assert.ok(name !== undefined);
    for (const folds of [false, true]) {
      await using own = folds ? await startServer({ name, options: { lower_case_table_names: '1' } }) : null;
      await using database = await createDatabase(own ?? server);
      await database.query('CREATE TABLE users (id INT PRIMARY KEY)');
      const statement = `ALTER TABLE ${database.name.toUpperCase()}.users ADD COLUMN a INT`;
      for (const command of ['plan', 'migrate']) {
        const { exitCode, stderr, stdout } = await run(folder, [
          command,
          '--target',
          database.url,
          '--alter',
          statement,
        ]);
        assert.equal(exitCode, folds ? 0 : 1, stdout + stderr);
      }
    }
    await rm(folder, { recursive: true });
  });
}
