import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type RunningServer, startServer } from '../support/servers/index.ts';
import { waitFor } from '../support/wait-for.ts';
import {
  expectCompleted,
  expectFailed,
  expectNothingLeft,
  expectSameRows,
  expectWorkOrNothingLeft,
} from './support/judge.ts';
import { processesOf } from './support/processes.ts';
import { purgeLogs } from './support/purge-logs.ts';
import { attemptsOf } from './support/run.ts';
import { statements as s } from './support/statements.ts';
import { openTrial, type Trial } from './support/trial.ts';

const names = ['mysql-9.7', 'mariadb-10.11'] as const;

/** Idle sessions are closed at once, as are those that do not read, and clocks are shown in another zone than the machine's. */
const options = {
  wait_timeout: '2',
  interactive_timeout: '2',
  net_write_timeout: '2',
  default_time_zone: '+09:00',
};

/** Longer than a stream of changes may be silent. */
const longLockMs = 17_000;

interface Locking {
  readonly lock: readonly string[];
  readonly unlock: string;
}

const reads: Locking = { lock: ['FLUSH TABLES WITH READ LOCK'], unlock: 'UNLOCK TABLES' };
const definitions: Readonly<Record<RunningServer['flavor'], Locking>> = {
  mysql: { lock: ['LOCK INSTANCE FOR BACKUP'], unlock: 'UNLOCK INSTANCE' },
  mariadb: { lock: ['BACKUP STAGE START', 'BACKUP STAGE BLOCK_DDL'], unlock: 'BACKUP STAGE END' },
};

describe('of the whole server', { concurrency: 2 }, () => {
  for (const name of names) {
    describe(`on ${name}`, { concurrency: 1 }, () => {
      let server: RunningServer;
      before(async () => {
        server = await startServer({ name, options });
      });
      after(() => server[Symbol.asyncDispose]());

      it('a short wait_timeout', () => idleAtTheGate(server));
      it('a short net_write_timeout', () => unreadStream(server));
      it('a read lock for a backup that takes long', () => readLocked(server));
      it('a read lock for longer than the stream may be silent', () => longReadLocked(server));
      it('a read lock while we are asked to stop', () => stoppedUnderReadLock(server));
      it('a lock that a backup holds against definitions', () => definitionsLocked(server));
      it('a backup that begins when the tables are locked', () => underLock(server, definitions[server.flavor]));
      it('a read lock that is asked for when the tables are locked', () => underLock(server, reads));
      it('a read lock that is asked for in the moment of the swap', () => atTheSwap(server));
      it('a backup while indexes are built', () => indexesUnderBackup(server));
      it('binary logs purged before the stream begins', () => purged(server));
      it('binlog_checksum turned off', () => checksums(server, 'CRC32', 'NONE'));
      it('binlog_checksum turned on', () => checksums(server, 'NONE', 'CRC32'));
      it('a setting that lets writers go before RENAME', () =>
        refused(server, 'max_write_lock_count = 1', 'unsupported-server'));
      if (name === 'mysql-9.7') {
        it('a setting that lets commits overtake each other', () =>
          refused(server, 'binlog_order_commits = OFF', 'binlog-not-usable'));
      }
    });
  }
});

async function idleAtTheGate(server: RunningServer): Promise<void> {
  await using trial = await openTrial(server, { writers: 0 });
  const run = trial.migrate({ options: { cutover: 'wait' } });
  await run.until('waiting_for_cutover');
  await waitFor(() => heartbeatsOf(trial) >= 45, {
    timeoutMs: 20_000,
    what: 'as many heartbeats as take longer than the timeout',
  });
  await trial.command('cutover');
  await expectCompleted(trial, run);
}

/** As it is when more changes wait than are kept in memory: the stream is not read on, and the server must bear it. */
async function unreadStream(server: RunningServer): Promise<void> {
  await using trial = await openTrial(server, { besides: ['CREATE TABLE IF NOT EXISTS audit (body LONGBLOB)'] });
  const run = trial.migrate({ options: { cutover: 'wait' } });
  await run.until('waiting_for_cutover');
  const dump = await trial.tap.find(s.dump);
  dump.stall();
  // More than the buffers between the server and us can hold.
  for (let megabytes = 0; megabytes < 32; megabytes += 8)
    await trial.query("INSERT INTO audit SELECT REPEAT('x', 8000000)");
  const isFarBehind = (): boolean =>
    run.events.some((event) => event.type === 'progress' && event.progress.streamLagMs > 6_000);
  await run.reach(waitFor(isFarBehind, { timeoutMs: 30_000, what: 'the stream to be three timeouts behind' }));
  dump.resume();
  await trial.command('cutover');
  await expectCompleted(trial, run);
}

