import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { createDatabase, type TestServer, testServers } from '../support/servers/index.ts';
import { run } from './cli.ts';

/* Statistics that a person has had collected are not copied. Plan and run say which, and the statements that they give bring them back. */

const collect = {
  mysql: ['ANALYZE TABLE t UPDATE HISTOGRAM ON a, gone', 'ANALYZE TABLE t UPDATE HISTOGRAM ON b WITH 5 BUCKETS'],
  mariadb: ['ANALYZE TABLE t PERSISTENT FOR ALL'],
} as const;

const collected = (database: string) =>
  ({
    mysql: `SELECT COLUMN_NAME AS name FROM information_schema.COLUMN_STATISTICS WHERE SCHEMA_NAME = '${database}' AND TABLE_NAME = 't' ORDER BY 1`,
    mariadb: `SELECT column_name AS name FROM mysql.column_stats WHERE db_name = '${database}' AND table_name = 't' AND column_name <> 'id' ORDER BY 1`,
  }) as const;

for (const server of testServers()) {
  describe(`statistics on ${server.name}`, { timeout: 120_000 }, () => {
    test('that a copy loses are told, and come back as advised', () => tellsAndBringsBack(server));
    test('that a copy does not lose are not spoken of', () => isSilent(server));
  });
}

const change = 'ALTER TABLE t MODIFY b BIGINT, RENAME COLUMN a TO renamed, DROP COLUMN gone';
const flags = ['--algorithm', 'copy', '--allow', 'drop-column,rename-column'];

async function tellsAndBringsBack(server: TestServer): Promise<void> {
  await using database = await createDatabase(server);
  await database.query('CREATE TABLE t (id INT PRIMARY KEY, a INT, b INT, gone INT)');
  await database.query('INSERT INTO t VALUES (1, 1, 1, 1), (2, 2, 2, 2)');
  for (const statement of collect[server.flavor]) await database.query(statement);
  const folder = await mkdtemp(join(tmpdir(), 'ghostship-statistics-'));
  const args = ['--target', database.url, '--alter', change, ...flags];
  const told: string[] = [];
  for (const command of ['plan', 'migrate']) {
    const { exitCode, stdout, stderr } = await run(folder, [command, ...args]);
    assert.equal(exitCode, 0, stdout + stderr);
    const [, columns = '', advice = ''] =
      /without the \w+ of ([^.]*), and [\s\S]*? run (.*)/u.exec(stdout + stderr) ?? [];
    assert.match(columns, /\brenamed\b/u, stdout + stderr);
    assert.doesNotMatch(columns, /gone/u);
    told.push(advice.trim());
  }
  const [planned = '', ran] = told;
  assert.equal(ran, planned);
  const names = async (): Promise<string[]> =>
    (await database.query(collected(database.name)[server.flavor])).map(({ name }) => String(name));
  assert.deepEqual(await names(), []);
  for (const statement of planned.split('; ')) await database.query(statement);
  assert.deepEqual(await names(), ['b', 'renamed']);
  await rm(folder, { recursive: true });
}

async function isSilent(server: TestServer): Promise<void> {
  await using database = await createDatabase(server);
  await database.query('CREATE TABLE t (id INT PRIMARY KEY, a INT, b INT, gone INT)');
  const { stdout } = await run('.', ['plan', '--target', database.url, '--alter', change, ...flags]);
  assert.doesNotMatch(stdout, /plans for queries/u);
}
