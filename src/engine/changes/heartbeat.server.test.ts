import assert from 'node:assert/strict';
import { it } from 'node:test';
import { createDatabase, testServers } from '../../../test/support/servers/index.ts';
import { connect } from '../../mysql/session.ts';
import { parseTarget } from '../../mysql/target.ts';
import { createChangelog, fillChangelog, migrationComment } from '../../sql/changelog.ts';
import { DirtyKeys } from './dirty-keys.ts';
import { Heartbeat } from './heartbeat.ts';

for (const server of testServers()) {
  it(`${server.name}: heartbeats of another run pass no barrier, whatever their marks are`, async () => {
    await using database = await createDatabase(server);
    await using session = await connect(parseTarget(database.url, null), 'testing');
    const changelog = { schema: database.name, name: 't_ghc' };
    await session.run(createChangelog(changelog, migrationComment));
    await session.run(fillChangelog(changelog, '{}'));
    const heartbeat = new Heartbeat(session, changelog, new DirtyKeys(), 1_000);
    const stop = new AbortController();
    const beating = heartbeat.run(stop.signal);
    let isPassed = false;
    const passing = heartbeat.passBarrier(stop.signal).then(() => {
      isPassed = true;
    });
    while (heartbeat.marks.committed < 1_003) await heartbeat.next(stop.signal);
    for (const other of [1, 999, 5_000_000]) heartbeat.see(other);
    assert.equal(heartbeat.marks.seen, 1_000);
    await heartbeat.next(stop.signal);
    assert.equal(isPassed, false);
    heartbeat.see(heartbeat.marks.committed);
    await passing;
    stop.abort();
    await beating.catch(() => {});
  });
}
