import { it } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createDatabase, testServers } from '../../test/support/servers/index.ts';
import { waitFor } from '../../test/support/wait-for.ts';
import { raw } from '../sql/sql.ts';
import { connect } from './session.ts';
import { parseTarget } from './target.ts';

for (const server of testServers()) {
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
