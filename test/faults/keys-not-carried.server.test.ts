import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { describe, it } from 'node:test';
import { planStatement } from '../../src/engine/plan/plan.ts';
import type { MigrateOptions } from '../../src/engine/request.ts';
import { query, type ServerAddress, type TestServer, testServers } from '../support/servers/index.ts';
import { expectFailed, expectNothingLeft } from './support/judge.ts';
import { requestFor } from './support/request.ts';
import { statements as s } from './support/statements.ts';
import { openTrial, type Trial } from './support/trial.ts';

/*
 * Whatever keeps foreign keys from being carried over, the plan says so, and the migration says the same before it makes a
 * ghost. Each advice is followed, and then both pass.
 */

interface Case {
  readonly name: string;
  readonly servers: readonly ('mysql' | 'mariadb')[];
  readonly foreignKeys: MigrateOptions['foreignKeys'];
  /** Schema-wide privileges of the user besides the usual ones; `§` is the database. */
  readonly grants: readonly string[];
  /** Run on the tables before; a session without foreign_key_checks. */
  readonly before: readonly string[];
  readonly code: string;
  readonly message: RegExp;
  /** What the hint names. */
  readonly advice: RegExp;
  /** What follows the advice: grants with a `GRANT`, other statements, or other options. */
  readonly cure: readonly string[];
  readonly cureOptions?: Partial<MigrateOptions>;
}

const usual =
  'SELECT, INSERT, UPDATE, DELETE, CREATE, DROP, ALTER, INDEX, LOCK TABLES, CREATE TEMPORARY TABLES, TRIGGER';
const onOwn = 'GRANT ALL ON `§\\_%`.* TO ¶';
const onDatabase = `GRANT ${usual} ON §.* TO ¶`;
const refer = 'GRANT REFERENCES ON §.parent TO ¶';

const cases: readonly Case[] = [
  {
    name: 'the table it refers to is missing',
    servers: ['mysql'],
    foreignKeys: 'carry',
    grants: [onDatabase, onOwn, 'GRANT REFERENCES ON §.* TO ¶'],
    before: ['DROP TABLE parent'],
    code: 'unsupported-table',
    message: /refer to tables that do not exist, or that this user may not see: t_parent \(test_\w+\.parent\)/u,
    advice: /Drop these foreign keys in a statement of their own/u,
    cure: ['ALTER TABLE t DROP FOREIGN KEY t_parent'],
  },
  {
    name: 'the table it refers to is missing, and the key is to be left out',
    servers: ['mysql'],
    foreignKeys: 'drop',
    grants: [onDatabase],
    before: ['DROP TABLE parent'],
    code: 'unsupported-table',
    message: /t_parent \(test_\w+\.parent\)/u,
    advice: /Drop these foreign keys in a statement of their own/u,
    cure: ['ALTER TABLE t DROP FOREIGN KEY t_parent'],
  },
  {
    name: 'the user may make no schema',
    servers: ['mysql'],
    foreignKeys: 'carry',
    grants: [onDatabase, refer],
    before: [],
    code: 'missing-privileges',
    message: /needs a short-lived schema beside test_\w+: .*denied/u,
    advice: /^GRANT ALL ON `test\\_\w+\\_%`\.\* to the user/u,
    cure: [onOwn],
  },
  {
    name: 'the user may make a schema, and not alter what is in it',
    servers: ['mysql'],
    foreignKeys: 'carry',
    grants: [onDatabase, refer, 'GRANT CREATE, DROP ON `§\\_%`.* TO ¶'],
    before: [],
    code: 'missing-privileges',
    message: /needs a short-lived schema beside test_\w+: .*denied/u,
    advice: /^GRANT ALL ON `test\\_\w+\\_%`\.\* to the user/u,
    cure: [onOwn],
  },
  {
    name: 'the user may not refer to the other table',
    servers: ['mysql'],
    foreignKeys: 'carry',
    grants: [onDatabase, onOwn],
    before: [],
    code: 'missing-privileges',
    message: /the user lacks REFERENCES on test_\w+\.parent/u,
    advice: /Grant these privileges/u,
    cure: [refer],
  },
  {
    name: 'the user may not lock the other table, which is in another schema',
    servers: ['mysql'],
    foreignKeys: 'drop',
    grants: [onDatabase, 'GRANT CREATE, SELECT, REFERENCES ON §x.* TO ¶'],
    before: [
      'CREATE DATABASE §x',
      'CREATE TABLE §x.parent SELECT * FROM parent',
      'ALTER TABLE §x.parent ADD PRIMARY KEY (id)',
      'ALTER TABLE t DROP FOREIGN KEY t_parent',
      'ALTER TABLE t ADD CONSTRAINT t_parent FOREIGN KEY (p) REFERENCES §x.parent (id)',
    ],
    code: 'missing-privileges',
    message: /the user lacks LOCK TABLES on test_\w+x\.\*/u,
    advice: /Grant these privileges/u,
    cure: ['GRANT LOCK TABLES ON §x.* TO ¶'],
  },
  {
    name: 'MariaDB cannot, by the advice to leave them out',
    servers: ['mariadb'],
    foreignKeys: 'carry',
    grants: [onDatabase, onOwn, 'GRANT REFERENCES ON §.* TO ¶'],
    before: [],
    code: 'unsupported-table',
    message: /which no session of MariaDB can carry over in one step: t_parent/u,
    advice: /`foreign-keys: drop` leaves them out/u,
    cure: [],
    cureOptions: { foreignKeys: 'drop' },
  },
  {
    name: 'MariaDB cannot, by the advice to drop them before',
    servers: ['mariadb'],
    foreignKeys: 'carry',
    grants: [onDatabase, onOwn, 'GRANT REFERENCES ON §.* TO ¶'],
    before: [],
    code: 'unsupported-table',
    message: /which no session of MariaDB can carry over in one step: t_parent/u,
    advice: /Drop these foreign keys before the migration and add them again after it/u,
    cure: ['ALTER TABLE t DROP FOREIGN KEY t_parent'],
  },
];

