import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { describe, it } from 'node:test';
import { query, type ServerAddress, testServers } from '../support/servers/index.ts';
import { waitFor } from '../support/wait-for.ts';
import { expectCompleted, expectFailed, expectNothingLeft } from './support/judge.ts';
import { attemptsOf } from './support/run.ts';
import { openTrial } from './support/trial.ts';

const onSchema = [
  'SELECT',
  'INSERT',
  'UPDATE',
  'DELETE',
  'CREATE',
  'DROP',
  'ALTER',
  'INDEX',
  'LOCK TABLES',
  'CREATE TEMPORARY TABLES',
  'TRIGGER',
];
const onReplication = ['REPLICATION SLAVE', 'REPLICATION CLIENT'];
const onServer = [...onReplication, 'PROCESS'];

describe('the user lacks', { concurrency: 2 }, () => {
  for (const server of testServers()) {
    describe(`on ${server.name}`, () => {
      it('everything that is not asked for', async () => {
        await using trial = await openTrial(server);
        await using user = await createUser(server, trial.database.name, onSchema, onServer);
        await expectCompleted(trial, trial.migrate({ user: user.name, options: { indexes: 'defer' } }));
      });
      it('what it takes to list more than 1,024 warnings', () => manyNotes(server));
      it('PROCESS, and may read every table instead', async () => {
        await using trial = await openTrial(server);
        await using user = await createUser(server, trial.database.name, onSchema, [...onReplication, 'SELECT']);
        const run = trial.migrate({ user: user.name });
        // It could not see a backup that waits, beside which a swap loses rows there.
        if (server.flavor === 'mariadb') await expectFailed(trial, run, 'missing-privileges');
        else await expectCompleted(trial, run);
      });
      for (const privilege of [...onSchema, ...onServer]) it(privilege, () => lacking(server, privilege));
      it('a further connection, when the cutover begins', () => noMoreConnections(server));
    });
  }
});

async function lacking(server: ServerAddress, privilege: string): Promise<void> {
  await using trial = await openTrial(server, { writers: 0, rows: 100 });
  const others = (list: readonly string[]): string[] => list.filter((name) => name !== privilege);
  await using user = await createUser(server, trial.database.name, others(onSchema), others(onServer));
  const outcome = await expectFailed(trial, trial.migrate({ user: user.name }), 'missing-privileges', 'server-error');
  assert.ok(outcome.error?.message.includes(privilege), outcome.error?.message);
  await expectNothingLeft(trial);
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
  const open = trial.tap.wires.filter(({ isOpen }) => isOpen).length;
  await query(server, `ALTER USER ${user.name} WITH MAX_USER_CONNECTIONS ${open + 1}`);
  await trial.command('cutover');
  await run.reach(waitFor(() => attemptsOf(run) > 0, { timeoutMs: 10_000, what: 'a cutover that fails for now' }));
  await query(server, `ALTER USER ${user.name} WITH MAX_USER_CONNECTIONS 0`);
  await expectCompleted(trial, run);
}

interface User extends AsyncDisposable {
  readonly name: string;
}

async function createUser(
  server: ServerAddress,
  database: string,
  schemaPrivileges: readonly string[],
  serverPrivileges: readonly string[],
): Promise<User> {
  const name = `u${randomBytes(6).toString('hex')}`;
  await query(server, `CREATE USER ${name} IDENTIFIED BY '${server.password}'`);
  await query(server, `GRANT ${schemaPrivileges.join()} ON ${database}.* TO ${name}`);
  if (serverPrivileges.length > 0) await query(server, `GRANT ${serverPrivileges.join()} ON *.* TO ${name}`);
  return {
    name,
    async [Symbol.asyncDispose]() {
      await query(server, `DROP USER ${name}`);
    },
  };
}
