import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { change } from '../invariants/support/moments.ts';
import { untilOldEnough } from '../revert/support/old-enough.ts';
import { testServers } from '../support/servers/index.ts';
import { expectCompleted } from './support/judge.ts';
import type { Run } from './support/run.ts';
import { statements as s } from './support/statements.ts';
import { openTrial } from './support/trial.ts';

const says = /max-runtime was over before the work had come further/u;

/** Runs that are too short would follow each other for ever, and each would look like any other that is to be continued. */
describe('a run whose time is over', { concurrency: 2 }, () => {
  for (const server of testServers()) {
    it(`says where it has come no further than the one before, on ${server.name}`, async () => {
      // The changes are read then, and not compared.
      await untilOldEnough(server);
      await using trial = await openTrial(server, { writers: 0 });
      const first = trial.migrate({ options: { cutover: 'wait', gate: 'yield' } });
      assert.equal((await first.outcome).state, 'yielded');
      assert.ok(!isTold(first), 'what is copied is kept');
      await change(trial, 'UPDATE § SET n = n + 1 WHERE id <= 100');
      const applying = trial.tap.holdStatement(s.applyDelete);
      // A statement that has no answer for some seconds more would end the run.
      const short = trial.migrate({ options: { cutover: 'wait', maxRuntimeMs: 5_000 } });
      const { release } = await short.reach(applying);
      assert.equal((await short.outcome).state, 'yielded');
      assert.ok(isTold(short));
      release();
      await expectCompleted(trial, trial.migrate());
    });
  }
});

function isTold({ events }: Run): boolean {
  return events.some((event) => event.type === 'notice' && says.test(event.message));
}
