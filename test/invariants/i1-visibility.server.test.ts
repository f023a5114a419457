import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { expectCompleted } from '../faults/support/judge.ts';
import type { Run } from '../faults/support/run.ts';
import { statements as s } from '../faults/support/statements.ts';
import { openTrial, type Trial } from '../faults/support/trial.ts';
import type { Held } from '../faults/support/wire.ts';
import { testServers } from '../support/servers/index.ts';
import { waitFor } from '../support/wait-for.ts';
import { heartbeatsPass, laterProgress } from './support/moments.ts';
import { type StallingServer, startStallingServer } from './support/stalling-server.ts';

const rows = 500;

/**
 * I1. A change that the binlog delivers before readers see it is neither re-read nor forgotten yet.
 * Seen to fail, all, with the barrier taken out (`DirtyKeys.add` makes keys ready); the one about an older heartbeat with keys
 * sealed after the heartbeat instead of before it (`Heartbeat.#send`); the one about a heartbeat that arrives with it with all keys
 * added before that is seen (`readChanges`), and after it with a heartbeat believed that is not committed (`Heartbeat.see`).
 */
describe('a change that is delivered and not yet visible', { concurrency: 2 }, () => {
  for (const { name, flavor } of testServers().filter((server) => ['mysql', 'mariadb'].includes(server.name))) {
    it(`is not re-read, on ${name}`, async () => {
      await using stalling = await startStallingServer(flavor);
      await using trial = await openTrial(stalling.server, { writers: 0, rows });
      const run = trial.migrate({ options: { cutover: 'wait', verify: 'off' } });
      await run.until('waiting_for_cutover');
      const { committed } = await stopInTheWindow(trial, run, stalling);
      await stalling.release();
      await committed;
      await trial.command('cutover');
      await expectCompleted(trial, run);
    });

    it(`is not re-read on the word of an older heartbeat, on ${name}`, async () => {
      await using stalling = await startStallingServer(flavor);
      await using trial = await openTrial(stalling.server, { writers: 0, rows });
      const run = trial.migrate({ options: { cutover: 'wait', verify: 'off' } });
      await run.until('waiting_for_cutover');
      const acknowledged = await trial.tap.holdAnswer(s.heartbeat);
      const { committed } = await stopInTheWindow(trial, run, stalling);
      acknowledged.release();
      await laterProgress(run);
      await stalling.release();
      await committed;
      await trial.command('cutover');
      await expectCompleted(trial, run);
    });

    for (const arrival of ['with it', 'after it'] as const) {
      it(`is not re-read on the word of a heartbeat that arrives ${arrival} and is waited for, on ${name}`, async () => {
        await using stalling = await startStallingServer(flavor);
        await using trial = await openTrial(stalling.server, { writers: 0, rows });
        const run = trial.migrate({ options: { cutover: 'wait', verify: 'off' } });
        await run.until('waiting_for_cutover');
        const dump = await trial.tap.find(s.dump);
        if (arrival === 'with it') dump.freeze();
        await heartbeatsPass(trial);
        const beat = await trial.tap.holdStatement(s.heartbeat);
        await trial.command('cutover');
        await trial.tap.find(s.createSentry);
        await laterProgress(run);
        await stalling.stall();
        const committed = changeInTheWindow(trial);
        await waitFor(() => isStalled(trial), { timeoutMs: 10_000, what: 'the commit to stop' });
        if (arrival === 'with it') dump.thaw();
        else beat.release();
        await laterProgress(run);
        await stalling.release();
        beat.release();
        await committed;
        await expectCompleted(trial, run);
      });
    }

    it(`is not forgotten, though a later chunk would read it, on ${name}`, async () => {
      await using stalling = await startStallingServer(flavor);
      await using trial = await openTrial(stalling.server, { writers: 0, rows });
      const claim = trial.tap.holdStatement(s.claimChunk);
      const run = trial.migrate({ options: { verify: 'off' } });
      const { release } = await run.reach(claim);
      // MariaDB logs two commits at most while one is stopped. The change must be among them.
      const others = await Promise.all([s.checkpoint, s.status].map((pattern) => trial.tap.holdStatement(pattern)));
      const { committed } = await stopInTheWindow(trial, run, stalling, others);
      release();
      await untilChunkIsRead(trial);
      await stalling.release();
      await committed;
      await expectCompleted(trial, run);
    });
  }
});

/** @returns the commit of a change that has reached the engine through the binlog and that no reader sees */
async function stopInTheWindow(
  trial: Trial,
  run: Run,
  stalling: StallingServer,
  heldUntilDelivered: readonly Held[] = [],
): Promise<{ readonly committed: Promise<unknown> }> {
  const dump = await trial.tap.find(s.dump);
  const delivered = dump.hears('in the window');
  await stalling.stall();
  const committed = changeInTheWindow(trial);
  await run.reach(delivered);
  for (const held of heldUntilDelivered) held.release();
  await laterProgress(run);
  const [seen] = await trial.query('SELECT v FROM t WHERE id = 5');
  assert.equal(seen?.v, 'as it was', 'the commit did not stop where it should');
  return { committed };
}

async function changeInTheWindow(trial: Trial): Promise<void> {
  const session = await trial.connect();
  await session.query('BEGIN');
  for (const table of ['t', 'control']) await session.query(`UPDATE ${table} SET v = 'in the window' WHERE id = 5`);
  await session.query('COMMIT');
}

async function isStalled(trial: Trial): Promise<boolean> {
  const processes = await trial.query('SHOW PROCESSLIST');
  return processes.some(({ State }) => /semi-sync ACK/iu.test(String(State)));
}

/** Its commit stops as well: only who looks at what is not committed sees that it has read the original. */
async function untilChunkIsRead(trial: Trial): Promise<void> {
  const session = await trial.connect();
  await session.query('SET SESSION TRANSACTION ISOLATION LEVEL READ UNCOMMITTED');
  const countCopied = async (): Promise<number> => {
    const [found] = await session.query('SELECT id FROM t_gho');
    return (found as unknown[]).length;
  };
  await waitFor(async () => (await countCopied()) === rows, { timeoutMs: 10_000, what: 'the chunk to be read' });
  await session.end();
}
