import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type BuiltAction, buildAction } from '../action/build-action.ts';
import { startServer, type TestServer, testServers } from '../support/servers/index.ts';
import { waitFor } from '../support/wait-for.ts';
import { type Stage, setStage } from './stage.ts';

const timeout = 240_000;

describe('who keeps a cutover from its lock', { concurrency: 1 }, () => {
  let built: BuiltAction;
  before(async () => {
    built = await buildAction();
  });
  after(() => built[Symbol.asyncDispose]());

  for (const server of testServers()) {
    describe(`on ${server.name}`, { concurrency: 3 }, () => {
      it('is named, and left alone', { timeout }, () => named(built, server));
      it('is told of while the lock is waited for', { timeout }, () => locked(built, server));
      it('is ended where it is idle and that is allowed, and not while it works', { timeout }, () =>
        ended(built, server, 'idle'),
      );
      it('is ended whatever it does where all may be', { timeout }, () => ended(built, server, 'all'));
    });
  }

  it('is ended on MariaDB once it can be seen', { timeout }, async () => {
    const options = { performance_schema: 'ON', performance_schema_instrument: 'wait/lock/metadata/sql/mdl=ON' };
    await using server = await startServer({ name: 'mariadb-10.11', options });
    await ended(built, server, 'all');
  });
});

async function named(built: BuiltAction, server: TestServer): Promise<void> {
  await using stage = await setStage(built, server, 100);
  const idle = await blocker(stage);
  await using owner = migrate(stage);
  const { cutover: first } = await stage.untilStatus(
    'the wait',
    ({ cutover: { waiting } }) => (waiting ?? null) !== null,
  );
  assert.equal(first.attempts, 0, 'it is told before the first attempt has failed');
  assert.ok(first.waiting?.blockers.some(({ connectionId }) => connectionId === idle.id));
  const { said: waits } = await stage.tell('status');
  assert.match(waits, /^t: cutting over .* held by (?:.*, )?table-locked: (?:maybe )?connection \d+ \(/mu);
  const whom = `blocked by (?:maybe )?connection ${idle.id} \\(`;
  assert.match(waits, new RegExp(`the cutover has waited for the table for [\\s\\S]*${whom}`, 'u'));
  await owner.says(/Cutover attempt 1 was undone/u, 90_000);
  const { cutover } = await stage.untilStatus('the failure', (status) => status.cutover.lastFailure !== null);
  const found = cutover.lastFailure?.blockers.find(({ connectionId }) => connectionId === idle.id);
  const isSeen = await seesLocks(stage);
  assert.partialDeepStrictEqual(found, { user: server.user, isIdle: true, isCertain: isSeen });
  if (isSeen) assert.match(found?.statement ?? '', /^UPDATE t SET v = 'held'/u);
  assert.match((await stage.tell('status')).said, new RegExp(`blocked by .*connection ${idle.id} \\(`, 'u'));
  await new Promise((resolve) => setTimeout(resolve, 2_000));
  await idle.query('COMMIT');
  const { exitCode, said } = await owner.ends(90_000);
  assert.equal(exitCode, 0, said);
  assert.doesNotMatch(said, /Ended what held/u);
}

/** Without an open transaction it is seen on no list of them, and the attempt itself waits. */
async function locked(built: BuiltAction, server: TestServer): Promise<void> {
  await using stage = await setStage(built, server, 100);
  const locker = await stage.database.connect();
  await locker.query('LOCK TABLES t READ');
  await using owner = migrate(stage, '--lock-budget', '30s');
  const { cutover } = await stage.untilStatus('the wait', ({ cutover: { waiting } }) => (waiting ?? null) !== null);
  assert.equal(cutover.attempts, 0);
  assert.match((await stage.tell('status')).said, /has waited for the table for/u);
  await locker.query('UNLOCK TABLES');
  const { exitCode, said } = await owner.ends(90_000);
  assert.equal(exitCode, 0, said);
}

async function ended(built: BuiltAction, server: TestServer, mode: 'idle' | 'all'): Promise<void> {
  await using stage = await setStage(built, server, 100);
  const idle = await blocker(stage);
  const busy = await stage.database.connect();
  busy.on('error', () => {});
  using chatty = await talks(stage);
  const working = busy.query('SELECT SLEEP(200) FROM t LIMIT 1').then(
    () => 'done',
    () => 'ended',
  );
  await using owner = migrate(stage, '--kill-blockers', mode);
  await owner.says(/Cutover attempt 1 was undone/u, 90_000);
  if (!(await seesLocks(stage))) {
    // The server does not show who it is, and a guess must not end anybody.
    await owner.says(/Cutover attempt 2 was undone/u, 90_000);
    assert.doesNotMatch(owner.said, /Ended what held/u);
    assert.equal(owner.said.match(/is only guessed, so kill-blockers: \w+ ends nobody/gu)?.length, 1);
    assert.equal(await lives(stage, idle.id), true);
    await stage.tell('abort');
    await owner.ends(60_000);
    return;
  }
  await owner.says(new RegExp(`Ended what held the table.*: connection ${idle.id} `, 'u'), 30_000);
  await waitFor(async () => !(await lives(stage, idle.id)), { timeoutMs: 10_000, what: 'the idle one to be ended' });
  if (mode === 'idle') {
    await owner.says(/Cutover attempt 2 was undone/u, 90_000);
    assert.equal(await lives(stage, busy.threadId ?? 0), true);
    assert.equal(await lives(stage, chatty.id), true, 'it is between two statements, and not idle');
    await stage.tell('abort');
    assert.equal((await owner.ends(60_000)).exitCode, 1);
    return;
  }
  assert.equal(await working, 'ended');
  const { exitCode, said } = await owner.ends(90_000);
  assert.equal(exitCode, 0, said);
}

/** Somebody who has changed a row and thinks about it. */
async function blocker(stage: Stage): Promise<{ readonly id: number; query(sql: string): Promise<unknown> }> {
  const connection = await stage.database.connect();
  connection.on('error', () => {});
  await connection.query('BEGIN');
  await connection.query("UPDATE t SET v = 'held' WHERE id = 1");
  return { id: connection.threadId ?? 0, query: (sql) => connection.query(sql) };
}

/** Somebody who sends one statement after the other, in one transaction. */
async function talks(stage: Stage): Promise<Disposable & { readonly id: number }> {
  const connection = await stage.database.connect();
  connection.on('error', () => {});
  await connection.query('BEGIN');
  const talking = setInterval(() => void connection.query('SELECT COUNT(*) FROM t').catch(() => {}), 200);
  return { id: connection.threadId ?? 0, [Symbol.dispose]: () => clearInterval(talking) };
}

function migrate(stage: Stage, ...more: string[]): ReturnType<Stage['start']> {
  const alter = 'ALTER TABLE t MODIFY v VARCHAR(250)';
  const budget = more.includes('--lock-budget') ? [] : ['--lock-budget', '2s'];
  return stage.start('migrate', '--alter', alter, '--algorithm', 'copy', ...budget, ...more);
}

async function lives({ database }: Stage, id: number): Promise<boolean> {
  return (await database.query('SHOW PROCESSLIST')).some((row) => Number(row.Id) === id);
}

/** MariaDB shows them with performance_schema alone, which is off unless somebody turns it on. */
async function seesLocks({ database }: Stage): Promise<boolean> {
  const [row] = await database.query('SELECT @@performance_schema AS enabled');
  return Number(row?.enabled) === 1;
}
