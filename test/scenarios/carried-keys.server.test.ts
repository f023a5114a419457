import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import { migrateTable } from '../../src/engine/migrate.ts';
import type { Outcome } from '../../src/engine/outcome.ts';
import { planStatement } from '../../src/engine/plan/plan.ts';
import type { StatementPlan } from '../../src/engine/plan/statement-plan.ts';
import type { MigrateOptions } from '../../src/engine/request.ts';
import { parseTarget } from '../../src/mysql/target.ts';
import { casesFor, createDatabase, type TestDatabase, type TestServer, testServers } from '../support/servers/index.ts';

/* An index that the server has made itself for a foreign key gives way to another one that does the same, before and after. */

const setup = [
  'CREATE TABLE p (id INT PRIMARY KEY)',
  'INSERT INTO p VALUES (1), (2)',
  `CREATE TABLE t (id INT PRIMARY KEY, p_id INT, q INT, w INT, KEY by_q (q), KEY by_w (w), CONSTRAINT positive CHECK (q > 0),
     CONSTRAINT t_fk FOREIGN KEY (p_id) REFERENCES p (id) ON DELETE RESTRICT, FOREIGN KEY (q) REFERENCES p (id))`,
  'INSERT INTO t VALUES (1, 1, 1, 1), (2, 2, 2, 2)',
];
const wider = 'ALTER TABLE t MODIFY w BIGINT';
const covering = 'CREATE INDEX by_p ON t (p_id, id)';

const usual: MigrateOptions = {
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
  foreignKeys: 'carry',
  allow: [],
};

for (const server of testServers()) {
  describe(`foreign keys that are carried over on ${server.name}`, { concurrency: 2, timeout: 60_000 }, () => {
    for (const indexes of casesFor(server, ['keep', 'defer'] as const)) {
      it(`keep their index as the server made it: ${indexes}`, () => generated(server, { ...usual, indexes }));
    }
    it('keep the names that the server gave them and their indexes', () => unnamed(server));
    for (const clause of [
      'MODIFY w BIGINT',
      'ADD COLUMN z INT',
      'DROP FOREIGN KEY t_ibfk_3, DROP KEY c',
      'ADD KEY (w, a)',
    ]) {
      it(`where a number is missing: ${clause}`, () => withGap(server, `ALTER TABLE t ${clause}`));
    }
    it('are in the plan, and those that are left out are not', () => planned(server));
    if (server.flavor === 'mysql') {
      for (const foreignKeys of ['carry', 'drop'] as const) {
        it(`may refer to columns that are not unique: ${foreignKeys}`, () =>
          nonStandard(server, { ...usual, foreignKeys }));
      }
    }
    it('an index that a dropped key has left gives way as well', () => leftByDroppedKey(server));
  });
}

async function generated(server: TestServer, options: MigrateOptions): Promise<void> {
  await using control = await createDatabase(server);
  await using database = await createDatabase(server);
  for (const place of [control, database]) await run(place, setup);
  await run(control, [wider]);
  const outcome = await change(database, wider, options);
  assert.equal(outcome.error, null);
  assert.equal(outcome.algorithm, server.flavor === 'mysql' ? 'copy' : 'direct');
  assert.equal(await definitionOf(database), await definitionOf(control));
  for (const place of [control, database]) await run(place, [covering]);
  assert.equal(await definitionOf(database), await definitionOf(control));
  assert.doesNotMatch(await definitionOf(control), /KEY `t_fk`/u);
}

/** The server makes a name from that of the table for the key, and from that of the column for its index. */
async function unnamed(server: TestServer): Promise<void> {
  await using control = await createDatabase(server);
  await using database = await createDatabase(server);
  for (const place of [control, database]) {
    await run(place, [
      'CREATE TABLE p (id INT PRIMARY KEY)',
      'INSERT INTO p VALUES (1), (2)',
      `CREATE TABLE t (id INT PRIMARY KEY, a INT, b INT, c INT, w INT, FOREIGN KEY (b) REFERENCES p (id), KEY by_w (w),
        CONSTRAINT named FOREIGN KEY (w) REFERENCES p (id), FOREIGN KEY (a) REFERENCES p (id) ON DELETE CASCADE,
        FOREIGN KEY (c) REFERENCES p (id))`,
      'ALTER TABLE t DROP FOREIGN KEY named',
      'INSERT INTO t VALUES (1, 1, 1, 1, 1), (2, 2, 2, 2, 2)',
    ]);
  }
  await run(control, [wider]);
  const wanted = await keysOf(control);
  const { after } = await plan(database, wider, usual);
  assert.deepEqual(keysIn(after), wanted);
  const outcome = await change(database, wider, usual);
  assert.equal(outcome.error, null);
  assert.equal(outcome.algorithm, server.flavor === 'mysql' ? 'copy' : 'direct');
  assert.deepEqual(await keysOf(database), wanted);
  const [use] = await database.query('SELECT COUNT(*) AS found FROM t FORCE INDEX (b) WHERE b = 1');
  assert.equal(Number(use?.found), 1);
  for (const place of [control, database]) await run(place, ['CREATE INDEX by_a ON t (a, id)']);
  assert.deepEqual(await keysOf(database), await keysOf(control));
}

