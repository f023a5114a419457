import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { createDatabase, type TestDatabase, testServers } from '../support/servers/index.ts';
import { run } from './cli.ts';

/* Schemas of somebody with the names of ours: what is in them stays, and the refusal says how to go on. */

const objects: Readonly<Record<string, string>> = {
  'a function': 'CREATE FUNCTION §.f() RETURNS INT DETERMINISTIC RETURN 1',
  'an event': 'CREATE EVENT §.e ON SCHEDULE EVERY 1 YEAR DISABLE DO SELECT 1',
  'a view': 'CREATE VIEW §.v AS SELECT 1 AS one',
};

interface Taken {
  readonly suffix: string;
  readonly statements: string;
  readonly servers: readonly string[];
}

const taken: readonly Taken[] = [
  {
    suffix: '_ghs',
    statements: 'ALTER TABLE t ADD a INT; ALTER TABLE t ADD b INT',
    servers: ['mysql', 'mariadb'],
  },
  { suffix: '_ghp', statements: 'ALTER TABLE child ADD a INT', servers: ['mysql', 'mariadb'] },
  // A ghost with named checks is made in a schema of its own.
  { suffix: '_t_gho', statements: 'ALTER TABLE t MODIFY v BIGINT', servers: ['mysql'] },
];

for (const server of testServers()) {
  describe(`a schema of somebody with a name of ours on ${server.name}`, { timeout: 120_000 }, () => {
    for (const { suffix, statements } of taken.filter((one) => one.servers.includes(server.flavor)))
      for (const [what, create] of Object.entries(objects))
        test(`${suffix} with ${what}: it stays`, async () => {
          await using scene = await openScene(await createDatabase(server), suffix, statements);
          const { database, schema, ship } = scene;
          await database.query(create.replace('§', schema));
          for (const command of ['plan', 'migrate']) {
            const { stdout, stderr } = await ship(command);
            assert.equal(await countIn(database, schema), 1, `${command}\n${stdout}\n${stderr}`);
          }
          const refused = await ship('plan');
          if (refused.exitCode === 0) return;
          assert.match(`${refused.stdout}${refused.stderr}`, /leftover-tables/u);
          await database.query(/DROP DATABASE \S+|DROP SCHEMA [^\n]*?`(?= drops)/u.exec(refused.stdout)?.[0] ?? 'none');
          assert.equal((await ship('plan')).exitCode, 0);
        });
  });
}

async function openScene(database: TestDatabase, suffix: string, statements: string) {
  const folder = await mkdtemp(join(tmpdir(), 'ghostship-schemas-'));
  await mkdir(join(folder, 'migrations'));
  await writeFile(join(folder, 'migrations', '1.sql'), `${statements};\n`);
  const schema = `${database.name}${suffix}`;
  await database.query('CREATE TABLE t (id INT PRIMARY KEY, v INT, CONSTRAINT ck CHECK (v > 0))');
  await database.query('CREATE TABLE parent (id INT PRIMARY KEY)');
  await database.query(
    'CREATE TABLE child (id INT PRIMARY KEY, p INT, CONSTRAINT fk FOREIGN KEY (p) REFERENCES parent (id))',
  );
  await database.query(`CREATE DATABASE ${schema}`);
  return {
    database,
    schema,
    ship: (command: string) => run(folder, [command, '--target', database.url, '--foreign-keys', 'carry']),
    async [Symbol.asyncDispose]() {
      await database.query(`DROP DATABASE IF EXISTS ${schema}`);
      await database[Symbol.asyncDispose]();
      await rm(folder, { recursive: true });
    },
  };
}

async function countIn(database: TestDatabase, schema: string): Promise<number> {
  const [row] = await database.query(`SELECT
    (SELECT COUNT(*) FROM information_schema.ROUTINES WHERE ROUTINE_SCHEMA = '${schema}') +
    (SELECT COUNT(*) FROM information_schema.EVENTS WHERE EVENT_SCHEMA = '${schema}') +
    (SELECT COUNT(*) FROM information_schema.VIEWS WHERE TABLE_SCHEMA = '${schema}') AS n`);
  return Number(row?.n);
}
