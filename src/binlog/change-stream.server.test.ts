import assert from 'node:assert/strict';
import { getEventListeners } from 'node:events';
import { test } from 'node:test';
import { createDatabase, testServers } from '../../test/support/servers/index.ts';
import { nameCaseOf } from '../mysql/name-case.ts';
import { connect } from '../mysql/session.ts';
import { parseTarget } from '../mysql/target.ts';
import { openChangeStream } from './change-stream.ts';
import { currentPosition } from './position.ts';

for (const server of testServers()) {
  test(`a stream that has started leaves nothing behind on the signal, on ${server.name}`, async () => {
    await using database = await createDatabase(server);
    const target = parseTarget(database.url, null);
    await using session = await connect(target, 'testing');
    const named = (name: string) => ({ table: { schema: database.name, name }, key: [], width: 1 });
    const watched = {
      original: named('t'),
      changelog: named('t_ghc'),
      ghost: named('t_gho').table,
      nameCase: nameCaseOf(0),
      marksAfter: 0,
      preparedBefore: 'ended' as const,
      isUnlogged: false,
    };
    const { signal } = new AbortController();
    await using _stream = await openChangeStream(
      target,
      await currentPosition(session, server.flavor),
      watched,
      new Map(),
      signal,
    );
    assert.equal(getEventListeners(signal, 'abort').length, 0);
  });
}
