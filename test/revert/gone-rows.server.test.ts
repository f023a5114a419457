import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { run } from '../cli/cli.ts';
import { statements as s } from '../faults/support/statements.ts';
import { endXa, prepareXa } from '../support/prepared-xa.ts';
import { seededRandom, seedFor } from '../support/random.ts';
import { casesFor, createDatabase, type TestDatabase, type TestServer, testServers } from '../support/servers/index.ts';
import { die, type Moment, takesTheTable } from './support/die.ts';
import { untilOldEnough } from './support/old-enough.ts';
import { expectSameRows, openScene } from './support/scene.ts';

/* A row that was deleted takes its values with it: the row that has its key now must not get them. */

interface Case {
  readonly create?: readonly string[];
  readonly meanwhile: readonly string[];
  /** Prepared, and ended, after the statements. */
  readonly xa?: {
    readonly statements: readonly string[];
    readonly end: 'COMMIT' | 'ROLLBACK';
    readonly afterwards?: string;
  };
  /** Key, `a` and `k` of each row afterwards. */
  readonly rows: readonly (readonly unknown[])[];
  readonly says?: RegExp;
}

const numbers = [
  'CREATE TABLE t (id INT PRIMARY KEY, a INT, k INT DEFAULT 9)',
  'INSERT INTO t VALUES (1, 1, 101), (2, 2, 102), (3, 3, 103)',
];

const texts = [
  'CREATE TABLE t (id VARCHAR(20) PRIMARY KEY, a INT, k INT DEFAULT 9) DEFAULT CHARSET=utf8mb4',
  "INSERT INTO t VALUES ('a', 1, 101), ('b', 2, 102), ('c', 3, 103)",
];

const numbered = Array.from({ length: 800 }, (_, n) => n + 1000);

const again = ['DELETE FROM t WHERE id = 2', 'INSERT INTO t VALUES (2, 20)'];
const oneMoved = /1 time a row got another key since .* has the default in k/u;

const cases: Readonly<Record<string, Case>> = {
  'deleted and inserted again': {
    meanwhile: again,
    rows: [
      [1, 1, 101],
      [2, 20, 9],
      [3, 3, 103],
    ],
  },
  'deleted and inserted again with the same content': {
    meanwhile: ['DELETE FROM t', 'INSERT INTO t VALUES (3, 3), (2, 2)'],
    rows: [
      [2, 2, 9],
      [3, 3, 9],
    ],
  },
  'deleted and inserted again, and changed then': {
    meanwhile: [...again, 'UPDATE t SET a = 21'],
    rows: [
      [1, 21, 101],
      [2, 21, 9],
      [3, 21, 103],
    ],
  },
  'in one transaction': {
    meanwhile: ['BEGIN', ...again, 'COMMIT', 'BEGIN', 'DELETE FROM t WHERE id = 3', 'ROLLBACK'],
    rows: [
      [1, 1, 101],
      [2, 20, 9],
      [3, 3, 103],
    ],
  },
  'in an XA transaction': {
    meanwhile: [],
    xa: { statements: again, end: 'COMMIT' },
    rows: [
      [1, 1, 101],
      [2, 20, 9],
      [3, 3, 103],
    ],
  },
  'in an XA transaction that is rolled back': {
    meanwhile: [],
    xa: { statements: again, end: 'ROLLBACK', afterwards: 'UPDATE t SET a = a * 10 WHERE id > 1' },
    rows: [
      [1, 1, 101],
      [2, 20, 102],
      [3, 30, 103],
    ],
  },
  'another key': {
    meanwhile: ['UPDATE t SET id = 2000 WHERE id = 2'],
    rows: [
      [1, 1, 101],
      [3, 3, 103],
      [2000, 2, 9],
    ],
    says: oneMoved,
  },
  'another key, and the old one is taken': {
    meanwhile: ['UPDATE t SET id = 2000 WHERE id = 2', 'INSERT INTO t VALUES (2, 20)'],
    rows: [
      [1, 1, 101],
      [2, 20, 9],
      [3, 3, 103],
      [2000, 2, 9],
    ],
    says: oneMoved,
  },
  'another key, and back again': {
    meanwhile: ['UPDATE t SET id = 2000 WHERE id = 2', 'UPDATE t SET id = 2 WHERE id = 2000'],
    rows: [
      [1, 1, 101],
      [2, 2, 9],
      [3, 3, 103],
    ],
    says: /2 times a row got another key/u,
  },
  'the next key, all of them': {
    meanwhile: ['UPDATE t SET id = id + 1 ORDER BY id DESC'],
    rows: [
      [2, 1, 9],
      [3, 2, 9],
      [4, 3, 9],
    ],
    says: /3 times a row got another key/u,
  },
  'a text deleted, and one inserted that the collation calls the same': {
    create: texts,
    meanwhile: ["DELETE FROM t WHERE id = 'b'", "INSERT INTO t VALUES ('B', 20)", "UPDATE t SET a = 21 WHERE id = 'b'"],
    rows: [
      ['a', 1, 101],
      ['B', 21, 9],
      ['c', 3, 103],
    ],
  },
  'many such texts, enough for several sessions': {
    create: [
      'CREATE TABLE t (id VARCHAR(20) PRIMARY KEY, a INT, k INT DEFAULT 9) DEFAULT CHARSET=utf8mb4',
      `INSERT INTO t VALUES ${numbered.map((n) => `('a${n}', 1, 101)`).join()}`,
    ],
    meanwhile: ['DELETE FROM t', `INSERT INTO t VALUES ${numbered.map((n) => `('A${n}', 2)`).join()}`],
    rows: numbered.map((n) => [`A${n}`, 2, 9]),
  },
  'a text that the collation calls the same': {
    create: texts,
    meanwhile: ["UPDATE t SET id = 'B' WHERE id = 'b'", "UPDATE t SET id = 'd' WHERE id = 'c'"],
    rows: [
      ['a', 1, 101],
      ['B', 2, 102],
      ['d', 3, 9],
    ],
    says: oneMoved,
  },
};