const besides = [
  'CREATE TABLE IF NOT EXISTS parent (id INT PRIMARY KEY)',
  'INSERT IGNORE INTO parent VALUES (1)',
  'ALTER TABLE § ADD COLUMN p INT DEFAULT 1, ADD CONSTRAINT §_parent FOREIGN KEY (p) REFERENCES parent (id)',
];

for (const server of testServers()) {
  describe(`foreign keys that cannot be carried over on ${server.name}`, { concurrency: 2, timeout: 120_000 }, () => {
    for (const row of cases.filter(({ servers }) => servers.includes(server.flavor))) {
      it(row.name, () => refusedInTime(server, row));
    }
  });
}

async function refusedInTime(server: TestServer, row: Case): Promise<void> {
  // Too many for the server to do it alone.
  await using trial = await openTrial(server, { besides, rows: 11_000, writers: 0 });
  const { name: database } = trial.database;
  await using user = await createUser(server);
  const inPlace = (text: string): string => text.replaceAll('§', database).replaceAll('¶', user.name);
  await using _other = {
    [Symbol.asyncDispose]: async (): Promise<void> =>
      void (await query(server, `DROP DATABASE IF EXISTS ${database}x`)),
  };
  const session = await trial.connect();
  await session.query('SET SESSION foreign_key_checks = 0');
  for (const statement of row.before) await session.query(inPlace(statement));
  for (const grant of row.grants) await query(server, inPlace(grant));
  // Other tests prepare XA transactions on the same server.
  if (server.flavor === 'mysql') await query(server, inPlace('GRANT XA_RECOVER_ADMIN ON *.* TO ¶'));
  const options = { foreignKeys: row.foreignKeys, algorithm: 'auto' } as const;

  const foretold = await planned(trial, user.name, options);
  assert.ok(foretold !== null, 'the plan is green');
  assert.equal(foretold.code, row.code);
  assert.match(foretold.message, row.message);
  assert.match(foretold.hint, row.advice);
  const outcome = await expectFailed(
    trial,
    trial.migrate({ user: user.name, options }),
    'missing-privileges',
    'unsupported-table',
  );
  assert.equal(outcome.error?.code, foretold.code);
  // Each tries it on a table of its own.
  assert.equal(outcome.error?.message.replace('t_ghr', 't_ghp'), foretold.message);
  const sent = trial.tap.wires.flatMap(({ statements }) => statements);
  assert.deepEqual(
    sent.filter((statement) => s.copyChunk.test(statement)),
    [],
  );
  await expectNothingLeft(trial);

  for (const statement of row.cure)
    await (statement.startsWith('GRANT') ? query(server, inPlace(statement)) : session.query(inPlace(statement)));
  const cured = { ...options, ...row.cureOptions };
  assert.equal(await planned(trial, user.name, cured), null);
  const done = await trial.migrate({ user: user.name, options: cured }).outcome;
  assert.equal(done.error, null);
}

interface Refusal {
  readonly code: string;
  readonly message: string;
  readonly hint: string;
}

/** @returns what the plan says, `null` where it is green */
async function planned(trial: Trial, user: string, options: Partial<MigrateOptions>): Promise<Refusal | null> {
  const { target, statement, options: all } = requestFor(trial, { user, options });
  const request = { target, replica: null, file: null, line: 1, statement, options: all };
  return await planStatement(request, new AbortController().signal).then(
    () => null,
    ({ code, message, hint }: Refusal) => ({ code, message, hint }),
  );
}

async function createUser(server: ServerAddress): Promise<AsyncDisposable & { readonly name: string }> {
  const name = `u${randomBytes(6).toString('hex')}`;
  await query(server, `CREATE USER ${name} IDENTIFIED BY '${server.password}'`);
  await query(server, `GRANT REPLICATION SLAVE, REPLICATION CLIENT, PROCESS ON *.* TO ${name}`);
  return { name, [Symbol.asyncDispose]: async () => void (await query(server, `DROP USER ${name}`)) };
}
