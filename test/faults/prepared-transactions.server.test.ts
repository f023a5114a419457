import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import type { StatusRow } from '../../src/engine/run/status-row.ts';
import { progressLine } from '../../src/report/progress-line.ts';
import { leavePrepared, prepareXa } from '../support/prepared-xa.ts';
import { casesFor, type ServerAddress, testServers } from '../support/servers/index.ts';
import { waitFor } from '../support/wait-for.ts';
import { expectCompleted } from './support/judge.ts';
import { attemptsOf } from './support/run.ts';
import { statements as s } from './support/statements.ts';
import { openTrial, type Trial } from './support/trial.ts';

describe('an XA transaction is', { concurrency: 2 }, () => {
  for (const server of testServers()) {
    describe(`on ${server.name}`, () => {
      for (const end of casesFor(server, ['COMMIT', 'ROLLBACK'] as const)) {
        it(`prepared while rows are copied, ${end} at the gate`, () => acrossTheCopy(server, end));
        it(`prepared when the cutover begins, ${end} later`, () => acrossTheCutover(server, end));
      }
      it('prepared before the migration begins, which waits and says for what', () => beforeTheCopy(server));
      it('committed in one phase', () => onePhase(server));
      if (server.flavor === 'mysql') it('compressed in the binlog, and others come after it', () => compressed(server));
    });
  }
});

async function acrossTheCopy(server: ServerAddress, end: 'COMMIT' | 'ROLLBACK'): Promise<void> {
  await using trial = await openTrial(server);
  const held = trial.tap.holdStatement(s.copyChunk);
  const run = trial.migrate({ options: { cutover: 'wait' } });
  const { release } = await run.reach(held);
  const xid = await prepare(trial);
  release();
  await run.until('waiting_for_cutover');
  await trial.query(`XA ${end} ${xid}`);
  await trial.command('cutover');
  await expectCompleted(trial, run);
}

/**
 * Nobody may swap the tables before it has ended: it would commit into the old one. Nor lock them, for writers would wait
 * for nothing.
 */
async function acrossTheCutover(server: ServerAddress, end: 'COMMIT' | 'ROLLBACK'): Promise<void> {
  await using trial = await openTrial(server);
  const run = trial.migrate({ options: { cutover: 'wait' } });
  await run.until('waiting_for_cutover');
  const xid = await prepare(trial);
  await trial.command('cutover');
  let locked: readonly number[] = [];
  try {
    await waitFor(() => attemptsOf(run) > 0, { timeoutMs: 20_000, what: 'a cutover that fails for now' });
    // Writers that have the table at the moment have nothing to do with it.
    const failed = run.events.find(({ type }) => type === 'cutover-attempt');
    assert.partialDeepStrictEqual(failed, { blockers: [] });
    assert.match(
      failed?.type === 'cutover-attempt' ? (failed.failure ?? '') : '',
      /an XA transaction|holds the table/u,
    );
    locked = run.events.flatMap((event) => (event.type === 'cutover-attempt' ? [event.lockedMs] : []));
  } finally {
    // Its locks would outlive the test, and keep the database from being dropped.
    await trial.query(`XA ${end} ${xid}`);
  }
  const outcome = await expectCompleted(trial, run);
  assert.ok(outcome.attempts > 1);
  assert.ok(
    locked.every((lockedMs) => lockedMs === 0),
    `the table was locked for ${locked.join(', ')} ms`,
  );
}

/** It may have changed the table, whatever it has changed: XA RECOVER does not tell. */
async function beforeTheCopy(server: ServerAddress): Promise<void> {
  await using trial = await openTrial(server);
  await trial.query('CREATE TABLE audit (id INT PRIMARY KEY)');
  const session = await trial.connect();
  const xid = randomUUID();
  await prepareXa(session, `'${xid}'`, ['INSERT INTO audit VALUES (1)']);
  const run = trial.migrate();
  try {
    const told = (): boolean =>
      run.events.some((event) => event.type === 'notice' && event.message.includes(`'${xid}'`));
    await waitFor(told, { timeoutMs: 9_000, what: 'word of the transaction' });
    const [row] = await trial.query("SELECT body FROM t_ghc WHERE kind = 'status'");
    const { progress } = JSON.parse(String(row?.body)) as StatusRow;
    assert.match(
      progressLine(progress),
      new RegExp(`^checking · .* · held by prepared-xa: .*'${xid}'.*since \\d\\d:`, 'u'),
    );
  } finally {
    await session.query(`XA COMMIT '${xid}'`);
  }
  await expectCompleted(trial, run);
  const held = run.events.flatMap((event) =>
    event.type === 'progress' ? event.progress.holds.map(({ reason }) => reason) : [],
  );
  assert.ok(held.includes('prepared-xa'));
  const last = run.events.findLast(({ type }) => type === 'progress');
  assert.ok(last?.type !== 'progress' || !last.progress.holds.some(({ reason }) => reason === 'prepared-xa'));
}

async function onePhase(server: ServerAddress): Promise<void> {
  await using trial = await openTrial(server);
  const run = trial.migrate({ options: { cutover: 'wait' } });
  await run.until('waiting_for_cutover');
  const xid = `'${randomUUID()}'`;
  const session = await trial.connect();
  for (const statement of [`XA START ${xid}`, ...changes, `XA END ${xid}`, `XA COMMIT ${xid} ONE PHASE`]) {
    await session.query(statement);
  }
  await trial.command('cutover');
  await expectCompleted(trial, run);
}

async function compressed(server: ServerAddress): Promise<void> {
  await using trial = await openTrial(server);
  const run = trial.migrate({ options: { cutover: 'wait' } });
  await run.until('waiting_for_cutover');
  const xid = await prepare(trial, 'SET SESSION binlog_transaction_compression = ON');
  await trial.query(`XA COMMIT ${xid}`);
  const written = trial.writers.committed + 20;
  await waitFor(() => trial.writers.committed > written, { timeoutMs: 20_000, what: 'the writers' });
  await trial.command('cutover');
  await expectCompleted(trial, run);
}

const changes = ['t', 'control'].flatMap((table) => [
  `INSERT INTO ${table} (id, v, n) VALUES (9000001, 'prepared', 1), (9000002, 'prepared', 1)`,
  `INSERT INTO ${table} (id, u, v) VALUES (9000003, 9000003, 'prepared')`,
  `DELETE FROM ${table} WHERE id = 9000002`,
]);

/** @returns the transaction's id, as a literal */
async function prepare(trial: Trial, ...before: readonly string[]): Promise<string> {
  const xid = `'${randomUUID()}'`;
  const session = await trial.connect();
  for (const statement of before) await session.query(statement);
  await prepareXa(session, xid, changes);
  await leavePrepared(session, await trial.connect());
  return xid;
}
