import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import { migrateTable } from '../../src/engine/migrate.ts';
import { planStatement } from '../../src/engine/plan/plan.ts';
import type { MigrateOptions } from '../../src/engine/request.ts';
import { parseTarget } from '../../src/mysql/target.ts';
import { messageOf } from '../../src/support/errors.ts';
import { casesFor, createDatabase, type TestDatabase, type TestServer, testServers } from '../support/servers/index.ts';

/*
 * What an expression reads that is not the row: existing rows get what the server's own ALTER would give them, or plan and
 * migrate refuse by name.
 */

/** `same`: one value in all rows, as the server has it. A name: both refuse it, ours by that name where the server does not. */
const defaults: Readonly<Record<string, { readonly becomes: string; readonly type?: string }>> = {
  'CURRENT_TIMESTAMP(6)': { becomes: 'same', type: 'TIMESTAMP(6)' },
  'CURRENT_TIMESTAMP(6) ON UPDATE CURRENT_TIMESTAMP(6)': { becomes: 'same', type: 'DATETIME(6)' },
  '(NOW(6) + INTERVAL 1 DAY)': { becomes: 'same', type: 'DATETIME(6)' },
  '(UTC_TIMESTAMP(6))': { becomes: 'same', type: 'DATETIME(6)' },
  '(UNIX_TIMESTAMP(NOW(6)))': { becomes: 'same', type: 'DECIMAL(20,6)' },
  '(CURTIME(6))': { becomes: 'same', type: 'TIME(6)' },
  '(CURDATE())': { becomes: 'same', type: 'DATE' },
  '(CURRENT_USER())': { becomes: 'same' },
  '(DATABASE())': { becomes: 'same' },
  '(VERSION())': { becomes: 'same' },
  '(SYSDATE(6))': { becomes: 'SYSDATE', type: 'DATETIME(6)' },
  '(CONNECTION_ID())': { becomes: 'CONNECTION_ID', type: 'BIGINT' },
  '(RAND())': { becomes: 'RAND', type: 'DOUBLE' },
  '(UUID())': { becomes: 'UUID' },
  '(UUID_SHORT())': { becomes: 'UUID_SHORT', type: 'BIGINT UNSIGNED' },
  '(LAST_INSERT_ID())': { becomes: 'LAST_INSERT_ID', type: 'BIGINT' },
  '(NEXTVAL(s))': { becomes: 'NEXTVAL', type: 'BIGINT' },
  '(@@session.sql_mode)': { becomes: '@@' },
};

for (const server of testServers()) {
  describe(`defaults on ${server.name}`, () => {
    for (const [by, { becomes, type = 'VARCHAR(400)' }] of casesFor(server, Object.entries(defaults))) {
      it(`${by}: ${becomes}`, () => play(server, `ADD COLUMN c ${type} NOT NULL DEFAULT ${by}`, becomes, null, type));
    }
    it('a TIME that becomes a DATETIME', () => play(server, 'MODIFY c DATETIME(6)', 'same', 'TIME(6)'));
  });
}

async function play(
  server: TestServer,
  clauses: string,
  becomes: string,
  before: string | null = null,
  type: string | null = null,
): Promise<void> {
  await using place = await createDatabase(server);
  const own = before === null ? '' : `, c ${before} DEFAULT '10:00:00'`;
  await place.query(`CREATE TABLE t (id INT AUTO_INCREMENT PRIMARY KEY, n INT${own})`);
  await place.query('INSERT INTO t (n) VALUES (1), (2), (3), (4), (5), (6), (7), (8)');
  for (let rows = 8; rows < 16_384; rows *= 2) await place.query('INSERT INTO t (n) SELECT n FROM t');
  if (server.flavor === 'mariadb') await place.query('CREATE SEQUENCE s');
  await place.query('CREATE TABLE u LIKE t');
  await place.query('INSERT INTO u SELECT * FROM t WHERE id < 100');
  const refused = await place.query(`ALTER TABLE u ${clauses}, ALGORITHM=COPY`).then(() => null, messageOf);
  const planned = await planning(place, `ALTER TABLE t ${clauses}`);
  const changed = await changing(place, `ALTER TABLE t ${clauses}`);
  if (refused !== null || becomes !== 'same') {
    assert.notEqual(changed, null);
    if (refused === null) assert.ok(changed?.includes(becomes), String(changed));
    if (refused === null && planned !== null) assert.equal(planned, changed);
    return;
  }
  assert.equal(changed, null);
  assert.equal(planned, null);
  const [row] = await place.query('SELECT COUNT(DISTINCT c) AS found, MIN(c) AS least FROM t');
  assert.equal(Number(row?.found), 1);
  const [theirs] = await place.query('SELECT COUNT(DISTINCT c) AS found FROM u');
  assert.equal(Number(theirs?.found), 1);
  if (!/[(,]6\)$/u.test(type ?? '')) return;
  const [time] = await place.query("SELECT MIN(CAST(c AS CHAR)) LIKE '%.000000' AS is_whole FROM t");
  assert.equal(Number(time?.is_whole), 0, 'the server reads its clock to the microsecond');
}

const options: MigrateOptions = {
  cutover: 'auto',
  retired: 'drop',
  verify: 'full',
  workers: 'auto',
  indexes: 'auto',
  algorithm: 'copy',
  lockBudgetMs: 5_000,
  killBlockers: 'none',
  gate: 'hold',
  maxRuntimeMs: 60_000,
  maxLagMs: 5_000,
  maxLoad: [],
  criticalLoad: [],
  lagReplicas: [],
  triggers: 'refuse',
  foreignKeys: 'refuse',
  allow: [],
};

async function planning({ url }: TestDatabase, statement: string): Promise<string | null> {
  const request = { target: parseTarget(url, null), replica: null, file: null, line: 1, statement, options };
  return planStatement(request, new AbortController().signal).then(() => null, messageOf);
}

async function changing({ url }: TestDatabase, statement: string): Promise<string | null> {
  const request = { target: parseTarget(url, null), file: null, statement, migrationId: randomUUID(), options };
  const outcome = await migrateTable(request, () => {}, new AbortController().signal);
  return outcome.error?.message ?? null;
}
