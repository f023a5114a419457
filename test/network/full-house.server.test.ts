import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { type BuiltAction, buildAction } from '../action/build-action.ts';
import { casesFor, createDatabase, query, type ServerAddress, testServers } from '../support/servers/index.ts';
import { startChild } from './child.ts';

const limits = Array.from({ length: 12 }, (_, index) => index + 1);

/** Far below the deadline that ends a process in any case: nothing may be left that holds it. */
const maxLingerMs = 2_000;

describe('a user may have only so many connections', { concurrency: 2 }, () => {
  let built: BuiltAction;
  before(async () => {
    built = await buildAction();
  });
  after(() => built[Symbol.asyncDispose]());

  for (const server of testServers()) {
    describe(`on ${server.name}`, { concurrency: 2 }, () => {
      for (const limit of casesFor(server, limits))
        it(`${limit}: the process ends`, () => ends(server, join(built.folder, 'dist/cli.js'), limit));
    });
  }
});

async function ends(server: ServerAddress, main: string, limit: number): Promise<void> {
  await using database = await createDatabase(server);
  await database.query('CREATE TABLE t (id INT PRIMARY KEY, n INT)');
  await database.query('INSERT INTO t VALUES (1, 1), (2, 2)');
  const user = `u${randomBytes(6).toString('hex')}`;
  await query(server, `CREATE USER ${user} IDENTIFIED BY '${server.password}'`);
  try {
    await query(
      server,
      `GRANT ALL ON *.* TO ${user} ${server.flavor === 'mysql' ? '' : `WITH MAX_USER_CONNECTIONS ${limit}`}`,
    );
    if (server.flavor === 'mysql') await query(server, `ALTER USER ${user} WITH MAX_USER_CONNECTIONS ${limit}`);
    const target = `mysql://${user}@${server.host}:${server.port}/${database.name}`;
    const args = ['migrate', '--target', target, '--alter', 'ALTER TABLE t MODIFY n BIGINT', '--algorithm', 'copy'];
    await using child = startChild(main, args, server.password);
    const { exitCode, said, lingeredMs } = await child.ends(60_000);
    assert.ok(lingeredMs < maxLingerMs, `It was there for ${Math.round(lingeredMs)} ms more: ${said}`);
    if (exitCode !== 0) assert.match(said, /no connection left/u);
    const columns = await database.query("SHOW COLUMNS FROM t LIKE 'n'");
    assert.match(String(columns[0]?.Type), exitCode === 0 ? /^bigint/u : /^int/u);
  } finally {
    await query(server, `DROP USER ${user}`);
  }
}
