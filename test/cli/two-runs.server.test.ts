import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { openWireTap, type WireTap } from '../faults/support/wire-tap.ts';
import { casesFor, createDatabase, type TestDatabase, type TestServer, testServers } from '../support/servers/index.ts';
import { waitFor } from '../support/wait-for.ts';
import { run, start } from './cli.ts';

/* Two runs of one merge, by a push and by the pull request that was closed: both have read that nothing is applied yet. */

const statements: readonly string[] = [
  'ALTER TABLE users ADD INDEX (visits)',
  'ALTER TABLE users ADD CHECK (visits < 100)',
  'ALTER TABLE users ADD COLUMN age INT',
  'ALTER TABLE users MODIFY visits BIGINT NOT NULL',
  'UPDATE users SET visits = visits + 1',
  'CREATE TABLE others (id INT PRIMARY KEY)',
  'DROP TABLE users',
  'RENAME TABLE users TO people',
];

for (const server of testServers()) {
  describe(`a statement that two runs have read, on ${server.name}`, { timeout: 300_000 }, () => {
    for (const statement of casesFor(server, statements))
      test(`${statement}: one carries it out, and the other one finds it applied`, () => play(server, statement));
    test('one has it at its gate: the other one, told to stop, leaves it alone', () => stops(server));
    test('one dies at it: the other one leaves it alone, and the next one asks what became of it', () => dies(server));
  });
}

interface Stage {
  readonly database: TestDatabase;
  readonly folder: string;
  readonly tap: WireTap;
  /** Through the tap. */
  readonly tapped: readonly string[];
  readonly direct: readonly string[];
}

/** With one file applied, and a second one that is due. */
async function onStage(server: TestServer, statement: string, act: (stage: Stage) => Promise<void>): Promise<void> {
  await using database = await createDatabase(server);
  await using tap = await openWireTap(server);
  const folder = await mkdtemp(join(tmpdir(), 'ghostship-two-'));
  try {
    await mkdir(join(folder, 'migrations'));
    await writeFile(join(folder, 'migrations', '0.sql'), 'CREATE TABLE first (id INT PRIMARY KEY);\n');
    const allowed = ['--allow', 'drop-table,rename-table', '--data-statements', 'run'];
    const url = new URL(`${database.url}?ssl-mode=disabled`);
    url.port = String(tap.port);
    const [direct, tapped] = [database.url, url.href].map((target) => ['migrate', '--target', target, ...allowed]);
    assert.ok(direct !== undefined && tapped !== undefined);
    assert.equal((await run(folder, direct)).exitCode, 0);
    for (const table of ['users', 'control']) {
      await database.query(`CREATE TABLE ${table} (id INT PRIMARY KEY, visits INT NOT NULL)`);
      await database.query(`INSERT INTO ${table} VALUES (1, 0)`);
    }
    await writeFile(join(folder, 'migrations', '1.sql'), `${statement};\n`);
    await act({ database, folder, tap, tapped, direct });
  } finally {
    await rm(folder, { recursive: true });
  }
}

const queueing = /^INSERT INTO .*ghostship_migrations/su;

const play = (server: TestServer, statement: string): Promise<void> =>
  onStage(server, statement, async ({ database, folder, tap, tapped, direct }) => {
    const held = tap.holdStatement(queueing);
    const second = start(folder, tapped);
    const { release } = await held;
    const first = await run(folder, direct);
    assert.equal(first.exitCode, 0, first.stderr);
    assert.match(first.stderr + first.stdout, /Shipped/u);
    release();
    const { exitCode, stdout, stderr } = await second.ended;
    assert.equal(exitCode, 0, `${stdout}${stderr}`);
    assert.match(`${stdout}${stderr}`, /migrations\/1\.sql:1 was applied/u);
    const states = await database.query("SELECT state FROM ghostship_migrations WHERE file = 'migrations/1.sql'");
    assert.deepEqual(
      states.map(({ state }) => state),
      ['completed'],
    );
    await once(database, statement);
  });

const dies = (server: TestServer): Promise<void> =>
  onStage(server, 'ALTER TABLE users ADD INDEX (visits)', async ({ database, folder, tap, tapped, direct }) => {
    const waiting = tap.holdStatement(queueing);
    const second = start(folder, tapped);
    const { release } = await waiting;
    const sent = tap.holdStatement(/^ALTER TABLE \S+`users`.*ADD INDEX/su);
    const first = start(folder, tapped);
    await sent;
    first.kill('SIGKILL');
    await first.ended;
    release();
    const { exitCode, stderr } = await second.ended;
    assert.equal(exitCode, 1, stderr);
    assert.match(stderr, /Another run has died while it carried out this statement on users[\s\S]*Run this again/u);
    const third = await run(folder, direct);
    assert.equal(third.exitCode, 0, third.stderr);
    await once(database, 'ALTER TABLE users ADD INDEX (visits)');
  });

const stops = (server: TestServer): Promise<void> =>
  onStage(
    server,
    'ALTER TABLE users MODIFY visits BIGINT NOT NULL',
    async ({ database, folder, tap, tapped, direct }) => {
      const first = start(folder, [...direct, '--cutover', 'wait']);
      const hasBegun = async () => (await database.query("SHOW TABLES LIKE '%\\_gho'")).length > 0;
      await waitFor(hasBegun, { what: 'the ghost', timeoutMs: 60_000 });
      const asking = tap.holdStatement(/GET_LOCK/u);
      const second = start(folder, tapped);
      const { release } = await asking;
      second.kill('SIGTERM');
      release();
      const { exitCode, stdout, stderr } = await second.ended;
      assert.equal(exitCode, 1);
      assert.match(`${stdout}${stderr}`, /Another run carries out this statement on users/u);
      assert.match(`${stdout}${stderr}`, /This run did not touch users/u);
      first.kill('SIGKILL');
      await first.ended;
    },
  );

/** As the server itself does it to another table. */
async function once(database: TestDatabase, statement: string): Promise<void> {
  const query = (text: string) => database.query(text);
  if (!/^(?:ALTER|UPDATE)/u.test(statement)) return;
  await query(statement.replace('users', 'control'));
  const definition = async (table: string): Promise<string> =>
    String(Object.values((await query(`SHOW CREATE TABLE ${table}`))[0] ?? {})[1]).replaceAll(table, 'x');
  assert.equal(await definition('users'), await definition('control'));
  const rows = (table: string): Promise<unknown[]> => query(`SELECT * FROM ${table}`);
  assert.deepEqual(await rows('users'), await rows('control'));
}
