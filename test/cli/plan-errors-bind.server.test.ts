import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, describe, test } from 'node:test';
import { casesFor, createDatabase, type TestDatabase, testServers } from '../support/servers/index.ts';
import { readJson, run } from './cli.ts';

/* What the plan has against one statement of a run keeps all of them from being started, also where only the rows tell it. */

interface Case {
  readonly name: string;
  /** The first one could run. */
  readonly statements: readonly string[];
  /** Code of each refusal, by the place of its statement. */
  readonly refused: Readonly<Record<number, string>>;
  readonly says: RegExp;
  readonly flags?: readonly string[];
}

const first = 'ALTER TABLE kid ADD COLUMN c1 INT';

const cases: readonly Case[] = [
  {
    name: 'a value that is too long',
    statements: [first, 'ALTER TABLE users MODIFY name VARCHAR(5)'],
    refused: { 1: 'data-does-not-fit' },
    says: /1 row/u,
  },
  {
    name: 'a number that is too great',
    statements: [first, 'ALTER TABLE users MODIFY n TINYINT'],
    refused: { 1: 'data-does-not-fit' },
    says: /n is out of range/u,
  },
  {
    name: 'NULL where none may be',
    statements: [first, 'ALTER TABLE users MODIFY note VARCHAR(9) NOT NULL'],
    refused: { 1: 'data-does-not-fit' },
    says: /note is NULL/u,
  },
  {
    name: 'duplicates',
    statements: [first, 'ALTER TABLE users ADD UNIQUE KEY by_twin (twin)'],
    refused: { 1: 'duplicate-rows' },
    says: /by_twin/u,
    flags: ['--allow', 'add-unique-index'],
  },
  {
    name: 'rows without a parent',
    statements: [first, 'ALTER TABLE kid ADD CONSTRAINT of_user FOREIGN KEY (u) REFERENCES users (id)'],
    refused: { 1: 'data-does-not-fit' },
    says: /refers to no row of users/u,
    flags: ['--allow', 'add-foreign-key,multiple-alters-same-table'],
  },
  {
    name: 'rows under a name that an earlier statement gives',
    statements: [first, 'RENAME TABLE users TO people', 'ALTER TABLE people MODIFY name VARCHAR(5)'],
    refused: { 2: 'data-does-not-fit' },
    says: /Rows of people/u,
    flags: ['--allow', 'rename-table'],
  },
  {
    name: 'several at once, each with its own reason',
    statements: [
      first,
      'ALTER TABLE users MODIFY name VARCHAR(5)',
      'ALTER TABLE users DROP COLUMN note',
      'ALTER TABLE kid ADD COLUMN c1 INT',
    ],
    refused: { 1: 'data-does-not-fit', 2: 'statement-not-allowed', 3: 'invalid-statement' },
    says: /Duplicate column name 'c1'/u,
  },
  {
    name: 'what a rule and the rows have against one statement',
    statements: [first, 'ALTER TABLE users DROP COLUMN note, MODIFY name VARCHAR(5)'],
    refused: { 1: 'statement-not-allowed' },
    says: /drop-column[\s\S]*name is longer than 5/u,
  },
  {
    name: 'a statement that the server does not take',
    statements: [first, 'ALTER TABLE users ADD INDEX ia (nope)'],
    refused: { 1: 'invalid-statement' },
    says: /nope/u,
  },
];

for (const server of testServers()) {
  describe(`what the plan has against a run binds on ${server.name}`, { timeout: 300_000 }, () => {
    let folder = '';
    let database: TestDatabase;
    before(async () => {
      database = await createDatabase(server);
      folder = await mkdtemp(join(tmpdir(), 'ghostship-errors-'));
      await mkdir(join(folder, 'migrations'));
    });
    after(async () => {
      await database[Symbol.asyncDispose]();
      await rm(folder, { recursive: true });
    });
    beforeEach(async () => {
      await database.query('DROP TABLE IF EXISTS kid, users, ghostship_migrations');
      await database.query(
        'CREATE TABLE users (id INT PRIMARY KEY, name VARCHAR(50), n INT, note VARCHAR(9), twin INT)',
      );
      await database.query("INSERT INTO users VALUES (1, 'averyverylongname', 300, NULL, 7), (2, 'b', 1, 'x', 7)");
      await database.query('CREATE TABLE kid (id INT PRIMARY KEY, u INT)');
      await database.query('INSERT INTO kid VALUES (1, 9)');
    });
    const both = async (statements: readonly string[], flags: readonly string[] = []) => {
      await writeFile(join(folder, 'migrations/1.sql'), statements.map((text) => `${text};\n`).join(''));
      const common = ['--target', database.url, ...flags, '--json', 'out.json'];
      const plan = await run(folder, ['plan', ...common]);
      const migrate = await run(folder, ['migrate', ...common]);
      return { plan, migrate, outcome: await readJson(folder, 'out.json') };
    };

    for (const { name, statements, refused, says, flags } of casesFor(server, cases)) {
      test(name, async () => {
        const { plan, migrate, outcome } = await both(statements, flags);
        assert.equal(plan.exitCode, 1, plan.stdout);
        assert.equal(migrate.exitCode, 1, migrate.stdout);
        const migrations = outcome.migrations as { error: { code: string } | null }[];
        const found = migrations.flatMap(({ error }, index) => (error === null ? [] : [[index, error.code]]));
        assert.deepEqual(Object.fromEntries(found), refused, migrate.stderr);
        assert.match(migrate.stderr, says);
        assert.deepEqual(await database.query("SHOW COLUMNS FROM kid LIKE 'c1'"), []);
        await assert.rejects(database.query('SELECT * FROM ghostship_migrations'));
      });
    }

    test('rows that an earlier statement may mend are left to the run', async () => {
      const mend = "UPDATE users SET name = 'a' WHERE id = 1";
      const flags = ['--data-statements', 'run'];
      const { plan, migrate } = await both([first, mend, 'ALTER TABLE users MODIFY name VARCHAR(5)'], flags);
      assert.deepEqual([plan.exitCode, migrate.exitCode], [0, 0], plan.stdout + migrate.stderr);
    });
  });
}
