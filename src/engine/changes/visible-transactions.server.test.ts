import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createDatabase, testServers } from '../../../test/support/servers/index.ts';
import { waitFor } from '../../../test/support/wait-for.ts';
import { GtidSet } from '../../binlog/gtid-set.ts';
import { currentPosition } from '../../binlog/position.ts';
import { connect } from '../../mysql/session.ts';
import { parseTarget } from '../../mysql/target.ts';
import { TaskGroup } from '../../support/task-group.ts';
import { DirtyKeys } from './dirty-keys.ts';
import { VisibleTransactions } from './visible-transactions.ts';

const nothing = { changedUpTo: null, gtids: new GtidSet() };

/** Seen to fail with the question left out whether the stream is there (`VisibleTransactions.passBarrier`). */
for (const server of testServers()) {
  const { flavor, url } = server;
  describe(`barriers without heartbeats on ${server.name}`, { concurrency: 1, timeout: 60_000 }, () => {
    it('are passed only when the stream has brought what was in the log', async () => {
      const target = parseTarget(`${url}mysql`, null);
      await using session = await connect(target, 'looking');
      await using asking = await connect(target, 'asking');
      await using group = new TaskGroup(new AbortController().signal);
      const dirty = new DirtyKeys();
      const barriers = new VisibleTransactions(session, flavor, dirty);
      const before = await currentPosition(asking, flavor);
      await using _written = await createDatabase(server);
      group.spawn((signal) => barriers.run(signal));
      let isPassed = false;
      const passing = barriers.passBarrier(group.signal).then(() => {
        isPassed = true;
      });
      const looks = (count: number): Promise<unknown> => {
        const until = barriers.marks.committed + count;
        return waitFor(() => barriers.marks.committed >= until, { timeoutMs: 10_000, what: 'some looks' });
      };
      await looks(3);
      barriers.see(0, { ...nothing, readUpTo: before });
      dirty.add(['1']);
      await looks(3);
      assert.ok(!isPassed, 'nothing was delivered');
      barriers.see(0, { ...nothing, readUpTo: await currentPosition(asking, flavor) });
      await passing;
      assert.deepEqual(dirty.take(2), ['1']);
    });
  });
}
