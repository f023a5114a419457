import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, beforeEach, describe, test } from 'node:test';
import { casesFor, createDatabase, type TestDatabase, testServers } from '../support/servers/index.ts';
import { type CliRun, run } from './cli.ts';

/* What lint forbids, plan calls not ready and migrate does not run. */

/** A rule, a statement that it stops, and whether the server could run it. */
const forbidden: readonly (readonly [rule: string, statement: string])[] = [
  ['drop-column', 'ALTER TABLE users DROP COLUMN email'],
  ['drop-and-add-column', 'ALTER TABLE users DROP COLUMN email, ADD COLUMN email INT'],
  ['rename-column', 'ALTER TABLE users RENAME COLUMN email TO mail'],
  ['add-not-null-no-default', 'ALTER TABLE users ADD COLUMN age INT NOT NULL'],
  ['nondeterministic-default', 'ALTER TABLE users ADD COLUMN token CHAR(36) DEFAULT (UUID())'],
  ['add-unique-index', 'CREATE UNIQUE INDEX one_email ON users (email)'],
  ['add-foreign-key', 'ALTER TABLE users ADD CONSTRAINT f FOREIGN KEY (id) REFERENCES places (id)'],
  ['drop-primary-key', 'ALTER TABLE users DROP PRIMARY KEY'],
  ['drop-partition', 'ALTER TABLE users DROP PARTITION p0'],
  ['rename-table', 'ALTER TABLE users RENAME TO people'],
  ['drop-table', 'DROP TABLE users'],
];

