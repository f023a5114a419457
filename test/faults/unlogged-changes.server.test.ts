import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  catchUp,
  follow,
  type RunningServer,
  type ServerName,
  type ServerOptions,
  startReplica,
  startServer,
  type TestServer,
  testServers,
} from '../support/servers/index.ts';
import { databaseOn, promote } from './support/demote.ts';
import { expectCompleted, expectFailed } from './support/judge.ts';
import { openTrial, type Trial } from './support/trial.ts';

/* Changes that the server has never written to its binary log, so that no position tells of them. */

const servers = ['mysql-9.7', 'mariadb-10.11'] as const satisfies readonly ServerName[];

/** A row changed, one deleted and one inserted, in the table and in its control. */
const changes = (table: string): readonly string[] => [
  `UPDATE ${table} SET v = 'unlogged' WHERE id = 2`,
  `DELETE FROM ${table} WHERE id = 3`,
  `INSERT INTO ${table} (id, v) VALUES (999999, 'unlogged')`,
];

const unlogging: Readonly<Record<(typeof servers)[number], ServerOptions>> = {
  'mysql-9.7': { log_replica_updates: 'OFF' },
  'mariadb-10.11': { log_slave_updates: 'OFF' },
};

for (const name of servers) {
  describe(`changes that ${name} has not logged`, { timeout: 300_000 }, () => {
    it('while it ran without its binary log, between two runs', () => restarted(name));
    it('but applied for another server, between two runs', () => replicated(name));
    it('but applied for another server, while a run waits at its gate', () => replicatedMeanwhile(name));
  });
}

const exchange = 'ALTER TABLE § EXCHANGE PARTITION p0 WITH TABLE §_other';

for (const server of testServers()) {
  for (const [what, statements] of Object.entries({
    truncated: ['ALTER TABLE § TRUNCATE PARTITION p0'],
    exchanged: [
      'CREATE TABLE §_other LIKE §',
      'ALTER TABLE §_other REMOVE PARTITIONING',
      exchange,
      'DROP TABLE §_other',
    ],
  }))
    it(`a partition that is ${what}, on ${server.name}`, { timeout: 60_000 }, () => partition(server, statements));
}

/** Between two runs, and while the second one waits. */
async function partition(server: TestServer, statements: readonly string[]): Promise<void> {
  const columns = 'id INT PRIMARY KEY, u INT NULL, v VARCHAR(60), n INT';
  const parts = '(PARTITION p0 VALUES LESS THAN (100), PARTITION p1 VALUES LESS THAN MAXVALUE)';
  await using trial = await openTrial(server, {
    writers: 0,
    columns,
    besides: [`ALTER TABLE § PARTITION BY RANGE (id) ${parts}`],
  });
  const change = async (): Promise<void> => {
    const session = await trial.connect();
    await session.query('SET SESSION sql_log_bin = 0');
    for (const statement of statements)
      for (const table of ['t', 'control']) await session.query(statement.replaceAll('§', table));
    await session.end();
  };
  await yieldAtGate(trial);
  await change();
  const run = trial.migrate({ options: { cutover: 'wait' } });
  await run.until('waiting_for_cutover');
  await change();
  await trial.command('cutover');
  await expectFailed(trial, run, 'original-changed');
  await expectCompleted(trial, trial.migrate());
}

async function restarted(name: ServerName): Promise<void> {
  await using server = await startServer({ name, durable: true });
  await using trial = await openTrial(server, { writers: 0 });
  await yieldAtGate(trial);
  const session = await trial.connect();
  await session.query('SET SESSION sql_log_bin = 0');
  for (const statement of ['t', 'control'].flatMap(changes)) await session.query(statement);
  await session.end();
  await server.restart();
  await expectCompleted(trial, trial.migrate());
}

async function replicated(name: (typeof servers)[number]): Promise<void> {
  await using source = await startServer({ name, options: unlogging[name] });
  await using trial = await openTrial(source, { writers: 0 });
  await yieldAtGate(trial);
  await awayAndBack(source, trial);
  await expectCompleted(trial, trial.migrate());
}

async function replicatedMeanwhile(name: (typeof servers)[number]): Promise<void> {
  await using source = await startServer({ name, options: unlogging[name] });
  await using trial = await openTrial(source, { writers: 0 });
  const run = trial.migrate({ options: { cutover: 'wait' } });
  await run.until('waiting_for_cutover');
  await awayAndBack(source, trial);
  await trial.command('cutover');
  const { error } = await run.outcome;
  assert.equal(error?.code, 'stream-broken');
  await expectCompleted(trial, trial.migrate());
}

/** Another server has the writes for a while, and this one replicates them. */
async function awayAndBack(source: RunningServer, trial: Trial): Promise<void> {
  await using other = await startReplica(source);
  await promote(other);
  await follow(source, other);
  const away = databaseOn(other, trial);
  for (const statement of ['t', 'control'].flatMap(changes)) await away.query(statement);
  await catchUp(source, other);
  await promote(source);
}

async function yieldAtGate(trial: Trial): Promise<void> {
  const { state } = await trial.migrate({ options: { cutover: 'wait', gate: 'yield' } }).outcome;
  assert.equal(state, 'yielded');
}
