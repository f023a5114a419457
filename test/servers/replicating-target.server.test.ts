import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import {
  catchUp,
  createDatabase,
  follow,
  query,
  type RunningServer,
  startReplica,
  startServer,
} from '../support/servers/index.ts';
import { expectRefusedAlike, expectTaken } from './refused-alike.ts';

/* What a target applies for another server must be in its own binary log, and must not come in the old form after the swap. */

for (const name of ['mysql-9.7', 'mariadb-10.11'] as const) {
  describe(`a target that replicates, on ${name}`, { concurrency: 1, timeout: 600_000 }, () => {
    let source: RunningServer;
    before(async () => {
      source = await startServer({ name });
    });
    after(() => source[Symbol.asyncDispose]());

    it('and does not log what it applies', async () => {
      const variable = source.flavor === 'mysql' ? 'log_replica_updates' : 'log_slave_updates';
      await using target = await startReplica(source, { options: { [variable]: 'OFF' } });
      await expectRefusedAlike(target, new RegExp(`replicates from .*${source.port}.*${variable} is OFF`, 'u'));
      // Whoever starts it again during the migration would be as bad.
      await query(target, source.flavor === 'mysql' ? 'STOP REPLICA' : 'STOP SLAVE');
      await expectRefusedAlike(target, new RegExp(`${variable} is OFF`, 'u'));
      await query(target, source.flavor === 'mysql' ? 'RESET REPLICA ALL' : 'RESET SLAVE ALL');
      await expectTaken(target);
    });

    it('and logs it', async () => {
      await using target = await startReplica(source);
      await expectRefusedAlike(target, new RegExp(`replicates from .*${source.port}.*in the old form`, 'u'));
      await query(target, source.flavor === 'mysql' ? 'STOP REPLICA' : 'STOP ALL SLAVES');
      await expectTaken(target);
    });

    it('in a ring, in which it alone is written to', async () => {
      await using target = await startServer({ name });
      await using other = await startReplica(target);
      await follow(target, other);
      await catchUp(target, other);
      await expectRefusedAlike(target, /in the old form after the swap.*name one-writer in the option allow/u);
      await using database = await createDatabase(target);
      await database.query('CREATE TABLE t (id INT PRIMARY KEY AUTO_INCREMENT, n INT)');
      const writing = new AbortController();
      const written = writeUntil(target, database.name, writing.signal);
      try {
        await expectTaken(target, target, ['--allow', 'one-writer'], database);
      } finally {
        writing.abort();
      }
      await written;
      await catchUp(other, target);
      await catchUp(target, other);
      const rows = (of: RunningServer) => query(of, `SELECT * FROM ${database.name}.t`);
      assert.deepEqual(await rows(other), await rows(target));
      assert.equal((await rows(target)).length, await written);
      const [definition] = await query(other, `SHOW CREATE TABLE ${database.name}.t`);
      assert.match(String(definition?.['Create Table']), /`n` bigint/u);
    });

    if (name === 'mariadb-10.11') it('to a user who may not see that', () => unseen(source));

    it('from one of several sources', async () => {
      await using target = await startServer({ name });
      const { host, port, user, password } = source;
      const statements =
        source.flavor === 'mysql'
          ? [
              `CHANGE REPLICATION SOURCE TO SOURCE_HOST = '${host}', SOURCE_PORT = ${port}, SOURCE_USER = '${user}', SOURCE_PASSWORD = '${password}', SOURCE_AUTO_POSITION = 1, GET_SOURCE_PUBLIC_KEY = 1 FOR CHANNEL 'second'`,
              "START REPLICA FOR CHANNEL 'second'",
            ]
          : [
              `CHANGE MASTER 'second' TO MASTER_HOST = '${host}', MASTER_PORT = ${port}, MASTER_USER = '${user}', MASTER_PASSWORD = '${password}', MASTER_USE_GTID = slave_pos`,
              "START SLAVE 'second'",
            ];
      for (const statement of statements) await query(target, statement);
      await expectRefusedAlike(target, new RegExp(`replicates from .*${port}.*in the old form`, 'u'));
    });
  });
}

/** @returns how many rows were written */
async function writeUntil(server: RunningServer, schema: string, signal: AbortSignal): Promise<number> {
  let rows = 0;
  while (!signal.aborted) {
    await query(server, `INSERT INTO ${schema}.t (n) VALUES (${rows})`);
    rows += 1;
  }
  return rows;
}

/** MariaDB shows its sources to who has SLAVE MONITOR. Without it, it is refused what may be so. */
async function unseen(source: RunningServer): Promise<void> {
  await query(source, 'CREATE DATABASE elsewhere');
  await using target = await startReplica(source, { options: { log_slave_updates: 'OFF' } });
  const login = { ...target, user: 'shipper' };
  await query(target, `CREATE USER shipper IDENTIFIED BY '${target.password}'`);
  for (const grant of [
    `SELECT, INSERT, UPDATE, DELETE, CREATE, DROP, ALTER, INDEX, LOCK TABLES, CREATE TEMPORARY TABLES, TRIGGER`,
    'REPLICATION SLAVE, REPLICATION CLIENT, PROCESS',
  ])
    await query(target, `GRANT ${grant} ON *.* TO shipper`);
  await expectRefusedAlike(target, /replicates from another one, and log_slave_updates is OFF/u, { login });
  await query(target, 'STOP ALL SLAVES');
  await expectRefusedAlike(target, /GRANT SLAVE MONITOR/u, { login });
  await query(target, 'GRANT SLAVE MONITOR ON *.* TO shipper');
  await expectRefusedAlike(target, new RegExp(`replicates from .*${source.port}.*OFF`, 'u'), { login });
  await query(target, 'RESET SLAVE ALL');
  await expectTaken(target, login);
}
