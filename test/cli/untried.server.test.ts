import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, describe, test } from 'node:test';
import { casesFor, createDatabase, query, type TestDatabase, testServers } from '../support/servers/index.ts';
import { urlOf } from '../support/servers/running-server.ts';
import { readJson, run } from './cli.ts';

/*
 * Without the grant on its short-lived schemas Ghostship cannot try statements that build on each other, nor new tables. What nobody
 * has tried is neither green nor run, in whichever database, unless a person accepts that.
 */

interface Case {
  readonly name: string;
  /** HOME and OTHER stand for two databases. */
  readonly statements: readonly string[];
  /** The statements that are refused for want of the grant. */
  readonly untried: readonly number[];
}

const cases: readonly Case[] = [
  { name: 'a new table', statements: ['CREATE TABLE made (id INT PRIMARY KEY)'], untried: [0] },
  { name: 'a new table elsewhere', statements: ['CREATE TABLE OTHER.made (id INT PRIMARY KEY)'], untried: [0] },
  {
    name: 'what follows on the same table, and a new one',
    statements: [
      'ALTER TABLE users ADD COLUMN a INT',
      'ALTER TABLE users ADD INDEX ia (nope)',
      'CREATE TABLE foo (idd INTTT PRIMARY KEY)',
    ],
    untried: [1, 2],
  },
  {
    name: 'what follows on the same table elsewhere',
    statements: ['ALTER TABLE OTHER.users ADD COLUMN a INT', 'ALTER TABLE OTHER.users ADD COLUMN b INT'],
    untried: [1],
  },
  {
    name: 'statements on several tables',
    statements: ['ALTER TABLE users ADD COLUMN a INT', 'ALTER TABLE OTHER.users ADD COLUMN b INT'],
    untried: [],
  },
];

interface Statement {
  readonly kind?: string;
  readonly error?: { readonly code: string; readonly message: string; readonly hint: string } | null;
}

for (const server of testServers()) {
  describe(`without the grant on short-lived schemas on ${server.name}`, { timeout: 300_000 }, () => {
    const user = `untried_${process.pid}`;
    let folder = '';
    let home: TestDatabase;
    let other: TestDatabase;
    before(async () => {
      home = await createDatabase(server);
      other = await createDatabase(server);
      folder = await mkdtemp(join(tmpdir(), 'ghostship-untried-'));
      await mkdir(join(folder, 'migrations'));
      await query(server, `CREATE USER ${user} IDENTIFIED BY 'secret'`);
      const onTables =
        'SELECT, INSERT, UPDATE, DELETE, CREATE, DROP, ALTER, INDEX, LOCK TABLES, CREATE TEMPORARY TABLES, TRIGGER, REFERENCES';
      for (const { name } of [home, other]) await query(server, `GRANT ${onTables} ON ${name}.* TO ${user}`);
      await query(server, `GRANT REPLICATION SLAVE, REPLICATION CLIENT, PROCESS ON *.* TO ${user}`);
    });
    after(async () => {
      await query(server, `DROP USER ${user}`);
      await home[Symbol.asyncDispose]();
      await other[Symbol.asyncDispose]();
      await rm(folder, { recursive: true });
    });
    beforeEach(async () => {
      await home.query('DROP TABLE IF EXISTS ghostship_migrations');
      for (const { name } of [home, other]) {
        await query(server, `DROP TABLE IF EXISTS ${name}.users, ${name}.made`);
        await query(server, `CREATE TABLE ${name}.users (id INT PRIMARY KEY)`);
      }
    });

    const named = (text: string): string => text.replaceAll('HOME', home.name).replaceAll('OTHER', other.name);
    const both = async (statements: readonly string[], ...flags: string[]) => {
      await writeFile(join(folder, 'migrations/1.sql'), named(statements.map((text) => `${text};\n`).join('')));
      const target = `${urlOf({ user, password: 'secret', host: server.host, port: server.port })}${home.name}`;
      const allow = ['--allow', 'multiple-alters-same-table', '--databases', other.name];
      const given = ['--target', target, ...allow, ...flags, '--json', 'out.json'];
      const plan = await run(folder, ['plan', ...given]);
      const planned = (await readJson(folder, 'out.json')).statements as readonly Statement[];
      const migrate = await run(folder, ['migrate', ...given]);
      const migrated = (await readJson(folder, 'out.json')).migrations as readonly Statement[];
      return { plan, planned, migrate, migrated };
    };

    for (const { name, statements, untried } of casesFor(server, cases)) {
      test(name, async () => {
        const { plan, planned, migrate, migrated } = await both(statements);
        const exitCode = untried.length === 0 ? 0 : 1;
        assert.deepEqual([plan.exitCode, migrate.exitCode], [exitCode, exitCode], plan.stdout + migrate.stderr);
        for (const all of [planned, migrated]) {
          const refused = all.flatMap(({ error }, index) => (error == null ? [] : [index]));
          assert.deepEqual(refused, untried);
          for (const { error } of all) {
            if (error == null) continue;
            assert.equal(error.code, 'missing-privileges');
            assert.match(error.message, /short-lived schema beside test_/u);
            assert.match(error.hint, /^GRANT ALL ON `test\\_\w+\\_%`\.\* .*untried-statement in the option allow/u);
          }
        }
        if (untried.length > 0) await assert.rejects(home.query('SELECT * FROM ghostship_migrations'));
      });
    }

    test('a person may accept that they are not tried', async () => {
      const statements = ['CREATE TABLE made (id INT PRIMARY KEY)', 'ALTER TABLE made ADD COLUMN a INT'];
      const { plan, planned, migrate } = await both(statements, '--allow', 'untried-statement');
      assert.deepEqual([plan.exitCode, migrate.exitCode], [0, 0], plan.stdout + migrate.stderr);
      assert.deepEqual(
        planned.map(({ kind }) => kind),
        ['unplanned', 'unplanned'],
      );
    });

    test('what was tried on the test replica is run', async () => {
      const replica = `${server.url}${home.name}`;
      const statements = ['CREATE TABLE made (id INT PRIMARY KEY)', 'ALTER TABLE made ADD COLUMN a INT'];
      const { plan, migrate } = await both(statements, '--replica', replica);
      assert.deepEqual([plan.exitCode, migrate.exitCode], [0, 0], plan.stdout + migrate.stderr);
    });
  });
}
