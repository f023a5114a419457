import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { openWireTap } from '../faults/support/wire-tap.ts';
import { createDatabase, type TestDatabase, type TestServer, testServers } from '../support/servers/index.ts';
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
    for (const statement of statements)
      test(`${statement}: one carries it out, and the other one finds it applied`, () => play(server, statement));
  });
}

async function play(server: TestServer, statement: string): Promise<void> {
  await using database = await createDatabase(server);
  await using tap = await openWireTap(server);
  const folder = await mkdtemp(join(tmpdir(), 'ghostship-two-'));
  try {
    await mkdir(join(folder, 'migrations'));
    await writeFile(join(folder, 'migrations', '0.sql'), 'CREATE TABLE first (id INT PRIMARY KEY);\n');
    const allowed = ['--allow', 'drop-table,rename-table', '--data-statements', 'run'];
    const migrate = (url: string): string[] => ['migrate', '--target', url, ...allowed];
    assert.equal((await run(folder, migrate(database.url))).exitCode, 0);
    for (const table of ['users', 'control']) {
      await database.query(`CREATE TABLE ${table} (id INT PRIMARY KEY, visits INT NOT NULL)`);
      await database.query(`INSERT INTO ${table} VALUES (1, 0)`);
    }
    await writeFile(join(folder, 'migrations', '1.sql'), `${statement};\n`);
    const url = new URL(`${database.url}?ssl-mode=disabled`);
    url.port = String(tap.port);
    const held = tap.holdStatement(/^INSERT INTO .*ghostship_migrations/su);
    const second = start(folder, migrate(url.href));
    const { release } = await held;
    const first = await run(folder, migrate(database.url));
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
  } finally {
    await rm(folder, { recursive: true });
  }
}

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
