import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createDatabase, testServers } from '../../test/support/servers/index.ts';
import { ordinary, streaming } from '../sql/session-settings.ts';
import { raw, type Sql } from '../sql/sql.ts';
import { chooseSettings } from './choose-settings.ts';
import { ServerError, serverErrors } from './server-errors.ts';
import { connect } from './session.ts';
import { parseTarget } from './target.ts';

const done = { affectedRows: 0, warningCount: 0 };

for (const server of testServers()) {
  describe(`settings of a session on ${server.name}`, () => {
    it('are refused where somebody on the way passes over them', async () => {
      await using database = await createDatabase(server);
      const target = parseTarget(database.url, null);
      await using session = await connect(target, 'testing', ordinary);
      const deaf = { purpose: 'testing', run: async () => done, rows: (it: Sql) => session.rows(it) };
      await chooseSettings(deaf, target, ordinary);
      await assert.rejects(chooseSettings(deaf, target, streaming), {
        code: 'unsupported-server',
        message: /for testing must have wait_timeout = 604800, and there it is 120\.$/u,
      });
    });

    it('are refused where somebody on the way takes the comments out', async () => {
      await using database = await createDatabase(server);
      const target = parseTarget(database.url, null);
      await using session = await connect(target, 'testing');
      const bare = (it: Sql): Sql => raw(it.text.replaceAll(/\/\*.*?\*\//gsu, ''));
      const proxied = {
        purpose: 'testing',
        run: (it: Sql) => session.run(bare(it)),
        rows: (it: Sql) => session.rows(bare(it)),
      };
      await assert.rejects(chooseSettings(proxied, target, ordinary), {
        code: 'unsupported-server',
        message: /must have (?:transaction|tx)_isolation = .*REPEATABLE-READ.*, and there it is not shown\.$/u,
      });
    });

    it('go without what the server does not have', async () => {
      await using database = await createDatabase(server);
      const target = parseTarget(database.url, null);
      await using session = await connect(target, 'testing');
      const sent: string[] = [];
      const unknown = (it: Sql): boolean => sent.push(it.text) > 0 && it.text.includes('unique_checks');
      const refusal = new ServerError(
        serverErrors.ER_UNKNOWN_SYSTEM_VARIABLE,
        'HY000',
        "Unknown system variable 'unique_checks'",
        null,
      );
      const older = {
        purpose: 'testing',
        run: async (it: Sql) => (unknown(it) ? Promise.reject(refusal) : session.run(it)),
        rows: async (it: Sql) => (unknown(it) ? Promise.reject(refusal) : session.rows(it)),
      };
      await chooseSettings(older, target, ordinary);
      assert.equal(sent.length, 3, 'asked again once');
      await chooseSettings(older, target, ordinary);
      assert.equal(sent.length, 5, 'and not any more');
    });
  });
}
