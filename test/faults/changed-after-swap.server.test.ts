import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { casesFor, type ServerAddress, testServers } from '../support/servers/index.ts';
import { waitFor } from '../support/wait-for.ts';
import { type Machine, openMachine } from './support/machine.ts';
import { statements as s } from './support/statements.ts';
import { openTrial, type Trial } from './support/trial.ts';
import type { Pattern } from './support/wire.ts';

/** What somebody does after a run has died with the tables swapped, and what is there once the next run has finished its work. */
interface Change {
  readonly done: readonly string[];
  /** Besides the ledger and the control. */
  readonly left: readonly string[];
  readonly says?: RegExp;
}

const isLeft = /Somebody has altered or replaced t since\. It is left as it is\./u;
const isAway = /Somebody has renamed or dropped t since\./u;
const keepsRetired = /So t_del, the table as it was before, is kept\./u;

const rebuilt = 'ALTER TABLE t ADD COLUMN q INT, ALGORITHM=COPY';

const changes: Readonly<Record<string, Change>> = {
  'a new column': { done: ['ALTER TABLE t ADD COLUMN q INT'], left: ['t'], says: isLeft },
  'a new column, by rebuilding the table': { done: [rebuilt], left: ['t', 't_del'], says: keepsRetired },
  'a new index': { done: ['CREATE INDEX later ON t (v)'], left: ['t'] },
  'OPTIMIZE TABLE': { done: ['OPTIMIZE TABLE t'], left: ['t', 't_del'], says: keepsRetired },
  partitions: {
    done: [
      'ALTER TABLE t DROP KEY by_u',
      'ALTER TABLE t PARTITION BY HASH (id) PARTITIONS 2',
      'ALTER TABLE t TRUNCATE PARTITION p0',
    ],
    left: ['t', 't_del'],
    says: keepsRetired,
  },
  TRUNCATE: { done: ['TRUNCATE TABLE t'], left: ['t', 't_del'], says: keepsRetired },
  'a new column in the retired table': {
    done: ['ALTER TABLE t_del ADD COLUMN q INT'],
    left: ['t', 't_del'],
    says: /Somebody has altered or replaced t_del since/u,
  },
  'a retired table that is rebuilt': {
    done: ['ALTER TABLE t_del ADD COLUMN q INT, ALGORITHM=COPY'],
    left: ['t', 't_del'],
    says: /t_del is not known to be the table as it was before, and is left as it is/u,
  },
  'the retired table dropped': { done: ['DROP TABLE t_del'], left: ['t'] },
  'the retired table renamed': { done: ['RENAME TABLE t_del TO kept'], left: ['kept', 't'] },
  'a new column, and the retired table dropped': {
    done: ['ALTER TABLE t ADD COLUMN q INT', 'DROP TABLE t_del'],
    left: ['t'],
    says: isLeft,
  },
  'the table renamed': { done: ['RENAME TABLE t TO away'], left: ['away', 't_del'], says: isAway },
  'the table dropped': { done: ['DROP TABLE t'], left: ['t_del'], says: isAway },
  'another table in its place': {
    done: ['RENAME TABLE t TO away', 'CREATE TABLE t (id INT PRIMARY KEY)'],
    left: ['away', 't', 't_del'],
    says: isLeft,
  },
};

/** The triggers that are there in the end, with their tables. */
const withTriggers: Readonly<
  Record<string, { readonly done: readonly string[]; readonly triggers: readonly string[] }>
> = {
  'a new column': { done: ['ALTER TABLE t ADD COLUMN q INT'], triggers: ['t_audit of t'] },
  'a new column, by rebuilding the table': { done: [rebuilt], triggers: ['t_audit of t'] },
  'another table in its place': {
    done: ['RENAME TABLE t TO away', 'CREATE TABLE t (id INT PRIMARY KEY)'],
    triggers: ['t_audit of t_del', 't_audit_gho of away'],
  },
};

/** The retired table is gone by then, and only the changelog tells of the swap. */
const laterChanges: Readonly<Record<string, Change>> = {
  'a new column': { done: ['ALTER TABLE t ADD COLUMN q INT'], left: ['t'], says: isLeft },
  'a new column, by rebuilding the table': { done: [rebuilt], left: ['t'], says: isLeft },
  'the table renamed': { done: ['RENAME TABLE t TO away'], left: ['away'], says: isAway },
};

const swapped: Pattern = s.rename;
const retiredGoes: Pattern = /^DROP TABLE IF EXISTS .*`t_ghc`/u;

/** Nobody would see it if the statement were carried out twice, but for this. */
const twice = 'ALTER TABLE t CHANGE u n INT, CHANGE n u INT';
const there = `SELECT TABLE_NAME AS name FROM information_schema.TABLES
  WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME NOT IN ('control', 'ghostship_migrations') ORDER BY TABLE_NAME`;

