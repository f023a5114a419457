import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { casesFor, type ServerAddress, testServers } from '../support/servers/index.ts';
import { waitFor } from '../support/wait-for.ts';
import { startDoomed } from './support/doomed-process.ts';
import {
  expectCompleted,
  expectFailed,
  expectNextRunCompletes,
  expectNothingLeft,
  expectSameRows,
  isAltered,
} from './support/judge.ts';
import { processesOf } from './support/processes.ts';
import { statements as s } from './support/statements.ts';
import { openTrial, type Trial } from './support/trial.ts';

/** Where a run was when its process was killed. */
const ends: Readonly<Record<string, RegExp>> = {
  'while it made its tables': s.createGhost,
  'while it copied rows': s.copyChunk,
  'while it built indexes': s.buildIndexes,
  'under the lock': s.rename,
  'while RENAME waited': s.confirmLocker,
};

const dropRetired = /^DROP TABLE IF EXISTS .*`t_del`/u;

describe('two runs:', { concurrency: 2 }, () => {
  for (const server of testServers()) {
    describe(`on ${server.name},`, () => {
      for (const [name, place] of casesFor(server, Object.entries(ends))) {
        it(`the first was killed ${name}`, () => killedRun(server, place));
      }
      it('the first was killed once the table was swapped', () => killedAfterSwap(server));
      it('the second comes while the first is at the gate', () => secondTooEarly(server));
      it('the first has lost its name lock, and the second takes over', () => takeOver(server));
      it('the first has kept the table as it was', () => keptTable(server));
      it('somebody has a table of the ghost’s name', () => takenName(server));
      it('the first has yielded, and somebody has dropped its changelog', () => lostChangelog(server));
    });
  }
});

async function killedRun(server: ServerAddress, place: RegExp): Promise<void> {
  await using trial = await openTrial(server);
  const held = trial.tap.holdStatement(place);
  await using first = startDoomed(trial, { options: { indexes: 'defer' } });
  await held;
  await first.kill();
  await untilGone(trial);
  await expectNextRunCompletes(trial);
}

async function killedAfterSwap(server: ServerAddress): Promise<void> {
  await using trial = await openTrial(server);
  let held = trial.tap.holdStatement(dropRetired);
  await using first = startDoomed(trial);
  for (;;) {
    const { release } = await held;
    if (await isAltered(trial)) break;
    // The sentry of an attempt has the same name.
    held = trial.tap.holdStatement(dropRetired);
    release();
  }
  await first.kill();
  await untilGone(trial);
  await expectFailedOnAltered(trial);
}

/** The old table is still there, and only a person can say whether it may go. */
async function expectFailedOnAltered(trial: Trial): Promise<void> {
  const outcome = await trial.migrate({ alter: 'ALTER TABLE t MODIFY v VARCHAR(70)' }).outcome;
  assert.equal(outcome.error?.code, 'leftover-tables');
  await trial.writers.stop();
  await expectSameRows(trial);
}

async function secondTooEarly(server: ServerAddress): Promise<void> {
  await using trial = await openTrial(server);
  const first = trial.migrate({ options: { cutover: 'wait' } });
  await first.until('waiting_for_cutover');
  const second = await trial.migrate().outcome;
  assert.equal(second.error?.code, 'already-running');
  assert.equal(second.tableState, 'unchanged');
  await trial.command('cutover');
  await expectCompleted(trial, first);
}

async function takeOver(server: ServerAddress): Promise<void> {
  await using trial = await openTrial(server);
  const first = trial.migrate({ options: { cutover: 'wait' } });
  await first.until('waiting_for_cutover');
  const [holder] = trial.tap.wires.filter(({ statements }) => statements.some((text) => s.takeNameLock.test(text)));
  await trial.kill(holder?.connectionId ?? 0);
  // Once the second has swapped the tables, the first could only say that it does not know.
  const second = trial.migrate({ options: { cutover: 'wait' } });
  const outcome = await first.outcome;
  assert.equal(outcome.tableState, 'unchanged');
  assert.ok(outcome.error !== null && lostCodes.includes(outcome.error.code), outcome.error?.code);
  await second.until('waiting_for_cutover');
  await trial.command('cutover');
  await expectCompleted(trial, second);
}

/** The second goes on with the tables of the first, which may notice that before it looks at its lock. */
const lostCodes = ['lock-lost', 'original-changed', 'server-error', 'connection-lost', 'stream-broken'];

async function keptTable(server: ServerAddress): Promise<void> {
  await using trial = await openTrial(server);
  const outcome = await expectCompleted(trial, trial.migrate({ options: { retired: 'keep' } }));
  assert.equal(outcome.retired, 't_del');
  const [row] = await trial.query('SELECT COUNT(*) AS found FROM t_del');
  assert.ok(Number(row?.found) > 0);
  const second = await trial.migrate({ alter: 'ALTER TABLE t MODIFY v VARCHAR(70)' }).outcome;
  assert.equal(second.error?.code, 'leftover-tables');
  await trial.query('DROP TABLE t_del');
  await expectNothingLeft(trial);
}

async function takenName(server: ServerAddress): Promise<void> {
  await using trial = await openTrial(server);
  await trial.query('CREATE TABLE t_gho (precious INT)');
  await expectFailed(trial, trial.migrate(), 'leftover-tables');
  await trial.query('INSERT INTO t_gho VALUES (1)');
  await trial.query('DROP TABLE t_gho');
  await expectNothingLeft(trial);
}

/** What the hint says makes room for the next run. */
async function lostChangelog(server: ServerAddress): Promise<void> {
  await using trial = await openTrial(server);
  const first = trial.migrate({ options: { cutover: 'wait', gate: 'yield' } });
  assert.equal((await first.outcome).state, 'yielded');
  await trial.query('DROP TABLE t_ghc');
  const { error } = await trial.migrate().outcome;
  assert.equal(error?.code, 'leftover-tables');
  const advised = /`` (DROP TABLE .+) `` drops it/u.exec(error.hint)?.[1];
  assert.ok(advised !== undefined, error.hint);
  await trial.query(advised);
  await expectNextRunCompletes(trial);
}

/** The server has noticed that the process is gone, and rolled back what it was doing. */
async function untilGone(trial: Trial): Promise<void> {
  for (const wire of trial.tap.wires) wire.cut();
  const ids = trial.tap.wires.map(({ connectionId }) => connectionId);
  await waitFor(async () => (await processesOf(trial, ...ids)).every(({ command }) => command.startsWith('Binlog')), {
    timeoutMs: 15_000,
    what: 'the server to end the connections',
  });
}
