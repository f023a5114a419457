import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { casesFor, createDatabase, type TestServer, testServers } from '../support/servers/index.ts';
import { readJson, run } from './cli.ts';

/* Where names are files, a table whose name differs by its case is another one, with relatives of its own. */

const others: Readonly<Record<string, readonly string[]>> = {
  'a child of the other': [
    'CREATE TABLE T (id INT PRIMARY KEY)',
    'CREATE TABLE c (id INT PRIMARY KEY, k INT, FOREIGN KEY (k) REFERENCES T (id))',
  ],
  'a parent of the other': [
    'CREATE TABLE p (id INT PRIMARY KEY)',
    'CREATE TABLE T (id INT PRIMARY KEY, k INT, FOREIGN KEY (k) REFERENCES p (id))',
  ],
  'a trigger of the other': [
    'CREATE TABLE T (id INT PRIMARY KEY, a INT)',
    'CREATE TRIGGER g BEFORE INSERT ON T FOR EACH ROW SET NEW.a = 1',
  ],
  'other columns and indexes': ['CREATE TABLE T (ID INT PRIMARY KEY, b INT, c INT, KEY (b))'],
  'names that a migration of the other would have': ['T_gho', 'T_ghc', 'T_del'].map(
    (name) => `CREATE TABLE ${name} (id INT PRIMARY KEY)`,
  ),
};

for (const server of testServers()) {
  describe(`names on ${server.name}`, { timeout: 120_000 }, () => {
    for (const [what, create] of casesFor(server, Object.entries(others)))
      test(what, () => expectApart(server, create));
  });
}

async function expectApart(server: TestServer, create: readonly string[]): Promise<void> {
  await using database = await createDatabase(server);
  const [row] = await database.query('SELECT @@lower_case_table_names AS folds');
  if (Number(row?.folds) !== 0) return;
  const folder = await mkdtemp(join(tmpdir(), 'ghostship-case-'));
  for (const text of ['CREATE TABLE t (id INT PRIMARY KEY, a INT)', 'INSERT INTO t VALUES (1, 1)', ...create])
    await database.query(text);
  const args = ['--target', database.url, '--alter', 'ALTER TABLE t MODIFY a BIGINT', '--algorithm', 'copy'];
  for (const command of ['plan', 'migrate']) {
    const { exitCode, stdout, stderr } = await run(folder, [command, ...args, '--json', 'out.json']);
    assert.equal(exitCode, 0, stdout + stderr);
  }
  assert.partialDeepStrictEqual(await readJson(folder, 'out.json'), { migrations: [{ algorithm: 'copy' }] });
  await rm(folder, { recursive: true });
}
