import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { planStatement } from '../../src/engine/plan/plan.ts';
import {
  casesFor,
  query,
  type RunningServer,
  releaseOf,
  type ServerAddress,
  startServer,
} from '../support/servers/index.ts';
import { waitFor } from '../support/wait-for.ts';
import { keptBy } from './support/checkpoint.ts';
import { expectCompleted, expectFailed, expectNothingLeft } from './support/judge.ts';
import { requestFor } from './support/request.ts';
import { attemptsOf } from './support/run.ts';
import { statements as s } from './support/statements.ts';
import { openTrial } from './support/trial.ts';
import { createUser, onReplication, onSchema, onServer } from './support/user.ts';

/** SHOW GRANTS has them as granted, and as revoked in another line. */
const partlyRevoked = ['DROP', 'LOCK TABLES', 'ALTER', 'CREATE'];

/** On servers of their own and one by one: who lacks XA_RECOVER_ADMIN cannot wait for the XA transactions of other tests. */
describe('the user lacks', { concurrency: 2 }, () => {
  for (const name of ['mysql-9.7', 'mariadb-10.11'] as const) {
    describe(`on ${name}`, { concurrency: 1 }, () => {
      let server: RunningServer;
      before(async () => {
        server = await startServer({ name });
      });
      after(() => server[Symbol.asyncDispose]());

      it('everything that is not asked for', () => nothing(server));
      it('what it takes to list more than 1,024 warnings', () => manyNotes(server));
      it('PROCESS, and may read every table instead', () => processButSelect(server));
      for (const privilege of casesFor(releaseOf(name), [...onSchema, ...onServer]))
        it(privilege, () => lacking(server, privilege));
      if (name === 'mariadb-10.11')
        it('what a grant on a pattern gives, where another grant names the database', () => nearerGrant(server));
      if (name === 'mysql-9.7') {
        for (const privilege of partlyRevoked)
          it(`${privilege} on this database alone`, () => revoked(server, privilege));
      }
      for (const privilege of casesFor(releaseOf(name), ['DROP', 'ALTER', 'LOCK TABLES']))
        it(`${privilege} any more, at the gate: the copy is kept`, () => goneAtTheGate(server, privilege));
      it('what it takes to drop a trigger that somebody has made on the ghost', () => triggerOnGhost(server));
      it('a further connection, when the cutover begins', () => noMoreConnections(server));
      // MariaDB shows them to everybody.
      if (name === 'mysql-9.7') it('sight of an XA transaction that is prepared already', () => unseenXa(server));
    });
  }
});

async function nothing(server: ServerAddress): Promise<void> {
  await using trial = await openTrial(server);
  await using user = await createUser(server, trial.database.name, onSchema, onServer);
  await expectCompleted(trial, trial.migrate({ user: user.name, options: { indexes: 'defer' } }));
}

/** MariaDB asks for SUPER to drop one while the binary log is on; MySQL does not. */
async function triggerOnGhost(server: ServerAddress): Promise<void> {
  await using trial = await openTrial(server, { writers: 0 });
  await using user = await createUser(server, trial.database.name, onSchema, onServer);
  const change = { user: user.name, options: { cutover: 'wait', gate: 'yield' } } as const;
  assert.equal((await trial.migrate(change).outcome).state, 'yielded');
  await trial.query('CREATE TRIGGER gt BEFORE INSERT ON t_gho FOR EACH ROW SET NEW.n = NEW.n');
  const next = trial.migrate({ user: user.name });
  if (server.flavor === 'mysql') return void (await expectCompleted(trial, next));
  const { error } = await expectFailed(trial, next, 'missing-privileges');
  assert.match(`${error?.message} ${error?.hint}`, /t_gho has the trigger gt, .* Run DROP TRIGGER gt yourself/u);
  await trial.query('DROP TRIGGER gt');
  await expectCompleted(trial, trial.migrate({ user: user.name }));
}

async function goneAtTheGate(server: ServerAddress, privilege: string): Promise<void> {
  await using trial = await openTrial(server, { writers: 0 });
  await using user = await createUser(server, trial.database.name, onSchema, onServer);
  const change = { user: user.name, options: { cutover: 'wait' } } as const;
  const run = trial.migrate(change);
  await run.until('waiting_for_cutover');
  const place = `${privilege} ON \`${trial.database.name}\`.*`;
  await query(server, `REVOKE ${place} FROM ${user.name}@'%'`);
  await trial.command('cutover');
  await expectFailed(trial, run, 'missing-privileges');
  await query(server, `GRANT ${place} TO ${user.name}@'%'`);
  const next = trial.migrate({ user: user.name });
  const outcome = await expectCompleted(trial, next);
  assert.equal(keptBy(next), outcome.verified?.rows);
}

async function processButSelect(server: ServerAddress): Promise<void> {
  await using trial = await openTrial(server);
  await using user = await createUser(server, trial.database.name, onSchema, [...onReplication, 'SELECT']);
  const run = trial.migrate({ user: user.name });
  // It could not see a backup that waits, beside which a swap loses rows there.
  if (server.flavor === 'mariadb') await expectFailed(trial, run, 'missing-privileges');
  else await expectCompleted(trial, run);
}