describe('a swap stays a swap, whatever somebody does to the tables after its run has died:', {
  concurrency: 2,
}, () => {
  for (const server of testServers()) {
    describe(`on ${server.name}`, () => {
      for (const [name, change] of casesFor(server, Object.entries(changes)))
        it(name, () => finished(server, swapped, change, 'migrate'));
      for (const [name, change] of casesFor(server, Object.entries(laterChanges)))
        it(`${name}, once the retired table is gone`, () => finished(server, retiredGoes, change, 'migrate'));
      it('a new column, finished by cleanup', () =>
        finished(server, swapped, changes['a new column'] ?? assert.fail(), 'cleanup'));
      it('a new column, of a record without ids', () => withoutIds(server));
      for (const [name, { done, triggers }] of casesFor(server, Object.entries(withTriggers)))
        it(`${name}, where triggers were carried over`, () => carried(server, done, triggers));
      it('a run that comes upon it later leaves it to the next one', () => notFinishedFirst(server));
      for (const dropped of casesFor(server, ['t_gho, t_del', 't_gho']))
        it(`before the swap somebody drops ${dropped}, so the statement runs`, () => undone(server, dropped));
      it('somebody swaps them back, so the statement runs once more', () => swappedBack(server));
      it('a person is asked where the tables do not tell', () => unclear(server));
    });
  }
});

async function finished(
  server: ServerAddress,
  death: Pattern,
  { done, left, says }: Change,
  by: 'migrate' | 'cleanup',
): Promise<void> {
  await using trial = await openTrial(server, { writers: 0 });
  await using machine = await openSwapping(trial);
  await die(machine, death);
  for (const statement of done) await trial.query(statement);
  const before = await definitionOf(trial);

  await expectSwapped(machine);
  const run = await (by === 'migrate' ? machine.migrate() : machine.run('cleanup'));
  assert.equal(run.exitCode, 0, run.output);
  if (by === 'migrate') {
    assert.match(run.output, /The tables were swapped by a run that died/u);
    if (says !== undefined) assert.match(run.output, says);
  }
  await expectOnce(trial, machine, left, before);
}

/** Nothing is to be run any more, and nothing of ours is left. */
async function expectOnce(
  trial: Trial,
  machine: Machine,
  left: readonly string[],
  definition: string | null,
): Promise<void> {
  assert.deepEqual(await tablesOf(trial), left);
  const rows = await trial.query("SELECT state FROM ghostship_migrations WHERE state = 'completed'");
  assert.equal(rows.length, 1);
  const last = await machine.migrate();
  assert.equal(last.exitCode, 0, last.output);
  assert.match(last.output, /it is not run again/u);
  assert.equal(await definitionOf(trial), definition, 'it was altered once more');
}

/** Status, plan, abort and a dry cleanup say the same. */
async function expectSwapped(machine: Machine): Promise<void> {
  const says = async (): Promise<boolean> => /t: swapped, and its run died/u.test((await machine.run('status')).output);
  await waitFor(says, { timeoutMs: 30_000, what: 'status to tell of the swap' });
  assert.match((await machine.run('cleanup', '--dry-run')).output, /Would finish the migration of t/u);
  assert.match((await machine.run('abort')).output, /too late: the tables of t are swapped/u);
}

async function withoutIds(server: ServerAddress): Promise<void> {
  await using trial = await openTrial(server, { writers: 0 });
  await using machine = await openSwapping(trial);
  await die(machine, swapped);
  await trial.query("UPDATE t_ghc SET mark = mark + 1, body = JSON_REMOVE(body, '$.ids') WHERE kind = 'swap'");
  await trial.query('ALTER TABLE t ADD COLUMN q INT');
  const before = await definitionOf(trial);
  await expectSwapped(machine);
  const run = await machine.migrate();
  assert.equal(run.exitCode, 0, run.output);
  await expectOnce(trial, machine, ['t', 't_del'], before);
}

async function carried(server: ServerAddress, done: readonly string[], triggers: readonly string[]): Promise<void> {
  const besides = [
    'CREATE TABLE IF NOT EXISTS audit (id INT)',
    'CREATE TRIGGER §_audit AFTER INSERT ON § FOR EACH ROW INSERT INTO audit VALUES (NEW.id)',
  ];
  await using trial = await openTrial(server, { writers: 0, besides });
  await using machine = await openSwapping(trial);
  await die(machine, swapped);
  for (const statement of done) await trial.query(statement);
  const run = await machine.migrate();
  assert.equal(run.exitCode, 0, run.output);
  const there = await trial.query(
    `SELECT TRIGGER_NAME AS name, EVENT_OBJECT_TABLE AS event_table FROM information_schema.TRIGGERS
     WHERE TRIGGER_SCHEMA = DATABASE() AND EVENT_OBJECT_TABLE <> 'control' ORDER BY TRIGGER_NAME`,
  );
  assert.deepEqual(
    there.map((row) => `${String(row.name)} of ${String(row.event_table)}`),
    triggers,
    run.output,
  );
}

