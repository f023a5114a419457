import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { createDatabase, query, startServer, testServers } from '../support/servers/index.ts';
import { type CliRun, run } from './cli.ts';

/* The first cause is the one that is told. What failed afterwards is added to it. */

for (const server of testServers()) {
  describe(`the first cause on ${server.name}`, { timeout: 300_000 }, () => {
    let folder = '';
    before(async () => {
      folder = await mkdtemp(join(tmpdir(), 'ghostship-cause-'));
    });
    after(() => rm(folder, { recursive: true }));

    const ghostship = (command: string, url: string, alter: string, ...flags: string[]): Promise<CliRun> =>
      run(folder, [command, '--target', url, '--alter', `ALTER TABLE t ${alter}`, ...flags]);

    test('a ledger that cannot be dropped again does not hide why the statement failed', async () => {
      await using database = await createDatabase(server);
      await database.query('CREATE TABLE t (id INT PRIMARY KEY)');
      const session = await database.connect();
      await session.query('SET foreign_key_checks = 0');
      await session.query(
        'CREATE TABLE holds (id CHAR(36) CHARACTER SET ascii PRIMARY KEY, FOREIGN KEY (id) REFERENCES ghostship_migrations (id))',
      );
      const { exitCode, stdout, stderr } = await ghostship('migrate', database.url, 'MODIFY nope INT');
      assert.equal(exitCode, 1);
      assert.match(stderr, /\[invalid-statement\]/u);
      assert.match(stderr, /Unknown column 'nope'/u);
      assert.match(stdout + stderr, /ghostship_migrations could not be dropped again: /u);
    });

    test('a server that takes no writes is called so', async () => {
      await using own = await startServer({ name: server.flavor === 'mysql' ? 'mysql-9.7' : 'mariadb-10.11' });
      await using database = await createDatabase(own);
      await database.query('CREATE TABLE t (id INT PRIMARY KEY)');
      await query(own, "CREATE USER reader IDENTIFIED BY 'secret'");
      await query(own, `GRANT ALL ON \`${database.name}\`.* TO reader`);
      await query(own, 'GRANT REPLICATION SLAVE, REPLICATION CLIENT, PROCESS ON *.* TO reader');
      await query(own, 'SET GLOBAL read_only = 1');
      await using _ = { [Symbol.asyncDispose]: () => query(own, 'SET GLOBAL read_only = 0').then(() => {}) };
      const url = `mysql://reader:secret@${own.host}:${own.port}/${database.name}`;
      for (const command of ['plan', 'migrate']) {
        const { exitCode, stdout, stderr } = await ghostship(command, url, 'ADD COLUMN a INT');
        assert.equal(exitCode, 1);
        assert.match(stdout + stderr, /[[(]unsupported-server[\])]/u, command);
        assert.match(stdout + stderr, /read-only/u, command);
        assert.match(stdout + stderr, /Point the target at the source/u, command);
      }
    });

    test('a user that runs out of connections is told so, wherever that happens', async () => {
      await using database = await createDatabase(server);
      const user = `u${randomBytes(4).toString('hex')}`;
      await query(server, `CREATE USER ${user} IDENTIFIED BY 'secret'`);
      await query(server, `GRANT ALL ON *.* TO ${user}`);
      const url = `mysql://${user}:secret@${server.host}:${server.port}/${database.name}`;
      for (const limit of [2, 4, 6, 8, 10, 12]) {
        await database.query('DROP TABLE IF EXISTS t, t_del, ghostship_migrations');
        await database.query('CREATE TABLE t (id INT PRIMARY KEY)');
        await query(server, `ALTER USER ${user} WITH MAX_USER_CONNECTIONS ${limit}`);
        const { exitCode, stderr } = await ghostship('migrate', url, 'MODIFY id BIGINT');
        if (exitCode === 0) continue;
        assert.match(stderr, /\[cannot-connect\]/u, `limit ${limit}`);
        assert.match(stderr, /limit of this user/u, `limit ${limit}`);
      }
      await query(server, `DROP USER ${user}`);
    });
  });
}
