import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openWireTap } from '../../../test/faults/support/wire-tap.ts';
import { createDatabase, startServer, testServers } from '../../../test/support/servers/index.ts';
import { parseTarget } from '../../mysql/target.ts';
import { parseFile } from '../../sql/parser/script/parsed-file.ts';
import { failed } from '../migrate/run-outcome.ts';
import { statementsOf } from '../statements/file-statement.ts';
import { notStarted } from '../statements/not-started.ts';
import { Ledger } from './ledger.ts';

const [statement] = statementsOf(parseFile('1.sql', 'UPDATE t SET a = 1'));
assert.ok(statement !== undefined);
const { file, ordinal, text, digest: statementDigest, label: table } = statement;
const origin = { commit: null, pullRequest: null, actor: null, runUrl: null, planDigest: null, reviewers: null };
const row = (id: string) => ({
  id,
  file,
  ordinal,
  statementCount: 1,
  statement: text,
  statementDigest,
  table,
  ...origin,
});

for (const server of testServers()) {
  test(`what was completed stays so on ${server.name}, whatever somebody who lost the connection says`, async () => {
    await using database = await createDatabase(server);
    const ledger = new Ledger(parseTarget(database.url, null));
    await ledger.create();
    await ledger.queue([row('a')]);
    const outcome = notStarted(statement, table);
    await ledger.finish('a', failed(statement, table, new Error('at first')));
    assert.equal((await ledger.completed()).length, 0);
    await ledger.finish('a', { ...outcome, state: 'completed' });
    await ledger.finish('a', failed(statement, table, new Error('the connection was lost')));
    const [done, ...others] = await ledger.completed();
    assert.deepEqual(others, []);
    assert.notEqual(done?.finished, null, 'as if it were from before Ghostship: its start was never noted');
  });

  test(`when something was applied is told in UTC, whatever the time zone of ${server.name}`, async () => {
    const name = server.flavor === 'mysql' ? 'mysql-9.7' : 'mariadb-10.11';
    await using far = await startServer({ name, options: { 'default-time-zone': '+05:30' } });
    await using database = await createDatabase(far);
    const ledger = new Ledger(parseTarget(database.url, null));
    await ledger.create();
    await ledger.queue([row('a')]);
    await ledger.advance('a', 'copying');
    await ledger.finish('a', { ...notStarted(statement, table), state: 'completed' });
    const finished = (await ledger.completed())[0]?.finished ?? '';
    assert.match(finished, /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC$/u);
    const agoMs = Date.now() - Date.parse(finished.replace(' UTC', 'Z').replace(' ', 'T'));
    assert.ok(Math.abs(agoMs) < 60_000, `${finished} is ${agoMs} ms ago`);
  });

  test(`a ledger that is there gets no definition into the binary log of ${server.name}`, async () => {
    await using database = await createDatabase(server);
    await using tap = await openWireTap(server);
    const throughTap = { host: '127.0.0.1', port: tap.port, sslMode: 'disabled' } as const;
    const ledger = new Ledger({ ...parseTarget(database.url, null), ...throughTap });
    const definitions = (): number =>
      tap.wires.flatMap(({ statements }) => statements).filter((sent) => /^(CREATE|ALTER) TABLE/u.test(sent)).length;
    assert.equal(await ledger.create(), true);
    assert.equal(definitions(), 1);
    assert.equal(await ledger.create(), false);
    assert.equal(definitions(), 1);
  });

  test(`a ledger of an earlier version is read as it is on ${server.name}, and gets what it lacks before it is written`, async () => {
    await using database = await createDatabase(server);
    const target = parseTarget(database.url, null);
    const [ledger, other] = [new Ledger(target), new Ledger(target, 'shop')];
    await ledger.create();
    await ledger.markCompleted([row('a')]);
    await database.query('ALTER TABLE ghostship_migrations DROP COLUMN namespace, DROP COLUMN reviewers');
    const count = async (): Promise<number[]> => [(await ledger.completed()).length, (await other.completed()).length];
    assert.deepEqual(await count(), [1, 0]);
    assert.deepEqual(await ledger.runs(10), []);
    await Promise.all([other.create(), ledger.create()]);
    await other.markCompleted([row('b'), { ...row('c'), file: '2.sql' }]);
    assert.deepEqual(await count(), [1, 2]);
  });
}
