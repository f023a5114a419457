import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createDatabase, testServers } from '../../test/support/servers/index.ts';
import { inspectTable } from '../mysql/inspect-table.ts';
import { parseTarget } from '../mysql/target.ts';
import { selectDifferences, selectOrphans } from '../sql/verify.ts';
import { planCopy } from './copy-plan.ts';
import { openDesk } from './desk.ts';
import { readChange } from './statement.ts';
import { nameTables } from './table-names.ts';

for (const server of testServers()) {
  test(`${server.name}: a year is like itself, also where it is the only one that is looked at`, async () => {
    await using database = await createDatabase(server);
    for (const name of ['t', 't_gho']) {
      await database.query(`CREATE TABLE ${name} (id YEAR NOT NULL PRIMARY KEY, y YEAR)`);
      await database.query(`INSERT INTO ${name} VALUES (0, 1905), (1928, 1928), (1999, 2028)`);
    }
    await using desk = await openDesk(parseTarget(database.url, null));
    const names = nameTables({ schema: database.name, name: 't' }, false);
    const original = await inspectTable(desk.session, names.original);
    const ghost = await inspectTable(desk.session, names.ghost);
    assert.ok(original && ghost);
    const { verify } = planCopy(
      names,
      original,
      ghost,
      readChange('ALTER TABLE t FORCE', desk.server),
      desk.server,
      [],
    );
    for (const keys of [['0'], ['1928'], ['1999'], ['0', '1928', '1999']]) {
      assert.deepEqual(await desk.session.rows(selectDifferences(verify, { keys }, 10)), [], keys.join());
      assert.deepEqual(await desk.session.rows(selectOrphans(verify, { keys }, 10)), [], keys.join());
    }
  });
}
