import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, describe, test } from 'node:test';
import {
  casesFor,
  createDatabase,
  query,
  type RunningServer,
  serverNames,
  startServer,
  type TestDatabase,
  testServers,
} from '../support/servers/index.ts';
import { waitFor } from '../support/wait-for.ts';
import { type CliRun, readJson, run, start } from './cli.ts';

/* Rows are changed once, all of a statement or none, and only where whoever decides for the run has said so. */

/** A statement, and what `SELECT id, n FROM t` gives afterwards. */
const changes: readonly (readonly [statement: string, rows: string])[] = [
  ['UPDATE t SET n = n + 1 WHERE id = 1', '1:2 2:1 3:1'],
  ['UPDATE t JOIN u ON t.id = u.id SET t.n = u.n', '1:1 2:7 3:1'],
  ['UPDATE t, u SET t.n = u.n WHERE t.id = u.id', '1:1 2:7 3:1'],
  ['INSERT INTO t (id, n) VALUES (4, 4), (5, 5)', '1:1 2:1 3:1 4:4 5:5'],
  ['INSERT INTO t SET id = 4, n = 4', '1:1 2:1 3:1 4:4'],
  ['INSERT INTO t (id, n) SELECT id + 10, n FROM u', '1:1 2:1 3:1 12:7'],
  ['INSERT INTO t VALUES (2, 9) ON DUPLICATE KEY UPDATE n = 8', '1:1 2:8 3:1'],
  ['INSERT IGNORE INTO t VALUES (2, 9), (4, 9)', '1:1 2:1 3:1 4:9'],
  ['DELETE FROM t WHERE id > 1', '1:1'],
  ['DELETE t FROM t JOIN u ON t.id = u.id', '1:1 3:1'],
  ['DELETE FROM x USING t AS x INNER JOIN u ON x.id = u.id', '1:1 3:1'],
];

