import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Row, type ServerAddress, testServers } from '../support/servers/index.ts';
import { waitFor } from '../support/wait-for.ts';
import { expectCompleted, expectFailed, expectSameRows } from './support/judge.ts';
import { attemptsOf } from './support/run.ts';
import { statements as s } from './support/statements.ts';
import { openTrial, type Trial } from './support/trial.ts';

/** What each change does besides is written down; two triggers of one event have an order. */
const besides = [
  'CREATE TABLE IF NOT EXISTS audit (number INT AUTO_INCREMENT PRIMARY KEY, source VARCHAR(10), what VARCHAR(20), id INT)',
  'CREATE TRIGGER §_z BEFORE UPDATE ON § FOR EACH ROW SET NEW.n = NEW.n + 1',
  'CREATE TRIGGER §_a BEFORE UPDATE ON § FOR EACH ROW FOLLOWS §_z SET NEW.n = NEW.n * 2',
  ...['INSERT', 'UPDATE', 'DELETE'].map((event) => {
    const row = event === 'DELETE' ? 'OLD' : 'NEW';
    return `CREATE TRIGGER §_${event} AFTER ${event} ON § FOR EACH ROW BEGIN
      INSERT INTO audit (source, what, id) VALUES ('§', '${event} "é"', ${row}.id); END`;
  }),
];
const namesA = /^DROP TRIGGER .*`t_a_gho`; CREATE DEFINER/u;
const locksForNames = /^LOCK TABLES `[^`]+`\.`t` WRITE$/u;
const carry = { triggers: 'carry' } as const;

describe('triggers', { concurrency: 2 }, () => {
  for (const server of testServers()) {
    describe(`on ${server.name}`, () => {
      it('run once for every change, before and after', async () => {
        await using trial = await openTrial(server, { besides });
        const run = trial.migrate({ options: carry });
        const outcome = await run.outcome;
        await untilWritten(trial, 50);
        assert.equal(outcome.error, null);
        await expectCompleted(trial, run);
        await expectCarried(trial);
      });

      it('go without the retired table where that is kept', async () => {
        await using trial = await openTrial(server, { besides });
        await expectCompleted(trial, trial.migrate({ options: { ...carry, retired: 'keep' } }));
        await expectCarried(trial);
      });

      it('run once although cutovers fail', () => failingAttempt(server));
      it('run once although the session that made them on the ghost is killed', () => killedOnTheGhost(server));
      it('run once although the session that names them is killed', () => killedWhileNaming(server));
      it('run once although one is refused its name', () => refusedName(server));
      it('are made again where one is gone, and that is told', () => goneWhileNaming(server));

      it('are carried although nobody can connect once the tables are swapped', () => alone(server));

      it('are refused where they do not fit the altered table', async () => {
        await using trial = await openTrial(server, { besides });
        const run = trial.migrate({
          alter: 'ALTER TABLE t RENAME COLUMN n TO m, ADD COLUMN added INT',
          options: carry,
        });
        const outcome = await expectFailed(trial, run, 'unsupported-table');
        assert.match(String(outcome.error?.message), /'n' in 'NEW'/u);
        assert.equal(outcome.rowsCopied, 0);
      });

      it('are refused without the option, by name', async () => {
        await using trial = await openTrial(server, { besides });
        const outcome = await expectFailed(trial, trial.migrate(), 'unsupported-table');
        assert.match(String(outcome.error?.message), /t_z, t_a|t_a, t_z/u);
      });
    });
  }
});

/** Seen to fail with taking the triggers back taken out: what is applied between two attempts runs them. */
async function failingAttempt(server: ServerAddress): Promise<void> {
  await using trial = await openTrial(server, { besides });
  const held = trial.tap.holdStatement(s.rename);
  const run = trial.migrate({ options: carry });
  const { wire, release } = await run.reach(held);
  await trial.kill(wire.connectionId);
  release();
  await waitFor(() => attemptsOf(run) > 0, { timeoutMs: 20_000, what: 'an attempt to fail' });
  await expectCompleted(trial, run);
  await expectCarried(trial);
}

async function killedOnTheGhost(server: ServerAddress): Promise<void> {
  await using trial = await openTrial(server, { besides });
  const held = trial.tap.holdStatement(s.dropSentry);
  const run = trial.migrate({ options: carry });
  const { wire, release } = await run.reach(held);
  await trial.kill(wire.connectionId);
  release();
  const outcome = await run.outcome;
  if (outcome.tableState === 'unchanged') await expectNextRun(trial);
  await trial.writers.stop();
  await expectSameRows(trial);
  await expectCarried(trial);
}

async function killedWhileNaming(server: ServerAddress): Promise<void> {
  await using trial = await openTrial(server, { besides });
  const held = trial.tap.holdAnswer(namesA);
  const run = trial.migrate({ options: carry });
  const { wire, release } = await run.reach(held);
  await trial.kill(wire.connectionId);
  release();
  await expectCompleted(trial, run);
  await expectCarried(trial);
}

/** Seen to fail where it is not given its other name back: it does not run until it gets its own. */
async function refusedName(server: ServerAddress): Promise<void> {
  await using trial = await openTrial(server, { besides });
  const held = trial.tap.holdStatement(namesA);
  const run = trial.migrate({ options: carry });
  const { release } = await run.reach(held);
  await trial.query('CREATE TABLE parent (id INT)');
  await trial.query('CREATE TRIGGER t_a BEFORE INSERT ON parent FOR EACH ROW SET NEW.id = 1');
  const again = trial.tap.holdStatement(locksForNames);
  release();
  const { release: releaseAgain } = await run.reach(again);
  await untilWritten(trial, 20);
  await trial.query('DROP TRIGGER t_a');
  releaseAgain();
  await expectCompleted(trial, run);
  await expectCarried(trial);
}

async function goneWhileNaming(server: ServerAddress): Promise<void> {
  await using trial = await openTrial(server, { besides });
  const held = trial.tap.holdStatement({ text: locksForNames, after: /^DROP TRIGGER/u });
  const run = trial.migrate({ options: carry });
  const { wire, release } = await run.reach(held);
  await trial.query('DROP TRIGGER t_DELETE_gho');
  await trial.kill(wire.connectionId);
  release();
  await expectCompleted(trial, run);
  await expectSameTriggers(trial);
  const notices = run.events.flatMap((event) => (event.type === 'notice' ? [event.message] : []));
  assert.match(notices.join(), /until then they did not run: t_DELETE\./u);
}

async function alone(server: ServerAddress): Promise<void> {
  await using trial = await openTrial(server, { besides });
  const held = trial.tap.holdAnswer(s.rename);
  const run = trial.migrate({ options: carry });
  const { release } = await run.reach(held);
  trial.tap.refuse();
  release();
  await run.reach(
    waitFor(() => trial.tap.refused > 1, { timeoutMs: 20_000, what: 'it to try to connect more than once' }),
  );
  trial.tap.accept();
  await expectCompleted(trial, run);
  await expectCarried(trial);
}

async function expectNextRun(trial: Trial): Promise<void> {
  const run = trial.migrate({ options: carry });
  assert.equal((await run.outcome).error, null);
}

async function untilWritten(trial: Trial, transactions: number): Promise<void> {
  const goal = trial.writers.committed + transactions;
  await waitFor(() => trial.writers.committed > goal, { timeoutMs: 20_000, what: 'writers to go on' });
}

async function expectCarried(trial: Trial): Promise<void> {
  await expectSameTriggers(trial);
  const differences = await trial.query(
    `SELECT what, id, SUM(source = 't') AS of_table, SUM(source = 'control') AS of_control FROM audit
     GROUP BY what, id HAVING of_table <> of_control`,
  );
  assert.deepEqual(differences, [], 'triggers ran more or less often than they should');
}

async function expectSameTriggers(trial: Trial): Promise<void> {
  const [carried, plain] = [await triggersOf(trial, 't'), await triggersOf(trial, 'control')];
  assert.deepEqual(carried, plain);
}

/** As if the table were called `t`. */
async function triggersOf(trial: Trial, table: string): Promise<Row[]> {
  const rows = await trial.query(
    `SELECT TRIGGER_NAME AS name, ACTION_TIMING AS timing, EVENT_MANIPULATION AS event, ACTION_ORDER AS number,
       ACTION_STATEMENT AS body, DEFINER AS definer, SQL_MODE AS mode, CHARACTER_SET_CLIENT AS charset,
       COLLATION_CONNECTION AS collation, DATABASE_COLLATION AS of_database
     FROM information_schema.TRIGGERS WHERE EVENT_OBJECT_SCHEMA = '${trial.database.name}'
       AND EVENT_OBJECT_TABLE = '${table}' ORDER BY event, timing, number`,
  );
  return rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([name, value]) => [
        name,
        typeof value === 'string' ? value.replace(/^control_/u, 't_').replaceAll("'control'", "'t'") : value,
      ]),
    ),
  );
}
