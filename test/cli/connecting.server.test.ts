import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import {
  casesFor,
  createDatabase,
  query,
  serverNames,
  startServer,
  type TestServer,
  testServers,
} from '../support/servers/index.ts';
import { run } from './cli.ts';

/* Whatever keeps a command from its database: the first cause is told, with the connection and the server's own words. */

interface Obstacle {
  readonly what: string;
  /** Of the account of a user of its own. */
  readonly account?: string;
  readonly url: (place: Place) => string;
  readonly words: RegExp;
  readonly hint: RegExp;
}

interface Place {
  readonly server: TestServer;
  readonly database: string;
  readonly user: string;
}

const urlOf = (
  { server, database, user }: Place,
  change: Partial<Record<'password' | 'port' | 'database', string>>,
): string =>
  `mysql://${user}:${change.password ?? 'secret'}@${server.host}:${change.port ?? server.port}/${change.database ?? database}`;

const obstacles: readonly Obstacle[] = [
  {
    what: 'nobody listens at the port',
    url: (place) => urlOf(place, { port: '1' }),
    words: /Cannot reach \w+@127\.0\.0\.1:1\/.*ECONNREFUSED/u,
    hint: /Check host and port/u,
  },
  {
    what: 'the password is wrong',
    url: (place) => urlOf(place, { password: 'wrong' }),
    words: /refused \w+@127\.0\.0\.1:\d+\/.*Access denied for user/u,
    hint: /Check the user, the password/u,
  },
  {
    what: 'there is no such database',
    url: (place) => urlOf(place, { database: `${place.database}_too` }),
    words: /refused \w+@127\.0\.0\.1:\d+\/.*(?:Access denied|Unknown database)/u,
    hint: /database name/u,
  },
  {
    what: 'the user has no connection left',
    url: (place) => urlOf(place, {}),
    words: /no connection left for \w+@127\.0\.0\.1:\d+\/.*max_user_connections/u,
    hint: /limit of this user/u,
  },
  {
    what: 'the account is locked',
    account: 'ACCOUNT LOCK',
    url: (place) => urlOf(place, {}),
    words: /refused \w+@127\.0\.0\.1:\d+\/.*locked/u,
    hint: /ALTER USER … ACCOUNT UNLOCK/u,
  },
  {
    what: 'the password has expired',
    account: 'PASSWORD EXPIRE',
    url: (place) => urlOf(place, {}),
    words: /refused \w+@127\.0\.0\.1:\d+\/.*(?:expired|SET PASSWORD)/u,
    hint: /a new password \(ALTER USER … IDENTIFIED BY …\)/u,
  },
  {
    what: 'the user has asked all that it may within an hour',
    account: 'WITH MAX_QUERIES_PER_HOUR 1',
    url: (place) => urlOf(place, {}),
    words: /does no more for \w+@127\.0\.0\.1:\d+\/.*max_\w+/u,
    hint: /Raise that limit of the user/u,
  },
];

for (const server of testServers()) {
  describe(`on the way to ${server.name}`, { timeout: 120_000 }, () => {
    let folder = '';
    const user = `u${randomBytes(4).toString('hex')}`;
    before(async () => {
      folder = await mkdtemp(join(tmpdir(), 'ghostship-cli-'));
      await query(server, `CREATE USER ${user} IDENTIFIED BY 'secret' WITH MAX_USER_CONNECTIONS 1`);
      await query(server, `GRANT ALL ON *.* TO ${user}`);
    });
    after(async () => {
      await query(server, `DROP USER ${user}`);
      await rm(folder, { recursive: true });
    });

    for (const { what, account, url, words, hint } of casesFor(server, obstacles)) {
      test(what, async () => {
        await using own = await accountOf(server, account);
        await using database = await createDatabase(server);
        await database.query('CREATE TABLE t (id INT PRIMARY KEY)');
        const target = url({ server, database: database.name, user: own?.name ?? user });
        for (const command of ['plan', 'migrate']) {
          const { exitCode, stdout, stderr } = await run(folder, [
            command,
            '--target',
            target,
            '--alter',
            'ALTER TABLE t ADD a INT',
          ]);
          assert.equal(exitCode, 1, stdout);
          assert.match(stdout + stderr, words, command);
          assert.match(stdout + stderr, hint, command);
          assert.doesNotMatch(stdout + stderr, /no target and no replica|secret/u, command);
        }
      });
    }
  });

  test(`on the way to ${server.name}, which takes short statements only`, { timeout: 120_000 }, async () => {
    const name = serverNames.find((one) => one.startsWith(server.name));
    assert.ok(name !== undefined);
    await using own = await startServer({ name });
    await using database = await createDatabase(own);
    await database.query('CREATE TABLE t (id INT PRIMARY KEY)');
    const folder = await mkdtemp(join(tmpdir(), 'ghostship-cli-'));
    const migrate = () => run(folder, ['migrate', '--target', database.url, '--alter', 'ALTER TABLE t ADD a INT']);
    await query(own, 'SET GLOBAL max_allowed_packet = 1024, GLOBAL net_buffer_length = 1024');
    const { exitCode, stderr } = await migrate();
    assert.equal(exitCode, 1);
    assert.match(stderr, /was reached as [\s\S]*max_allowed_packet[\s\S]*Raise its max_allowed_packet/u);
    await query(own, 'SET GLOBAL max_allowed_packet = 16777216');
    assert.equal((await migrate()).exitCode, 0);
    await rm(folder, { recursive: true });
  });
}

async function accountOf(server: TestServer, options?: string): Promise<({ name: string } & AsyncDisposable) | null> {
  if (options === undefined) return null;
  const name = `u${randomBytes(4).toString('hex')}`;
  await query(server, `CREATE USER ${name} IDENTIFIED BY 'secret' ${options}`);
  await query(server, `GRANT ALL ON *.* TO ${name}`);
  return { name, [Symbol.asyncDispose]: async () => void (await query(server, `DROP USER ${name}`)) };
}