for (const server of testServers()) {
  describe(`statements that change rows on ${server.name}`, { timeout: 300_000 }, () => {
    let folder = '';
    let database: TestDatabase;
    before(async () => {
      database = await createDatabase(server);
    });
    after(() => database[Symbol.asyncDispose]());
    beforeEach(async () => {
      if (folder !== '') await rm(folder, { recursive: true });
      folder = await mkdtemp(join(tmpdir(), 'ghostship-data-'));
      await mkdir(join(folder, 'migrations'));
      await database.query('DROP VIEW IF EXISTS v');
      await database.query('DROP TABLE IF EXISTS u, t, m, big, fresh, ghostship_migrations');
      await database.query('CREATE TABLE t (id INT PRIMARY KEY, n INT NOT NULL)');
      await database.query('INSERT INTO t VALUES (1, 1), (2, 1), (3, 1)');
      await database.query('CREATE TABLE u (id INT PRIMARY KEY, n INT)');
      await database.query('INSERT INTO u VALUES (2, 7)');
    });
    after(() => rm(folder, { recursive: true }));

    const ship = (command: string, ...flags: string[]): Promise<CliRun> =>
      run(folder, [command, '--target', database.url, ...flags]);
    const write = (text: string, path = 'migrations/1.sql'): Promise<void> =>
      writeFile(join(folder, path), `${text};\n`);
    const rows = async (): Promise<string> =>
      (await database.query('SELECT id, n FROM t ORDER BY id'))
        .map(({ id, n }) => `${Number(id)}:${Number(n)}`)
        .join(' ');
    const data = ['--data-statements', 'run'];
    const refused = async (code: string, message: RegExp, ...flags: string[]): Promise<void> => {
      const before = await rows();
      const plan = await ship('plan', ...flags);
      assert.equal(plan.exitCode, 1, plan.stdout);
      assert.match(plan.stdout, message);
      const migrate = await ship('migrate', ...flags);
      assert.equal(migrate.exitCode, 1, migrate.stdout);
      assert.match(migrate.stderr, message);
      assert.match(migrate.stderr, new RegExp(`\\[${code}\\]`, 'u'));
      assert.equal(await rows(), before);
    };

    for (const [statement, expected] of casesFor(server, changes)) {
      test(`${statement}: refused, run once where that is allowed, and never again`, async () => {
        await write(statement);
        await refused('statement-not-allowed', /data-statements: run/u);
        assert.equal((await ship('lint')).exitCode, 1);
        const plan = await ship('plan', ...data);
        assert.equal(plan.exitCode, 0, plan.stdout);
        assert.match(plan.stdout, /examines about \d+ rows?/u);
        const migrate = await ship('migrate', ...data, '--json', 'out.json');
        assert.equal(migrate.exitCode, 0, migrate.stderr);
        assert.partialDeepStrictEqual(await readJson(folder, 'out.json'), {
          migrations: [{ algorithm: 'direct', tableState: 'changed', table: 't' }],
        });
        assert.equal(await rows(), expected);
        assert.match((await ship('migrate', ...data)).stdout, /Nothing to do/u);
        assert.equal(await rows(), expected);
      });
    }

    test('the config file allows it too, and a comment in the file does not', async () => {
      await write('-- lint:ignore unsupported-statement -- it is only one row\nUPDATE t SET n = 2 WHERE id = 1');
      await refused('statement-not-allowed', /data-statements: run/u, '--allow', 'unsupported-statement');
      await mkdir(join(folder, '.github'));
      await writeFile(join(folder, '.github/ghostship.yml'), 'data-statements: run');
      await write('UPDATE t SET n = 2 WHERE id = 1');
      assert.equal((await ship('migrate')).exitCode, 0);
      assert.equal(await rows(), '1:2 2:1 3:1');
    });

    test('it may follow the statements it needs', async () => {
      await write('CREATE TABLE fresh (id INT PRIMARY KEY); INSERT INTO fresh VALUES (1); UPDATE t, fresh SET t.n = 5');
      assert.equal((await ship('plan', ...data)).exitCode, 0);
      const { exitCode, stderr } = await ship('migrate', ...data);
      assert.equal(exitCode, 0, stderr);
      assert.equal(await rows(), '1:5 2:5 3:5');
    });

    test('what mysqldump writes around rows is passed over', async () => {
      await write(`SELECT 'rows of t' AS message;
LOCK TABLES \`t\` WRITE;
/*!40000 ALTER TABLE \`t\` DISABLE KEYS */;
INSERT INTO \`t\` VALUES (4, 4), (5, 5);
/*!40000 INSERT INTO \`t\` VALUES (6, 6) */;
/*!40000 ALTER TABLE \`t\` ENABLE KEYS */;
UNLOCK TABLES`);
      for (const command of ['lint', 'plan', 'migrate']) {
        const { exitCode, stdout, stderr } = await ship(command, ...data);
        assert.equal(exitCode, 0, stdout + stderr);
        assert.match(stdout, /Passed over: migrations\/1\.sql:1 to 3 \(SELECT, LOCK TABLES, ALTER TABLE … KEYS\)/u);
      }
      assert.equal(await rows(), '1:1 2:1 3:1 4:4 5:5 6:6');
    });

    test('what is refused whatever is allowed', async () => {
      await database.query('CREATE TABLE m (id INT PRIMARY KEY) ENGINE=MyISAM');
      await database.query('CREATE VIEW v AS SELECT * FROM t');
      const wrong: readonly (readonly [string, string, RegExp])[] = [
        ['REPLACE INTO t VALUES (1, 2)', 'unsupported-statement', /REPLACE/u],
        ["LOAD DATA INFILE '/tmp/x' INTO TABLE t", 'unsupported-statement', /LOAD/u],
        ['INSERT INTO t SELECT 5, 5 FROM mysql.user', 'statement-not-allowed', /mysql\.user/u],
        ['UPDATE t SET n = (SELECT COUNT(*) FROM mysql.user)', 'statement-not-allowed', /mysql\.user/u],
        ['UPDATE nobody SET n = 1', 'unknown-table', /no table nobody/u],
        ['UPDATE v SET n = 1', 'unsupported-table', /v is a view/u],
        ['INSERT INTO m VALUES (1)', 'unsupported-table', /m is not InnoDB/u],
        ['DELETE FROM ghostship_migrations', 'unsupported-table', /is the ledger/u],
        ['UPDATE t SET nothing = 1', 'invalid-statement', /nothing/u],
      ];
      for (const [statement, code, message] of wrong) {
        await write(statement);
        await refused(code, message, ...data);
      }
    });

    test('what examines more rows than the limit is refused, and ranges of the key are the way', async () => {
      await database.query('CREATE TABLE big (id INT PRIMARY KEY, n INT)');
      await database.query(`INSERT INTO big VALUES ${Array.from({ length: 1000 }, (_, id) => `(${id}, 0)`).join()}`);
      await database.query('ANALYZE TABLE big');
      const limit = [...data, '--max-data-rows', '600'];
      for (const statement of [
        'UPDATE big SET n = 1',
        'DELETE FROM big',
        'INSERT INTO t SELECT id + 10, n FROM big',
        'UPDATE t JOIN big ON t.n < big.n + 1 SET t.n = 3',
        'UPDATE t SET n = (SELECT MAX(id) FROM big WHERE big.n = t.n)',
        `INSERT INTO t VALUES ${Array.from({ length: 601 }, (_, id) => `(${id + 10}, 0)`).join()}`,
      ]) {
        await write(statement);
        await refused('statement-not-allowed', /more than the 600[\s\S]*ranges of the key/u, ...limit);
      }
      await write('UPDATE big SET n = 1 WHERE id < 500; UPDATE big SET n = 1 WHERE id >= 500');
      const { exitCode, stderr } = await ship('migrate', ...limit);
      assert.equal(exitCode, 0, stderr);
      assert.deepEqual(await database.query('SELECT COUNT(*) AS n FROM big WHERE n = 1'), [{ n: 1000 }]);
    });

    test('what fails changes nothing, and may be corrected', async () => {
      await write('INSERT INTO t VALUES (9, 9), (1, 1)');
      const { exitCode, stderr } = await ship('migrate', ...data);
      assert.equal(exitCode, 1);
      assert.match(stderr, /Duplicate entry[\s\S]*\[invalid-statement\]/u);
      assert.equal(await rows(), '1:1 2:1 3:1');
      await write('INSERT INTO t VALUES (9, 9)');
      assert.equal((await ship('migrate', ...data)).exitCode, 0);
      assert.equal(await rows(), '1:1 2:1 3:1 9:9');
    });

    test('foreign keys bind as they bind a person', async () => {
      await database.query('ALTER TABLE u ADD FOREIGN KEY (id) REFERENCES t (id)');
      await write('DELETE FROM t WHERE id = 2');
      const { exitCode, stderr } = await ship('migrate', ...data);
      assert.equal(exitCode, 1);
      assert.match(stderr, /foreign key/u);
    });

    test('a run that is killed while it waits leaves nothing, and the next one runs it once', async () => {
      await write('UPDATE t SET n = n + 1');
      const blocker = await database.connect();
      await blocker.query('START TRANSACTION');
      await blocker.query('SELECT * FROM t WHERE id = 3 FOR UPDATE');
      const running = start(folder, ['migrate', '--target', database.url, ...data, '--lock-budget', '30s']);
      await waitFor(isUpdating, { timeoutMs: 30_000, what: 'the statement' });
      running.kill('SIGKILL');
      await running.ended;
      await blocker.end();
      await waitFor(async () => !(await isUpdating()), { timeoutMs: 30_000, what: 'the server to end it' });
      assert.equal((await ship('migrate', ...data)).exitCode, 0);
      assert.equal(await rows(), '1:2 2:2 3:2');
    });

    test('a connection that breaks is looked after, and the statement is run once', async () => {
      await write('UPDATE t SET n = n + 1');
      const blocker = await database.connect();
      await blocker.query('START TRANSACTION');
      await blocker.query('SELECT * FROM t WHERE id = 3 FOR UPDATE');
      const running = ship('migrate', ...data, '--lock-budget', '30s');
      const id = await waitFor(isUpdating, { timeoutMs: 30_000, what: 'the statement' });
      await database.query(`KILL ${id}`);
      await blocker.end();
      const { exitCode, stderr } = await running;
      assert.equal(exitCode, 0, stderr);
      assert.equal(await rows(), '1:2 2:2 3:2');
    });

    test('two runs at the same time run it once', async () => {
      await write('UPDATE t SET n = n + 1');
      const blocker = await database.connect();
      await blocker.query('START TRANSACTION');
      await blocker.query('SELECT * FROM t WHERE id = 3 FOR UPDATE');
      const args = ['migrate', '--target', database.url, ...data, '--lock-budget', '30s'];
      const runs = [start(folder, args), start(folder, args)];
      await waitFor(isUpdating, { timeoutMs: 30_000, what: 'the statement' });
      const early = Promise.race(runs.map(({ ended }) => ended)).then(({ stderr }) =>
        assert.fail(`one ended: ${stderr}`),
      );
      early.catch(() => {});
      const isThere = async (): Promise<boolean> => (await processes(/FOR UPDATE$|ghostship_migrations/u)).length > 0;
      const other = waitFor(isThere, { timeoutMs: 30_000, what: 'the other run' });
      try {
        await Promise.race([other, early]);
      } finally {
        await blocker.end();
      }
      for (const { ended } of runs) assert.equal((await ended).exitCode, 0);
      assert.equal(await rows(), '1:2 2:2 3:2');
    });

    test('a row that is in use is waited for, a moment at a time', async () => {
      await write('UPDATE t SET n = 4');
      const blocker = await database.connect();
      await blocker.query('START TRANSACTION');
      await blocker.query('SELECT * FROM t WHERE id = 3 FOR UPDATE');
      const running = ship('migrate', ...data, '--lock-budget', '1s');
      await waitFor(isUpdating, { timeoutMs: 30_000, what: 'the first attempt' });
      await waitFor(async () => !(await isUpdating()), { timeoutMs: 30_000, what: 'the pause' });
      // In the pause no row is locked.
      await database.query('UPDATE t SET n = 3 WHERE id = 1');
      await blocker.end();
      assert.equal((await running).exitCode, 0);
      assert.equal(await rows(), '1:4 2:4 3:4');
    });

    async function isUpdating(): Promise<number> {
      const [id = 0] = await processes(/^UPDATE t /u);
      return id;
    }

    async function processes(statement: RegExp): Promise<number[]> {
      const found = await database.query('SHOW PROCESSLIST');
      return found
        .filter((row) => row.db === database.name && statement.test(String(row.Info)))
        .map((row) => Number(row.Id));
    }
  });

  test(`text is read as ${server.name} reads it`, { timeout: 200_000 }, async () => {
    const name = serverNames.find((one) => one.startsWith(server.name));
    assert.ok(name !== undefined);
    const folder = await mkdtemp(join(tmpdir(), 'ghostship-quotes-'));
    await using own = await startServer({ name });
    for (const mode of ['ANSI_QUOTES', 'NO_BACKSLASH_ESCAPES', 'ANSI_QUOTES,NO_BACKSLASH_ESCAPES', '']) {
      await query(own, `SET GLOBAL sql_mode = 'STRICT_ALL_TABLES,${mode}'`);
      for (const statement of quoted) {
        const [theirs, ours] = [await quotedTable(own), await quotedTable(own)];
        const refusal = await theirs.query(statement).then(
          () => null,
          (error: Error) => error.message,
        );
        const args = ['migrate', '--target', ours.url, '--data-statements', 'run', '--alter', statement];
        const { exitCode, stdout, stderr } = await run(folder, args);
        assert.equal(exitCode, refusal === null ? 0 : 1, `${mode}: ${statement}: ${refusal}\n${stdout}${stderr}`);
        const rows = 'SELECT id, s FROM t ORDER BY id';
        assert.deepEqual(await ours.query(rows), await theirs.query(rows), `${mode}: ${statement}`);
        for (const database of [theirs, ours]) await database[Symbol.asyncDispose]();
      }
    }
    await using database = await quotedTable(own);
    const other = 'UPDATE t SET s = (SELECT MAX("User") FROM mysql.user)';
    for (const command of ['plan', 'migrate']) {
      const args = [command, '--target', database.url, '--data-statements', 'run', '--alter', other];
      const { exitCode, stdout, stderr } = await run(folder, args);
      assert.equal(exitCode, 1, stdout);
      assert.match(stdout + stderr, /mysql\.user/u);
    }
    await rm(folder, { recursive: true });
  });
}

/** What each of these means, or whether it means anything, is a matter of the mode. */
const quoted = [
  'UPDATE t SET s = "id"',
  'UPDATE "t" SET "s" = \'x\' WHERE "id" = 1',
  String.raw`UPDATE t SET s = 'c:\'`,
  String.raw`INSERT INTO t VALUES (3, 'it''s \'), (4, 'b\\')`,
  String.raw`INSERT INTO t VALUES (3, '\'), (4, ''); -- ')`,
  String.raw`DELETE FROM t WHERE s = 'a\\b' OR s = "a\\b"`,
  String.raw`UPDATE t SET s = "it's \"" WHERE id = 1`,
];

async function quotedTable(server: RunningServer): Promise<TestDatabase> {
  const database = await createDatabase(server);
  await database.query('CREATE TABLE t (id INT PRIMARY KEY, s VARCHAR(50))');
  await database.query("INSERT INTO t VALUES (1, 'a'), (2, CONCAT('a', CHAR(92 USING utf8mb4), 'b'))");
  return database;
}