for (const server of testServers()) {
  describe(`lint binds on ${server.name}`, { timeout: 300_000 }, () => {
    let folder = '';
    let database: TestDatabase;
    before(async () => {
      database = await createDatabase(server);
    });
    after(() => database[Symbol.asyncDispose]());
    beforeEach(async () => {
      if (folder !== '') await rm(folder, { recursive: true });
      folder = await mkdtemp(join(tmpdir(), 'ghostship-binds-'));
      await database.query('DROP TABLE IF EXISTS users, users_del, places, ghostship_migrations');
      await database.query('CREATE TABLE places (id INT PRIMARY KEY)');
      await database.query(
        'CREATE TABLE users (id INT PRIMARY KEY, email VARCHAR(50), twice INT AS (id * 2) VIRTUAL, KEY by_email (email))',
      );
      await database.query("INSERT INTO users (id, email) VALUES (1, 'a')");
    });
    after(() => rm(folder, { recursive: true }));

    const write = async (path: string, text: string): Promise<void> => {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    };
    const both = async (...flags: string[]): Promise<{ plan: CliRun; migrate: CliRun }> => {
      const target = ['--target', database.url, ...flags];
      return { plan: await run(folder, ['plan', ...target]), migrate: await run(folder, ['migrate', ...target]) };
    };
    const definition = async (): Promise<string> =>
      JSON.stringify(await database.query('SHOW CREATE TABLE users').catch(() => null));

    for (const [rule, statement] of casesFor(server, forbidden)) {
      test(`${rule}: what plan calls not ready is not run, nor anything before it`, async () => {
        const before = await definition();
        await write('migrations/1.sql', `ALTER TABLE users ADD COLUMN first INT;\n\n${statement};\n`);
        const { plan, migrate } = await both();
        assert.equal(plan.exitCode, 1, plan.stdout);
        assert.match(plan.stdout, new RegExp(`migrations/1\\.sql:3:\\d+ error ${rule}: `, 'u'));
        assert.equal(migrate.exitCode, 1, migrate.stdout);
        assert.match(migrate.stderr, /migrations\/1\.sql:3[\s\S]*\[statement-not-allowed\]/u);
        if (!['drop-table', 'rename-table'].includes(rule))
          assert.ok(migrate.stderr.includes(`(${rule})`), migrate.stderr);
        assert.match(migrate.stderr, /lint:ignore|option allow/u);
        assert.match(migrate.stderr, /users is as it was/u);
        assert.equal(await definition(), before);
        await assert.rejects(database.query('SELECT * FROM ghostship_migrations'));
      });
    }

    test('what the file silences, the run allows, or the configuration calls a warning is run', async () => {
      const drop = 'ALTER TABLE users DROP COLUMN email;\n';
      const ways: readonly (readonly [files: Record<string, string>, flags: string[]])[] = [
        [{ 'migrations/1.sql': `-- lint:ignore drop-column -- unused\n${drop}` }, []],
        [{ 'migrations/1.sql': `-- lint:ignore-file drop-column -- unused\n${drop}` }, []],
        [{ 'migrations/1.sql': drop }, ['--allow', 'drop-column']],
        [{ 'migrations/1.sql': drop, '.github/ghostship.yml': 'rules: { drop-column: warning }' }, []],
        [{ 'migrations/1.sql': drop, '.github/ghostship.yml': 'allow: drop-column' }, []],
        [
          {
            'migrations/1.sql': drop,
            '.github/ghostship.yml': 'overrides: [{ tables: users, allow: drop-column }]',
          },
          [],
        ],
      ];
      for (const [files, flags] of ways) {
        await database.query('DROP TABLE IF EXISTS ghostship_migrations, users');
        await database.query('CREATE TABLE users (id INT PRIMARY KEY, email VARCHAR(50))');
        for (const [path, text] of Object.entries(files)) await write(path, text);
        const { plan, migrate } = await both(...flags);
        assert.deepEqual([plan.exitCode, migrate.exitCode], [0, 0], JSON.stringify(files) + migrate.stderr);
        assert.doesNotMatch(await definition(), /email/u);
        await rm(join(folder, '.github'), { recursive: true, force: true });
      }
    });

    test('a rule that the configuration makes an error binds', async () => {
      await write('migrations/1.sql', 'ALTER TABLE users DROP INDEX by_email;\n');
      await write('.github/ghostship.yml', 'rules: { drop-index-without-invisible: error }');
      const { plan, migrate } = await both();
      assert.deepEqual([plan.exitCode, migrate.exitCode], [1, 1]);
      assert.match(migrate.stderr, /drop-index-without-invisible[\s\S]*\[statement-not-allowed\]/u);
    });

    test('what the server tells of a table counts for both: a virtual column may be dropped', async () => {
      await write('migrations/1.sql', 'ALTER TABLE users DROP COLUMN twice;\n');
      const { plan, migrate } = await both();
      assert.deepEqual([plan.exitCode, migrate.exitCode], [0, 0], plan.stdout + migrate.stderr);
    });

    test('what was applied is not judged again', async () => {
      await write('migrations/1.sql', 'ALTER TABLE users DROP COLUMN email;\n');
      assert.equal((await both('--allow', 'drop-column')).migrate.exitCode, 0);
      await write('migrations/2.sql', 'ALTER TABLE users ADD COLUMN later INT;\n');
      const { plan, migrate } = await both();
      assert.deepEqual([plan.exitCode, migrate.exitCode], [0, 0], plan.stdout + migrate.stderr);
      assert.match(await definition(), /later/u);
    });

    test('what somebody has just typed is run, and told what speaks against it', async () => {
      const { plan, migrate } = await both('--alter', 'ALTER TABLE users DROP COLUMN email');
      assert.equal(plan.exitCode, 0, plan.stdout);
      assert.match(plan.stdout, /warning drop-column: Drops column users\.email/u);
      assert.equal(migrate.exitCode, 0, migrate.stderr);
      assert.match(migrate.stdout, /Warning: Drops column users\.email \(drop-column\)/u);
      assert.doesNotMatch(await definition(), /email/u);
    });

    test('what no comment could silence binds what somebody has typed, too', async () => {
      const { plan, migrate } = await both('--alter', 'ALTER TABLE users ADD COLUMN a INT) ');
      assert.deepEqual([plan.exitCode, migrate.exitCode], [1, 1]);
      assert.match(migrate.stderr, /\(syntax-error\)[\s\S]*\[invalid-statement\]/u);
    });
  });
}
