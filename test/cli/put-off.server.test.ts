import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { createUsers } from '../action/scene.ts';
import { casesFor, createDatabase, testServers } from '../support/servers/index.ts';
import { waitFor } from '../support/wait-for.ts';
import { readJson, run, start } from './cli.ts';

interface Stop {
  readonly what: string;
  readonly flags: readonly string[];
  readonly kill: boolean;
}

const stops: readonly Stop[] = [
  { what: 'told to stop', flags: [], kill: true },
  { what: 'out of time', flags: ['--max-runtime', '9s'], kill: false },
];

/* A run that ends before a statement has come to anything has not failed: another run begins the statement. */
for (const server of testServers()) {
  describe(`a run that ends at the beginning of a statement on ${server.name}`, { timeout: 200_000 }, () => {
    for (const { what, flags, kill } of casesFor(server, stops)) {
      test(`because it is ${what}`, async () => {
        const folder = await mkdtemp(join(tmpdir(), 'ghostship-cli-'));
        await using database = await createDatabase(server);
        await createUsers({ database });
        await database.query('CREATE TABLE other LIKE users');
        await writeFile(join(folder, '1.sql'), "UPDATE users SET name = 'x' WHERE id = 1;");
        await writeFile(join(folder, '2.sql'), 'ALTER TABLE other MODIFY name VARCHAR(300);');
        await writeFile(join(folder, '3.sql'), 'ALTER TABLE users ADD COLUMN added INT;');
        const stateOf = async (file: string): Promise<string> => {
          const found = await database
            .query(`SELECT state FROM ghostship_migrations WHERE file = '${file}' ORDER BY queued_at DESC`)
            .catch(() => []);
          return String(found[0]?.state);
        };
        const writer = await database.connect();
        await writer.query('BEGIN');
        await writer.query('SELECT * FROM users FOR UPDATE');
        const migrate = ['migrate', '--target', database.url, '--files', '*.sql', '--data-statements', 'run'];
        const running = start(folder, [...migrate, ...flags, '--algorithm', 'copy', '--json', 'out.json']);
        await waitFor(async () => (await stateOf('3.sql')) === 'queued', {
          timeoutMs: 30_000,
          what: 'the run to begin',
        });
        const owner = await database.connect();
        await owner.query('LOCK TABLES other WRITE');
        await writer.query('ROLLBACK');
        await waitFor(async () => (await stateOf('2.sql')) === 'preflight', {
          timeoutMs: 30_000,
          what: 'the second statement',
        });
        if (kill) running.kill('SIGTERM');
        const { exitCode, stdout, stderr } = await running.ended;
        await owner.query('UNLOCK TABLES');
        await Promise.all([writer.end(), owner.end()]);
        assert.equal(exitCode, 75, stdout + stderr);
        assert.partialDeepStrictEqual(await readJson(folder, 'out.json'), {
          state: 'yielded',
          error: null,
          migrations: [
            { state: 'completed' },
            { state: 'yielded', tableState: 'unchanged', error: null },
            { state: 'yielded', tableState: 'unchanged', error: null },
          ],
        });
        assert.deepEqual([await stateOf('2.sql'), await stateOf('3.sql')], ['yielded', 'yielded']);
        const { stdout: status } = await run(folder, ['status', '--target', database.url]);
        assert.match(status, /other: not begun; the next run begins it/u);
        assert.match(status, /users: not begun; the next run begins it/u);
        const next = await run(folder, migrate);
        assert.equal(next.exitCode, 0, next.stdout + next.stderr);
        assert.equal((await database.query("SHOW COLUMNS FROM users LIKE 'added'")).length, 1);
        await rm(folder, { recursive: true });
      });
    }
  });
}
