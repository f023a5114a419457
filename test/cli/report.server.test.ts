import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, describe, test } from 'node:test';
import { createUsers } from '../action/scene.ts';
import { readPage } from '../report/read-page.ts';
import { createDatabase, type TestDatabase, testServers } from '../support/servers/index.ts';
import { waitFor } from '../support/wait-for.ts';
import { run, start } from './cli.ts';

/* The page with charts that a run leaves, from a terminal. */

for (const server of testServers()) {
  describe(`--report on ${server.name}`, { timeout: 300_000 }, () => {
    let folder = '';
    let database: TestDatabase;
    before(async () => {
      folder = await mkdtemp(join(tmpdir(), 'ghostship-report-'));
      database = await createDatabase(server);
    });
    beforeEach(async () => {
      await database.query('DROP TABLE IF EXISTS users, users_del, ghostship_migrations');
      await createUsers({ database });
    });
    after(async () => {
      await database[Symbol.asyncDispose]();
      await rm(folder, { recursive: true });
    });

    const migrate = (statement: string, ...more: string[]): string[] => {
      return ['migrate', '--target', database.url, '--alter', statement, '--report', 'report.html', ...more];
    };
    const report = async (): Promise<string> => readPage(await readFile(join(folder, 'report.html'), 'utf8')).text;

    test('a copy, and the revert of it: numbers, phases and the difference that was made', async () => {
      const statement = 'ALTER TABLE users MODIFY name VARCHAR(300)';
      const forward = await run(folder, migrate(statement, '--algorithm', 'copy', '--retired', 'keep'));
      assert.equal(forward.exitCode, 0, forward.stdout + forward.stderr);
      assert.match(forward.stdout, /A page with charts of the run is in report\.html\./u);
      const text = await report();
      assert.match(text, /Shipped users is changed: 1 k rows copied/u);
      assert.match(text, /Differences 0 of 1 k rows compared/u);
      // Another session may hold the table for a moment.
      assert.match(
        text,
        /Timeline Phases (Held )?Cutover .*checking .* copying .* catching up .* verifying .* cutting over/u,
      );
      assert.match(
        text,
        /CREATE TABLE `users` \( .*- `name` varchar\(50\) DEFAULT NULL \+ `name` varchar\(300\) DEFAULT NULL/u,
      );
      assert.doesNotMatch(text, /_gh[ocps]/u, 'names of ours');

      const args = ['revert', '--target', database.url, '--table', 'users', '--report', 'report.html'];
      const back = await run(folder, args);
      assert.equal(back.exitCode, 0, back.stdout + back.stderr);
      assert.match(
        await report(),
        /Reverted .*- `name` varchar\(300\) DEFAULT NULL \+ `name` varchar\(50\) DEFAULT NULL/u,
      );
    });

    test('what the server does itself has no copy, and its difference all the same', async () => {
      const { exitCode, stdout } = await run(folder, migrate('ALTER TABLE users ADD COLUMN age INT'));
      assert.equal(exitCode, 0, stdout);
      const text = await report();
      assert.match(text, /users completed instant/u);
      assert.match(text, /\+ `age` int(?:\(11\))? DEFAULT NULL/u);
      assert.doesNotMatch(text, /Rows copied|Copy rate|_gh[ocps]/u);
    });

    test('a refusal says what happened, and what the statement would have made of the table', async () => {
      const { exitCode } = await run(
        folder,
        migrate('ALTER TABLE users ADD UNIQUE KEY one_name (name)', '--allow', 'add-unique-index'),
      );
      assert.equal(exitCode, 1);
      assert.match(
        await report(),
        /users failed .*duplicate-rows users is as it was\..*\+ UNIQUE KEY `one_name` \(`name`\)/u,
      );
    });

    test('a run that yields, and the one that goes on with its work', async () => {
      await createMany(database);
      const statement = 'ALTER TABLE users MODIFY name VARCHAR(300)';
      const slowly = migrate(statement, '--algorithm', 'copy', '--cutover', 'wait', '--gate', 'yield');
      const first = await run(folder, slowly);
      assert.equal(first.exitCode, 75, first.stdout + first.stderr);
      assert.match(await report(), /To be continued .*users yielded copy .*\+ `name` varchar\(300\)/u);
      const second = await run(folder, migrate(statement, '--algorithm', 'copy'));
      assert.equal(second.exitCode, 0, second.stdout + second.stderr);
      const text = await report();
      assert.match(text, /goes on with the migration [0-9a-f-]{36}, .* rows copied by then are kept\./u);
      assert.match(text, /\+ `name` varchar\(300\)/u);
    });

    test('charts and holds of a copy that a person has paused', async () => {
      await createMany(database);
      const statement = 'ALTER TABLE users MODIFY name VARCHAR(300)';
      const running = start(folder, migrate(statement, '--algorithm', 'copy', '--max-load', 'Threads_connected=0'));
      await waitFor(() => isCopying(database), { timeoutMs: 60_000, what: 'the copy' });
      const told = await run(folder, ['pause', '--target', database.url]);
      assert.equal(told.exitCode, 0, told.stderr);
      // As long as a chart needs to have something to show.
      await new Promise((resolve) => setTimeout(resolve, 4_000));
      running.kill('SIGTERM');
      const { exitCode, stderr } = await running.ended;
      assert.ok(exitCode === 75 || exitCode === 1, `held before the first chunk there is nothing to keep: ${stderr}`);
      const text = await report();
      assert.match(text, /Timeline Phases Held/u);
      assert.match(text, /Lag of the stream of changes up to/u);
      assert.match(text, /The server is loaded Threads_connected after .*, for .* \d+ 0/u);
      assert.match(text, /Paused by a person after/u);
    });

    test('a path that cannot be written is told before anything starts', async () => {
      const { exitCode, stderr } = await run(folder, [
        ...migrate('ALTER TABLE users ADD COLUMN age INT').slice(0, -1),
        'no/such/folder.html',
      ]);
      assert.equal(exitCode, 2);
      assert.match(
        stderr,
        /The report cannot be written: .*ENOENT[\s\S]*Give --report a path in a folder that exists/u,
      );
      const columns = await database.query("SHOW COLUMNS FROM users LIKE 'age'");
      assert.deepEqual(columns, []);
    });
  });
}

async function createMany(database: TestDatabase): Promise<void> {
  for (let doubling = 0; doubling < 4; doubling += 1)
    await database.query('INSERT INTO users (name, email) SELECT name, email FROM users');
}

async function isCopying(database: TestDatabase): Promise<boolean> {
  const rows = await database.query('SELECT state FROM ghostship_migrations').catch(() => []);
  return rows.some(({ state }) => state === 'copying');
}
