import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { run } from '../cli/cli.ts';
import {
  casesFor,
  createDatabase,
  query,
  type RunningServer,
  releaseOf,
  startServer,
} from '../support/servers/index.ts';

/* What a copy computes has the value that the server's own ALTER would compute, whatever the server's time zone. */

interface Case {
  readonly what: string;
  /** Besides the usual ones. */
  readonly columns?: string;
  readonly change: string;
  /** A question whose answer depends on an index. */
  readonly asks?: string;
  readonly only?: 'mysql' | 'mariadb';
}

const usual = 'id INT NOT NULL PRIMARY KEY, ts TIMESTAMP NULL, dt DATETIME NULL, n INT NOT NULL';
const other = 'MODIFY n BIGINT NOT NULL';

const cases: readonly Case[] = [
  { what: 'a default from an instant', change: 'ADD z DATETIME NOT NULL DEFAULT (FROM_UNIXTIME(1600000000))' },
  { what: 'a default that is an instant', change: "ADD z INT NOT NULL DEFAULT (UNIX_TIMESTAMP('2020-01-01'))" },
  { what: 'the hour of the statement', change: 'ADD z TIME NOT NULL DEFAULT (SEC_TO_TIME(HOUR(CURRENT_TIME) * 3600))' },
  { what: 'an instant from a column', change: 'ADD z TIMESTAMP NULL DEFAULT (dt)', only: 'mysql' },
  { what: 'a column that is stored', columns: 'g INT AS (HOUR(ts)) STORED', change: other, only: 'mysql' },
  { what: 'a new column that is stored', change: 'ADD g DATE AS (DATE(ts)) STORED', only: 'mysql' },
  {
    what: 'a column that only its index stores',
    columns: 'g INT AS (HOUR(ts)) VIRTUAL, KEY by_g (g)',
    change: other,
    asks: 'SELECT id FROM § FORCE INDEX (by_g) WHERE g IN (1, 5, 23) ORDER BY id',
    only: 'mysql',
  },
  {
    what: 'an index of an expression',
    columns: 'KEY by_hour ((HOUR(ts)))',
    change: other,
    asks: 'SELECT id FROM § FORCE INDEX (by_hour) WHERE HOUR(ts) IN (1, 5, 23) ORDER BY id',
    only: 'mysql',
  },
  { what: 'a check', columns: 'CHECK (HOUR(ts) IN (1, 5, 23))', change: other },
  { what: 'a new check', change: 'ADD CHECK (HOUR(ts) IN (1, 5, 23))' },
  { what: 'a check of a column', change: 'ADD z INT CHECK (HOUR(ts) IN (1, 5, 23))', only: 'mariadb' },
  { what: 'a time from an instant', change: 'MODIFY ts DATETIME NULL' },
  { what: 'an instant from a time', change: 'MODIFY dt TIMESTAMP NULL' },
  { what: 'nothing that depends on it', change: other },
];

for (const name of ['mysql-9.7', 'mariadb-10.11'] as const) {
  describe(`in another time zone, on ${name}`, { timeout: 300_000 }, () => {
    let server: RunningServer;
    before(async () => {
      server = await startServer({ name });
      await query(server, "SET GLOBAL time_zone = '+05:30'");
    });
    after(() => server[Symbol.asyncDispose]());
    it('a key of instants is refused, and another key is taken where there is one', () => keyOfInstants(server));
    for (const one of casesFor(releaseOf(name), cases, ({ only }) => only)) it(one.what, () => expectSame(server, one));
  });
}

/** In a zone where an hour comes twice such keys have no order. */
async function keyOfInstants(server: RunningServer): Promise<void> {
  await using database = await createDatabase(server);
  await database.query(
    'CREATE TABLE t (id INT NOT NULL, ts TIMESTAMP NOT NULL, PRIMARY KEY (id, ts), CHECK (HOUR(ts) < 24))',
  );
  await database.query("INSERT INTO t VALUES (1, '2020-01-01 02:00:00')");
  const migrate = () =>
    run(import.meta.dirname, [
      'migrate',
      '--target',
      database.url,
      '--algorithm',
      'copy',
      '--alter',
      'ALTER TABLE t ADD z INT',
    ]);
  const refused = await migrate();
  assert.equal(refused.exitCode, 1, refused.stderr);
  assert.match(
    refused.stderr,
    /The migration key PRIMARY has a TIMESTAMP[\s\S]*Give the table a unique key without a TIMESTAMP/u,
  );
  await database.query('ALTER TABLE t ADD UNIQUE (id)');
  const done = await migrate();
  assert.equal(done.exitCode, 0, done.stderr);
}

async function expectSame(server: RunningServer, { columns, change, asks }: Case): Promise<void> {
  await using database = await createDatabase(server);
  const session = await database.connect();
  try {
    for (const table of ['control', 'copied']) {
      await session.query(`CREATE TABLE ${table} (${usual}${columns === undefined ? '' : `, ${columns}`})`);
      await session.query(
        `INSERT INTO ${table} (id, ts, dt, n) VALUES (1, '2020-01-01 01:10:00', '2020-03-04 22:00:00', 7),
          (2, '2020-01-01 05:10:00', NULL, 8), (3, '2020-01-01 23:10:00', '2020-03-04 02:00:00', 9), (4, NULL, NULL, 9)`,
      );
    }
    await session.query(`ALTER TABLE control ${change}, ALGORITHM=COPY`);
    const args = ['--target', database.url, '--algorithm', 'copy', '--alter', `ALTER TABLE copied ${change}`];
    const { exitCode, stdout, stderr } = await run(import.meta.dirname, ['migrate', ...args]);
    assert.equal(exitCode, 0, `${stdout}${stderr}`);
    const answer = async (question: string, table: string): Promise<unknown> =>
      (await session.query(question.replaceAll('§', table)))[0];
    for (const question of ['SELECT * FROM § ORDER BY id', ...(asks === undefined ? [] : [asks])])
      assert.deepEqual(await answer(question, 'copied'), await answer(question, 'control'), question);
  } finally {
    await session.end();
  }
}
