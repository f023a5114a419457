import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Checkpoint } from '../../src/engine/resume/checkpoint.ts';
import type { StatusRow } from '../../src/engine/run/status-row.ts';
import { type ServerAddress, testServers } from '../support/servers/index.ts';
import { waitFor } from '../support/wait-for.ts';
import { startDoomed } from './support/doomed-process.ts';
import { expectCompleted } from './support/judge.ts';
import type { Change } from './support/request.ts';
import type { Run } from './support/run.ts';
import { statements as s } from './support/statements.ts';
import { openTrial, type Trial } from './support/trial.ts';
import type { Pattern } from './support/wire.ts';

const rows = 30_000;

/** Where the process is killed once everything is copied. */
const places: Readonly<Record<string, { readonly when: Pattern; readonly at: 'statement' | 'answer' }>> = {
  'while changes are applied': { when: s.applyInsert, at: 'answer' },
  'while indexes are built': { when: s.buildIndexes, at: 'statement' },
  'once indexes are built': { when: s.buildIndexes, at: 'answer' },
  'while rows are compared': { when: s.verify, at: 'answer' },
  'before the lock': { when: s.lock, at: 'statement' },
  'under the lock': { when: s.lock, at: 'answer' },
  'before the RENAME': { when: s.rename, at: 'statement' },
};

describe('a run that was killed is gone on with', { concurrency: 2 }, () => {
  for (const server of testServers()) {
    describe(`on ${server.name}`, { concurrency: 1 }, () => {
      it('in the middle of the copy', () => inTheMiddle(server));
      it('three times in a row', () => severalTimes(server));
      it('at the gate', () => atTheGate(server));
      for (const [name, { when, at }] of Object.entries(places)) {
        it(name, async () => {
          await using trial = await openTrial(server);
          const held = at === 'statement' ? trial.tap.holdStatement(when) : trial.tap.holdAnswer(when);
          const change = { options: { indexes: 'defer' } } as const;
          await using doomed = startDoomed(trial, change);
          const { release } = await held;
          await doomed.kill();
          release();
          await expectCompleted(trial, trial.migrate(change));
        });
      }
    });
  }
});

async function inTheMiddle(server: ServerAddress): Promise<void> {
  await using trial = await openTrial(server, { rows });
  const kept = await killInTheMiddle(trial);
  const run = trial.migrate();
  const outcome = await expectCompleted(trial, run);
  assert.equal(outcome.resumed, true);
  assert.equal(keptBy(run), kept.rowsCopied);
}

async function severalTimes(server: ServerAddress): Promise<void> {
  await using trial = await openTrial(server, { rows });
  await killInTheMiddle(trial);
  for (let death = 2; death <= 3; death++) {
    await using doomed = startDoomed(trial);
    const before = await checkpointOf(trial);
    await waitFor(async () => JSON.stringify(await checkpointOf(trial)) !== JSON.stringify(before), {
      timeoutMs: 30_000,
      what: 'a checkpoint of the next run',
    });
    await doomed.kill();
  }
  const run = trial.migrate();
  const outcome = await expectCompleted(trial, run);
  assert.equal(outcome.resumed, true);
}

async function atTheGate(server: ServerAddress): Promise<void> {
  await using trial = await openTrial(server);
  const change = { options: { cutover: 'wait' } } as const;
  await using doomed = startDoomed(trial, change);
  await waitFor(async () => (await statusOf(trial))?.progress.state === 'waiting_for_cutover', {
    timeoutMs: 30_000,
    what: 'the gate',
  });
  await waitFor(async () => (await checkpointOf(trial))?.watermark?.upTo === null, {
    timeoutMs: 30_000,
    what: 'a checkpoint of the whole copy',
  });
  await doomed.kill();
  const run = trial.migrate(change);
  await run.until('waiting_for_cutover');
  await trial.command('cutover');
  const outcome = await expectCompleted(trial, run);
  assert.equal(outcome.resumed, true);
}

/** @returns the checkpoint that it leaves */
async function killInTheMiddle(trial: Trial, change: Partial<Change> = {}): Promise<Checkpoint> {
  const held = trial.tap.holdStatement(s.copyLaterChunk);
  await using doomed = startDoomed(trial, change);
  const { release } = await held;
  await waitFor(async () => typeof (await checkpointOf(trial))?.watermark?.upTo === 'string', {
    timeoutMs: 30_000,
    what: 'a checkpoint in the middle of the copy',
  });
  await doomed.kill();
  release();
  const left = await checkpointOf(trial);
  assert.ok(left !== null);
  return left;
}

function keptBy({ events }: Run): number | null {
  const resumed = events.find((event) => event.type === 'resumed');
  return resumed?.type === 'resumed' ? resumed.rows : null;
}

async function statusOf(trial: Trial): Promise<StatusRow | null> {
  return (await bodyOf(trial, 2)) as StatusRow | null;
}

async function checkpointOf(trial: Trial): Promise<Checkpoint | null> {
  return (await bodyOf(trial, 5)) as Checkpoint | null;
}

async function bodyOf(trial: Trial, id: number): Promise<unknown> {
  const found = await trial.query(`SELECT body FROM t_ghc WHERE id = ${id}`).catch(() => []);
  const body = found[0]?.body;
  return typeof body === 'string' ? JSON.parse(body) : null;
}
