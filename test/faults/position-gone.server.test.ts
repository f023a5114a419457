import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type RunningServer, startServer } from '../support/servers/index.ts';
import { waitFor } from '../support/wait-for.ts';
import { checkpointOf, keptBy, killInTheMiddle } from './support/checkpoint.ts';
import { startDoomed } from './support/doomed-process.ts';
import { expectCompleted } from './support/judge.ts';
import { purgeLogs } from './support/purge-logs.ts';
import type { Run } from './support/run.ts';
import { statements as s } from './support/statements.ts';
import { openTrial, type Trial } from './support/trial.ts';

const names = ['mysql-9.7', 'mariadb-10.11'] as const;
const rows = 30_000;

describe('what a dead run has copied', { concurrency: 2 }, () => {
  for (const name of names) {
    describe(`on ${name}`, { concurrency: 1 }, () => {
      let server: RunningServer;
      before(async () => {
        server = await startServer({ name, durable: true });
      });
      after(() => server[Symbol.asyncDispose]());

      it('is compared where the server was killed, and may have run without its log', () => serverKilled(server, 1));
      it('is compared where the server may have lost commits when it was killed', () => serverKilled(server, 0));
      it('is compared where the binary logs are purged', () => compared(server, purgeLogs));
      it('is compared where the binary logs begin anew', () => compared(server, reset));
      it('is compared where the binary log is that of another history', () => compared(server, pretendLater));
      it('is compared where the table was rebuilt', () =>
        compared(server, (trial) => run(trial, 'ALTER TABLE t FORCE')));
      it('is compared where the table was filled anew and no binary log tells of it', () => compared(server, refill));
      it('is compared where somebody has written to the ghost', () => compared(server, meddle));
      it('is compared on where the run that compared it has died, too', () => walkDies(server));
      it('is compared where a unique value has moved to a row that comes before', () => valueMoved(server));
    });
  }
});

/** @param syncBinlog as the server has it; 0 is what it may lose commits with */
async function serverKilled(server: RunningServer, syncBinlog: 0 | 1): Promise<void> {
  await using trial = await openTrial(server, { rows });
  const held = trial.tap.holdStatement(s.verify);
  const first = trial.migrate();
  const { release } = await first.reach(held);
  await waitFor(async () => (await checkpointOf(trial))?.watermark?.upTo === null, {
    timeoutMs: 30_000,
    what: 'a checkpoint of the whole copy',
  });
  await server.kill();
  release();
  await server.restart();
  const failed = await first.outcome;
  assert.equal(failed.tableState, 'unchanged');
  assert.match(failed.error?.hint ?? '', /is kept/u);
  await run(trial, `SET GLOBAL sync_binlog = ${syncBinlog}`);
  const second = trial.migrate();
  const outcome = await expectCompleted(trial, second);
  assert.equal(outcome.resumed, true);
  const [told = ''] = second.events.flatMap((event) => (event.type === 'notice' ? [event.message] : []));
  assert.match(told, syncBinlog === 1 ? /may have run without its binary log/u : /does not write each commit to disk/u);
  assert.equal(comparisonsOf(second).length, 1);
}

/** What the second run has not reached is out of date, and no binary log tells of it. */
async function walkDies(server: RunningServer): Promise<void> {
  await using trial = await openTrial(server, { rows });
  // A row whose unique value a row has that is not compared yet waits for that, and no checkpoint is written meanwhile.
  await trial.writers.stop();
  await copyAllAndDie(trial);
  await writeUnseen(trial, (table) => [`UPDATE ${table} SET v = 'unseen' WHERE id IN (7, 29000)`]);
  await purgeLogs(trial);
  const held = trial.tap.holdStatement(compareLaterChunk);
  await using second = startDoomed(trial, { options: { workers: 1 } });
  const { release } = await held;
  const walking = await waitFor(
    async () => {
      const checkpoint = await checkpointOf(trial);
      return checkpoint?.isComparing === true && typeof checkpoint.watermark?.upTo === 'string' ? checkpoint : null;
    },
    { timeoutMs: 30_000, what: 'a checkpoint in the middle of the walk' },
  );
  await second.kill();
  release();
  const third = trial.migrate();
  const outcome = await expectCompleted(trial, third);
  assert.equal(outcome.resumed, true);
  assert.equal(keptBy(third), walking.rowsCopied, 'what was compared counts');
  assert.equal(comparisonsOf(third).length, 1);
}

/** @returns when all is copied, and the process that did it is gone */
async function copyAllAndDie(trial: Trial): Promise<void> {
  const verifying = trial.tap.holdStatement(/ AS original_rows/u);
  await using doomed = startDoomed(trial);
  const { release } = await verifying;
  await waitFor(async () => (await checkpointOf(trial))?.watermark?.upTo === null, {
    timeoutMs: 60_000,
    what: 'a checkpoint of the whole copy',
  });
  await doomed.kill();
  release();
}

