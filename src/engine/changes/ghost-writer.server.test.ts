import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { planTestCopy } from '../../../test/support/planned-copy.ts';
import { createDatabase, testServers } from '../../../test/support/servers/index.ts';
import { connect } from '../../mysql/session.ts';
import { parseTarget } from '../../mysql/target.ts';
import { createChangelog, fillChangelog, migrationComment } from '../../sql/changelog.ts';
import type { Key } from '../../sql/keys.ts';
import { nowMs } from '../../support/clock.ts';
import { Chunker } from '../copy/chunker.ts';
import { DirtyKeys } from './dirty-keys.ts';
import { GhostWriter } from './ghost-writer.ts';
import { GoneKeys } from './gone-keys.ts';
import { Heartbeat } from './heartbeat.ts';

/** A unique value that is taken for so long, at so many attempts, is a duplicate. */
const enoughMs = 14_000;
const enoughAttempts = 10;

describe('a unique value that another row of the ghost has', { concurrency: 2 }, () => {
  for (const server of testServers()) {
    it(`is no duplicate while that row cannot be written, on ${server.name}`, async () => {
      await using database = await createDatabase(server);
      for (const name of ['t', 't_gho'])
        await database.query(`CREATE TABLE ${name} (id INT PRIMARY KEY, u INT UNIQUE)`);
      await database.query('INSERT INTO t VALUES (5, NULL), (6, 5)');
      await database.query('INSERT INTO t_gho VALUES (5, 5), (6, 6)');
      await using one = await planTestCopy(database);
      await using other = await planTestCopy(database);
      await using beating = await startHeartbeat(database.url, database.name);
      const { dirty, heartbeat } = beating;
      const chunker = new Chunker(one.plan.tables, true, { upTo: null });
      const kept = { moved: 0, isCompared: false };
      const gone = new GoneKeys(one.plan.tables, one.session, kept);
      const writer = new GhostWriter(one.plan.tables, dirty, chunker, heartbeat, gone);
      const holder = await database.connect();
      await holder.query('BEGIN');
      await holder.query('SELECT id FROM t_gho WHERE id = 5 FOR UPDATE');

      const [free, wanted]: [Key[], Key[]] = [['5'], ['6']];
      dirty.addVisible([...free, ...wanted]);
      const startedAt = nowMs();
      for (let attempt = 0; attempt < enoughAttempts || nowMs() - startedAt < enoughMs; attempt++) {
        dirty.take(2);
        assert.equal(await writer.write(one.session, free, 'transaction'), 'thrown-back');
        assert.equal(await writer.write(other.session, wanted, 'transaction'), 'tried');
        assert.equal(dirty.visibleCount, 2);
        heartbeat.see(heartbeat.marks.sent);
      }
      await holder.query('ROLLBACK');
      await holder.end();
      dirty.take(2);
      for (const keys of [free, wanted]) await writer.write(one.session, keys, 'transaction');
      assert.equal(dirty.visibleCount, 0);
      assert.deepEqual(await database.query('SELECT * FROM t_gho'), await database.query('SELECT * FROM t'));
    });
  }
});

async function startHeartbeat(
  url: string,
  schema: string,
): Promise<AsyncDisposable & { readonly dirty: DirtyKeys; readonly heartbeat: Heartbeat }> {
  const session = await connect(parseTarget(url, null), 'testing');
  const changelog = { schema, name: 't_ghc' };
  await session.run(createChangelog(changelog, migrationComment));
  await session.run(fillChangelog(changelog, '{}'));
  const dirty = new DirtyKeys();
  const heartbeat = new Heartbeat(session, changelog, dirty);
  const stop = new AbortController();
  const running = heartbeat.run(stop.signal).catch(() => {});
  return {
    dirty,
    heartbeat,
    async [Symbol.asyncDispose]() {
      stop.abort();
      await running;
      await session[Symbol.asyncDispose]();
    },
  };
}
