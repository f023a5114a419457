import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { planTestCopy } from '../../../test/support/planned-copy.ts';
import { casesFor, createDatabase, type TestDatabase, testServers } from '../../../test/support/servers/index.ts';
import type { Session } from '../../mysql/session.ts';
import { copyKeys, copyRange, deleteKeys, selectBoundary, selectKeys } from '../../sql/copy.ts';
import type { Key } from '../../sql/keys.ts';
import { raw, type Sql } from '../../sql/sql.ts';
import { compareRange, compareSums, selectDifferences } from '../../sql/verify.ts';
import type { CopyPlan } from '../mapping/copy-plan.ts';
import { readKey } from './chunker.ts';

interface Shape {
  readonly columns: string;
  /** The key of row `n`, from 1, in ascending order. */
  readonly key: string;
}

/** The second shape has the names `k0` and `k1`, which the answer to a question for a boundary has as well. */
const shapes: Record<string, Shape> = {
  'an integer': { columns: 'id INT, PRIMARY KEY (id)', key: 'n * 3' },
  'two integers': { columns: 'k1 INT, k0 BIGINT, PRIMARY KEY (k1, k0)', key: 'n DIV 70, -n' },
  'a text': {
    columns: 'id CHAR(36) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci, PRIMARY KEY (id)',
    key: 'LEFT(SHA2(n, 256), 36)',
  },
  'a binary uuid': { columns: 'id BINARY(16), PRIMARY KEY (id)', key: 'UNHEX(LEFT(SHA2(n, 256), 32))' },
  'a date, a text and a number': {
    columns: 'day DATE, shop VARCHAR(20), no INT UNSIGNED, PRIMARY KEY (day, shop, no)',
    key: `'2026-01-01' + INTERVAL n DIV 900 DAY, CONCAT('shop ', n DIV 300 % 3), n`,
  },
  'a unique index': { columns: 'id INT, code VARCHAR(40) NOT NULL, UNIQUE (code)', key: 'n, LEFT(SHA2(n, 256), 40)' },
};
const rows = 3_000;
const chunkRows = 400;
/** A statement may also read a few rows at both ends of its range, in both tables. */
const slack = 8;

for (const server of testServers()) {
  describe(`${server.name}: a statement reads its chunk and no more`, () => {
    for (const [title, shape] of casesFor(server, Object.entries(shapes))) {
      it(`with ${title} as key`, async () => {
        await using database = await createDatabase(server);
        await fill(database, shape);
        await using planned = await planTestCopy(database);
        const { plan, session } = planned;

        const after = await boundary(session, plan, null, rows / 2);
        const upTo = await boundary(session, plan, after, chunkRows);
        const range = { after, upTo };
        const { tables, verify } = plan;
        // The ghost gets other rows, too. In an empty ghost a statement could read the whole table without being noticed.
        await session.run(copyRange(tables, { after: null, upTo: after }, null));
        await session.run(copyRange(tables, { after: upTo, upTo: null }, 1));
        const read = (statement: Sql): Promise<number> => rowsRead(session, statement);
        assert.ok((await read(selectBoundary(tables, after, chunkRows))) <= chunkRows + slack, 'boundary');
        assert.ok((await read(copyRange(tables, range, 50))) <= chunkRows + slack, 'copy');
        assert.ok((await read(selectKeys(tables, range))) <= chunkRows + slack, 'keys');
        assert.ok(verify.sums);
        assert.ok((await read(compareSums(verify, verify.sums, range))) <= 2 * (chunkRows + slack), 'sums');
        assert.ok((await read(compareRange(verify, range))) <= 3 * (chunkRows + slack), 'rows');

        const keys = (await session.rows(selectKeys(tables, range))).map((row) => readKey(tables, row));
        assert.equal(keys.length, chunkRows);
        const scattered = keys.filter((_, index) => index % 20 === 0);
        const few = 2 * scattered.length + slack;
        assert.ok((await read(deleteKeys(tables, scattered))) <= few, 'delete');
        assert.ok((await read(selectDifferences(verify, { keys: scattered }, 100))) <= 2 * few, 'differences');
        assert.ok((await read(copyKeys(tables, scattered))) <= few, 'copy of keys');
        assert.deepEqual(await session.rows(selectDifferences(verify, { range }, 10)), []);
      });
    }
  });
}

async function fill(database: TestDatabase, { columns, key }: Shape): Promise<void> {
  for (const name of ['t', 't_gho']) await database.query(`CREATE TABLE ${name} (${columns}, note VARCHAR(200))`);
  await database.query(`INSERT INTO t WITH RECURSIVE numbers AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM numbers WHERE n < 1000),
      tens AS (SELECT 0 AS t UNION ALL SELECT 1 UNION ALL SELECT 2)
    SELECT ${key}, REPEAT('x', 20) FROM (SELECT n + 1000 * t AS n FROM numbers CROSS JOIN tens) AS numbered`);
  await database.query('ANALYZE TABLE t, t_gho');
}

async function boundary(session: Session, { tables }: CopyPlan, after: Key | null, count: number): Promise<Key> {
  const [row] = await session.rows(selectBoundary(tables, after, count));
  assert.ok(row);
  return readKey(tables, row);
}

/** How many rows and index entries the server read for the statement. */
async function rowsRead(session: Session, statement: Sql): Promise<number> {
  const before = await handlerReads(session);
  const between = await handlerReads(session);
  await session.rows(statement);
  return (await handlerReads(session)) - between - (between - before);
}

async function handlerReads(session: Session): Promise<number> {
  const counters = await session.rows(raw(`SHOW SESSION STATUS LIKE 'Handler_read%'`));
  return counters.reduce((sum, { Value }) => sum + Number(Value), 0);
}
