import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, describe, test } from 'node:test';
import { createDatabase, type TestDatabase, testServers } from '../support/servers/index.ts';
import { type CliRun, readJson, run } from './cli.ts';

/* A repository may be older than its ledger: what was applied by other means is noted, and never run. */

/** What the tool before Ghostship has applied; Ghostship would refuse two of the files. */
const old: readonly (readonly [path: string, text: string])[] = [
  ['migrations/0001_users.sql', 'CREATE TABLE users (id INT PRIMARY KEY, name VARCHAR(20));\n'],
  ['migrations/0002_fill.sql', "INSERT INTO users VALUES (1, 'ann');\nALTER TABLE users ADD COLUMN age INT;\n"],
  ['migrations/0003_unclear.sql', "INSERT INTO users VALUES (2, 'a quote that does not end);\n"],
];
const fresh = ['migrations/0004_mail.sql', 'ALTER TABLE users ADD COLUMN mail VARCHAR(50);\n'] as const;

for (const server of testServers()) {
  describe(`a database that is older than its ledger on ${server.name}`, { timeout: 120_000 }, () => {
    let folder = '';
    let database: TestDatabase;
    before(async () => {
      database = await createDatabase(server);
    });
    after(() => database[Symbol.asyncDispose]());
    beforeEach(async () => {
      if (folder !== '') await rm(folder, { recursive: true });
      folder = await mkdtemp(join(tmpdir(), 'ghostship-baseline-'));
      await mkdir(join(folder, 'migrations'));
      await database.query('DROP TABLE IF EXISTS users, ghostship_migrations');
      await database.query('CREATE TABLE users (id INT PRIMARY KEY, name VARCHAR(20), age INT)');
      for (const [path, text] of [...old, fresh]) await write(path, text);
    });
    after(() => rm(folder, { recursive: true }));

    const write = (path: string, text: string): Promise<void> => writeFile(join(folder, path), text);
    const ghostship = (...args: string[]): Promise<CliRun> => run(folder, [...args, '--target', database.url]);
    const columns = async (): Promise<string> =>
      (await database.query('SHOW COLUMNS FROM users')).map(({ Field }) => String(Field)).join(' ');
    const last = old.at(-1)?.[0] ?? '';

    for (const [what, more] of [
      ['is deleted', []],
      ['is named in the option baseline', ['--baseline', fresh[0]]],
    ] as const)
      test(`the file of a change that was made by hand ${what}, as its refusal advises`, async () => {
        assert.equal((await ghostship('baseline', '--through', last)).exitCode, 0);
        await database.query('ALTER TABLE users ADD COLUMN mail VARCHAR(50)');
        const refused = await ghostship('plan');
        assert.equal(refused.exitCode, 1, refused.stdout);
        const words =
          /Duplicate column name 'mail'[\s\S]*made by hand, delete its file, or[^.]*name it in the option baseline\./u;
        assert.match(refused.stdout, words);
        if (more.length === 0) await rm(join(folder, fresh[0]));
        for (const command of ['plan', 'migrate']) {
          const { exitCode, stdout, stderr } = await ghostship(command, ...more);
          assert.equal(exitCode, 0, `${command}: ${stdout}${stderr}`);
        }
        assert.equal(await columns(), 'id name age mail');
      });

    test('baseline notes the old files, and only the new one is planned and run', async () => {
      const { exitCode, stdout, stderr } = await ghostship('baseline', '--through', last, '--json', 'out.json');
      assert.equal(exitCode, 0, stderr);
      assert.equal(stdout.trim(), `Noted 4 statements of 3 files up to ${last} as applied. None of them will be run.`);
      assert.deepEqual(await readJson(folder, 'out.json'), { through: last, files: 3, namespace: '', noted: 4 });
      const rows = await database.query(
        'SELECT file, ordinal, state, actor IS NULL AS nobody, finished_at IS NULL AS never FROM ghostship_migrations ORDER BY file, ordinal',
      );
      assert.deepEqual(
        rows.map((row) => Object.values(row).map(String).join(' ')),
        ['0001_users.sql 1', '0002_fill.sql 1', '0002_fill.sql 2', '0003_unclear.sql 0'].map(
          (place) => `migrations/${place} completed 0 0`,
        ),
      );
      const plan = await ghostship('plan');
      assert.equal(plan.exitCode, 0, plan.stdout);
      assert.match(plan.stdout, /0001_users\.sql.*applied before Ghostship came; it is not run again/su);
      const migrate = await ghostship('migrate');
      assert.equal(migrate.exitCode, 0, migrate.stderr);
      assert.equal(await columns(), 'id name age mail');
    });

    test('a second baseline notes what is missing, and leaves the rest as it is', async () => {
      await ghostship('baseline', '--through', 'migrations/0001_users.sql');
      const further = await ghostship('baseline', '--through', last);
      assert.match(further.stdout, /^Noted 3 statements of 3 files/u);
      const again = await ghostship('baseline', '--through', last);
      assert.equal(again.stdout.trim(), `The ledger has all statements of 3 files up to ${last}.`);
    });

    test('the option baseline is planned with, and noted by migrate', async () => {
      const plan = await ghostship('plan', '--baseline', last);
      assert.equal(plan.exitCode, 0, plan.stdout);
      assert.deepEqual(await database.query("SHOW TABLES LIKE 'ghostship_migrations'"), []);
      const migrate = await ghostship('migrate', '--baseline', last);
      assert.equal(migrate.exitCode, 0, migrate.stderr);
      assert.equal(await columns(), 'id name age mail');
      const without = await ghostship('migrate');
      assert.equal(without.exitCode, 0, without.stderr);
    });

    test('a file that was noted must not change', async () => {
      await ghostship('baseline', '--through', last);
      for (const [path, text] of old.slice(1)) {
        await write(path, text.replace('users', 'people'));
        for (const command of ['plan', 'migrate']) {
          const { exitCode, stdout, stderr } = await ghostship(command);
          assert.equal(exitCode, 1, stdout);
          assert.match(stdout + stderr, /differs from what was applied before Ghostship came/u);
          assert.match(stdout + stderr, /file-changed-after-apply/u);
        }
        await write(path, text);
      }
      assert.equal((await ghostship('plan')).exitCode, 0);
    });

    test('without a baseline the first refusal names it', async () => {
      await rm(join(folder, last));
      await write('migrations/0002_fill.sql', 'ALTER TABLE users ADD COLUMN age INT;\n');
      for (const command of ['plan', 'migrate']) {
        const { exitCode, stdout, stderr } = await ghostship(command);
        assert.equal(exitCode, 1, stdout);
        assert.match(
          stdout + stderr,
          /If these files were applied before Ghostship came, note that with `ghostship baseline --through <path>`/u,
        );
      }
      await ghostship('baseline', '--through', 'migrations/0002_fill.sql');
      assert.equal((await ghostship('migrate')).exitCode, 0);
      assert.equal(await columns(), 'id name age mail');
    });

    test('an option baseline that names no file is refused, and notes no new file as applied', async () => {
      const fails = async (command: string, named: string, says: RegExp): Promise<void> => {
        const { exitCode, stdout, stderr } = await ghostship(command, '--baseline', named);
        assert.equal(exitCode, 2, stdout + stderr);
        assert.match(stdout + stderr, says);
      };
      for (const command of ['plan', 'migrate', 'rehearse']) {
        const replica = command === 'rehearse' ? ['--replica', database.url] : [];
        const { exitCode, stdout, stderr } = await ghostship(command, '--baseline', 'sql/0003_unclear.sql', ...replica);
        assert.equal(exitCode, 2, stdout + stderr);
        assert.match(
          stdout + stderr,
          /sql\/0003_unclear\.sql is none of the files.*Did you mean migrations\/0003_unclear\.sql\?/su,
        );
      }
      await fails('migrate', 'migrations/9.sql', /migrations\/9\.sql is none of the files/u);
      assert.deepEqual(await database.query("SHOW TABLES LIKE 'ghostship_migrations'"), []);
      assert.equal(await columns(), 'id name age');
    });

    test('what comes later is run, wherever its name is sorted: the option is noted once', async () => {
      assert.equal((await ghostship('migrate', '--baseline', last)).exitCode, 0);
      await write('migrations/0002_late.sql', 'ALTER TABLE users ADD COLUMN late INT;\n');
      const plan = await ghostship('plan', '--baseline', last);
      assert.match(plan.stdout, /ADD COLUMN late INT\n {2}→/u);
      assert.equal((await ghostship('migrate', '--baseline', last)).exitCode, 0);
      assert.equal(await columns(), 'id name age mail late');
    });

    test('a file of the option that was deleted once it was noted is no fault, and notes nothing more', async () => {
      assert.equal((await ghostship('migrate', '--baseline', last)).exitCode, 0);
      await rm(join(folder, last));
      await write('migrations/0002_more.sql', 'ALTER TABLE users ADD COLUMN more INT;\n');
      for (const command of ['plan', 'migrate']) {
        const { exitCode, stdout, stderr } = await ghostship(command, '--baseline', last);
        assert.equal(exitCode, 0, stdout + stderr);
      }
      assert.equal(await columns(), 'id name age mail more');
    });

    test('what is none of the files is refused, and nothing is noted', async () => {
      const wrong = await ghostship('baseline', '--through', '0003_unclear.sql');
      assert.equal(wrong.exitCode, 2);
      assert.match(wrong.stderr, /0003_unclear\.sql is none of the files/u);
      const none = await ghostship('baseline');
      assert.equal(none.exitCode, 2);
      assert.match(none.stderr, /baseline needs --through/u);
      await writeFile(join(folder, last), Buffer.from([0x2d, 0x2d, 0x20, 0xe9, 0x0a]));
      const latin = await ghostship('baseline', '--through', last);
      assert.equal(latin.exitCode, 1);
      assert.match(latin.stderr, /Nothing was noted.*!migrations\/0003_unclear\.sql/su);
      const left = await ghostship(
        'baseline',
        '--through',
        'migrations/0002_fill.sql',
        '--files',
        'migrations/*.sql',
        '--files',
        `!${last}`,
      );
      assert.equal(left.exitCode, 0, left.stderr);
      assert.deepEqual(
        await database.query('SELECT COUNT(*) AS n FROM ghostship_migrations').then(([row]) => Number(row?.n)),
        3,
      );
    });
  });
}
