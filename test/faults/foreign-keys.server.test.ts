import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type ServerAddress, testServers } from '../support/servers/index.ts';
import { expectCompleted, expectFailed, expectSameRows } from './support/judge.ts';
import { statements as s } from './support/statements.ts';
import { openTrial, type Trial } from './support/trial.ts';

const besides = [
  'CREATE TABLE IF NOT EXISTS parent (id INT PRIMARY KEY)',
  'INSERT IGNORE INTO parent VALUES (1), (2), (3)',
  `ALTER TABLE § ADD COLUMN p INT DEFAULT 1,
     ADD CONSTRAINT §_parent FOREIGN KEY (p) REFERENCES parent (id) ON DELETE RESTRICT`,
];
const carry = { foreignKeys: 'carry' } as const;

describe('foreign keys of the table', { concurrency: 2 }, () => {
  for (const server of testServers()) {
    describe(`on ${server.name}`, () => {
      it('are left out where that is wanted', async () => {
        await using trial = await openTrial(server, { besides });
        await expectCompleted(trial, trial.migrate({ options: { foreignKeys: 'drop', retired: 'keep' } }));
        assert.deepEqual(await foreignKeysOf(trial, 't'), []);
        assert.deepEqual(await foreignKeysOf(trial, 't_del'), [], 'rows nobody uses stand in the way of the parent');
      });

      it('are refused without an option, by name', async () => {
        await using trial = await openTrial(server, { besides });
        const outcome = await expectFailed(trial, trial.migrate(), 'unsupported-table');
        assert.match(String(outcome.error?.message), /t_parent/u);
      });

      it('are refused where the server changes rows for them and does not log it', async () => {
        const saysSo = await cascadesAreLogged(server);
        await using trial = await openTrial(server, {
          besides: besides.map((statement) => statement.replace('RESTRICT', 'CASCADE')),
        });
        const run = trial.migrate({ options: { foreignKeys: 'drop' } });
        if (saysSo) return void (await expectCompleted(trial, run));
        const outcome = await expectFailed(trial, run, 'unsupported-table');
        assert.match(String(outcome.error?.message), /t_parent \(ON DELETE CASCADE\)/u);
      });

      if (server.flavor === 'mariadb') {
        it('are not carried over', async () => {
          await using trial = await openTrial(server, { besides });
          await expectFailed(trial, trial.migrate({ options: carry }), 'unsupported-table');
        });
        return;
      }

      it('are carried over under their names', async () => {
        await using trial = await openTrial(server, { besides });
        await expectCompleted(trial, trial.migrate({ options: carry }));
        await expectCarried(trial);
      });
      it('are carried over although cutovers fail', () => failingAttempt(server));
      it('are carried over although the session that renames is killed', () => killedBeforeRename(server));
      it('are carried over although the answer to the RENAME is lost', () => lostAnswer(server));
    });
  }
});

/** Seen to fail with taking them back taken out: the second attempt finds them there. */
async function failingAttempt(server: ServerAddress): Promise<void> {
  await using trial = await openTrial(server, { besides });
  const lockBudgetMs = 1_500;
  const run = trial.migrate({ options: { ...carry, lockBudgetMs, cutover: 'wait' } });
  await run.until('waiting_for_cutover');
  const held = trial.tap.holdAnswer(/^ALTER TABLE .*ADD CONSTRAINT/su);
  await trial.command('cutover');
  const { release } = await run.reach(held);
  // Its lock budget is over then.
  setTimeout(release, lockBudgetMs);
  const outcome = await expectCompleted(trial, run);
  assert.ok(outcome.attempts > 1);
  await expectCarried(trial);
}

async function killedBeforeRename(server: ServerAddress): Promise<void> {
  await using trial = await openTrial(server, { besides });
  const held = trial.tap.holdStatement(s.dropSentry);
  const run = trial.migrate({ options: carry });
  const { wire, release } = await run.reach(held);
  await trial.kill(wire.connectionId);
  release();
  assert.equal((await run.outcome).tableState, 'unchanged');
  await expectUnchanged(trial);
  await expectCompleted(trial, trial.migrate({ options: carry }));
  await expectCarried(trial);
}

async function lostAnswer(server: ServerAddress): Promise<void> {
  await using trial = await openTrial(server, { besides });
  const held = trial.tap.holdAnswer(s.rename);
  const run = trial.migrate({ options: carry });
  const { wire, release } = await run.reach(held);
  wire.cut();
  release();
  const outcome = await run.outcome;
  assert.equal(outcome.tableState, 'changed');
  await trial.writers.stop();
  await expectSameRows(trial);
  await expectCarried(trial);
}

async function expectCarried(trial: Trial): Promise<void> {
  const expected = (await foreignKeysOf(trial, 'control')).map((line) => line.replace('control_parent', 't_parent'));
  assert.deepEqual(await foreignKeysOf(trial, 't'), expected);
  await assert.rejects(trial.query('INSERT INTO t (id, p) VALUES (-1, 77)'), /foreign key constraint fails/u);
  await assert.rejects(trial.query('DELETE FROM parent WHERE id = 1'), /foreign key constraint fails/u);
}

async function expectUnchanged(trial: Trial): Promise<void> {
  assert.deepEqual(
    await foreignKeysOf(trial, 't'),
    (await foreignKeysOf(trial, 'control')).map((line) => line.replace('control_parent', 't_parent')),
  );
}

async function foreignKeysOf(trial: Trial, table: string): Promise<string[]> {
  const [row] = await trial.query(`SHOW CREATE TABLE ${table}`);
  return String(row?.['Create Table']).match(/CONSTRAINT .* FOREIGN KEY .*/gu) ?? [];
}

async function cascadesAreLogged(server: ServerAddress): Promise<boolean> {
  await using trial = await openTrial(server, { rows: 1, writers: 0 });
  const [row] = await trial.query("SHOW VARIABLES LIKE 'innodb_native_foreign_keys'");
  return row?.Value === 'OFF';
}
