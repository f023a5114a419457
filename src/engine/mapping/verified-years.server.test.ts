import assert from 'node:assert/strict';
import { test } from 'node:test';
import { planTestCopy } from '../../../test/support/planned-copy.ts';
import { createDatabase, testServers } from '../../../test/support/servers/index.ts';
import { selectDifferences, selectSurplusRows } from '../../sql/verify.ts';

for (const server of testServers()) {
  test(`${server.name}: a year is like itself, also where it is the only one that is looked at`, async () => {
    await using database = await createDatabase(server);
    for (const name of ['t', 't_gho']) {
      await database.query(`CREATE TABLE ${name} (id YEAR NOT NULL PRIMARY KEY, y YEAR)`);
      await database.query(`INSERT INTO ${name} VALUES (0, 1905), (1928, 1928), (1999, 2028)`);
    }
    await using planned = await planTestCopy(database);
    const { plan, session } = planned;
    for (const keys of [['0'], ['1928'], ['1999'], ['0', '1928', '1999']]) {
      assert.deepEqual(await session.rows(selectDifferences(plan.verify, { keys }, 10)), [], keys.join());
      assert.deepEqual(await session.rows(selectSurplusRows(plan.verify, { keys }, 10)), [], keys.join());
    }
  });
}
