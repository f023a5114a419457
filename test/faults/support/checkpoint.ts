import assert from 'node:assert/strict';
import type { Checkpoint } from '../../../src/engine/resume/checkpoint.ts';
import type { StatusRow } from '../../../src/engine/run/status-row.ts';
import { waitFor } from '../../support/wait-for.ts';
import { startDoomed } from './doomed-process.ts';
import type { Change } from './request.ts';
import type { Run } from './run.ts';
import { statements as s } from './statements.ts';
import type { Trial } from './trial.ts';

/** @returns the checkpoint that it leaves */
export async function killInTheMiddle(trial: Trial, change: Partial<Change> = {}): Promise<Checkpoint> {
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

/** How many rows the run has found, `null` where it has started afresh. */
export function keptBy({ events }: Run): number | null {
  const resumed = events.find((event) => event.type === 'resumed');
  return resumed?.type === 'resumed' ? resumed.rows : null;
}

export async function statusOf(trial: Trial): Promise<StatusRow | null> {
  return (await bodyOf(trial, 2)) as StatusRow | null;
}

export async function checkpointOf(trial: Trial): Promise<Checkpoint | null> {
  return (await bodyOf(trial, 5)) as Checkpoint | null;
}

async function bodyOf(trial: Trial, id: number): Promise<unknown> {
  const found = await trial.query(`SELECT body FROM t_ghc WHERE id = ${id}`).catch(() => []);
  const body = found[0]?.body;
  return typeof body === 'string' ? JSON.parse(body) : null;
}

/** Of the newest heartbeat. */
export async function markOf(trial: Trial): Promise<number> {
  const [row] = await trial.query('SELECT mark FROM t_ghc WHERE id = 1');
  return Number(row?.mark);
}
