import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type mysql from 'mysql2/promise';
import type { StatusRow } from '../../src/engine/run/status-row.ts';
import {
  casesFor,
  catchUp,
  type RunningServer,
  releaseOf,
  startReplica,
  startServer,
} from '../support/servers/index.ts';
import { waitFor } from '../support/wait-for.ts';
import { checkpointOf } from './support/checkpoint.ts';
import { databaseOn, demote, makeMover, promote, takeWrites, mover as user } from './support/demote.ts';
import { expectCompleted, expectSameRows, expectTruth } from './support/judge.ts';
import { requestThrough } from './support/request.ts';
import { startRun } from './support/run.ts';
import { statements as s } from './support/statements.ts';
import { openTrial, type Trial } from './support/trial.ts';
import type { Pattern } from './support/wire.ts';
import { startWriters } from './support/writers.ts';

const names = ['mysql-9.7', 'mariadb-10.11'] as const;
const rows = 20_000;

/** Where the source is demoted. */
const places: Readonly<Record<string, Pattern>> = {
  'in the middle of the copy': { text: s.copyLaterChunk, after: s.copyLaterChunk },
  'while rows are compared': s.verify,
  'before the cutover': s.createSentry,
};

/*
 * The source takes no writes any more, and a replica of it takes its place: the run ends, and says why. The same statement goes on with
 * its work on the new source, which has the ghost, the changelog and the rows as they were replicated.
 */
describe('a source that is demoted', { concurrency: 1 }, () => {
  for (const name of names) {
    describe(`on ${name}`, { concurrency: 1 }, () => {
      let source: RunningServer;
      before(async () => {
        source = await startServer({ name });
        await makeMover(source);
      });
      after(() => source[Symbol.asyncDispose]());

      for (const [place, when] of casesFor(releaseOf(name), Object.entries(places)))
        it(place, () => goesOnThere(source, when));
      it('at the gate, and is the source again', () => atTheGate(source));
    });
  }
});

async function goesOnThere(source: RunningServer, when: Pattern): Promise<void> {
  await using trial = await openTrial(source, { rows });
  await using replica = await startReplica(source);
  const held = trial.tap.holdStatement(when);
  const first = trial.migrate({ user });
  const { release } = await first.reach(held);
  await waitFor(async () => (await checkpointOf(trial))?.watermark != null, {
    timeoutMs: 30_000,
    what: 'a checkpoint of what is copied',
  });
  await trial.writers.stop();
  await using _demoted = await demoted(source);
  release();
  const failed = await first.outcome;
  assert.equal(failed.state, 'failed');
  assert.match(String(failed.error?.message), /read[-_ ]only/iu);
  assert.match(String(failed.error?.hint), /Where another server has become the source, run the same statement there/u);
  assert.match(String(failed.error?.hint), /What is copied is kept, and the next run goes on with it/u);
  await expectTruth(trial, failed);

  await catchUp(replica, source);
  await promote(replica);
  const database = databaseOn(replica, trial);
  await using others = await openOthers(database);
  const writers = startWriters(database, 2, rows);
  const run = startRun(requestThrough(replica.port, replica, database, { user }));
  const promoted: Trial = { ...trial, server: replica, database, writers, query: (sql) => database.query(sql) };
  const outcome = await run.outcome;
  await writers.stop();
  assert.equal(outcome.error, null, JSON.stringify(outcome.error));
  assert.equal(outcome.state, 'completed');
  assert.equal(outcome.resumed, true);
  await expectSameRows(promoted);
  await others.expectAlive();
  const left = await database.query("SHOW TABLES LIKE 't\\_%'");
  assert.deepEqual(left.flatMap(Object.values), outcome.retired === null ? [] : [outcome.retired]);
}

async function atTheGate(source: RunningServer): Promise<void> {
  await using trial = await openTrial(source);
  const atGate = { user, options: { cutover: 'wait' } } as const;
  const first = trial.migrate(atGate);
  await first.until('waiting_for_cutover');
  await trial.writers.stop();
  {
    await using _demoted = await demoted(source);
    const failed = await first.outcome;
    assert.match(String(failed.error?.message), /read[-_ ]only/iu);
    await expectTruth(trial, failed);
  }
  const outcome = await expectCompleted(trial, trial.migrate({ user }));
  assert.equal(outcome.resumed, true);
}

/** It takes writes again when that is disposed of. */
async function demoted(source: RunningServer): Promise<AsyncDisposable> {
  await demote(source);
  return { [Symbol.asyncDispose]: () => takeWrites(source) };
}

/** Sessions of others on the new source, with the numbers that connections of the dead run had on the old one. */
async function openOthers(
  database: Trial['database'],
): Promise<AsyncDisposable & { readonly expectAlive: () => Promise<void> }> {
  const [row] = await database.query('SELECT body FROM t_ghc WHERE id = 2');
  const { connections } = JSON.parse(String(row?.body)) as StatusRow;
  const sessions: mysql.Connection[] = [];
  for (let id = 0; id < Math.max(...connections); ) {
    const session = await database.connect();
    session.on('error', () => {});
    id = session.threadId;
    if (connections.includes(id)) sessions.push(session);
    else await session.end();
  }
  assert.ok(sessions.length > 0, 'the numbers of the new source are beyond those of the old one');
  return {
    async expectAlive() {
      for (const session of sessions) await session.query('SELECT 1');
    },
    async [Symbol.asyncDispose]() {
      for (const session of sessions) session.destroy();
    },
  };
}