/** The binary log does not tell of it. */
async function writeUnseen(trial: Trial, changes: (table: string) => readonly string[]): Promise<void> {
  const session = await trial.connect();
  await session.query('SET SESSION sql_log_bin = 0');
  for (const table of ['t', 'control']) for (const change of changes(table)) await session.query(change);
  await session.end();
}

/** The row that had the value is compared last. Until then it is in the way, and is no duplicate, however long that takes. */
async function valueMoved(server: RunningServer): Promise<void> {
  await using trial = await openTrial(server, { rows });
  await copyAllAndDie(trial);
  await trial.writers.stop();
  const [high] = await trial.query('SELECT u FROM t WHERE id > 29000 AND u IS NOT NULL LIMIT 1');
  const [low] = await trial.query('SELECT MIN(id) AS id FROM t');
  await writeUnseen(trial, (table) => [
    `UPDATE ${table} SET u = NULL WHERE u = ${Number(high?.u)}`,
    `UPDATE ${table} SET u = ${Number(high?.u)} WHERE id = ${Number(low?.id)}`,
  ]);
  await purgeLogs(trial);
  const held = trial.tap.holdStatement(compareLaterChunk);
  const second = trial.migrate({ options: { workers: 1 } });
  const later = await second.reach(held);
  await trial.command('pause');
  await waitFor(
    () =>
      second.events.some(
        (event) => event.type === 'progress' && event.progress.holds.some(({ reason }) => reason === 'paused'),
      ),
    {
      timeoutMs: 30_000,
      what: 'the pause',
    },
  );
  later.release();
  const tries = (): number =>
    trial.tap.wires.flatMap(({ statements }) => statements.filter((text) => s.applyInsert.test(text))).length;
  const before = tries();
  const isEnded = second.outcome.then(() => true);
  // It is tried again and again for longer than a row that is really in the way is waited for.
  const until = performance.now() + retryBudgetMs + 3_000;
  await waitFor(async () => (performance.now() > until && tries() > before + 8) || (await isEndedYet(isEnded)), {
    timeoutMs: 120_000,
    what: 'the row to be tried for a while',
  });
  await trial.command('resume');
  assert.equal((await expectCompleted(trial, second)).resumed, true);
}

/** As in `retry-budget.ts`. */
const retryBudgetMs = 10_000;
const compareLaterChunk = /^SELECT .* FROM .*_gho`.*`id` >/su;

function isEndedYet(ended: Promise<boolean>): Promise<boolean> {
  return Promise.race([ended, Promise.resolve(false)]);
}

async function compared(server: RunningServer, meanwhile: (trial: Trial) => Promise<void>): Promise<void> {
  await using trial = await openTrial(server, { rows });
  await killInTheMiddle(trial);
  await meanwhile(trial);
  const second = trial.migrate();
  const outcome = await expectCompleted(trial, second);
  assert.equal(outcome.resumed, true);
  assert.notEqual(keptBy(second), null);
  assert.equal(comparisonsOf(second).length, 1, JSON.stringify(second.events.filter(({ type }) => type === 'notice')));
}

async function reset(trial: Trial): Promise<void> {
  await run(trial, trial.server.flavor === 'mysql' ? 'RESET BINARY LOGS AND GTIDS' : 'RESET MASTER');
}

/** As on a server that was restored: there is such a position, and what lies between is not behind it. */
async function pretendLater(trial: Trial): Promise<void> {
  const before = await trial.query('SELECT COUNT(*) AS n FROM control');
  await waitFor(async () => (await trial.query('SELECT COUNT(*) AS n FROM control'))[0]?.n !== before[0]?.n, {
    timeoutMs: 30_000,
    what: 'writers to write',
  });
  const [now] = await trial.query(trial.server.flavor === 'mysql' ? 'SHOW BINARY LOG STATUS' : 'SHOW MASTER STATUS');
  await run(
    trial,
    `UPDATE t_ghc SET body = JSON_SET(body, '$.position.file', '${String(now?.File)}', '$.position.offset', ${Number(now?.Position)}) WHERE id = 5`,
  );
}

async function refill(trial: Trial): Promise<void> {
  await trial.writers.stop();
  const session = await trial.connect();
  await session.query('SET SESSION sql_log_bin = 0');
  await session.query('TRUNCATE t');
  await session.query('INSERT INTO t SELECT * FROM control WHERE id > 100');
  await session.query('DELETE FROM control WHERE id <= 100');
  await session.end();
}

/** And the binary log of it is gone. */
async function meddle(trial: Trial): Promise<void> {
  await run(trial, 'DELETE FROM t_gho WHERE id IN (7, 8, 9)');
  await run(trial, 'UPDATE t_gho SET v = 5 WHERE id = 10');
  await purgeLogs(trial);
}

async function run(trial: Trial, statement: string): Promise<void> {
  await trial.query(statement);
}

/** What it has said of chunks that were compared. */
function comparisonsOf({ events }: Run): readonly string[] {
  return events.flatMap((event) =>
    event.type === 'notice' && event.message.startsWith('Of the last run, ') ? [event.message] : [],
  );
}
