import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { planStatement } from '../../src/engine/plan/plan.ts';
import { parseTarget } from '../../src/mysql/target.ts';
import { casesFor, createDatabase, type TestDatabase, testServers } from '../support/servers/index.ts';

/* Whatever asks whether the server may copy a table itself, the same tables are small. */

/** What it takes each time: columns besides `id INT NOT NULL` and `v`, the statement, and what comes of it. */
const questions: readonly (readonly [string, string, string, small: string, large: string])[] = [
  ['a table without a key', '', 'ALTER TABLE t ADD PRIMARY KEY (id)', 'direct', 'no-migration-key'],
  [
    'a new foreign key',
    ', p INT, PRIMARY KEY (id), KEY (p)',
    'ALTER TABLE t ADD CONSTRAINT t_p FOREIGN KEY (p) REFERENCES parent (id)',
    'direct',
    'inplace',
  ],
  [
    'foreign keys that nothing is said of',
    ', p INT, PRIMARY KEY (id), FOREIGN KEY (p) REFERENCES parent (id)',
    'ALTER TABLE t MODIFY id BIGINT',
    'direct',
    'unsupported-table',
  ],
];

const sizes: readonly (readonly [string, type: string, rows: number, bytes: number, isSmall: boolean])[] = [
  ['10,000 rows', 'VARCHAR(20)', 10_000, 5, true],
  ['10,001 rows', 'VARCHAR(20)', 10_001, 5, false],
  ['15 MiB of text', 'TEXT', 400, 39_000, true],
  ['17 MiB of text', 'TEXT', 400, 45_000, false],
  ['17 MiB in a VARCHAR', 'VARCHAR(16000)', 1_200, 15_000, false],
];

for (const server of testServers()) {
  describe(`the server is to copy on ${server.name}`, { concurrency: 1, timeout: 180_000 }, () => {
    let database: TestDatabase;
    before(async () => {
      database = await createDatabase(server);
      await database.query('CREATE TABLE parent (id INT PRIMARY KEY)');
    });
    after(() => database[Symbol.asyncDispose]());

    for (const [size, type, rows, bytes, isSmall] of casesFor(server, sizes)) {
      for (const [question, columns, statement, small, large] of questions) {
        it(`${question}: ${size}`, async () => {
          await database.query('DROP TABLE IF EXISTS t');
          await database.query(`CREATE TABLE t (id INT NOT NULL, v ${type}${columns}) CHARSET = latin1`);
          for (let low = 0; low < rows; low += 1_000) {
            const ids = Array.from({ length: Math.min(1_000, rows - low) }, (_, index) => low + index);
            await database.query(
              `INSERT INTO t (id, v) VALUES ${ids.map((id) => `(${id}, REPEAT('v', ${bytes}))`).join()}`,
            );
          }
          assert.equal(await planned(database, statement), isSmall ? small : large);
        });
      }
    }
  });
}

/** @returns the algorithm, or the code of the refusal */
async function planned({ url }: TestDatabase, statement: string): Promise<unknown> {
  const options = {
    triggers: 'refuse',
    foreignKeys: 'refuse',
    allow: [],
    indexes: 'auto',
    algorithm: 'auto',
    retired: 'drop',
  } as const;
  const request = { target: parseTarget(url, null), replica: null, file: null, line: 1, statement, options };
  return await planStatement(request, new AbortController().signal).then(
    ({ algorithm }) => algorithm,
    ({ code }: { code: string }) => code,
  );
}