const moments: Readonly<Record<string, Moment>> = {
  'once rows are deleted': { when: s.applyDelete, at: 'answer' },
  'once the last rows are deleted under the lock': { when: { text: s.applyDelete, after: s.lock }, at: 'answer' },
};

for (const server of testServers()) {
  describe(`rows that are gone since on ${server.name}`, { timeout: 600_000 }, () => {
    before(() => untilOldEnough(server));
    for (const [name, one] of casesFor(server, Object.entries(cases))) test(name, () => thereAndBack(server, one));
    test('deleted and inserted again by writers, all the time', () => amongWriters(server, null));
    for (const [name, moment] of casesFor(server, Object.entries(moments)))
      test(`by writers, and the revert dies ${name}`, () => amongWriters(server, moment));
    test('while they wait because a revert has died', () => whileTheyWait(server));
  });
}

async function thereAndBack(server: TestServer, one: Case): Promise<void> {
  await using database = await createDatabase(server);
  const folder = await mkdtemp(join(tmpdir(), 'ghostship-gone-'));
  for (const statement of one.create ?? numbers) await database.query(statement);
  const options = ['--target', database.url];
  const forward = ['--alter', 'ALTER TABLE t DROP COLUMN k', '--algorithm', 'copy', '--allow', 'drop-column'];
  const there = await run(folder, ['migrate', ...options, '--retired', 'keep', ...forward]);
  assert.equal(there.exitCode, 0, there.stderr);
  const session = await database.connect();
  for (const statement of one.meanwhile) await session.query(statement);
  if (one.xa !== undefined) {
    const xid = `'${database.name}'`;
    await prepareXa(session, xid, one.xa.statements);
    await endXa(session, one.xa.end, xid);
    if (one.xa.afterwards !== undefined) await session.query(one.xa.afterwards);
  }
  await session.end();
  const { exitCode, stdout, stderr } = await run(folder, ['revert', '--table', 't', ...options]);
  assert.equal(exitCode, 0, stdout + stderr);
  const rows = await database.query('SELECT id, a, k FROM t ORDER BY id');
  assert.deepEqual(
    rows.map((row) => Object.values(row)),
    one.rows,
  );
  if (one.says === undefined) assert.doesNotMatch(stdout, /got another key/u);
  else assert.match(stdout, one.says);
  assert.doesNotMatch(stdout, /cannot be read/u);
  await rm(folder, { recursive: true });
}

