import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type RunningServer, startServer } from '../support/servers/index.ts';
import { expectFailed, expectNothingLeft } from './support/judge.ts';
import { openTrial } from './support/trial.ts';

/* A server that commits our heartbeats and does not log them. Its change stream is alive, and has nothing for us. */

describe('a schema that is kept out of the binary log', { concurrency: 2, timeout: 200_000 }, () => {
  for (const name of ['mysql-9.7', 'mariadb-10.11'] as const) {
    describe(`on ${name}`, () => {
      let server: RunningServer;
      before(async () => {
        server = await startServer({ name, options: { binlog_do_db: 'elsewhere' } });
      });
      after(() => server[Symbol.asyncDispose]());

      it('stops the run with the reason', () => stopsWithReason(server));
    });
  }
});

async function stopsWithReason(server: RunningServer): Promise<void> {
  await using trial = await openTrial(server, { writers: 0, besides: ['CREATE DATABASE IF NOT EXISTS elsewhere'] });
  const elsewhere = await trial.connect();
  await elsewhere.query('CREATE TABLE elsewhere.t (id INT AUTO_INCREMENT PRIMARY KEY)');
  const writing = setInterval(() => void elsewhere.query('INSERT INTO elsewhere.t VALUES ()').catch(() => {}), 1_000);
  try {
    const outcome = await expectFailed(trial, trial.migrate({ options: { maxRuntimeMs: 120_000 } }), 'stream-broken');
    assert.match(outcome.error?.message ?? '', /committed \d+ changes of .* brought none of them/u);
    await expectNothingLeft(trial);
  } finally {
    clearInterval(writing);
  }
}
