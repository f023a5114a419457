import assert from 'node:assert/strict';
import { it } from 'node:test';
import { createDatabase, testServers } from '../../../test/support/servers/index.ts';
import { waitFor } from '../../../test/support/wait-for.ts';
import { findProcess } from '../../mysql/find-process.ts';
import { parseTarget } from '../../mysql/target.ts';
import { utc } from '../../sql/session-settings.ts';
import { raw } from '../../sql/sql.ts';
import { plainSqlMode } from '../../sql/sql-mode.ts';
import { Sessions } from './sessions.ts';

const settings = { sqlMode: plainSqlMode, timeZone: utc, pinnedSeconds: null };
const long = raw('SELECT SLEEP(60)');

for (const server of testServers()) {
  it(`${server.name}: of sessions that are closed nobody asks the server, unless a statement was under way`, async () => {
    await using database = await createDatabase(server);
    await using sessions = new Sessions(parseTarget(database.url, null), settings);
    const asker = await sessions.open('testing');
    await (await sessions.open('testing'))[Symbol.asyncDispose]();
    (await sessions.open('testing')).destroy();
    await sessions.endLost(asker);
    assert.equal(asker.statementCount, (await sessions.open('testing')).statementCount, 'it asks');

    const [closed, cutOff] = [await sessions.open('testing'), await sessions.open('testing')];
    const isGone = async ({ id }: { readonly id: number }): Promise<boolean> => (await findProcess(asker, id)) === null;
    for (const session of [closed, cutOff]) {
      session.run(long).catch(() => {});
      const isAtIt = async (): Promise<boolean> =>
        /SLEEP/u.test((await findProcess(asker, session.id))?.statement ?? '');
      await waitFor(isAtIt, { timeoutMs: 5_000, what: 'the statement to begin' });
    }
    cutOff.destroy();
    await closed[Symbol.asyncDispose]();
    await sessions.endLost(asker);
    assert.deepEqual([await isGone(closed), await isGone(cutOff)], [true, true]);
    const asked = asker.statementCount;
    await sessions.endLost(asker);
    assert.equal(asker.statementCount, asked, 'it asks again');
  });
}
