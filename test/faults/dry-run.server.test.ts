import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { planStatement } from '../../src/engine/plan/plan.ts';
import type { StatementPlan } from '../../src/engine/plan/statement-plan.ts';
import { casesFor, createDatabase, type TestDatabase, type TestServer, testServers } from '../support/servers/index.ts';

describe('the dry run finds', { concurrency: 2 }, () => {
  for (const server of testServers()) {
    for (const rows of casesFor(server, [0, 1]))
      it(`a table of somebody where its clone would be, with ${rows} rows, on ${server.name}`, () =>
        somebodysTable(server, rows));
    it(`what a dry run left that was cut off, on ${server.name}`, () => leftClone(server));
  }
});

async function somebodysTable(server: TestServer, rows: number): Promise<void> {
  await using database = await original(server);
  await database.query('CREATE TABLE t_ghp (precious INT)');
  if (rows > 0) await database.query('INSERT INTO t_ghp VALUES (1)');
  await assert.rejects(dryRun(server, database), { code: 'leftover-tables' });
  assert.equal((await database.query('SELECT precious FROM t_ghp')).length, rows);
}

async function leftClone(server: TestServer): Promise<void> {
  await using database = await original(server);
  await database.query('CREATE TABLE t_ghp LIKE t');
  await database.query('CREATE TABLE t_ghp_aw LIKE t');
  await database.query("CREATE TABLE t_ghp_mk (id INT PRIMARY KEY) COMMENT 'Ghostship dry run'");
  await database.query('INSERT INTO t_ghp_aw SELECT * FROM t');
  const { estimate } = await dryRun(server, database);
  assert.equal(estimate?.sampledRows, 3);
  const tables = await database.query("SHOW TABLES LIKE 't%'");
  assert.equal(tables.length, 1, JSON.stringify(tables));
}

async function original(server: TestServer): Promise<TestDatabase> {
  const database = await createDatabase(server);
  await database.query('CREATE TABLE t (id INT PRIMARY KEY, a INT)');
  await database.query('INSERT INTO t VALUES (1, 1), (2, 2), (3, 3)');
  return database;
}

function dryRun(server: TestServer, database: TestDatabase): Promise<StatementPlan> {
  const { host, port, user, password } = server;
  const target = { host, port, user, password, database: database.name, sslMode: 'preferred' } as const;
  const options = {
    triggers: 'refuse',
    foreignKeys: 'refuse',
    indexes: 'auto',
    algorithm: 'auto',
    retired: 'drop',
    allow: [],
  } as const;
  const statement = 'ALTER TABLE t MODIFY a BIGINT';
  const request = { target, replica: target, file: null, line: 1, statement, options };
  return planStatement(request, new AbortController().signal);
}
