import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { planTestCopy } from '../../../test/support/planned-copy.ts';
import { casesFor, createDatabase, testServers } from '../../../test/support/servers/index.ts';
import type { Session } from '../../mysql/session.ts';
import { selectKeys } from '../../sql/copy.ts';
import { raw } from '../../sql/sql.ts';
import { type Chunk, Chunker } from './chunker.ts';

interface Shape {
  readonly type: string;
  /** The key of row `n`, from 1 to 3,000. */
  readonly key: string;
  /** How many ends of chunks the server must be asked for. */
  readonly lookedUp: number;
}

const chunkRows = 100;
const rows = 3_000;
/** The ends of the first and the second chunk, the last key once, and the question after the last chunk. */
const atTheEnds = 4;
const shapes: Record<string, Shape> = {
  'without gaps': { type: 'INT', key: 'n', lookedUp: atTheEnds },
  'with a number in four missing': { type: 'INT', key: 'n + n DIV 3', lookedUp: atTheEnds },
  'with a gap of a milliard': { type: 'BIGINT', key: 'IF(n < 1500, n, n + 1000000000)', lookedUp: atTheEnds + 3 },
  'around zero': { type: 'SMALLINT', key: 'n - 1500', lookedUp: atTheEnds },
  'up to the last number of the type': { type: 'SMALLINT', key: 'n + 29767', lookedUp: atTheEnds },
  'up to the last number there is': {
    type: 'BIGINT UNSIGNED',
    key: '18446744073709548615 + n',
    lookedUp: atTheEnds,
  },
  'with one number in three': { type: 'INT', key: 'n * 3', lookedUp: rows / chunkRows + 1 },
  'of another type': { type: 'DECIMAL(20)', key: 'n', lookedUp: rows / chunkRows + 1 },
};

for (const server of testServers()) {
  describe(`${server.name}: chunks of a key`, () => {
    for (const [title, { type, key, lookedUp }] of casesFor(server, Object.entries(shapes))) {
      it(`${title} hold every row once, and are not too large`, async () => {
        await using database = await createDatabase(server);
        for (const name of ['t', 't_gho']) await database.query(`CREATE TABLE ${name} (id ${type} PRIMARY KEY)`);
        await database.query(`INSERT INTO t WITH RECURSIVE numbers AS
            (SELECT 1 AS n UNION ALL SELECT n + 1 FROM numbers WHERE n < 1000)
          SELECT ${key} FROM (SELECT n + 1000 * t AS n FROM numbers CROSS JOIN
            (SELECT 0 AS t UNION ALL SELECT 1 UNION ALL SELECT 2) AS tens) AS numbered`);
        await using planned = await planTestCopy(database);
        const { plan, session } = planned;

        const chunker = new Chunker(plan.tables, plan.key.orderedHere);
        const expected = (await session.rows(raw('SELECT CAST(id AS CHAR) AS k0 FROM t ORDER BY id'))).map(({ k0 }) =>
          String(k0),
        );
        const last = BigInt(expected.at(-1) ?? 0);
        const found: string[] = [];
        let questions = 0;
        for (;;) {
          const asked = session.statementCount;
          const chunk = await chunker.claim(session, chunkRows);
          questions += session.statementCount - asked;
          if (chunk === null) break;
          assert.ok(chunk.number < 2 * (rows / chunkRows) + atTheEnds, 'gaps are walked');
          assert.ok(chunk.upTo === null || BigInt(chunk.upTo) <= last, 'it ends where there may be no such value');
          const keys = await session.rows(selectKeys(plan.tables, chunk));
          assert.ok(keys.length <= chunkRows, `chunk ${chunk.number} has ${keys.length} rows`);
          found.push(...keys.map(({ k0 }) => String(k0)));
          chunker.complete(chunk, keys.length);
        }
        assert.deepEqual(found, expected);
        assert.ok(questions <= lookedUp, `${questions} questions`);
      });
    }
  });
}

/** Only the server can compare texts of this collation. */
const keyTypes = ['INT', 'DECIMAL(20)', 'VARCHAR(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci'];

for (const server of testServers()) {
  for (const type of casesFor(server, keyTypes)) {
    it(`${server.name}: another chunker goes on behind the completed chunks of a key ${type}`, async () => {
      await using database = await createDatabase(server);
      for (const name of ['t', 't_gho']) await database.query(`CREATE TABLE ${name} (id ${type} PRIMARY KEY)`);
      await database.query(`INSERT INTO t WITH RECURSIVE numbers AS
        (SELECT 1 AS n UNION ALL SELECT n + 1 FROM numbers WHERE n < 1000) SELECT n FROM numbers`);
      await using planned = await planTestCopy(database);
      const { plan, session } = planned;
      const chunker = new Chunker(plan.tables, plan.key.orderedHere);
      const [first, second, third, fourth] = await claimFour(chunker, session);
      assert.equal(chunker.watermark, null);
      chunker.complete(second, 100);
      chunker.complete(fourth, 100);
      assert.equal(chunker.watermark, null, 'the first is not completed');
      chunker.complete(first, 100);
      assert.deepEqual(chunker.watermark, { upTo: second.upTo });
      const { watermark } = chunker;
      const next = new Chunker(plan.tables, plan.key.orderedHere, watermark);
      assert.deepEqual(next.watermark, watermark);
      assert.ok(watermark !== null);
      for (const [chunk, within] of [
        [first, true],
        [second, true],
        [fourth, false],
      ] as const) {
        assert.equal(await next.reachesInto(session, chunk, watermark), within, `chunk ${chunk.number}`);
      }
      assert.deepEqual(await next.claim(session, 100), { ...third, number: 0 });
      const done = new Chunker(plan.tables, plan.key.orderedHere, { upTo: null });
      assert.equal(done.isDone, true);
      assert.equal(await done.claim(session, 100), null);
    });
  }
}

async function claimFour(chunker: Chunker, session: Session): Promise<readonly [Chunk, Chunk, Chunk, Chunk]> {
  const [a, b, c, d] = [
    await chunker.claim(session, 100),
    await chunker.claim(session, 100),
    await chunker.claim(session, 100),
    await chunker.claim(session, 100),
  ];
  assert.ok(a !== null && b !== null && c !== null && d !== null);
  return [a, b, c, d];
}
