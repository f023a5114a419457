import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import type mysql from 'mysql2/promise';
import { migrateTable } from '../../src/engine/migrate.ts';
import type { Outcome } from '../../src/engine/outcome.ts';
import { planStatement } from '../../src/engine/plan/plan.ts';
import type { StatementPlan } from '../../src/engine/plan/statement-plan.ts';
import { describeHazard, isCertain } from '../../src/engine/probes/hazard.ts';
import type { MigrateOptions } from '../../src/engine/request.ts';
import { parseTarget } from '../../src/mysql/target.ts';
import { GhostshipError } from '../../src/support/errors.ts';
import {
  casesFor,
  createDatabase,
  query,
  type TestDatabase,
  type TestServer,
  testServers,
} from '../support/servers/index.ts';
import { type Case, cases, largeCases } from './foreign-keys/cases.ts';

/*
 * What the server makes of each statement in the session of a person is what plan says and migrate does, or both refuse it
 * with one reason.
 */

for (const server of testServers()) {
  describe(`foreign keys on ${server.name}`, { concurrency: 2 }, () => {
    for (const one of casesFor(server, cases)) it(`${one.name}: ${one.clauses}`, () => play(server, one));
    for (const one of casesFor(server, largeCases)) it(`large: ${one.name}: ${one.clauses}`, () => play(server, one));
    it('what must be copied is, once the key is dropped as the refusal says', () => dropFirst(server));
    it('a key is added after the other changes, as the refusal says', () => addAfterwards(server));
    it('nobody waits for a transaction on the other table', () => busyRelatives(server));
    it('a user without rights on other schemas', () => fewRights(server));
  });
}

const options: MigrateOptions = {
  cutover: 'auto',
  retired: 'drop',
  verify: 'full',
  workers: 'auto',
  indexes: 'auto',
  algorithm: 'auto',
  lockBudgetMs: 3_000,
  killBlockers: 'none',
  gate: 'hold',
  maxRuntimeMs: 60_000,
  maxLagMs: 1_500,
  maxLoad: [],
  criticalLoad: [],
  lagReplicas: [],
  triggers: 'refuse',
  foreignKeys: 'refuse',
  allow: [],
};

async function play(server: TestServer, one: Case): Promise<void> {
  await using control = await createDatabase(server);
  await using database = await createDatabase(server);
  for (const place of [control, database]) await setUp(place, one);
  const before = await describeAll(database);
  const statement = `ALTER TABLE t ${one.clauses}`;
  const refusal = await alterAsPerson(control, statement);
  const planned = await plan(database, statement);
  assert.deepEqual(await describeAll(database), before, 'the plan changes something');
  const { error, ...outcome } = await change(database, statement);
  await expectNothingLeft(server, database);

  const refused = one.refused[server.flavor];
  if (refusal === null && refused === undefined) {
    assert.equal(error, null);
    if (planned instanceof GhostshipError) throw planned;
    assert.equal(planned.algorithm, outcome.algorithm);
    assert.deepEqual(await describeAll(database), await describeAll(control));
    assert.equal(planned.after, (await describeAll(database)).definitions.t);
    return;
  }
  assert.equal(outcome.tableState, 'unchanged');
  assert.deepEqual(await describeAll(database), before);
  if (!(planned instanceof GhostshipError)) return expectMisfits(planned, error);
  assert.deepEqual(
    { code: planned.code, message: words(planned.message), hint: planned.hint },
    { code: error?.code, message: words(error?.message ?? ''), hint: error?.hint },
  );
  assert.doesNotMatch(`${planned.message} ${planned.hint}`, /_gh[opr]/u);
  if (refusal === null) assert.equal(planned.code, refused);
  else expectServersWords(planned, refusal);
}

async function addAfterwards(server: TestServer): Promise<void> {
  const both = largeCases.find(({ name }) => name === 'a column and a key');
  assert.ok(both);
  await using database = await createDatabase(server);
  await setUp(database, both);
  for (const [clauses, algorithm] of [
    ['ADD COLUMN x INT', 'instant'],
    ['ADD FOREIGN KEY (x) REFERENCES p (id)', 'inplace'],
  ] as const) {
    const outcome = await change(database, `ALTER TABLE t ${clauses}`);
    assert.equal(outcome.error, null);
    assert.equal(outcome.algorithm, algorithm);
  }
}

async function dropFirst(server: TestServer): Promise<void> {
  const both = largeCases.find(({ name }) => name === 'a key is dropped and the table copied');
  assert.ok(both);
  await using database = await createDatabase(server);
  await setUp(database, both);
  for (const [clauses, algorithm] of [
    ['DROP FOREIGN KEY t_fk', server.flavor === 'mysql' ? 'inplace' : 'instant'],
    ['MODIFY q BIGINT', 'copy'],
  ] as const) {
    const outcome = await change(database, `ALTER TABLE t ${clauses}`);
    assert.equal(outcome.error, null);
    assert.equal(outcome.algorithm, algorithm);
  }
}