/** The control copy has the columns all the time, so its rows have what they must have. */
async function amongWriters(server: TestServer, death: Moment | null): Promise<void> {
  await using scene = await openScene(server, { writers: 0 });
  await scene.migrate('ALTER TABLE t DROP COLUMN k, DROP COLUMN k2');
  const writers = startReplacing(scene.database);
  await writers.until(200);
  if (death !== null) {
    await die(server, scene, death);
    await writers.until(100);
  }
  const { exitCode, stdout, stderr } = await scene.ship('revert', '--table', 't');
  assert.equal(exitCode, 0, `${stdout}\n${stderr}`);
  await writers.until(50);
  await writers.stop();
  await expectSameRows(scene, ['u', 'v', 'n', 'k', 'k2']);
}

/** A run that dies under the lock leaves rows where they wait. Then they are replaced. */
async function whileTheyWait(server: TestServer): Promise<void> {
  await using scene = await openScene(server, { writers: 0 });
  await scene.migrate('ALTER TABLE t DROP COLUMN k, DROP COLUMN k2');
  await die(server, scene, { when: takesTheTable, at: 'answer' });
  // Written as the run that died would have: its sessions do not check foreign keys.
  const died = await scene.database.connect();
  await died.query('SET foreign_key_checks = 0');
  await died.query('INSERT INTO t_gha SELECT * FROM t_gho WHERE id IN (5, 6)');
  await died.query('DELETE FROM t_gho WHERE id IN (5, 6)');
  await died.end();
  for (const table of ['t', 'control']) {
    await scene.query(`UPDATE ${table} SET n = n + 1 WHERE id IN (5, 6)`);
    await scene.query(`DELETE FROM ${table} WHERE id = 5`);
    await scene.query(`INSERT INTO ${table} (id, u, v, n) VALUES (5, 5, 'new', 5)`);
  }
  const { exitCode, stdout, stderr } = await scene.ship('revert', '--table', 't');
  assert.equal(exitCode, 0, `${stdout}\n${stderr}`);
  await expectSameRows(scene, ['u', 'v', 'n', 'k', 'k2']);
}

interface Replacing {
  /** Waits for so many more transactions. */
  until(more: number): Promise<void>;
  stop(): Promise<void>;
}

/** Each row is written by one of the sessions. */
function startReplacing(database: TestDatabase): Replacing {
  const sessions = 3;
  const state = { committed: 0, stopped: false };
  const work = async (number: number): Promise<void> => {
    const random = seededRandom(seedFor(`replacing ${number}`));
    const session = await database.connect();
    while (!state.stopped) {
      const id = random.between(0, 200) * sessions + number + 1;
      const value = random.between(0, 1_000_000);
      const row = `(id, u, v, n) VALUES (${id}, ${id}, 'new', ${value})`;
      const statements = random.chance(0.5)
        ? [`UPDATE § SET n = ${value} WHERE id = ${id}`]
        : [`DELETE FROM § WHERE id = ${id}`, ...(random.chance(0.8) ? [`INSERT INTO § ${row}`] : [])];
      try {
        await session.query('BEGIN');
        for (const statement of statements)
          for (const table of ['t', 'control']) await session.query(statement.replaceAll('§', table));
        await session.query('COMMIT');
        state.committed++;
      } catch (error) {
        // Gaps are locked as well. The server has undone the whole transaction.
        if ((error as { code?: unknown }).code !== 'ER_LOCK_DEADLOCK') throw error;
      }
      await new Promise((resolve) => setTimeout(resolve, 4));
    }
    session.destroy();
  };
  const all = Promise.all(Array.from({ length: sessions }, (_, number) => work(number)));
  all.catch(() => {});
  return {
    async until(more) {
      const wanted = state.committed + more;
      while (state.committed < wanted) await Promise.race([all, new Promise((resolve) => setTimeout(resolve, 20))]);
    },
    async stop() {
      state.stopped = true;
      await all;
    },
  };
}
