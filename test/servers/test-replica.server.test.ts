import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { run } from '../cli/cli.ts';
import {
  casesFor,
  catchUp,
  createDatabase,
  query,
  type RunningServer,
  releaseOf,
  startReplica,
  startServer,
} from '../support/servers/index.ts';
import { urlOf } from '../support/servers/running-server.ts';
import { waitFor } from '../support/wait-for.ts';

/* A plan that is tried on a replica: what its user needs there, and what is said where the replica may not have the tables of the target. */

const user = 'planner';
const password = 'secret';

for (const name of ['mysql-9.7', 'mariadb-10.11'] as const) {
  describe(`a test replica on ${name}`, { concurrency: 1, timeout: 300_000 }, () => {
    const isMysql = name === 'mysql-9.7';
    let source: RunningServer;
    let replica: RunningServer;
    let database: Awaited<ReturnType<typeof createDatabase>>;
    let folder: string;
    before(async () => {
      source = await startServer({ name });
      replica = await startReplica(source);
      database = await createDatabase(source);
      folder = await mkdtemp(join(tmpdir(), 'ghostship-test-replica-'));
      await database.query('CREATE TABLE users (id INT PRIMARY KEY, name VARCHAR(50))');
      await query(source, `CREATE USER ${user} IDENTIFIED BY '${password}'`);
      for (const grant of await grants()) await query(source, grant.replaceAll('shop', database.name));
      await catchUp(replica, source);
    });
    after(async () => {
      await rm(folder, { recursive: true });
      await replica[Symbol.asyncDispose]();
      await source[Symbol.asyncDispose]();
    });

    const plan = async (): Promise<string> => {
      const { host, port } = replica;
      const url = `${urlOf({ user, password, host, port })}${database.name}`;
      const { stdout, stderr } = await run(folder, [
        'plan',
        '--target',
        `${source.url}${database.name}`,
        '--replica',
        url,
        '--alter',
        'ALTER TABLE users MODIFY name VARCHAR(300)',
      ]);
      return stdout + stderr;
    };

    it('takes a user with what the README grants, and no less', async () => {
      assert.match(await plan(), /may not switch its binary log off/u);
      const more = isMysql ? 'SYSTEM_VARIABLES_ADMIN' : 'BINLOG ADMIN, SLAVE MONITOR';
      for (const privilege of more.split(', ')) assert.ok((await privileges()).includes(`\`${privilege}\``), privilege);
      assert.ok((await readme()).includes(more), more);
      await query(source, `GRANT ${more} ON *.* TO ${user}`);
      await catchUp(replica, source);
      const said = await plan();
      assert.match(said, /^Ready to ship\./mu);
      assert.doesNotMatch(said, /warning/u);
    });

    it('that is read-only asks for the privilege, or for another replica', async () => {
      await query(replica, 'SET GLOBAL read_only = ON');
      const said = await plan();
      assert.match(said, /The test replica is read-only\./u);
      assert.doesNotMatch(said, /Point the target/u);
      const more = isMysql ? 'CONNECTION_ADMIN' : 'READ_ONLY ADMIN';
      assert.ok(said.includes(more) && (await privileges()).includes(more));
      await query(source, `GRANT ${more} ON *.* TO ${user}`);
      await catchUp(replica, source);
      assert.match(await plan(), /^Ready to ship\./mu);
      await query(replica, 'SET GLOBAL read_only = OFF');
    });

    for (const thread of casesFor(releaseOf(name), ['SQL_THREAD', 'IO_THREAD']))
      it(`whose ${thread} is stopped is told, and so is its source`, async () => {
        await query(replica, `STOP ${isMysql ? 'REPLICA' : 'SLAVE'} ${thread}`);
        const said = await plan();
        const what = thread === 'SQL_THREAD' ? 'apply what comes from' : 'hear from';
        assert.match(
          said,
          new RegExp(`The test replica does not ${what} its source \\S+:${source.port}: that thread is stopped`, 'u'),
        );
        assert.match(said, /Ready to ship, with 1\s+warning/u);
        await query(replica, `START ${isMysql ? 'REPLICA' : 'SLAVE'}`);
        await catchUp(replica, source);
      });

    it('that is behind is told with how much', async () => {
      const blocker = await createDatabase(replica);
      try {
        const session = await blocker.connect();
        await session.query(`LOCK TABLES ${database.name}.users READ`);
        await database.query("INSERT INTO users VALUES (1, 'a')");
        const said = await waitFor(
          async () => {
            const text = await plan();
            return /is \d+ s behind/u.test(text) ? text : null;
          },
          { timeoutMs: 60_000, what: 'the plan to say that the replica is behind' },
        );
        assert.match(said, new RegExp(`The test replica is \\d+ s behind its source \\S+:${source.port}\\.`, 'u'));
        await session.query('UNLOCK TABLES');
      } finally {
        await blocker[Symbol.asyncDispose]();
      }
    });
  });
}

const privileges = (): Promise<string> => readFile(new URL('../../docs/privileges.md', import.meta.url), 'utf8');
const readme = (): Promise<string> => readFile(new URL('../../README.md', import.meta.url), 'utf8');

/** The first block of SQL under "Privileges". */
async function grants(): Promise<string[]> {
  const section = (await readme()).split('\n## Privileges\n')[1] ?? '';
  const block = /```sql\n([\s\S]*?)```/u.exec(section)?.[1] ?? '';
  return block
    .split(';')
    .map((statement) => statement.trim().replace('ghostship', user))
    .filter((statement) => statement !== '');
}
