import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createDatabase, testServers } from '../../../test/support/servers/index.ts';
import { connect } from '../../mysql/session.ts';
import { parseTarget } from '../../mysql/target.ts';
import { readAlter } from '../../sql/parser/alter.ts';
import { alterClone, type CloneAltered, cheapWays } from './alter-clone.ts';

/* Versions that cannot be run here are given the statements as theirs, on a server that does columns instantly as they do. */

const cases: readonly (readonly [string, string, boolean, CloneAltered['way'], number])[] = [
  ['8.0.29', 'ALTER TABLE t ADD COLUMN a INT', true, 'inplace', 0],
  ['8.0.31', 'ALTER TABLE t DROP COLUMN n', true, 'inplace', 0],
  ['8.0.30', 'ALTER TABLE t ADD COLUMN a INT', false, 'copy', 0],
  ['8.0.30', 'ALTER TABLE t ALTER COLUMN n SET DEFAULT 7', true, 'instant', 0],
  ['8.0.32', 'ALTER TABLE t ADD COLUMN a INT', true, 'instant', 1],
  ['8.0.28', 'ALTER TABLE t ADD COLUMN a INT', true, 'instant', 1],
];

describe('an empty clone is altered', { concurrency: 1 }, () => {
  for (const server of testServers().filter(({ flavor }) => flavor === 'mysql')) {
    for (const [version, statement, tryCheapWays, way, rowVersions] of cases) {
      it(`as on ${version}, ${tryCheapWays ? 'the cheapest way' : 'as a ghost'}: ${statement}`, async () => {
        await using database = await createDatabase(server);
        await database.query('CREATE TABLE t (id INT PRIMARY KEY, n INT)');
        await using session = await connect(parseTarget(database.url, null), 'testing');
        const clone = { schema: database.name, name: 't' };
        const alter = readAlter(statement);
        assert.ok(alter.kind === 'alter');
        const asked = { flavor: 'mysql', version } as const;
        const altered = await alterClone(
          { asking: session, altering: session },
          clone,
          clone,
          alter,
          asked,
          tryCheapWays ? cheapWays : [],
        );
        assert.equal(altered.way, way);
        const [row] = await database.query(
          `SELECT TOTAL_ROW_VERSIONS AS versions FROM information_schema.INNODB_TABLES WHERE NAME = '${database.name}/t'`,
        );
        assert.equal(row?.versions, rowVersions);
        assert.equal(
          /not asked to add or drop columns instantly/u.test(altered.refusal ?? ''),
          rowVersions === 0 && way !== 'instant',
        );
      });
    }
  }

  for (const server of testServers()) {
    it(`but never with another table in the statement, whatever was made of its clauses, on ${server.flavor}`, async () => {
      await using database = await createDatabase(server);
      await database.query(
        'CREATE TABLE t (id INT PRIMARY KEY) PARTITION BY RANGE (id) (PARTITION p VALUES LESS THAN (9))',
      );
      await database.query('CREATE TABLE x (id INT PRIMARY KEY)');
      await database.query('INSERT INTO x VALUES (5)');
      await using session = await connect(parseTarget(database.url, null), 'testing');
      const clone = { schema: database.name, name: 't' };
      for (const statement of [
        'ALTER TABLE t EXCHANGE PARTITION p WITH TABLE x',
        'ALTER TABLE t /*! EXCHANGE */ PARTITION p WITH TABLE x',
        'ALTER TABLE t CONVERT TABLE x TO PARTITION q VALUES LESS THAN (20)',
        'ALTER TABLE t CONVERT PARTITION p TO TABLE y',
        'ALTER TABLE t ADD COLUMN a INT, RENAME TO y',
        'CREATE INDEX i ON t (id), RENAME AS y',
        'ALTER TABLE t ENGINE=MRG_MyISAM UNION=(x)',
        'ALTER TABLE t SOMETHING NEW WITH TABLE x',
      ]) {
        const alter = readAlter(statement);
        assert.ok(alter.kind === 'alter');
        const unread = { ...alter, statement: { ...alter.statement, clauses: [] } };
        const { flavor } = server;
        const altering = alterClone(
          { asking: session, altering: session },
          clone,
          clone,
          unread,
          { flavor, version: '8.4.0' },
          cheapWays,
        );
        await assert.rejects(altering, { code: 'unsupported-statement' }, statement);
      }
      assert.equal((await database.query('SHOW TABLES')).length, 2);
      assert.deepEqual(await database.query('SELECT id FROM x'), [{ id: 5 }]);
    });
  }
});
