import assert from 'node:assert/strict';
import { it } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createDatabase, testServers } from '../../test/support/servers/index.ts';
import { waitFor } from '../../test/support/wait-for.ts';
import { raw } from '../sql/sql.ts';
import { findProcess } from './find-process.ts';
import { ConnectionLost } from './server-errors.ts';
import { connect } from './session.ts';
import { parseTarget } from './target.ts';

/** They come every ten seconds; the server counts whole ones. */
const longestIdleSeconds = 11;

for (const server of testServers()) {
  it(`${server.name}: a session that the server has ended for being idle is a lost one`, async () => {
    await using database = await createDatabase(server);
    await using idle = await connect(parseTarget(database.url, null), 'testing');
    await idle.run(raw('SET SESSION wait_timeout = 1'));
    // As if the process were stopped: it reads what the server has said last only after it has asked again.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2_500);
    await assert.rejects(idle.rows(raw('SELECT 1')), ConnectionLost);
  });

  it(`${server.name}: a session that has nothing to ask gives signs of life, for the server ends those that give none`, async () => {
    await using database = await createDatabase(server);
    const target = parseTarget(database.url, null);
    await using idle = await connect(target, 'testing');
    await using asking = await connect(target, 'testing');
    const [limit] = await idle.rows(raw('SELECT @@wait_timeout AS seconds'));
    assert.equal(limit?.seconds, 120);
    const sent = idle.statementCount;
    const openedAt = performance.now();
    let longest = 0;
    await waitFor(
      async () => {
        longest = Math.max(longest, (await findProcess(asking, idle.id))?.seconds ?? Number.POSITIVE_INFINITY);
        return performance.now() - openedAt > 2.2 * longestIdleSeconds * 1000;
      },
      { timeoutMs: 60_000, what: 'the time to pass', everyMs: 250 },
    );
    assert.ok(longest <= longestIdleSeconds, `it was silent for ${longest} s`);
    assert.equal(idle.statementCount, sent);
  });

  it(`${server.name}: a session keeps none of its answers, however long it lives`, async () => {
    setFlagsFromString('--expose-gc');
    const collectGarbage: () => void = runInNewContext('gc');
    await using database = await createDatabase(server);
    await using session = await connect(parseTarget(database.url, null), 'testing');
    const answer = new WeakRef(await session.rows(raw('SELECT 1')));
    await session.rows(raw('SELECT 2'));
    const isGone = (): boolean => {
      collectGarbage();
      return answer.deref() === undefined;
    };
    await waitFor(isGone, { timeoutMs: 10_000, what: 'the answer to be forgotten' });
  });
}
