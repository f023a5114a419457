import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type ServerAddress, testServers } from '../support/servers/index.ts';
import { waitFor } from '../support/wait-for.ts';
import { expectCompleted } from './support/judge.ts';
import { attemptsOf } from './support/run.ts';
import { statements as s } from './support/statements.ts';
import { openTrial, type Trial } from './support/trial.ts';
import { untilItWaits } from './support/until-it-waits.ts';

const lockBudgetMs = 2_000;
/** For a machine that has other things to do as well. */
const slackMs = 1_500;

describe('somebody has the table open:', { concurrency: 2 }, () => {
  for (const server of testServers()) {
    describe(`on ${server.name},`, () => {
      it('a transaction that has read the original', () =>
        besideCutover(server, ['SELECT COUNT(*) FROM t'], 'ROLLBACK'));
      it('a transaction that has read the ghost', () =>
        besideCutover(server, ['SELECT COUNT(*) FROM t_gho'], 'ROLLBACK'));
      it('a transaction that has written to the original, and commits', () => besideCutover(server, writes, 'COMMIT'));
      it('a transaction that has written to the original, and rolls back', () =>
        besideCutover(server, writes, 'ROLLBACK'));
      it('a reader that gets the ghost before the RENAME does', () => readerBetween(server));
      it('a reader of the ghost while indexes are built', () => readerDuringIndexes(server));
      it('a statement that the server cannot show', () => unshowable(server));
      it('somebody who has locked rows of the ghost', () => lockedGhostRows(server));
    });
  }
});

const writes = ['t', 'control'].flatMap((table) => [
  `INSERT INTO ${table} (id, v, n) VALUES (9000001, 'late', 1)`,
  `UPDATE ${table} SET v = 'late' WHERE id = 9000001`,
]);

/** It ends once the cutover has seen it, or has failed because of it. */
async function besideCutover(server: ServerAddress, statements: readonly string[], end: string): Promise<void> {
  await using trial = await openTrial(server);
  const run = trial.migrate({ options: { lockBudgetMs, cutover: 'wait' } });
  await run.until('waiting_for_cutover');
  const session = await trial.connect();
  await session.query('BEGIN');
  for (const statement of statements) await session.query(statement);
  await trial.command('cutover');
  await waitFor(() => attemptsOf(run) > 0 || looksOf(trial) > 8, {
    timeoutMs: 20_000,
    what: 'the cutover to notice',
  });
  await session.query(end);
  await expectCompleted(trial, run);
  expectWithinBudget(trial);
}

/** Looks at who holds the table. */
function looksOf(trial: Trial): number {
  return trial.tap.wires.flatMap(({ statements }) => statements).filter((text) => s.lookAtHolders.test(text)).length;
}

/**
 * It asks for the ghost while that is locked and has it as soon as the lock is given back. RENAME has the original by then
 * and must wait for the ghost, and with it the writers.
 */
async function readerBetween(server: ServerAddress): Promise<void> {
  await using trial = await openTrial(server);
  const held = trial.tap.holdStatement(s.dropSentry);
  const run = trial.migrate({ options: { lockBudgetMs } });
  const { release } = await run.reach(held);
  const reader = await trial.connect();
  await reader.query('BEGIN');
  const reading = reader.query('SELECT COUNT(*) FROM t_gho');
  await untilItWaits(trial, reader.threadId);
  release();
  await reading;
  await waitFor(() => attemptsOf(run) > 0, { timeoutMs: 10_000, what: 'the attempt to be given up' });
  await reader.query('ROLLBACK');
  const outcome = await expectCompleted(trial, run);
  assert.ok(outcome.attempts > 1);
  expectWithinBudget(trial);
}

async function readerDuringIndexes(server: ServerAddress): Promise<void> {
  await using trial = await openTrial(server);
  const held = trial.tap.holdStatement(s.buildIndexes);
  const run = trial.migrate({ options: { lockBudgetMs, indexes: 'defer' } });
  const { wire, release } = await run.reach(held);
  const reader = await trial.connect();
  await reader.query('BEGIN');
  await reader.query('SELECT COUNT(*) FROM t_gho');
  release();
  await untilItWaits(trial, wire.connectionId);
  await reader.query('ROLLBACK');
  await expectCompleted(trial, run);
}

/**
 * While a statement with such a letter runs MySQL answers every question for information_schema.PROCESSLIST and INNODB_TRX
 * with error 3854.
 */
async function unshowable(server: ServerAddress): Promise<void> {
  await using trial = await openTrial(server);
  const run = trial.migrate({ options: { cutover: 'wait' } });
  await run.until('waiting_for_cutover');
  const session = await trial.connect({ charset: 'utf8mb4' });
  await session.query('BEGIN');
  const reading = session.query("SELECT SLEEP(2), '😀' FROM t LIMIT 1");
  await trial.command('cutover');
  await reading;
  await session.query('ROLLBACK');
  await expectCompleted(trial, run);
}

async function lockedGhostRows(server: ServerAddress): Promise<void> {
  await using trial = await openTrial(server);
  const run = trial.migrate({ options: { lockBudgetMs, cutover: 'wait' } });
  await run.until('waiting_for_cutover');
  const session = await trial.connect();
  await session.query('BEGIN');
  await session.query('SELECT COUNT(*) FROM t_gho WHERE id < 2000 FOR UPDATE');
  const before = rollbacksOf(trial);
  await waitFor(() => rollbacksOf(trial) > before, { timeoutMs: 20_000, what: 'an applier to give up for now' });
  await session.query('ROLLBACK');
  await trial.command('cutover');
  await expectCompleted(trial, run);
}

function rollbacksOf(trial: Trial): number {
  return trial.tap.wires.flatMap(({ statements }) => statements).filter((text) => text === 'ROLLBACK').length;
}

function expectWithinBudget({ writers }: Trial): void {
  const limitMs = lockBudgetMs + slackMs;
  assert.ok(writers.longestMs < limitMs, `a writer waited ${Math.round(writers.longestMs)} ms`);
}
