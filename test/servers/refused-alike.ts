import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../cli/cli.ts';
import { createDatabase, query, type RunningServer, type TestDatabase } from '../support/servers/index.ts';
import { type Login, urlOf } from '../support/servers/running-server.ts';

/** Everything that changes something on a target, or says that it would. */
const ways: Readonly<Record<string, readonly string[]>> = {
  'a copy': ['migrate', '--algorithm', 'copy', '--alter', 'ALTER TABLE t MODIFY n BIGINT'],
  'in place': ['migrate', '--alter', 'ALTER TABLE t ADD INDEX by_n (n)'],
  'a new table': ['migrate', '--alter', 'CREATE TABLE u (id INT PRIMARY KEY)'],
  'a table that goes': ['migrate', '--alter', 'DROP TABLE t', '--allow', 'drop-table'],
  'a plan': ['plan', '--alter', 'ALTER TABLE t ADD INDEX by_n (n)'],
  'a plan of a new table': ['plan', '--alter', 'CREATE TABLE u (id INT PRIMARY KEY)'],
  'a plan of a table that goes': ['plan', '--alter', 'DROP TABLE t', '--allow', 'drop-table'],
  cleanup: ['cleanup'],
};

/**
 * Nothing is in the way of the usual migration any more.
 *
 * @param there has the table already
 */
export async function expectTaken(
  server: RunningServer,
  login: Login = server,
  flags: readonly string[] = [],
  there: TestDatabase | null = null,
): Promise<void> {
  await using own = there === null ? await createDatabase(server) : null;
  await own?.query('CREATE TABLE t (id INT PRIMARY KEY, n INT)');
  const folder = await mkdtemp(join(tmpdir(), 'ghostship-servers-'));
  try {
    const args = ['migrate', '--algorithm', 'copy', '--alter', 'ALTER TABLE t MODIFY n BIGINT'];
    const url = `${urlOf({ ...login, host: server.host, port: server.port })}${(there ?? own)?.name}`;
    const { exitCode, stdout, stderr } = await run(folder, [...args, '--target', url, ...flags]);
    assert.equal(exitCode, 0, `${stdout}${stderr}`);
  } finally {
    await rm(folder, { recursive: true });
  }
}

export interface Meanwhile {
  /** SET GLOBAL, once there are tables: it may be the last moment to make some. */
  readonly setting?: string;
  readonly reset?: string;
  /** Who runs it all. */
  readonly login?: Login;
}

/** Each way is refused, with these words, and nothing is made: no ledger either. */
export async function expectRefusedAlike(
  server: RunningServer,
  words: RegExp,
  { setting, reset, login = server }: Meanwhile = {},
): Promise<void> {
  await using database = await createDatabase(server);
  await database.query('CREATE TABLE t (id INT PRIMARY KEY, n INT)');
  const url = `${urlOf({ ...login, host: server.host, port: server.port })}${database.name}`;
  const folder = await mkdtemp(join(tmpdir(), 'ghostship-servers-'));
  try {
    if (setting !== undefined) await query(server, setting);
    for (const [way, args] of Object.entries(ways)) {
      const { exitCode, stdout, stderr } = await run(folder, [...args, '--target', url]);
      assert.equal(exitCode, 1, `${way}: ${stdout}${stderr}`);
      assert.match(`${stdout}${stderr}`.replaceAll(/\s+/gu, ' '), words, way);
    }
    const tables = await database.query('SHOW TABLES');
    assert.deepEqual(
      tables.map((row) => Object.values(row)[0]),
      ['t'],
    );
    const [definition] = await database.query('SHOW CREATE TABLE t');
    assert.doesNotMatch(String(definition?.['Create Table']), /by_n|bigint/u);
  } finally {
    if (reset !== undefined) await query(server, reset);
    await rm(folder, { recursive: true });
  }
}
