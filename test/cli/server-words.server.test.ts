import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, describe, test } from 'node:test';
import { casesFor, createDatabase, type TestDatabase, testServers } from '../support/servers/index.ts';
import { type CliRun, run } from './cli.ts';

/* What the server says is told in the user's names, with the hint that helps. */

/** Columns, rows, and what is refused for them. */
const misfits: readonly (readonly [what: string, columns: string, rows: string, alter: string])[] = [
  ['a column that is not there', 'n INT', '(1, 1)', 'MODIFY nope INT'],
  ['an index that is not there', 'n INT', '(1, 1)', 'RENAME INDEX nope TO no'],
  ['a value that does not fit', 'v VARCHAR(9)', "(1, 'x')", 'MODIFY v TIME'],
  ['a duplicate', 'n INT', '(1, 2), (2, 2)', 'ADD COLUMN h INT AS (n * 2) STORED, ADD UNIQUE KEY u (h)'],
  ['a check', 'n INT', '(1, 2)', 'ADD COLUMN h INT AS (n * 2) STORED, ADD CHECK (h > 9)'],
];

for (const server of testServers()) {
  describe(`words of the server on ${server.name}`, { timeout: 300_000 }, () => {
    const isMysql = server.flavor === 'mysql';
    let folder = '';
    let database: TestDatabase;
    before(async () => {
      folder = await mkdtemp(join(tmpdir(), 'ghostship-words-'));
      database = await createDatabase(server);
    });
    beforeEach(() => database.query('DROP TABLE IF EXISTS ost_ticket, ost_ticket_del, ghostship_migrations'));
    after(async () => {
      await database[Symbol.asyncDispose]();
      await rm(folder, { recursive: true });
    });

    const create = async (columns: string, rows: string, rest = ''): Promise<void> => {
      await database.query(`CREATE TABLE ost_ticket (id INT PRIMARY KEY, ${columns}) ${rest}`);
      const session = await database.connect();
      await session.query("SET SESSION sql_mode = ''");
      await session.query(`INSERT INTO ost_ticket VALUES ${rows}`);
    };
    const ghostship = (command: 'plan' | 'migrate', alter: string, ...flags: string[]): Promise<CliRun> =>
      run(folder, [command, '--target', database.url, '--alter', `ALTER TABLE ost_ticket ${alter}`, ...flags]);

    for (const [what, columns, rows, alter] of casesFor(server, misfits)) {
      test(`its errors name the table: ${what}`, async () => {
        await create(columns, rows);
        for (const command of ['plan', 'migrate'] as const) {
          const { stdout, stderr } = await ghostship(command, alter, '--algorithm', 'copy');
          assert.doesNotMatch(stdout + stderr, /ost_ticket_gh|#sql/u, command);
        }
        const { exitCode, stderr } = await ghostship('migrate', alter, '--algorithm', 'copy');
        assert.equal(exitCode, 1);
        assert.match(stderr, /\[(?:data-does-not-fit|duplicate-rows|invalid-statement)\]/u);
      });
    }

    test('duplicates that only the copy finds are duplicates', async () => {
      await create('n INT', '(1, 2), (2, 3)');
      const key = isMysql
        ? 'ADD UNIQUE KEY u ((n DIV 2))'
        : 'ADD COLUMN h INT AS (n DIV 2) VIRTUAL, ADD UNIQUE KEY u (h)';
      const { exitCode, stderr } = await ghostship('migrate', key, '--algorithm', 'copy');
      assert.equal(exitCode, 1);
      assert.match(stderr, /\[duplicate-rows\]/u);
    });

    test('a way that the server refuses is followed by the next one', { skip: !isMysql }, async () => {
      const wide = Array.from({ length: 60 }, (_, index) => `c${index} VARCHAR(255)`);
      await create(wide.join(), `(1${', NULL'.repeat(60)})`, 'CHARSET = latin1');
      const { exitCode, stderr } = await ghostship('migrate', 'ADD COLUMN z VARCHAR(255)');
      assert.equal(exitCode, 0, stderr);
    });

    test('zero dates in columns that do not change: the hint names what keeps them', { skip: !isMysql }, async () => {
      await create('n INT, d DATETIME NULL', "(1, 1, '0000-00-00')");
      const { stderr } = await ghostship('migrate', 'MODIFY n BIGINT', '--algorithm', 'copy');
      assert.match(stderr, /zero-dates in the option allow/u);
      const allowed = await ghostship('migrate', 'MODIFY n BIGINT', '--algorithm', 'copy', '--allow', 'zero-dates');
      assert.equal(allowed.exitCode, 0, allowed.stderr);
    });

    test('zero dates that are converted: the hint names what keeps them', { skip: !isMysql }, async () => {
      await create('d DATETIME NULL', "(1, '0000-00-00')");
      for (const command of ['plan', 'migrate'] as const) {
        const { exitCode, stdout, stderr } = await ghostship(command, 'MODIFY d DATETIME(3) NULL');
        assert.equal(exitCode, 1);
        assert.match(stdout + stderr, /zero-dates in the option allow/u);
      }
      const allowed = await ghostship('migrate', 'MODIFY d DATETIME(3) NULL', '--allow', 'zero-dates');
      assert.equal(allowed.exitCode, 0, allowed.stderr);
    });

    test('a default that is a zero date: the hint names what keeps it', { skip: !isMysql }, async () => {
      const session = await database.connect();
      await session.query("SET SESSION sql_mode = ''");
      await session.query("CREATE TABLE ost_ticket (id INT PRIMARY KEY, d DATETIME NOT NULL DEFAULT '0000-00-00')");
      for (const command of ['plan', 'migrate'] as const) {
        const { exitCode, stdout, stderr } = await ghostship(command, 'ADD COLUMN n INT');
        assert.equal(exitCode, 1);
        assert.match(stdout + stderr, /zero-dates in the option allow/u);
      }
      const allowed = await ghostship('migrate', 'ADD COLUMN n INT', '--allow', 'zero-dates');
      assert.equal(allowed.exitCode, 0, allowed.stderr);
    });

    for (const column of casesFor(server, [
      "p VARCHAR(3) NOT NULL DEFAULT 'far too long'",
      "p INT NOT NULL DEFAULT 'x'",
    ]))
      test(`a wrong default that is no date, ${column}: the hint is not about dates`, async () => {
        await create('n INT, d DATE NULL', '(1, 1, NULL)');
        const { exitCode, stdout, stderr } = await ghostship('plan', `ADD COLUMN ${column}`);
        assert.equal(exitCode, 1);
        assert.match(stdout + stderr, /Invalid default value for 'p'/u);
        assert.doesNotMatch(stdout + stderr, /zero/u);
      });

    test('a new date that has no value to begin with', { skip: !isMysql }, async () => {
      await create('n INT', '(1, 1)');
      const alter = 'ADD COLUMN modified_time DATETIME NOT NULL, MODIFY n BIGINT';
      for (const command of ['plan', 'migrate'] as const) {
        const { exitCode, stdout, stderr } = await ghostship(command, alter);
        assert.equal(exitCode, 1);
        assert.match(stdout + stderr, /modified_time has no value to begin with/u, command);
        assert.match(stdout + stderr, /zero-dates in the option allow/u, command);
      }
      const allowed = await ghostship('migrate', alter, '--allow', 'zero-dates');
      assert.equal(allowed.exitCode, 0, allowed.stderr);
      const [row] = await database.query('SELECT CAST(modified_time AS CHAR) AS it FROM ost_ticket');
      assert.equal(row?.it, '0000-00-00 00:00:00');
    });
  });
}