async function readLocked(server: RunningServer): Promise<void> {
  await using trial = await openTrial(server);
  const run = trial.migrate({ options: { cutover: 'wait' } });
  await run.until('waiting_for_cutover');
  const backup = await keptSession(trial);
  await backup.query('FLUSH TABLES WITH READ LOCK');
  const marks = heartbeatsOf(trial);
  await waitFor(() => heartbeatsOf(trial) > marks + 1, {
    timeoutMs: 20_000,
    what: 'a heartbeat that is tried again because the server made it wait too long',
  });
  await backup.query('UNLOCK TABLES');
  await trial.command('cutover');
  await expectCompleted(trial, run);
}

/** Nothing is written meanwhile, our heartbeats neither: only the server itself can say on the stream that it is there. */
async function longReadLocked(server: RunningServer): Promise<void> {
  await using trial = await openTrial(server);
  const run = trial.migrate({ options: { cutover: 'wait' } });
  await run.until('waiting_for_cutover');
  const backup = await keptSession(trial);
  await backup.query('FLUSH TABLES WITH READ LOCK');
  await new Promise((resolve) => setTimeout(resolve, longLockMs));
  await backup.query('UNLOCK TABLES');
  await trial.command('cutover');
  await expectCompleted(trial, run);
}

async function stoppedUnderReadLock(server: RunningServer): Promise<void> {
  await using trial = await openTrial(server, { writers: 0 });
  const run = trial.migrate({ options: { cutover: 'wait' } });
  await run.until('waiting_for_cutover');
  const backup = await keptSession(trial);
  await backup.query('FLUSH TABLES WITH READ LOCK');
  run.abort();
  let isOver = false;
  void run.outcome.then(() => {
    isOver = true;
  });
  // It may try for a while to say in the changelog that it has yielded, which the backup does not let it.
  await waitFor(() => isOver, { timeoutMs: 25_000, what: 'it to stop although nothing can be written' });
  await backup.query('UNLOCK TABLES');
  assert.equal((await run.outcome).state, 'yielded');
  assert.equal((await expectCompleted(trial, trial.migrate())).resumed, true);
}

async function definitionsLocked(server: RunningServer): Promise<void> {
  await using trial = await openTrial(server);
  const run = trial.migrate({ options: { cutover: 'wait' } });
  await run.until('waiting_for_cutover');
  const backup = await keptSession(trial);
  await runAll(backup, definitions[server.flavor].lock);
  await trial.command('cutover');
  let isOver = false;
  void run.outcome.then(() => {
    isOver = true;
  });
  await waitFor(() => attemptsOf(run) > 0 || isOver, { timeoutMs: 30_000, what: 'a cutover that fails for now' });
  await backup.query(definitions[server.flavor].unlock);
  await expectCompleted(trial, run);
}

/**
 * Either holds the other up, and one must give way. On MariaDB it would be the RENAME, and writers would get to the old table
 * before it: seen to lose what they wrote with the last look for backups taken out.
 */
async function underLock(server: RunningServer, { lock, unlock }: Locking): Promise<void> {
  await using trial = await openTrial(server);
  const held = trial.tap.holdStatement(s.confirmLocker);
  const run = trial.migrate({ options: { lockBudgetMs: 2_000 } });
  const { release } = await run.reach(held);
  const backup = await keptSession(trial);
  let hasLock = false;
  const locked = runAll(backup, lock).then(() => {
    hasLock = true;
  });
  await waitFor(async () => hasLock || (await isWaiting(trial, backup.threadId)), {
    timeoutMs: 5_000,
    what: 'the backup to wait for its lock or to have it',
  });
  release();
  await waitFor(() => attemptsOf(run) > 0, { timeoutMs: 20_000, what: 'the end of the attempt' });
  await locked;
  await backup.query(unlock);
  await expectCompleted(trial, run);
  assert.ok(trial.writers.longestMs < 5_000, `a writer waited ${Math.round(trial.writers.longestMs)} ms`);
}

/**
 * After the last look for it. Where writers get to the old table before the RENAME then, the binlog tells, and nothing is
 * dropped. Seen to be called `completed`, with rows lost, with the look at the binlog taken out.
 */
