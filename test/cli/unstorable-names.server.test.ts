import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { createDatabase, type TestDatabase, testServers } from '../support/servers/index.ts';
import { readJson, run } from './cli.ts';

/* A name with a character of four bytes is another one afterwards, on MySQL, and refused by MariaDB: no command lets it through. */

const statements: readonly string[] = [
  'ALTER TABLE t ADD COLUMN `🦄` INT',
  'ALTER TABLE t ADD COLUMN 🦄 INT',
  'ALTER TABLE t RENAME COLUMN v TO `🦄`',
  'ALTER TABLE t ADD INDEX `🦄` (v)',
  'CREATE INDEX `🦄` ON t (v)',
  'ALTER TABLE t ADD CONSTRAINT `🦄` CHECK (v > 0)',
  'ALTER TABLE t ADD CONSTRAINT `🦄` FOREIGN KEY (v) REFERENCES t (id)',
  'ALTER TABLE t PARTITION BY RANGE (id) (PARTITION `🦄` VALUES LESS THAN MAXVALUE)',
  'CREATE TABLE `🦄` (id INT PRIMARY KEY)',
  'CREATE TABLE n (`🦄` INT PRIMARY KEY)',
  'RENAME TABLE t TO `🦄`',
];

for (const server of testServers()) {
  describe(`names with characters of four bytes on ${server.name}`, { timeout: 600_000 }, () => {
    let home: TestDatabase;
    let folder = '';
    before(async () => {
      home = await createDatabase(server);
      folder = await mkdtemp(join(tmpdir(), 'ghostship-names-'));
      await mkdir(join(folder, 'migrations'));
      await home.query('CREATE TABLE t (id INT PRIMARY KEY, v INT)');
    });
    after(async () => {
      await home[Symbol.asyncDispose]();
      await rm(folder, { recursive: true });
    });

    test('lint, plan and migrate refuse each of them, and all for the same reason', async () => {
      for (const [index, statement] of statements.entries())
        await writeFile(join(folder, `migrations/${10 + index}.sql`), `${statement};\n`);
      const allow = 'rename-table,rename-column,multiple-alters-same-table';
      const lint = await run(folder, ['lint', '--format', 'json']);
      const { findings } = JSON.parse(lint.stdout) as { findings: readonly { rule: string; file: string }[] };
      const named = findings.filter(({ rule }) => rule === 'unstorable-name').map(({ file }) => file);
      assert.equal(named.length, statements.length);

      const plan = await run(folder, ['plan', '--target', home.url, '--allow', allow, '--json', 'plan.json']);
      const { statements: planned } = (await readJson(folder, 'plan.json')) as unknown as Planned;
      assert.equal(plan.exitCode, 1);
      for (const [index, { error }] of planned.entries()) {
        assert.equal(error?.code, 'invalid-statement', statements[index]);
        assert.match(error.message, /^No server can hold the name 🦄 .*: MySQL would call it \?,/u, statements[index]);
      }
      assert.equal(planned.length, statements.length);

      const migrate = await run(folder, ['migrate', '--target', home.url, '--allow', allow]);
      assert.equal(migrate.exitCode, 1);
      assert.match(migrate.stderr, /No server can hold the name 🦄/u);
      assert.deepEqual(
        (await home.query('SHOW TABLES')).flatMap((row) => Object.values(row)),
        ['t'],
      );
    });

    test('the server itself makes another name of it, or refuses it', async () => {
      for (const statement of statements) {
        const session = await home.connect();
        const said = await session.query(statement).then(
          () => 'done',
          (error: unknown) => String(error),
        );
        await session.end();
        if (server.flavor === 'mariadb') assert.match(said, /Invalid utf8mb4 character string/u, statement);
        else assert.doesNotMatch(said, /Invalid/u, statement);
      }
      const tables = (await home.query('SHOW TABLES')).flatMap((row) => Object.values(row));
      assert.equal(tables.includes('?'), server.flavor === 'mysql');
      assert.ok(!tables.includes('🦄'));
    });
  });
}

interface Planned {
  readonly statements: readonly { readonly error?: { readonly code: string; readonly message: string } }[];
}
