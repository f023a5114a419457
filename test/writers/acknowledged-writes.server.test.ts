import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { expectCompleted } from '../faults/support/judge.ts';
import { openTrial } from '../faults/support/trial.ts';
import { isLongRun } from '../support/long-run.ts';
import { testServers } from '../support/servers/index.ts';

/** In a row, because what is lost once in ten runs is lost. */
const runs = isLongRun ? 20 : 5;
const rows = 10_000;

/**
 * Every transaction that was acknowledged is in the table afterwards, and none that was rolled back. Each one writes the
 * same to a control copy, so the server itself says what the table must hold. Which guard keeps what from being lost is
 * proven one by one in `test/invariants`.
 */
describe('eight writers lose nothing', { concurrency: 1 }, () => {
  for (const server of testServers()) {
    it(`on ${server.name}, ${runs} times in a row`, async () => {
      for (let run = 1; run <= runs; run++) {
        await using trial = await openTrial(server, { rows, writers: 8 });
        const outcome = await expectCompleted(trial, trial.migrate());
        assert.ok(outcome.changesApplied > 0, 'nothing was written while it ran');
        assert.ok(outcome.lockedMs < 3_000, `writers waited ${outcome.lockedMs} ms at the cutover of run ${run}`);
      }
    });
  }
});