async function lacking(server: ServerAddress, privilege: string): Promise<void> {
  await using trial = await openTrial(server, { writers: 0, rows: 100 });
  const others = (list: readonly string[]): string[] => list.filter((name) => name !== privilege);
  await using user = await createUser(server, trial.database.name, others(onSchema), others(onServer));
  const outcome = await expectFailed(trial, trial.migrate({ user: user.name }), 'missing-privileges', 'server-error');
  assert.ok(outcome.error?.message.includes(privilege), outcome.error?.message);
  await expectNothingLeft(trial);
}

async function revoked(server: ServerAddress, privilege: string): Promise<void> {
  await query(server, 'SET GLOBAL partial_revokes = ON');
  const grants = (database: string): string[] => [
    'GRANT ALL ON *.* TO §',
    `REVOKE ${privilege} ON ${database}.* FROM §`,
  ];
  await expectDenied(server, grants, new RegExp(`lacks .*${privilege}`, 'u'));
}

/** MariaDB goes by the nearest grant alone, and MySQL 9.7 adds them up. SHOW GRANTS lists both. */
async function nearerGrant(server: ServerAddress): Promise<void> {
  const grants = (database: string): string[] => [
    `GRANT ${onServer.join()} ON *.* TO §`,
    `GRANT ALL ON \`${database.slice(0, -1)}%\`.* TO §`,
    `GRANT SELECT, INSERT, UPDATE, DELETE ON ${database}.* TO §`,
  ];
  await expectDenied(server, grants, /lacks DROP on .*denied/u);
}

/** It is refused before anything is made, and nothing is left. `§` in the grants is the user. */
async function expectDenied(
  server: ServerAddress,
  grants: (database: string) => readonly string[],
  message: RegExp,
): Promise<void> {
  await using trial = await openTrial(server, { writers: 0, rows: 100 });
  const name = `u${randomBytes(6).toString('hex')}`;
  await query(server, `CREATE USER ${name} IDENTIFIED BY '${server.password}'`);
  try {
    for (const grant of grants(trial.database.name)) await query(server, grant.replaceAll('§', name));
    const { target, statement, options } = requestFor(trial, { user: name });
    const request = { target, replica: null, file: null, line: 1, statement, options };
    await assert.rejects(planStatement(request, new AbortController().signal), { code: 'missing-privileges' });
    const outcome = await expectFailed(trial, trial.migrate({ user: name }), 'missing-privileges');
    assert.match(outcome.error?.message ?? '', message);
    const sent = trial.tap.wires.flatMap(({ statements }) => statements);
    assert.deepEqual(
      sent.filter((statement) => s.createChangelog.test(statement)),
      [],
    );
    await expectNothingLeft(trial);
  } finally {
    await query(server, `DROP USER ${name}`);
  }
}

/** Every row loses digits, which the server notes and its own ALTER does as well. */
async function manyNotes(server: ServerAddress): Promise<void> {
  await using trial = await openTrial(server, {
    writers: 0,
    columns: 'id INT PRIMARY KEY, u INT, v VARCHAR(60), n INT, price DECIMAL(10, 4) NOT NULL DEFAULT 1.2345',
  });
  await using user = await createUser(server, trial.database.name, onSchema, onServer);
  const alter = 'ALTER TABLE t MODIFY price DECIMAL(10, 2) NOT NULL, ADD COLUMN added INT';
  await expectCompleted(trial, trial.migrate({ user: user.name, alter }));
}

/** As where a pool of somebody else has taken all there are, for a while. */
async function noMoreConnections(server: ServerAddress): Promise<void> {
  await using trial = await openTrial(server);
  await using user = await createUser(server, trial.database.name, onSchema, onServer);
  const run = trial.migrate({ user: user.name, options: { cutover: 'wait' } });
  await run.until('waiting_for_cutover');
  // Connections that are open stay open, however many there are.
  await query(server, `ALTER USER ${user.name} WITH MAX_USER_CONNECTIONS 1`);
  await trial.command('cutover');
  await run.reach(waitFor(() => attemptsOf(run) > 0, { timeoutMs: 10_000, what: 'a cutover that fails for now' }));
  await query(server, `ALTER USER ${user.name} WITH MAX_USER_CONNECTIONS 0`);
  await expectCompleted(trial, run);
}

/** It stops at the commit, and says what would have helped. */
async function unseenXa(server: ServerAddress): Promise<void> {
  await using trial = await openTrial(server);
  await using user = await createUser(server, trial.database.name, onSchema, onServer);
  await trial.query('CREATE TABLE audit (id INT PRIMARY KEY)');
  const session = await trial.connect();
  for (const statement of ["XA START 'x'", 'INSERT INTO audit VALUES (1)', "XA END 'x'", "XA PREPARE 'x'"]) {
    await session.query(statement);
  }
  const held = trial.tap.holdStatement(s.copyChunk);
  const run = trial.migrate({ user: user.name });
  const { release } = await run.reach(held);
  await session.query("XA COMMIT 'x'");
  release();
  const { error } = await expectFailed(trial, run, 'stream-broken');
  assert.match(error?.hint ?? '', /XA_RECOVER_ADMIN/u);
}
