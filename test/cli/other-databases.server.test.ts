import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, describe, test } from 'node:test';
import {
  casesFor,
  createDatabase,
  serverNames,
  startServer,
  type TestDatabase,
  testServers,
} from '../support/servers/index.ts';
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

/** What would read another database, or hand its rows out. */
const elsewhere: readonly string[] = [
  'CREATE TABLE fresh LIKE mysql.user',
  'CREATE TABLE fresh (LIKE mysql.user)',
  'CREATE TABLE fresh AS TABLE mysql.user',
  'CREATE TABLE fresh TABLE mysql.user',
  'CREATE TABLE fresh AS VALUES ROW(1)',
  'CREATE TABLE fresh (a INT) AS WITH c AS (SELECT 1 AS a) SELECT a FROM c',
  'CREATE TABLE fresh (a INT) ENGINE=MERGE UNION=(users, mysql.user)',
  'ALTER TABLE users UNION=(mysql.user)',
  'CREATE VIEW fresh AS SELECT * FROM mysql.user',
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
        await database.query(
          'DROP TABLE IF EXISTS users, users_del, users_gho, users_ghc, fresh, ghostship_migrations',
        );
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
    const waiting = (): string[] => [
      'migrate',
      '--target',
      home.url,
      '--databases',
      other.name,
      '--algorithm',
      'copy',
      '--cutover',
      'wait',
    ];
    const atTheGate = (): Promise<boolean> =>
      waitFor(async () => (await ship('status', '--databases', other.name)).stdout.includes('waiting'), {
        timeoutMs: 60_000,
        what: 'the gate',
      });
    const write = (statement: string): Promise<void> =>
      writeFile(join(folder, 'migrations/1.sql'), `${statement.replaceAll('od', other.name)};\n`);

    for (const statement of casesFor(server, statements)) {
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

    for (const statement of casesFor(server, elsewhere)) {
      test(`${statement}: refused by lint, plan and migrate`, async () => {
        await write(statement);
        const before = await state();
        for (const command of ['lint', 'plan', 'migrate']) {
          const { exitCode, stdout, stderr } = await ship(command, '--databases', other.name);
          assert.equal(exitCode, 1, `${command}: ${stdout}`);
          assert.match(
            stdout + stderr,
            /mysql\.user, in another database|names mysql\.user|CREATE (TABLE … SELECT|VIEW)/u,
          );
        }
        assert.equal(await state(), before);
      });
    }

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

    test('the ledger knows where a run is, also where the option is not given any more', async () => {
      await write('ALTER TABLE od.users ADD COLUMN a INT');
      const running = start(folder, waiting());
      await atTheGate();
      const label = `${other.name}.users`;
      for (const flags of [[], ['--table', label]])
        assert.match((await ship('status', ...flags)).stdout, new RegExp(`^${label}: `, 'mu'));
      assert.match((await ship('pause', '--table', label)).stdout, new RegExp(`${label} was told`, 'u'));
      assert.match((await ship('resume')).stdout, new RegExp(`${label} was told`, 'u'));
      const cleanup = await ship('cleanup');
      assert.match(cleanup.stdout, new RegExp(`Kept ${other.name}\\.users: its migration is running`, 'u'));
      assert.equal((await ship('abort')).exitCode, 0);
      assert.notEqual((await running.ended).exitCode, 0);
    });

    test('cleanup drops what a killed run has left there, its own schema too', async () => {
      await write('ALTER TABLE od.users ADD COLUMN a INT');
      const running = start(folder, waiting());
      await atTheGate();
      running.kill('SIGKILL');
      await running.ended;
      // As it is while a statement is tried on a table with foreign keys.
      const clones = `${other.name}_users_ghr`;
      await other.query(`CREATE DATABASE ${clones}`);
      await other.query(
        `CREATE TABLE ${clones}.\`ghostship dry run\` (id INT PRIMARY KEY) COMMENT 'Ghostship dry run'`,
      );
      await other.query(`CREATE TABLE ${clones}.p (id INT PRIMARY KEY)`);
      await other.query(
        `CREATE TABLE ${clones}.users (id INT PRIMARY KEY, FOREIGN KEY (id) REFERENCES ${clones}.p (id))`,
      );
      await waitFor(async () => /left behind|is gone/u.test((await ship('status')).stdout), {
        timeoutMs: 30_000,
        what: 'the server to notice',
      });
      const { stdout } = await ship('cleanup');
      for (const name of [`${other.name}.users_gho`, `${other.name}.users_ghc`, clones])
        assert.ok(stdout.includes(`Dropped ${name}.`), stdout);
      assert.deepEqual(
        (await other.query('SHOW TABLES')).map((row) => Object.values(row)[0]),
        ['users'],
      );
      assert.deepEqual(await other.query(`SHOW DATABASES LIKE '${clones.replaceAll('_', '\\_')}'`), []);
    });

    test('cleanup keeps a schema that has rows of somebody', async () => {
      await write('ALTER TABLE od.users ADD COLUMN a INT');
      const running = start(folder, waiting());
      await atTheGate();
      running.kill('SIGKILL');
      await running.ended;
      const theirs = `${other.name}_users_ghr`;
      await other.query(`CREATE DATABASE ${theirs}`);
      await other.query(`CREATE TABLE ${theirs}.p (id INT PRIMARY KEY)`);
      await other.query(`INSERT INTO ${theirs}.p VALUES (1)`);
      await waitFor(async () => /left behind|is gone/u.test((await ship('status')).stdout), {
        timeoutMs: 30_000,
        what: 'the server to notice',
      });
      assert.match((await ship('cleanup')).stdout, new RegExp(`Kept ${theirs}: `, 'u'));
      assert.equal((await other.query(`SELECT * FROM ${theirs}.p`)).length, 1);
      await other.query(`DROP DATABASE ${theirs}`);
    });

    test('cleanup drops retired tables of other databases', async () => {
      const retired: readonly (readonly [string, string[]])[] = [
        ['DROP TABLE od.users', []],
        ['ALTER TABLE od.users ADD COLUMN a INT', ['--algorithm', 'copy', '--retired', 'keep']],
      ];
      for (const [statement, flags] of retired) {
        await other.query('CREATE TABLE IF NOT EXISTS users (id INT PRIMARY KEY)');
        await home.query('DROP TABLE IF EXISTS ghostship_migrations');
        await write(statement);
        const done = await ship('migrate', '--databases', other.name, ...flags, '--json', 'out.json');
        assert.equal(done.exitCode, 0, done.stderr);
        const label = `${other.name}.users_del`;
        assert.partialDeepStrictEqual(await readJson(folder, 'out.json'), { migrations: [{ retired: label }] });
        assert.match((await ship('cleanup', '--retired', 'keep')).stdout, new RegExp(`Kept ${label}: `, 'u'));
        assert.equal((await ship('cleanup', '--table', 'users')).stdout.trim(), 'There is nothing to clean up.');
        assert.match((await ship('cleanup', '--retired', 'drop')).stdout, new RegExp(`Dropped ${label}\\.`, 'u'));
        assert.deepEqual(await other.query("SHOW TABLES LIKE 'users\\_del'"), []);
      }
    });

    test('a name that could mean two tables is kept', async () => {
      await write('DROP TABLE od.users');
      assert.equal((await ship('migrate', '--databases', other.name)).exitCode, 0);
      await home.query(`CREATE TABLE \`${other.name}.users_del\` (id INT PRIMARY KEY)`);
      assert.match((await ship('cleanup')).stdout, /Kept .*users_del: two tables/u);
      await home.query(`DROP TABLE \`${other.name}.users_del\``);
      assert.match((await ship('cleanup', '--retired', 'drop')).stdout, /Dropped/u);
    });

    test('names may be as long as the server has them', async () => {
      const long = 'x'.repeat(60);
      await other.query(`CREATE TABLE ${long} (id INT PRIMARY KEY)`);
      await write(`ALTER TABLE od.${long} ADD COLUMN a INT`);
      const { exitCode, stderr } = await ship('migrate', '--databases', other.name);
      assert.equal(exitCode, 0, stderr);
      await other.query(`DROP TABLE ${long}`);
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
