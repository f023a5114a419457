import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { type BuiltAction, buildAction } from '../action/build-action.ts';
import { expectSameRows, isAltered } from '../faults/support/judge.ts';
import { statements as s } from '../faults/support/statements.ts';
import { openTrial, type Trial } from '../faults/support/trial.ts';
import type { Dropped, Held, Pattern } from '../faults/support/wire.ts';
import { type ServerAddress, testServers } from '../support/servers/index.ts';
import { waitFor } from '../support/wait-for.ts';
import { type Child, startChild } from './child.ts';

/** Noticing takes half a minute at most; after it every way out is tried once, each against its own deadline. */
const endsWithinMs = 200_000;
const maxLingerMs = 5_000;
/** Once asked to stop it waits for nobody as long as before. */
const stopsWithinMs = 28_000;
/** Of a whole case. */
const timeout = endsWithinMs + 60_000;
/** The application waits no longer than this, whatever becomes of us. */
const lockBudgetMs = 3_000;
const maxBlockedMs = lockBudgetMs + 1_500;

interface Moment {
  readonly when: Pattern;
  readonly at: 'statement' | 'answer';
  /** Where nothing was sent yet that could have changed the table, nobody need look. */
  readonly isKnown?: boolean;
}

const moments: Readonly<Record<string, Moment>> = {
  'at the start': { when: s.createChangelog, at: 'statement', isKnown: true },
  'while copying': { when: s.copyLaterChunk, at: 'statement', isKnown: true },
  'while verifying': { when: s.verify, at: 'answer', isKnown: true },
  'under the lock': { when: s.lock, at: 'answer', isKnown: true },
  'before the RENAME': { when: s.rename, at: 'statement' },
  'once it is swapped': { when: s.rename, at: 'answer' },
};

/** They take turns: to wait for the end of each moment in each way would take eight minutes. */
const ways: readonly Dropped[] = ['to server', 'to client', 'both ways'];

describe('packets vanish', { concurrency: 2 }, () => {
  let built: BuiltAction;
  before(async () => {
    built = await buildAction();
  });
  after(() => built[Symbol.asyncDispose]());
  const main = (): string => join(built.folder, 'dist/cli.js');

  for (const [turn, server] of testServers().entries()) {
    describe(`on ${server.name}`, { concurrency: 5 }, () => {
      for (const [index, [name, moment]] of Object.entries(moments).entries()) {
        const way = ways[(index + turn) % ways.length] ?? 'both ways';
        it(`${way}, ${name}: it ends, and says what is so`, { timeout }, () => vanish(server, main(), way, moment));
      }
      it('both ways, at the gate: it ends, and says what is so', { timeout }, () => atTheGate(server, main()));
      it('both ways, while copying: it stops when it is asked to, by itself', { timeout }, () =>
        stoppedOnce(server, main()),
      );
      it('both ways, while copying: it hears that it is to stop', { timeout }, () => stopped(server, main()));
    });
  }
});

async function vanish(
  server: ServerAddress,
  main: string,
  way: Dropped,
  { when, at, isKnown = false }: Moment,
): Promise<void> {
  await using trial = await openTrial(server);
  const held = at === 'statement' ? trial.tap.holdStatement(when) : trial.tap.holdAnswer(when);
  await using child = migrate(trial, main);
  await dropAt(trial, held, way);
  await expectOthersGoOn(trial);
  await expectTrueEnd(trial, child);
  if (isKnown) assert.match(child.said, /t is as it was/u);
}

async function atTheGate(server: ServerAddress, main: string): Promise<void> {
  await using trial = await openTrial(server);
  await using child = migrate(trial, main, '--cutover', 'wait');
  await child.says(/waiting for cutover/u);
  trial.tap.drop('both ways');
  await expectTrueEnd(trial, child);
}

async function stoppedOnce(server: ServerAddress, main: string): Promise<void> {
  await using trial = await openTrial(server);
  const held = trial.tap.holdStatement(s.copyLaterChunk);
  await using child = migrate(trial, main);
  await dropAt(trial, held, 'both ways');
  child.kill('SIGINT');
  const { exitCode, said } = await child.ends(stopsWithinMs);
  assert.equal(exitCode, 1, said);
  assert.match(said, /t is as it was/u);
}

async function stopped(server: ServerAddress, main: string): Promise<void> {
  await using trial = await openTrial(server);
  const held = trial.tap.holdStatement(s.copyLaterChunk);
  await using child = migrate(trial, main);
  await dropAt(trial, held, 'both ways');
  child.kill('SIGINT');
  await child.says(/SIGINT: stopping/u, 2_000);
  // Later than one keystroke that arrives twice.
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  child.kill('SIGINT');
  const { exitCode } = await child.ends(2_000);
  assert.equal(exitCode, 3);
}

function migrate({ tap, server, database }: Trial, main: string, ...more: string[]): Child {
  const target = `mysql://${server.user}@127.0.0.1:${tap.port}/${database.name}?ssl-mode=disabled`;
  const alter = 'ALTER TABLE t MODIFY n BIGINT, ADD COLUMN added INT NOT NULL DEFAULT 7';
  const args = ['migrate', '--target', target, '--alter', alter, '--algorithm', 'copy', ...more];
  return startChild(main, [...args, '--lock-budget', `${lockBudgetMs}ms`], server.password);
}

async function dropAt(trial: Trial, held: Promise<Held>, way: Dropped): Promise<void> {
  const { release } = await held;
  trial.tap.drop(way);
  // What was on its way when the network broke is lost as well.
  release();
}

async function expectOthersGoOn(trial: Trial): Promise<void> {
  const committed = trial.writers.committed;
  await waitFor(() => trial.writers.committed > committed + 2, {
    timeoutMs: maxBlockedMs,
    what: 'the writers to get through',
  });
}

async function expectTrueEnd(trial: Trial, child: Child): Promise<void> {
  const { exitCode, said, lingeredMs } = await child.ends(endsWithinMs);
  assert.ok(lingeredMs < maxLingerMs, `It was there for ${Math.round(lingeredMs)} ms more: ${said}`);
  assert.notEqual(exitCode, undefined, said);
  await trial.writers.stop();
  const altered = await isAltered(trial);
  if (/t is as it was/u.test(said)) assert.equal(altered, false, said);
  else if (/Shipped|t is changed/u.test(said)) assert.equal(altered, true, said);
  else assert.match(said, /Nobody knows whether/u);
  await expectSameRows(trial);
}
