import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Outcome } from '../../src/engine/outcome.ts';
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
import { expectSameRows, isAltered } from './support/judge.ts';
import { statements as s } from './support/statements.ts';
import { openTrial, type Trial } from './support/trial.ts';
import type { Pattern } from './support/wire.ts';
import { startWriters } from './support/writers.ts';

const rows = 20_000;

/** Where the address moves: to a replica that is the source from then on. */
const places: Readonly<Record<string, Pattern>> = {
  'in the middle of the copy': { text: s.copyLaterChunk, after: s.copyLaterChunk },
  'while indexes are built': s.buildIndexes,
  'while rows are compared': s.verify,
  'before the sentry': s.createSentry,
  'before the rename': s.rename,
};

/** What becomes of the connections that are open then. Those that are `undisturbed` go to a server that takes writes still. */
type OpenConnections = 'cut' | 'stay' | 'undisturbed';

describe('one address, and another server behind it from a moment on', { concurrency: 2 }, () => {
  for (const name of ['mysql-9.7', 'mariadb-10.11'] as const) {
    describe(`on ${name}`, { concurrency: 1 }, () => {
      let source: RunningServer;
      before(async () => {
        source = await startServer({ name });
        await makeMover(source);
      });
      after(() => source[Symbol.asyncDispose]());
      for (const [place, when] of casesFor(releaseOf(name), Object.entries(places))) {
        it(`${place}, and open connections are cut`, () => goesOnThere(source, when, 'cut'));
        // After a rename both wait for an answer for as long.
        if (when !== s.rename) it(`${place}, and open connections stay`, () => goesOnThere(source, when, 'stay'));
      }
      it('while rows are compared, and the old source takes writes', () =>
        goesOnThere(source, s.verify, 'undisturbed'));
    });
  }
});

async function goesOnThere(source: RunningServer, when: Pattern, open: OpenConnections): Promise<void> {
  await using trial = await openTrial(source, { rows });
  await using replica = await startReplica(source);
  const held = trial.tap.holdStatement(when);
  const first = trial.migrate({ user, options: { indexes: 'defer' } });
  const { release } = await first.reach(held);
  await waitFor(async () => (await checkpointOf(trial))?.watermark != null, {
    timeoutMs: 30_000,
    what: 'a checkpoint of what is copied',
  });
  await trial.writers.stop();
  const isLocked = when === s.rename;
  const demotion = open === 'undisturbed' ? Promise.resolve() : demote(source);
  if (!isLocked) await demotion;
  await catchUp(replica, source);
  await promote(replica);
  trial.tap.moveTo(replica);
  if (open === 'cut') for (const wire of trial.tap.wires) wire.cut();
  release();
  const failed = await first.outcome;
  await demotion;
  if (open === 'undisturbed') await demote(source);
  expectSaid(failed, isLocked);
  assert.equal(await isAltered(trial), false);
  const database = databaseOn(replica, trial);
  const writers = startWriters(database, 2, rows);
  const promoted: Trial = { ...trial, server: replica, database, writers, query: (sql) => database.query(sql) };
  const outcome = await trial.migrate({ user }).outcome;
  await writers.stop();
  await takeWrites(source);
  assert.equal(outcome.error, null, JSON.stringify(outcome.error));
  assert.equal(outcome.state, 'completed');
  assert.equal(outcome.resumed, true);
  await expectSameRows(promoted);
  const left = await database.query("SHOW TABLES LIKE 't\\_%'");
  assert.deepEqual(left.flatMap(Object.values), outcome.retired === null ? [] : [outcome.retired]);
}

/** Under the lock the server that had it is the only one that can say whether the tables were swapped. */
function expectSaid({ state, tableState, error }: Outcome, isLocked: boolean): void {
  assert.equal(state, 'failed');
  assert.equal(tableState, isLocked ? 'unknown' : 'unchanged', JSON.stringify(error));
  assert.ok(error !== null);
  if (isLocked) return assert.equal(error.code, 'cutover-unconfirmed');
  assert.equal(error.code, 'unsupported-server');
  assert.match(
    error.message,
    /^Another server has taken the place of the one on which the migration of t was running\./u,
  );
  assert.match(
    error.hint,
    /run the same statement there: it goes on with what was replicated\. What is copied is kept/u,
  );
}