/** One with a number was dropped, as migrations do; another index has come since. */
const gap = [
  'CREATE TABLE p (id INT PRIMARY KEY)',
  `CREATE TABLE t (id INT PRIMARY KEY, a INT, b INT, c INT, w INT, FOREIGN KEY (a) REFERENCES p (id),
    FOREIGN KEY (b) REFERENCES p (id), FOREIGN KEY (c) REFERENCES p (id), CONSTRAINT t_ibfk_7 FOREIGN KEY (w) REFERENCES p (id))`,
  'ALTER TABLE t DROP FOREIGN KEY t_ibfk_2, DROP KEY b',
  'ALTER TABLE t DROP FOREIGN KEY t_ibfk_7, DROP KEY t_ibfk_7, ADD KEY by_w (w)',
];

async function withGap(server: TestServer, statement: string): Promise<void> {
  await using control = await createDatabase(server);
  await using database = await createDatabase(server);
  for (const place of [control, database]) await run(place, gap);
  await run(control, [statement]);
  const { after } = await plan(database, statement, usual);
  const outcome = await change(database, statement, usual);
  assert.equal(outcome.error, null);
  assert.equal(await definitionOf(database), after);
  if (outcome.algorithm === 'copy') assert.deepEqual(await keysOf(database), await keysOf(control));
  else assert.equal(after, await definitionOf(control));
}

async function planned(server: TestServer): Promise<void> {
  await using database = await createDatabase(server);
  await run(database, setup);
  const carried = await plan(database, wider, usual);
  assert.match(carried.after, /CONSTRAINT `t_fk` FOREIGN KEY/u);
  const dropped = await plan(database, wider, { ...usual, foreignKeys: 'drop' });
  assert.doesNotMatch(dropped.after, /FOREIGN KEY/u);
  assert.equal((await change(database, wider, usual)).error, null);
  assert.equal(await definitionOf(database), carried.after);
}

/** The server keeps such keys in its own ALTER, though it makes no new ones by default. */
async function nonStandard(server: TestServer, options: MigrateOptions): Promise<void> {
  await using control = await createDatabase(server);
  await using database = await createDatabase(server);
  for (const place of [control, database]) {
    await run(place, [
      'SET SESSION restrict_fk_on_non_standard_key = OFF',
      'CREATE TABLE p (id INT PRIMARY KEY, k INT, KEY (k))',
      'CREATE TABLE t (id INT PRIMARY KEY, w INT, k INT, CONSTRAINT t_fk FOREIGN KEY (k) REFERENCES p (k))',
      'SET SESSION restrict_fk_on_non_standard_key = ON',
    ]);
  }
  await run(control, options.foreignKeys === 'carry' ? [wider] : [wider, 'ALTER TABLE t DROP FOREIGN KEY t_fk']);
  assert.equal((await plan(database, wider, options)).after, await definitionOf(control));
  assert.equal((await change(database, wider, options)).error, null);
  assert.equal(await definitionOf(database), await definitionOf(control));
  // What a person adds is for the server to refuse.
  const added = await change(database, 'ALTER TABLE t ADD FOREIGN KEY (id) REFERENCES p (k)', options);
  assert.match(added.error?.message ?? '', /Missing unique key/u);
}

async function leftByDroppedKey(server: TestServer): Promise<void> {
  await using control = await createDatabase(server);
  await using database = await createDatabase(server);
  for (const place of [control, database]) {
    await run(place, [...setup, 'ALTER TABLE t DROP FOREIGN KEY t_fk', 'ALTER TABLE t DROP FOREIGN KEY t_ibfk_1']);
  }
  await run(control, [wider, covering]);
  const outcome = await change(database, wider, { ...usual, indexes: 'defer' });
  assert.equal(outcome.error, null);
  assert.equal(outcome.algorithm, 'copy');
  await run(database, [covering]);
  assert.equal(await definitionOf(database), await definitionOf(control));
}

async function run(place: TestDatabase, statements: readonly string[]): Promise<void> {
  for (const statement of statements) await place.query(statement);
}

function change({ url }: TestDatabase, statement: string, options: MigrateOptions): Promise<Outcome> {
  const request = { target: parseTarget(url, null), file: null, statement, migrationId: randomUUID(), options };
  return migrateTable(request, () => {}, new AbortController().signal);
}

function plan({ url }: TestDatabase, statement: string, options: MigrateOptions): Promise<StatementPlan> {
  const request = { target: parseTarget(url, null), replica: null, file: null, line: 1, statement, options };
  return planStatement(request, new AbortController().signal);
}

/** In any order: indexes of carried keys are the last. */
function keysIn(createStatement: string): string[] {
  const lines = createStatement.split('\n').map((line) => line.trim().replace(/,$/u, ''));
  return lines.filter((line) => /^(?:KEY|CONSTRAINT) /u.test(line)).toSorted();
}

async function keysOf(place: TestDatabase): Promise<string[]> {
  return keysIn(await definitionOf(place));
}

async function definitionOf(place: TestDatabase): Promise<string> {
  const [row] = await place.query('SHOW CREATE TABLE t');
  return String(row?.['Create Table']);
}
