import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { casesFor, type ServerAddress, testServers } from '../support/servers/index.ts';
import { waitFor } from '../support/wait-for.ts';
import { expectNothingLeft, expectSameRows } from './support/judge.ts';
import { type Finished, type Machine, openMachine, statement } from './support/machine.ts';
import { statements as s } from './support/statements.ts';
import { openTrial, type Trial } from './support/trial.ts';
import type { Pattern } from './support/wire.ts';

const swapped = s.rename;
const namesTrigger = /^DROP TRIGGER .*`t_audit_gho`/u;
const ledgerSays = /^UPDATE .*ghostship_migrations` SET state = 'completed'/u;
const ledgerEnds = /^UPDATE .*ghostship_migrations` SET state = 'completed', outcome/u;

/** From the moment in which the server has swapped the tables to the last word of the run. */
const deaths: Readonly<Record<string, { readonly when: Pattern; readonly at: 'statement' | 'answer' }>> = {
  'before it hears that the tables are swapped': { when: swapped, at: 'answer' },
  'before the ledger says so': { when: ledgerSays, at: 'statement' },
  'once the ledger says so': { when: ledgerSays, at: 'answer' },
  'before the old trigger goes': { when: /^DROP TRIGGER .*`t_audit`$/u, at: 'statement' },
  'once the old trigger is gone': { when: /^DROP TRIGGER .*`t_audit`$/u, at: 'answer' },
  'before the trigger gets its name': { when: namesTrigger, at: 'statement' },
  'once the trigger has its name': { when: namesTrigger, at: 'answer' },
  'before the retired table goes': { when: /^DROP TABLE IF EXISTS .*_del`/u, at: 'statement' },
  'once the retired table is gone': { when: /^DROP TABLE IF EXISTS .*`t_ghc`/u, at: 'statement' },
  'once all that was ours is gone': { when: /^DROP TABLE IF EXISTS .*`t_ghc`/u, at: 'answer' },
  'before its end is written down': { when: ledgerEnds, at: 'statement' },
};

/** No file says that a statement was carried out that somebody has typed. */
const typedDeaths = Object.fromEntries(
  [
    'before it hears that the tables are swapped',
    'once all that was ours is gone',
    'before its end is written down',
  ].map((name) => [name, deaths[name] ?? assert.fail(name)]),
);

const besides = [
  'CREATE TABLE IF NOT EXISTS audit (number INT AUTO_INCREMENT PRIMARY KEY, source VARCHAR(10), id INT)',
  "CREATE TRIGGER §_audit AFTER UPDATE ON § FOR EACH ROW INSERT INTO audit (source, id) VALUES ('§', NEW.id)",
];

describe('a run that dies after its swap is finished by the next one', { concurrency: 2 }, () => {
  for (const server of testServers()) {
    describe(`on ${server.name}`, () => {
      for (const [name, { when, at }] of casesFor(server, Object.entries(deaths)))
        it(name, () => dieAndFinish(server, when, at));
      for (const [name, { when, at }] of casesFor(server, Object.entries(typedDeaths)))
        it(`a statement that was typed is not run twice: ${name}`, () => typedTwice(server, when, at));
      it('a plan says that it is carried out, and leaves it as it is', () => planned(server));
      it('cleanup finishes it as well, and status says what became of it', () => byCleanup(server));
    });
  }
});

async function dieAndFinish(server: ServerAddress, when: Pattern, at: 'statement' | 'answer'): Promise<void> {
  await using trial = await openTrial(server, { besides });
  await using machine = await openMachine(trial);
  await die(machine, when, at);
  const before = trial.writers.committed;
  await waitFor(() => trial.writers.committed > before + 20, { timeoutMs: 10_000, what: 'writers to go on' });
  await expectFinished(trial, await machine.migrate());
}

async function die(machine: Machine, when: Pattern, at: 'statement' | 'answer'): Promise<void> {
  const stopped = await machine.migrateUntil({ when, at, isAfterSwap: true });
  await stopped.die();
}

async function typedTwice(server: ServerAddress, when: Pattern, at: 'statement' | 'answer'): Promise<void> {
  await using trial = await openTrial(server, { besides });
  await using machine = await openMachine(trial, { what: ['--alter', statement, '--retired', 'keep'] });
  await die(machine, when, at);
  const run = await machine.migrate();
  assert.match(run.output, /died before it could say so/u);
  const [migration] = run.migrations;
  assert.equal(migration?.state, 'completed');
  assert.equal(migration?.resumed, true);
  // The ledger knows what is kept.
  const cleaned = await machine.run('cleanup', '--retired', 'drop');
  assert.equal(cleaned.exitCode, 0, cleaned.output);
  await expectFinished(trial, run);
}

async function planned(server: ServerAddress): Promise<void> {
  await using trial = await openTrial(server, { besides });
  await using machine = await openMachine(trial);
  await die(machine, swapped, 'answer');
  const isDead = async (): Promise<boolean> => /and its run died/u.test((await machine.run('status')).output);
  await waitFor(isDead, { timeoutMs: 30_000, what: 'the server to have let go of its connections' });
  const plan = await machine.plan();
  assert.equal(plan.exitCode, 0, plan.output);
  assert.match(plan.output, /applied by a run that died before it could say so; the next run writes that down/u);
  assert.match((await machine.run('status')).output, /t: swapped, and its run died/u);
  await expectFinished(trial, await machine.migrate());
}

async function byCleanup(server: ServerAddress): Promise<void> {
  await using trial = await openTrial(server, { besides });
  await using machine = await openMachine(trial);
  await die(machine, swapped, 'answer');
  assert.match((await machine.run('status')).output, /t: swapped, and its run died/u);
  const cleaned = await machine.run('cleanup');
  assert.match(cleaned.output, /Finished the migration of t, whose run died after the swap\./u);
  assert.match((await machine.run('status')).output, /No migration is running/u);
  await expectFinished(trial, await machine.migrate());
}

/** The table is the altered one, once; its trigger has its name; the ledger knows; nothing of ours is left. */
async function expectFinished(trial: Trial, run: Finished): Promise<void> {
  assert.equal(run.exitCode, 0, run.output);
  await waitFor(async () => trial.writers.committed > 0, { timeoutMs: 30_000, what: 'writers' });
  await trial.writers.stop();
  await expectSameRows(trial);
  const rows = await trial.query("SELECT state FROM ghostship_migrations WHERE state = 'completed'");
  assert.equal(rows.length, 1, run.output);
  const triggers = await trial.query(
    `SELECT TRIGGER_NAME AS name FROM information_schema.TRIGGERS WHERE EVENT_OBJECT_SCHEMA = '${trial.database.name}' AND EVENT_OBJECT_TABLE = 't'`,
  );
  assert.deepEqual(
    triggers.map(({ name }) => name),
    ['t_audit'],
  );
  const uneven = await trial.query(
    "SELECT id, SUM(source = 't') AS of_table, SUM(source = 'control') AS of_control FROM audit GROUP BY id HAVING of_table <> of_control",
  );
  assert.deepEqual(uneven, [], 'the trigger ran more or less often than it should');
  const columns = await trial.query(
    `SELECT 1 FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = '${trial.database.name}' AND TABLE_NAME = 't' AND COLUMN_NAME = 'added'`,
  );
  assert.equal(columns.length, 1);
  await expectNothingLeft(trial, ['ghostship_migrations']);
}
