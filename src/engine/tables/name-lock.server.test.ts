import assert from 'node:assert/strict';
import { it } from 'node:test';
import { createDatabase, testServers } from '../../../test/support/servers/index.ts';
import { connect } from '../../mysql/session.ts';
import { parseTarget } from '../../mysql/target.ts';
import { getLock } from '../../sql/ghost.ts';
import { askNameLock } from './name-lock.ts';
import { lockName } from './table-names.ts';

for (const server of testServers()) {
  it(`${server.name}: the lock of a session that has ended is waited for`, async () => {
    await using database = await createDatabase(server);
    const target = parseTarget(database.url, null);
    const table = { schema: database.name, name: 't' };
    const holder = await connect(target, 'testing');
    assert.deepEqual(await holder.rows(getLock(lockName(table), 0)), [{ taken: 1 }]);
    await using session = await connect(target, 'testing');
    const asking = askNameLock(session, table);
    await holder[Symbol.asyncDispose]();
    assert.equal(await asking, true);
  });

  it(`${server.name}: the lock of a session that lives is not taken`, async () => {
    await using database = await createDatabase(server);
    const target = parseTarget(database.url, null);
    const table = { schema: database.name, name: 't' };
    await using holder = await connect(target, 'testing');
    assert.equal(await askNameLock(holder, table), true);
    await using session = await connect(target, 'testing');
    assert.equal(await askNameLock(session, table), false);
  });
}