/** A clone that referred to the table itself would. Half of what a lock waits for at most. */
async function busyRelatives(server: TestServer): Promise<void> {
  await using database = await createDatabase(server);
  const child = cases.find(({ name }) => name === 'an index is added to a child');
  assert.ok(child);
  await setUp(database, child);
  await database.query('CREATE TABLE c (id INT PRIMARY KEY, t_id INT, FOREIGN KEY (t_id) REFERENCES t (id))');
  const writer = await database.connect();
  await writer.query('START TRANSACTION');
  await writer.query('UPDATE p SET other = 3 WHERE id = 1');
  await writer.query('SELECT * FROM c');
  const startedAt = performance.now();
  const planned = await plan(database, `ALTER TABLE t ${child.clauses}`);
  if (planned instanceof GhostshipError) throw planned;
  assert.ok(performance.now() - startedAt < 5_000);
  await writer.query('ROLLBACK');
}

/** The clone has no foreign keys then. The original has, and the server minds them. */
async function fewRights(server: TestServer): Promise<void> {
  await using database = await createDatabase(server);
  const child = cases.find(({ name }) => name === 'the index of a key is dropped');
  assert.ok(child);
  await setUp(database, child);
  const user = `few_${randomUUID().slice(0, 8)}`;
  const rights =
    'SELECT, INSERT, UPDATE, DELETE, CREATE, DROP, ALTER, INDEX, LOCK TABLES, CREATE TEMPORARY TABLES, TRIGGER';
  await query(server, `CREATE USER ${user} IDENTIFIED BY '${server.password}'`);
  try {
    await query(server, `GRANT ${rights} ON ${database.name}.* TO ${user}`);
    await query(server, `GRANT REPLICATION SLAVE, REPLICATION CLIENT, PROCESS ON *.* TO ${user}`);
    const url = database.url.replace(`${server.user}:`, `${user}:`);
    const before = await describeAll(database);
    const refused = await change({ url }, 'ALTER TABLE t DROP INDEX by_p');
    assert.equal(refused.error?.code, 'invalid-statement');
    assert.match(refused.error?.message ?? '', /needed in a foreign key constraint/u);
    const unseen = await change({ url }, 'ALTER TABLE t DROP FOREIGN KEY t_fk');
    assert.equal(unseen.error?.code, 'missing-privileges');
    assert.deepEqual(await describeAll(database), before);
    assert.equal((await change({ url }, 'ALTER TABLE t ADD COLUMN z INT')).algorithm, 'instant');
    const [grant = ''] = /GRANT .*\*/u.exec(unseen.error?.hint ?? '') ?? [];
    await query(server, `${grant} TO ${user}`);
    assert.equal((await change({ url }, 'ALTER TABLE t DROP FOREIGN KEY t_fk')).error, null);
  } finally {
    await query(server, `DROP USER ${user}`);
  }
}

/** The plan names the rows, and the migration refuses them in the same words. */
function expectMisfits({ hazards }: StatementPlan, error: Outcome['error']): void {
  const found = hazards.filter(isCertain);
  assert.ok(found.length > 0, 'the plan accepts it');
  assert.equal(error?.code, 'data-does-not-fit');
  for (const hazard of found) assert.ok(error.message.includes(describeHazard(hazard)), error.message);
}

function expectServersWords({ code, message }: GhostshipError, refusal: string): void {
  assert.equal(code, 'invalid-statement');
  assert.ok(words(message).includes(words(refusal)), `${message}\n${refusal}`);
}

/** Without the numbers in the name of a test's database. What a table is called while it is altered is told by its own name. */
function words(text: string): string {
  return text.replaceAll(/test_[0-9a-f]+/gu, 'db').replaceAll(/#sql-[\w-]+/gu, 't');
}

async function setUp(place: TestDatabase, { setup }: Case): Promise<void> {
  const session = await place.connect();
  for (const statement of setup) await session.query(statement);
  await session.end();
}

/** @returns the server's words where it refuses */
async function alterAsPerson(place: TestDatabase, statement: string): Promise<string | null> {
  const session = await place.connect();
  try {
    await session.query(statement);
    return null;
  } catch (error) {
    return (error as mysql.QueryError).message;
  } finally {
    await session.end();
  }
}

async function plan({ url }: TestDatabase, statement: string): Promise<StatementPlan | GhostshipError> {
  const target = parseTarget(url, null);
  const request = { target, replica: null, file: null, line: 1, statement, options };
  return planStatement(request, new AbortController().signal).catch((error: unknown) => {
    if (error instanceof GhostshipError) return error;
    throw error;
  });
}

function change({ url }: Pick<TestDatabase, 'url'>, statement: string): Promise<Outcome> {
  const request = { target: parseTarget(url, null), file: null, statement, migrationId: randomUUID(), options };
  return migrateTable(request, () => {}, new AbortController().signal);
}

async function describeAll(place: TestDatabase): Promise<{ definitions: Record<string, unknown>; rules: unknown }> {
  const definitions: Record<string, unknown> = {};
  const tables = await place.query('SHOW TABLES');
  for (const name of tables.map((row) => String(Object.values(row)[0])).sort()) {
    const [row] = await place.query(`SHOW CREATE TABLE ${name}`);
    definitions[name] = row?.['Create Table'];
  }
  const rules = await place.query(
    `SELECT CONSTRAINT_NAME, UPDATE_RULE, DELETE_RULE FROM information_schema.REFERENTIAL_CONSTRAINTS
     WHERE CONSTRAINT_SCHEMA = DATABASE() ORDER BY CONSTRAINT_NAME`,
  );
  return { definitions, rules };
}

async function expectNothingLeft(server: TestServer, { name }: TestDatabase): Promise<void> {
  const schemas = await query(server, `SHOW DATABASES LIKE '${name}\\_%'`);
  assert.deepEqual(schemas, []);
}
