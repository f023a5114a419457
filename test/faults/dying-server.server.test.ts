import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type RunningServer, startServer } from '../support/servers/index.ts';
import { expectFailed, expectNextRunCompletes, expectSameRows, expectTruth } from './support/judge.ts';
import { statements as s } from './support/statements.ts';
import { openTrial } from './support/trial.ts';
import type { Pattern } from './support/wire.ts';

const names = ['mysql-9.7', 'mariadb-10.11'] as const;

describe('the server dies', { concurrency: 2 }, () => {
  for (const name of names) {
    describe(`on ${name}`, { concurrency: 1 }, () => {
      let server: RunningServer;
      before(async () => {
        // What is acknowledged must be there after the crash, in the tables and in the binlog.
        server = await startServer({ name, durable: true });
      });
      after(() => server[Symbol.asyncDispose]());

      it('while rows are copied', () => diesDuring(server, s.copyChunk, 'answer'));
      it('under the lock', () => diesDuring(server, s.lock, 'answer'));
      it('while RENAME waits', () => diesDuring(server, s.confirmLocker, 'statement'));
      it('once the sentry is dropped', () => diesDuring(server, s.dropSentry, 'answer'));
      it('just after the RENAME', () => diesDuring(server, s.rename, 'answer'));
      it('while it alters the table in place', () => diesInPlace(server));
      it('by shutdown, while rows are copied', () => shutsDown(server));
    });
  }
});

async function diesDuring(server: RunningServer, when: Pattern, at: 'statement' | 'answer'): Promise<void> {
  await using trial = await openTrial(server);
  const held = at === 'statement' ? trial.tap.holdStatement(when) : trial.tap.holdAnswer(when);
  const run = trial.migrate();
  const { release } = await run.reach(held);
  await server.kill();
  release();
  await server.restart();
  const outcome = await run.outcome;
  await expectTruth(trial, outcome);
  assert.notEqual(outcome.tableState, 'unknown', 'the server was there to be asked');
  if (outcome.tableState === 'unchanged') return await expectNextRunCompletes(trial);
  await trial.writers.stop();
  await expectSameRows(trial);
}

async function diesInPlace(server: RunningServer): Promise<void> {
  await using trial = await openTrial(server);
  const held = trial.tap.holdAnswer(s.alterOriginal);
  const run = trial.migrate({ alter: 'ALTER TABLE t ADD COLUMN added INT', options: { algorithm: 'auto' } });
  await run.reach(held);
  await server.kill();
  await server.restart();
  const outcome = await run.outcome;
  await expectTruth(trial, outcome);
}

async function shutsDown(server: RunningServer): Promise<void> {
  await using trial = await openTrial(server);
  const held = trial.tap.holdAnswer(s.copyChunk);
  const run = trial.migrate();
  const { release } = await run.reach(held);
  release();
  await server.restart();
  await expectFailed(trial, run, 'connection-lost', 'stream-broken', 'server-error');
}
