import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createDatabase, testServers } from '../../../test/support/servers/index.ts';
import { parseTarget } from '../../mysql/target.ts';
import { parseFile } from '../../sql/parser/script/parsed-file.ts';
import { failed, notStarted } from '../migrate/run-outcome.ts';
import { statementsOf } from '../statements/file-statement.ts';
import { Ledger } from './ledger.ts';

for (const server of testServers()) {
  test(`what was completed stays so on ${server.name}, whatever somebody who lost the connection says`, async () => {
    await using database = await createDatabase(server);
    const ledger = new Ledger(parseTarget(database.url, null));
    await ledger.create();
    const [statement] = statementsOf(parseFile('1.sql', 'UPDATE t SET a = 1'));
    assert.ok(statement !== undefined);
    const origin = { commit: null, pullRequest: null, actor: null, runUrl: null, planDigest: null };
    const { file, ordinal, text, digest: statementDigest, label: table } = statement;
    const row = { file, ordinal, statementCount: 1, statement: text, statementDigest, table, ...origin };
    await ledger.queue([{ id: 'a', ...row }]);
    const outcome = notStarted(statement, table);
    await ledger.finish('a', failed(statement, table, new Error('at first')));
    assert.equal((await ledger.completed()).length, 0);
    await ledger.finish('a', { ...outcome, state: 'completed' });
    await ledger.finish('a', failed(statement, table, new Error('the connection was lost')));
    assert.equal((await ledger.completed()).length, 1);
  });
}
