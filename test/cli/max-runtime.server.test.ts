import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { createUsers } from '../action/scene.ts';
import { createDatabase, type TestDatabase, testServers } from '../support/servers/index.ts';
import { waitFor } from '../support/wait-for.ts';
import { readJson, run, start } from './cli.ts';

const maxRuntimeMs = 14_000;

/* The limit is one of the whole run, because it stands for what ends the run from outside, such as the limit of its job. */
for (const server of testServers()) {
  describe(`max-runtime counts from the start of the run on ${server.name}`, { timeout: 200_000 }, () => {
    test('not from that of a later statement', async () => {
      await using place = await open(server);
      const { folder, database, target } = place;
      await writeFile(join(folder, '2.sql'), 'ALTER TABLE other MODIFY name VARCHAR(300);');
      await writeFile(join(folder, '1.sql'), 'ALTER TABLE users MODIFY name VARCHAR(300);');
      await database.query('CREATE TABLE other LIKE users');
      await database.query('INSERT INTO other SELECT * FROM users');
      const copy = ['--files', '*.sql', '--algorithm', 'copy', '--cutover', 'wait'];
      const startedAt = performance.now();
      const running = start(folder, ['migrate', ...target, ...copy, '--max-runtime', '14s', '--json', 'out.json']);
      await waitFor(async () => (await stateOf(database, '1.sql')) === 'waiting_for_cutover', {
        timeoutMs: 60_000,
        what: 'the gate of the first statement',
      });
      await waitFor(() => performance.now() - startedAt > maxRuntimeMs * 0.6, {
        timeoutMs: maxRuntimeMs,
        what: 'most of the time to pass',
      });
      assert.equal((await run(folder, ['cutover', ...target, '--table', 'users'])).exitCode, 0);
      assert.equal((await running.ended).exitCode, 75);
      assert.partialDeepStrictEqual(await readJson(folder, 'out.json'), {
        state: 'yielded',
        migrations: [{ state: 'completed' }, { state: 'yielded' }],
      });
      const tookMs = performance.now() - startedAt;
      assert.ok(tookMs < maxRuntimeMs * 1.5, `it took ${tookMs} ms`);
    });

    test('and what held the copy to the end is told', async () => {
      await using place = await open(server);
      const { folder, target } = place;
      const alter = ['--alter', 'ALTER TABLE users MODIFY name VARCHAR(300)', '--algorithm', 'copy'];
      const limits = ['--max-load', 'Threads_running=0', '--max-runtime', '9s', '--json', 'out.json'];
      const { exitCode, stderr, stdout } = await run(folder, ['migrate', ...target, ...alter, ...limits]);
      assert.notEqual(exitCode, 0);
      assert.match(
        stdout + stderr,
        /It was held to the end by max-load of Threads_running \(\d+, the limit is 0\) for \d/u,
      );
    });

    test('and no statement is begun when it is over', async () => {
      await using place = await open(server);
      const { folder, database, target } = place;
      await writeFile(join(folder, '1.sql'), "UPDATE users SET name = 'x' WHERE id = 1;");
      await writeFile(join(folder, '2.sql'), 'ALTER TABLE users ADD COLUMN added INT;');
      const writer = await database.connect();
      await writer.query('BEGIN');
      await writer.query('SELECT * FROM users FOR UPDATE');
      const migrate = ['migrate', ...target, '--files', '*.sql', '--data-statements', 'run', '--json', 'out.json'];
      const running = start(folder, [...migrate, '--max-runtime', '3s']);
      // The clock of the run has started by then, however long the process took to start and to try the statements.
      const isQueued = async (): Promise<boolean> => (await stateOf(database, '2.sql').catch(() => null)) === 'queued';
      await waitFor(isQueued, { timeoutMs: 30_000, what: 'the run to begin' });
      const begunAt = performance.now();
      await waitFor(() => performance.now() - begunAt > 3_100, { timeoutMs: 10_000, what: 'its time to be over' });
      assert.equal(await stateOf(database, '2.sql'), 'queued');
      await writer.query('ROLLBACK');
      await writer.end();
      assert.equal((await running.ended).exitCode, 75);
      assert.partialDeepStrictEqual(await readJson(folder, 'out.json'), {
        state: 'yielded',
        error: null,
        migrations: [{ state: 'completed' }, { state: 'yielded', tableState: 'unchanged' }],
      });
      assert.equal(await stateOf(database, '2.sql'), 'yielded');
      assert.match((await run(folder, ['status', ...target])).stdout, /users: not begun; the next run begins it/u);
      assert.deepEqual(await database.query("SHOW COLUMNS FROM users LIKE 'added'"), []);
      assert.equal((await run(folder, migrate)).exitCode, 0);
      assert.equal((await database.query("SHOW COLUMNS FROM users LIKE 'added'")).length, 1);
    });
  });
}

interface Place extends AsyncDisposable {
  readonly folder: string;
  readonly database: TestDatabase;
  readonly target: readonly string[];
}

async function open(server: Parameters<typeof createDatabase>[0]): Promise<Place> {
  const folder = await mkdtemp(join(tmpdir(), 'ghostship-cli-'));
  const database = await createDatabase(server);
  await createUsers({ database });
  return {
    folder,
    database,
    target: ['--target', database.url],
    async [Symbol.asyncDispose]() {
      await database[Symbol.asyncDispose]();
      await rm(folder, { recursive: true });
    },
  };
}

async function stateOf(database: TestDatabase, file: string): Promise<string> {
  const found = await database.query(`SELECT state FROM ghostship_migrations WHERE file = '${file}'`).catch(() => []);
  return String(found[0]?.state);
}