/** Its process has died after this run had looked for swaps to finish. */
async function notFinishedFirst(server: ServerAddress): Promise<void> {
  await using trial = await openTrial(server, { writers: 0 });
  await using machine = await openSwapping(trial);
  await die(machine, retiredGoes);
  const before = await definitionOf(trial);
  const { error, tableState } = await trial.migrate().outcome;
  assert.equal(error?.code, 'already-running', error?.message);
  assert.equal(tableState, 'changed');
  assert.deepEqual(await tablesOf(trial), ['t', 't_ghc']);
  assert.equal(await definitionOf(trial), before);
}

async function swappedBack(server: ServerAddress): Promise<void> {
  await using trial = await openTrial(server, { writers: 0 });
  await using machine = await openSwapping(trial);
  const before = await definitionOf(trial);
  await die(machine, swapped);
  const altered = await definitionOf(trial);
  await trial.query('RENAME TABLE t TO away, t_del TO t');
  assert.equal(await definitionOf(trial), before);
  const run = await machine.migrate();
  assert.equal(run.exitCode, 0, run.output);
  await expectOnce(trial, machine, ['away', 't'], altered);
}

/** The columns are the same before and after. */
async function undone(server: ServerAddress, dropped: string): Promise<void> {
  await using trial = await openTrial(server, { writers: 0 });
  const what = ['--files', 'migrations/*.sql', '--algorithm', 'copy'];
  await using machine = await openMachine(trial, { file: 'ALTER TABLE t ADD KEY added (v)', what });
  const stopped = await machine.migrateUntil({ when: swapped, at: 'statement', isAfterSwap: false });
  await stopped.die();
  await trial.query(`DROP TABLE ${dropped}`);
  assert.doesNotMatch((await machine.run('status')).output, /swapped/u);
  const run = await machine.migrate();
  assert.equal(run.exitCode, 0, run.output);
  assert.match((await definitionOf(trial)) ?? '', /KEY `added`/u, run.output);
  assert.deepEqual(await tablesOf(trial), ['t']);
}

/** What the refusal advises is carried out. */
async function unclear(server: ServerAddress): Promise<void> {
  await using trial = await openTrial(server, { writers: 0 });
  await using machine = await openSwapping(trial);
  await die(machine, swapped);
  await trial.query(rebuilt);
  await trial.query('DROP TABLE t_del');
  const before = await definitionOf(trial);

  const isUnclear = /the(?:y| tables) do not tell whether (?:they were swapped|its statement was carried out)/u;
  const says = async (): Promise<boolean> => isUnclear.test((await machine.run('status')).output);
  await waitFor(says, { timeoutMs: 30_000, what: 'status to tell that nobody knows' });
  assert.match((await machine.plan()).output, isUnclear);
  for (const asked of [['cleanup', '--dry-run'], ['cleanup'], ['abort']] as const) {
    const [command, ...args] = asked;
    assert.match((await machine.run(command, ...args)).output, isUnclear);
  }
  const run = await machine.migrate();
  assert.equal(run.exitCode, 3, run.output);
  assert.match(run.output, isUnclear);
  assert.deepEqual(await tablesOf(trial), ['t', 't_ghc']);

  const [, isDone = '', drop = ''] =
    /If it has: (UPDATE .*)\. Then, or if it has not: (DROP TABLE .*)\./u.exec(run.output) ?? [];
  await trial.query(isDone);
  await trial.query(drop);
  await expectOnce(trial, machine, ['t'], before);
}

function openSwapping(trial: Trial): Promise<Machine> {
  const what = ['--files', 'migrations/*.sql', '--algorithm', 'copy', '--allow', 'rename-column'];
  return openMachine(trial, { file: twice, what });
}

async function die(machine: Machine, when: Pattern): Promise<void> {
  const at = when === swapped ? 'answer' : 'statement';
  const stopped = await machine.migrateUntil({ when, at, isAfterSwap: true });
  await stopped.die();
}

async function tablesOf(trial: Trial): Promise<string[]> {
  return (await trial.query(there)).map(({ name }) => String(name));
}

/** `null` where there is no such table. */
async function definitionOf(trial: Trial): Promise<string | null> {
  if (!(await tablesOf(trial)).includes('t')) return null;
  const [row] = await trial.query('SHOW CREATE TABLE t');
  return String(row?.['Create Table']).replace(/ AUTO_INCREMENT=\d+/u, '');
}
