import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { type BuiltAction, buildAction } from '../action/build-action.ts';
import { statements as s } from '../faults/support/statements.ts';
import { openTrial } from '../faults/support/trial.ts';
import { untilItWaits } from '../faults/support/until-it-waits.ts';
import { type ServerAddress, testServers } from '../support/servers/index.ts';
import { startChild } from './child.ts';

/** A statement that takes longer than five seconds is asked after, and once more ten seconds later. */
const betweenLooksMs = 6_000;
const obeysWithinMs = 10_000;
/** Less than what is left then of the pause between the looks. */
const maxLingerMs = 4_500;

describe('a process is asked to end while something in it would wait on', { concurrency: 2 }, () => {
  let built: BuiltAction;
  before(async () => {
    built = await buildAction();
  });
  after(() => built[Symbol.asyncDispose]());

  for (const server of testServers()) {
    it(`on ${server.name}: it obeys, says so, and is gone`, { timeout: 90_000 }, () =>
      end(server, join(built.folder, 'dist/cli.js')),
    );
  }
});

async function end(server: ServerAddress, main: string): Promise<void> {
  await using trial = await openTrial(server);
  const held = trial.tap.holdStatement(s.copyLaterChunk);
  const target = `mysql://${server.user}@127.0.0.1:${trial.tap.port}/${trial.database.name}?ssl-mode=disabled`;
  const flags = ['--alter', 'ALTER TABLE t MODIFY n BIGINT', '--algorithm', 'copy'];
  await using child = startChild(main, ['migrate', '--target', target, ...flags], server.password);
  const { wire, release } = await held;
  const locker = await trial.connect();
  await locker.query('LOCK TABLES t WRITE');
  try {
    release();
    await untilItWaits(trial, wire.connectionId);
    await new Promise((resolve) => setTimeout(resolve, betweenLooksMs));
    child.kill('SIGINT');
    const { exitCode, said, lingeredMs } = await child.ends(obeysWithinMs + maxLingerMs);
    assert.ok(lingeredMs < maxLingerMs, `It was there for ${Math.round(lingeredMs)} ms more: ${said}`);
    // It yields where the first chunk was noted in time, and else has nothing to keep.
    assert.ok(exitCode === 1 || exitCode === 75, `${exitCode}: ${said}`);
    assert.match(said, /t is as it was/u);
  } finally {
    await locker.query('UNLOCK TABLES');
  }
}