async function atTheSwap(server: RunningServer): Promise<void> {
  await using trial = await openTrial(server);
  const held = trial.tap.holdStatement(s.unlock);
  const run = trial.migrate({ options: { lockBudgetMs: 3_000 } });
  const { release } = await run.reach(held);
  const backup = await keptSession(trial);
  const locked = runAll(backup, reads.lock);
  await waitFor(() => isWaiting(trial, backup.threadId), { timeoutMs: 2_000, what: 'the backup to wait' });
  release();
  await locked;
  await backup.query(reads.unlock);
  const outcome = await run.outcome;
  await trial.writers.stop();
  if (outcome.error === null) return await expectSameRows(trial);
  assert.equal(outcome.error.code, 'rows-differ');
  assert.equal(outcome.tableState, 'changed');
  assert.equal(outcome.retired, 't_del');
  assert.equal((await trial.query("SHOW TABLES LIKE 't_del'")).length, 1);
}

async function indexesUnderBackup(server: RunningServer): Promise<void> {
  await using trial = await openTrial(server);
  const held = trial.tap.holdStatement(s.buildIndexes);
  const run = trial.migrate({ options: { indexes: 'defer' } });
  const { wire, release } = await run.reach(held);
  const backup = await keptSession(trial);
  await runAll(backup, definitions[server.flavor].lock);
  release();
  const tries = (): number => wire.statements.filter((text) => s.buildIndexes.test(text)).length;
  await run.reach(waitFor(() => tries() > 1, { timeoutMs: 20_000, what: 'the indexes to be tried again' }));
  await backup.query(definitions[server.flavor].unlock);
  await expectCompleted(trial, run);
}

async function isWaiting(trial: Trial, connectionId: number): Promise<boolean> {
  return (await processesOf(trial, connectionId)).some(({ state }) => /waiting/iu.test(state));
}

async function runAll(session: Awaited<ReturnType<Trial['connect']>>, statements: readonly string[]): Promise<void> {
  for (const statement of statements) await session.query(statement);
}

async function purged(server: RunningServer): Promise<void> {
  await using trial = await openTrial(server, { writers: 0 });
  const held = trial.tap.holdStatement(s.dump);
  const run = trial.migrate();
  const { release } = await run.reach(held);
  await purgeLogs(trial);
  release();
  await expectFailed(trial, run, 'stream-broken');
  await expectWorkOrNothingLeft(trial);
}

/** What follows a switch must be read without the four bytes, or with them: a row is as short as a checksum. */
async function checksums(server: RunningServer, first: string, then: string): Promise<void> {
  await using trial = await openTrial(server, {
    writers: 0,
    columns: 'id MEDIUMINT PRIMARY KEY, u INT NULL, v VARCHAR(60), n INT',
  });
  await trial.query(`SET GLOBAL binlog_checksum = '${first}'`);
  try {
    const run = trial.migrate({ options: { cutover: 'wait', verify: 'off' } });
    await run.until('waiting_for_cutover');
    await trial.query(`SET GLOBAL binlog_checksum = '${then}'`);
    for (const table of ['t', 'control']) await trial.query(`INSERT INTO ${table} (id) VALUES (100000)`);
    await trial.command('cutover');
    // A server does not send checksums to a replica that did not ask for them, and ours asks where there are any.
    if (first === 'NONE') await expectFailed(trial, run, 'stream-broken');
    else await expectCompleted(trial, run);
  } finally {
    await trial.query("SET GLOBAL binlog_checksum = 'CRC32'");
  }
}

async function refused(
  server: RunningServer,
  setting: string,
  code: Parameters<typeof expectFailed>[2],
): Promise<void> {
  await using trial = await openTrial(server, { writers: 0 });
  await trial.query(`SET GLOBAL ${setting}`);
  try {
    await expectFailed(trial, trial.migrate(), code as 'unsupported-server');
    await expectNothingLeft(trial);
  } finally {
    await trial.query(`SET GLOBAL ${setting.split(' ', 1)[0]} = DEFAULT`);
  }
}

/** Of somebody who asks nothing for a while and is not to be closed for it. */
async function keptSession(trial: Trial): ReturnType<Trial['connect']> {
  const session = await trial.connect();
  await session.query('SET SESSION wait_timeout = 600');
  return session;
}

function heartbeatsOf(trial: Trial): number {
  return sent(trial, s.heartbeat).length;
}

function sent(trial: Trial, pattern: RegExp): string[] {
  return trial.tap.wires.flatMap(({ statements }) => statements).filter((text) => pattern.test(text));
}
