import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { run } from '../cli/cli.ts';
import { createDatabase, query, type RunningServer, startServer, type TestDatabase } from '../support/servers/index.ts';

/* A statement that changes rows is guarded by the server's settings, as in a session of a person. */

const statements = [
  "UPDATE t SET v = 'q' WHERE v = 'e'",
  "UPDATE t SET v = 'q' WHERE id = 2",
  "DELETE FROM t WHERE v = 'e'",
  'INSERT INTO t (v) SELECT GROUP_CONCAT(w) FROM u',
  'INSERT INTO t (v) SELECT w FROM u',
  "UPDATE t JOIN u ON t.v <> u.w SET t.v = 'q' WHERE t.id = 1",
];
const slow = 'UPDATE t SET v = SLEEP(0.5) WHERE id = 1';

const both: readonly (readonly [global: string, statements: readonly string[]])[] = [
  ['sql_safe_updates = 1', statements],
  ['group_concat_max_len = 8', statements],
  ['sql_select_limit = 1', statements],
  ['sql_big_selects = 0, GLOBAL max_join_size = 1', statements],
  ['sql_notes = 0', statements],
];
const guards = {
  'mysql-9.7': [...both, ['max_execution_time = 200', [slow]]],
  'mariadb-10.11': [...both, ['max_statement_time = 0.2', [slow]]],
} as const;

for (const name of ['mysql-9.7', 'mariadb-10.11'] as const) {
  describe(`on ${name}`, { concurrency: 1, timeout: 300_000 }, () => {
    let server: RunningServer;
    let folder = '';
    before(async () => {
      server = await startServer({ name });
      folder = await mkdtemp(join(tmpdir(), 'ghostship-guards-'));
      await mkdir(join(folder, 'migrations'));
    });
    after(async () => {
      await server[Symbol.asyncDispose]();
      await rm(folder, { recursive: true });
    });

    for (const [global, guarded] of guards[name])
      for (const statement of guarded)
        it(`${global}: ${statement}`, async () => {
          await using theirs = await prepare(server);
          await using ours = await prepare(server);
          await query(server, `SET GLOBAL ${global}`);
          try {
            const session = await theirs.connect();
            const refusal = await session.query(statement).then(
              () => null,
              (error: Error) => error.message,
            );
            session.destroy();
            await writeFile(join(folder, 'migrations/1.sql'), `${statement};\n`);
            const args = ['migrate', '--target', ours.url, '--data-statements', 'run'];
            const { exitCode, stdout, stderr } = await run(folder, args);
            assert.equal(exitCode, refusal === null ? 0 : 1, `the server: ${refusal}\n${stdout}${stderr}`);
          } finally {
            for (const part of global.split(', GLOBAL '))
              await query(server, `SET GLOBAL ${part.replace(/=.*/u, '= DEFAULT')}`);
          }
          const rows = 'SELECT * FROM t ORDER BY id';
          assert.deepEqual(await ours.query(rows), await theirs.query(rows));
        });
  });
}

async function prepare(server: RunningServer): Promise<TestDatabase> {
  const database = await createDatabase(server);
  await database.query('CREATE TABLE t (id INT AUTO_INCREMENT PRIMARY KEY, v VARCHAR(60) NULL)');
  await database.query("INSERT INTO t (v) VALUES ('a'), ('e'), ('e')");
  await database.query('CREATE TABLE u (id INT AUTO_INCREMENT PRIMARY KEY, w VARCHAR(60) NULL)');
  await database.query("INSERT INTO u (w) VALUES ('long'), ('longer'), ('longest')");
  return database;
}
