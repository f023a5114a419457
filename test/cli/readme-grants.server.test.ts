import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { createDatabase, query, type TestDatabase, type TestServer, testServers } from '../support/servers/index.ts';
import { urlOf } from '../support/servers/running-server.ts';
import { readJson, run } from './cli.ts';

/* A user with the grants of the README, and no others, can do whatever Ghostship does. */

const readme = new URL('../../README.md', import.meta.url);

const tables = [
  'CREATE TABLE parent (id INT PRIMARY KEY)',
  'CREATE TABLE users (id INT PRIMARY KEY, email VARCHAR(50), p INT, n INT)',
  "INSERT INTO users VALUES (1, 'a', NULL, 1)",
  'CREATE TABLE child (id INT PRIMARY KEY, p INT, n INT, CONSTRAINT to_parent FOREIGN KEY (p) REFERENCES parent (id))',
  'CREATE TABLE checked (id INT PRIMARY KEY, n INT, CONSTRAINT positive CHECK (n > 0))',
  'CREATE TABLE old (id INT PRIMARY KEY)',
  'CREATE VIEW mails AS SELECT email FROM users',
];

interface Case {
  readonly statement: string;
  readonly flags?: readonly string[];
  readonly only?: TestServer['flavor'];
}

const copied = ['--algorithm', 'copy'];

const cases: readonly Case[] = [
  { statement: 'ALTER TABLE users ADD COLUMN a INT' },
  { statement: 'ALTER TABLE users ADD COLUMN b INT', flags: copied },
  { statement: 'ALTER TABLE users MODIFY n BIGINT' },
  { statement: 'CREATE INDEX by_n ON users (n)' },
  { statement: 'ALTER TABLE users ADD CONSTRAINT by_p FOREIGN KEY (p) REFERENCES parent (id)' },
  { statement: 'CREATE TABLE made (id INT PRIMARY KEY, p INT, FOREIGN KEY (p) REFERENCES parent (id))' },
  { statement: 'CREATE TABLE alike LIKE users' },
  {
    statement: 'ALTER TABLE child MODIFY n BIGINT',
    flags: [...copied, '--foreign-keys', 'carry'],
    only: 'mysql',
  },
  { statement: 'ALTER TABLE child DROP FOREIGN KEY to_parent' },
  { statement: 'ALTER TABLE checked MODIFY n BIGINT', flags: copied },
  { statement: "UPDATE users SET email = 'b' WHERE id = 1" },
  { statement: 'RENAME TABLE old TO older' },
  { statement: 'DROP TABLE older' },
];

for (const server of testServers()) {
  describe(`the grants of the README on ${server.name}`, { timeout: 300_000 }, () => {
    let folder = '';
    let database: TestDatabase;
    const user = `readme_${process.pid}`;
    before(async () => {
      database = await createDatabase(server);
      folder = await mkdtemp(join(tmpdir(), 'ghostship-readme-'));
      await mkdir(join(folder, 'migrations'));
      for (const statement of tables) await database.query(statement);
      await query(server, `CREATE USER ${user} IDENTIFIED BY 'secret'`);
      for (const grant of await grantsOf(database.name, user)) await query(server, grant);
    });
    after(async () => {
      await query(server, `DROP USER ${user}`);
      await database[Symbol.asyncDispose]();
      await rm(folder, { recursive: true });
    });

    // One after the other, as some need what an earlier one has made.
    for (const [index, { statement, flags, only }] of cases.entries()) {
      if (only !== undefined && only !== server.flavor) continue;
      test(statement, async () => {
        await writeFile(join(folder, `migrations/${index + 10}.sql`), `${statement};\n`);
        const { host, port } = server;
        const target = `${urlOf({ user, password: 'secret', host, port })}${database.name}`;
        const allow = 'add-foreign-key,rename-table,drop-table,multiple-alters-same-table';
        const given = ['--target', target, '--data-statements', 'run', '--allow', allow, ...(flags ?? [])];
        const plan = await run(folder, ['plan', ...given, '--json', 'plan.json']);
        assert.equal(plan.exitCode, 0, plan.stdout);
        assert.doesNotMatch(plan.stdout, /Cannot be read/u);
        const { statements } = (await readJson(folder, 'plan.json')) as { statements: { kind: string }[] };
        assert.equal(statements.at(-1)?.kind, 'planned', plan.stdout);
        const migrate = await run(folder, ['migrate', ...given]);
        assert.equal(migrate.exitCode, 0, migrate.stderr);
      });
    }
  });
}

/** The blocks of SQL under "Privileges". */
async function grantsOf(database: string, user: string): Promise<string[]> {
  const [, section = ''] = (await readFile(readme, 'utf8')).split('\n## Privileges\n');
  const [own = ''] = section.split('\n## ');
  const grants = own.match(/GRANT .* ON .* TO ghostship(?=;)/gu) ?? [];
  assert.ok(grants.length >= 3, 'the README has grants');
  return grants.map((grant) =>
    grant
      .replace('shop', () => database.replaceAll('_', grant.includes('`') ? '\\_' : '_'))
      .replace(/ghostship$/u, user),
  );
}
