import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import {
  catchUp,
  createDatabase,
  query,
  startReplica,
  startServer,
  type TestDatabase,
  testServers,
} from '../support/servers/index.ts';
import { urlOf } from '../support/servers/running-server.ts';
import { type CliRun, readJson, run } from './cli.ts';

/* What the servers say before there is a statement, in the words of the plan and the migration. */

const onDatabase =
  'SELECT, INSERT, UPDATE, DELETE, CREATE, DROP, ALTER, INDEX, LOCK TABLES, CREATE TEMPORARY TABLES, TRIGGER, REFERENCES, SHOW VIEW';

for (const server of testServers()) {
  describe(`doctor on ${server.name}`, { timeout: 300_000 }, () => {
    let folder = '';
    let database: TestDatabase;
    const users: string[] = [];
    before(async () => {
      folder = await mkdtemp(join(tmpdir(), 'ghostship-doctor-'));
      database = await createDatabase(server);
    });
    after(async () => {
      for (const user of users) await database.query(`DROP USER ${user}`);
      await database[Symbol.asyncDispose]();
      await rm(folder, { recursive: true });
    });
    const doctor = (...args: string[]): Promise<CliRun> => run(folder, ['doctor', '--json', 'out.json', ...args]);
    const urlFor = async (name: string, ...grants: readonly string[]): Promise<string> => {
      const user = `${name}_${database.name.slice(-8)}`;
      users.push(user);
      await database.query(`CREATE USER ${user} IDENTIFIED BY 'plain'`);
      for (const grant of grants) await database.query(`GRANT ${grant} TO ${user}`);
      return `${urlOf({ ...server, user, password: 'plain' })}${database.name}`;
    };

    test('nothing is in the way, and nothing is left behind', async () => {
      const url = await urlFor(
        'able',
        `${onDatabase} ON ${database.name}.*`,
        'REPLICATION SLAVE, REPLICATION CLIENT, PROCESS ON *.*',
        `ALL ON \`${database.name.replaceAll('_', '\\_')}\\_%\`.*`,
      );
      const { exitCode, stdout } = await doctor('--target', url, '--environment', 'production');
      assert.equal(exitCode, 0, stdout);
      assert.match(stdout, /^target able_\w+@127\.0\.0\.1:\d+\/\w+: (?:MySQL|MariaDB) [^\s,]+, (?:by TLS|in clear)\n/u);
      assert.equal(stdout.match(/^ {2}✓ /gmu)?.length, 5, stdout);
      assert.match(stdout, /Nothing is in the way\.\n$/u);
      assert.partialDeepStrictEqual(await readJson(folder, 'out.json'), {
        isRight: true,
        servers: [{ role: 'target', reached: { flavor: server.flavor }, notes: [] }],
      });
      assert.deepEqual(await database.query('SHOW TABLES'), []);
    });

    test('a user without privileges', async () => {
      const { exitCode, stdout } = await doctor('--target', await urlFor('poor', `SELECT ON ${database.name}.*`));
      assert.equal(exitCode, 1, stdout);
      assert.match(stdout, /✗ [^\n]*INSERT on \w+\.\*[^\n]* \[missing-privileges\]\n {4}What to do: /u);
      assert.match(stdout, /1 thing is in the way\.\n$/u);
    });

    test('a user without the grant on schemas beside the database', async () => {
      const own = [`${onDatabase} ON ${database.name}.*`, 'REPLICATION SLAVE, REPLICATION CLIENT, PROCESS ON *.*'];
      const { exitCode, stdout } = await doctor('--target', await urlFor('alone', ...own));
      assert.equal(exitCode, 1, stdout);
      assert.match(
        stdout,
        /✓ The user may do all[\s\S]*✗ [^\n]*short-lived schema[^\n]*\n {4}What to do: GRANT ALL ON/u,
      );
    });

    test('a server that nobody reaches, and no server at all', async () => {
      const { exitCode, stdout } = await doctor('--target', 'mysql://u:p@127.0.0.1:1/shop');
      assert.equal(exitCode, 1, stdout);
      assert.match(stdout, /^target u@127\.0\.0\.1:1\/shop: not reached\n {2}✗ Cannot reach [^\n]*\[cannot-connect\]/u);
      assert.partialDeepStrictEqual(await readJson(folder, 'out.json'), {
        isRight: false,
        servers: [{ reached: null }],
      });
      assert.equal((await doctor()).exitCode, 2);
    });

    test('a binary log by statements, and a replica on which nothing can be rehearsed', async () => {
      await using own = await startServer({
        name: server.flavor === 'mysql' ? 'mysql-9.7' : 'mariadb-10.11',
        options: { binlog_format: 'STATEMENT' },
      });
      await using replica = await startReplica(own);
      await using home = await createDatabase(own);
      await catchUp(replica, own);
      const flags = ['--target', home.url, '--replica', `${replica.url}${home.name}`];
      const { exitCode, stdout } = await doctor(...flags);
      assert.equal(exitCode, 1, stdout);
      assert.match(
        stdout,
        /^target [\s\S]*✗ binlog_format is STATEMENT\. \[binlog-not-usable\]\n {4}What to do: SET/mu,
      );
      assert.match(stdout, /^replica [^\n]*\n {2}✓ Statements can be tried there/mu);
      await home.query('SET GLOBAL binlog_format = ROW');
      const stop = server.flavor === 'mysql' ? 'STOP REPLICA' : 'STOP ALL SLAVES';
      await query(replica, stop);
      const stopped = await doctor(...flags);
      assert.equal(stopped.exitCode, 1, stopped.stdout);
      assert.match(stopped.stdout, /✓ Its binary log has every change\.[\s\S]*✗ Replication from [^\n]* is stopped/u);
    });
  });
}
