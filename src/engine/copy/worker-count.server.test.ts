import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createDatabase, testServers } from '../../../test/support/servers/index.ts';
import { askServer } from '../../mysql/server.ts';
import { connect } from '../../mysql/session.ts';
import { parseTarget } from '../../mysql/target.ts';
import { commitsMayStall } from './worker-count.ts';

describe('whether commits may stall', () => {
  for (const server of testServers()) {
    it(`is asked of ${server.name}`, async () => {
      await using database = await createDatabase(server);
      await using session = await connect(parseTarget(database.url, null), 'asking');
      const [found] = await database.query("SHOW GLOBAL VARIABLES LIKE 'innodb_log_writer_threads'");
      assert.equal(await commitsMayStall(await askServer(session)), found?.Value === 'OFF');
      assert.equal(found === undefined, server.flavor === 'mariadb', 'only MySQL has the variable');
    });
  }

  it('is not the case with threads for the log', async () => {
    assert.equal(await commitsMayStall({ variable: async () => 'ON' }), false);
    assert.equal(await commitsMayStall({ variable: async () => null }), false);
  });
});
