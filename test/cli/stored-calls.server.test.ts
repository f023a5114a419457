import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, describe, test } from 'node:test';
import { createDatabase, type Flavor, type TestDatabase, testServers } from '../support/servers/index.ts';
import { type CliRun, run } from './cli.ts';

/*
 * Stored functions write, and sequences count. A plan calls none of them, and refuses nothing because the place where it tries
 * statements has none; a migration calls them once.
 */

interface Called {
  readonly file: string;
  readonly on?: Flavor;
  /** How often `f` is called when it is run; `null` where that is for the server to say. */
  readonly calls: number | null;
}

const added = 'ALTER TABLE t ADD COLUMN w INT';
const shipped: readonly Called[] = [
  { file: 'UPDATE t SET v = f(5) WHERE id = f(1)', calls: null },
  { file: 'UPDATE t SET v = 1 WHERE id = `f` (1)', calls: null },
  { file: 'UPDATE t SET v = COALESCE(f(5), 2) WHERE id = 1', calls: 1 },
  { file: 'INSERT INTO t (id, v) VALUES (7, f(f(1)))', calls: 2 },
  { file: 'INSERT INTO t (id, v) SELECT 7, x.n FROM (SELECT f(1) AS n) AS x', calls: null },
  { file: 'DELETE FROM t WHERE id = f(9) + (SELECT COUNT(*) FROM f)', calls: null },
  { file: 'INSERT INTO f (id) VALUES (f(1))', calls: 1 },
  { file: `${added}; UPDATE t SET w = f(v) WHERE id = 1`, calls: 1 },
  { file: `${added}; INSERT INTO t (id, v, w) VALUES (7, f(1), 1)`, calls: 1 },
  { file: 'CREATE TABLE y (id INT PRIMARY KEY); INSERT INTO y (id) VALUES (f(3)), (4)', calls: 1 },
  { file: 'UPDATE t SET v = NEXTVAL(s) WHERE id = 1', on: 'mariadb', calls: 0 },
  { file: 'INSERT INTO t VALUES (NEXT VALUE FOR s + 10, 1)', on: 'mariadb', calls: 0 },
  { file: `${added}; INSERT INTO t VALUES (NEXTVAL(s) + 10, 1, 1)`, on: 'mariadb', calls: 0 },
  { file: `${added}; INSERT INTO t VALUES (NEXT VALUE FOR home.s + 10, 1, 1)`, on: 'mariadb', calls: 0 },
  { file: 'CREATE TABLE y (id INT PRIMARY KEY, a INT DEFAULT NEXTVAL(s))', on: 'mariadb', calls: 0 },
  {
    file: 'CREATE TABLE y (id INT PRIMARY KEY, a INT DEFAULT (NEXT VALUE FOR `s`)); INSERT INTO y (id) VALUES (1)',
    on: 'mariadb',
    calls: 0,
  },
  { file: `${added}; ALTER TABLE t ALTER COLUMN w SET DEFAULT NEXTVAL(s)`, on: 'mariadb', calls: 0 },
];

const refused: readonly (readonly [file: string, message: RegExp, on?: Flavor])[] = [
  [`${added}; UPDATE t SET w = nowhere(v) WHERE id = 1`, /nowhere/u],
  [`${added}; UPDATE t SET x = f(v) WHERE id = 1`, /Unknown column 'x'/u],
  ['CREATE TABLE y (id INT PRIMARY KEY, a INT DEFAULT NEXTVAL(nowhere))', /nowhere/u, 'mariadb'],
];

for (const server of testServers()) {
  describe(`what statements call on ${server.name}`, { timeout: 300_000 }, () => {
    let folder = '';
    let database: TestDatabase;
    before(async () => {
      database = await createDatabase(server);
      folder = await mkdtemp(join(tmpdir(), 'ghostship-calls-'));
      await mkdir(join(folder, 'migrations'));
    });
    after(async () => {
      await database[Symbol.asyncDispose]();
      await rm(folder, { recursive: true });
    });
    beforeEach(async () => {
      await database.query('DROP TABLE IF EXISTS y, u, t, t_del, f, log, ghostship_migrations');
      await database.query('DROP FUNCTION IF EXISTS f');
      await database.query('CREATE TABLE log (a INT)');
      await database.query('CREATE TABLE f (id INT PRIMARY KEY)');
      await database.query('CREATE TABLE u (id INT PRIMARY KEY)');
      await database.query('CREATE TABLE t (id INT PRIMARY KEY, v INT)');
      await database.query('INSERT INTO t VALUES (1, 1), (2, 2)');
      await database.query(
        'CREATE FUNCTION f(a INT) RETURNS INT DETERMINISTIC MODIFIES SQL DATA BEGIN INSERT INTO log VALUES (a); RETURN a; END',
      );
      if (server.flavor === 'mysql') return;
      await database.query('DROP SEQUENCE IF EXISTS s');
      await database.query('CREATE SEQUENCE s NOCACHE');
    });

    const ship = async (command: string, file: string): Promise<CliRun> => {
      await writeFile(join(folder, 'migrations/1.sql'), `${file.replaceAll('home.', `${database.name}.`)};\n`);
      return await run(folder, [command, '--target', database.url, '--data-statements', 'run']);
    };
    const calls = async (): Promise<number> => (await database.query('SELECT a FROM log')).length;
    const effects = async (): Promise<unknown> => ({
      calls: await calls(),
      numbers: server.flavor === 'mysql' ? [] : await database.query('SELECT next_not_cached_value FROM s'),
    });

    for (const { file, on = server.flavor, calls: expected } of shipped) {
      if (on !== server.flavor) continue;
      test(`${file}: is planned without a call, and ships`, async () => {
        const none = await effects();
        const plan = await ship('plan', file);
        assert.equal(plan.exitCode, 0, plan.stdout);
        assert.deepEqual(await effects(), none);
        if (/UPDATE|INSERT|DELETE/u.test(file) && !file.endsWith('VALUES (1)'))
          assert.match(plan.stdout, /A plan does not call [fs], so what that gives is not known/u);
        const migrate = await ship('migrate', file);
        assert.equal(migrate.exitCode, 0, migrate.stderr);
        if (expected !== null) assert.equal(await calls(), expected);
      });
    }

    for (const [file, message, on = server.flavor] of refused) {
      if (on !== server.flavor) continue;
      test(`${file}: is refused for what is true`, async () => {
        const plan = await ship('plan', file);
        assert.equal(plan.exitCode, 1, plan.stdout);
        assert.match(plan.stdout, message);
        assert.equal(await calls(), 0);
      });
    }
  });
}
