import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import {
  catchUp,
  createDatabase,
  query,
  type RunningServer,
  startReplica,
  startServer,
  type TestServer,
  testServers,
} from '../support/servers/index.ts';
import { urlOf } from '../support/servers/running-server.ts';
import { readJson, run } from './cli.ts';

/*
 * What the user of the target may not do, a plan says before the merge, with the code and the words of the migration: where it is
 * made on the target, and where it is made on a replica, whose user may do everything.
 */

interface Case {
  readonly name: string;
  /** HOME and OTHER stand for two databases. */
  readonly statement: string;
  /** What the user may not, in one of them or on the server. */
  readonly lacks: { readonly home?: string; readonly other?: string; readonly server?: string };
  readonly flags?: readonly string[];
  readonly only?: 'mysql' | 'mariadb';
  /** Only the server knows that the statement needs it: a plan on a replica, whose user may do it, cannot tell. */
  readonly isSeenByTrying?: true;
}

const trigger = 'CREATE TRIGGER HOME.by_n BEFORE INSERT ON HOME.guarded FOR EACH ROW SET NEW.n = 1';
const tables = [
  ...['HOME', 'OTHER'].flatMap((database) => [
    `CREATE TABLE ${database}.t (id INT PRIMARY KEY, n INT)`,
    `CREATE TABLE ${database}.parent (id INT PRIMARY KEY)`,
  ]),
  'CREATE TABLE HOME.guarded (id INT PRIMARY KEY, n INT)',
  trigger,
];

const allowed = [
  '--databases',
  'OTHER',
  '--data-statements',
  'run',
  '--allow',
  'drop-table,rename-table,add-foreign-key',
];

const cases: readonly Case[] = [
  { name: 'a new table', statement: 'CREATE TABLE made (id INT PRIMARY KEY)', lacks: { home: 'CREATE' } },
  {
    name: 'a new table elsewhere',
    statement: 'CREATE TABLE OTHER.made (id INT PRIMARY KEY)',
    lacks: { other: 'CREATE' },
  },
  {
    name: 'a new table, without a ledger',
    statement: 'CREATE TABLE OTHER.made (id INT PRIMARY KEY)',
    lacks: { home: 'UPDATE' },
  },
  {
    name: 'a copy of a table that is not to be read',
    statement: 'CREATE TABLE made LIKE OTHER.t',
    lacks: { other: 'SELECT' },
  },
  {
    name: 'a new table that refers to another one',
    statement: 'CREATE TABLE made (id INT PRIMARY KEY, p INT, FOREIGN KEY (p) REFERENCES OTHER.parent (id))',
    lacks: { other: 'REFERENCES' },
    only: 'mysql',
  },
  { name: 'a table that goes', statement: 'DROP TABLE t', lacks: { home: 'ALTER' } },
  { name: 'a table that goes elsewhere', statement: 'DROP TABLE OTHER.t', lacks: { other: 'DROP' } },
  { name: 'a name that changes', statement: 'RENAME TABLE t TO u', lacks: { home: 'INSERT' } },
  { name: 'a name that changes elsewhere', statement: 'RENAME TABLE OTHER.t TO OTHER.u', lacks: { other: 'ALTER' } },
  { name: 'a table that moves in', statement: 'RENAME TABLE OTHER.t TO u', lacks: { other: 'DROP' } },
  { name: 'a table that moves out', statement: 'RENAME TABLE t TO OTHER.u', lacks: { other: 'CREATE' } },
  { name: 'new rows', statement: 'INSERT INTO t VALUES (1, 1)', lacks: { home: 'LOCK TABLES' } },
  { name: 'new rows elsewhere', statement: 'INSERT INTO OTHER.t VALUES (1, 1)', lacks: { other: 'INSERT' } },
  { name: 'changed rows elsewhere', statement: 'UPDATE OTHER.t SET n = 2 WHERE id = 1', lacks: { other: 'UPDATE' } },
  { name: 'rows that go elsewhere', statement: 'DELETE FROM OTHER.t WHERE id = 1', lacks: { other: 'DELETE' } },
  {
    name: 'a change elsewhere, without a ledger',
    statement: 'ALTER TABLE OTHER.t ADD COLUMN a INT',
    lacks: { home: 'UPDATE' },
  },
  {
    name: 'a foreign key to a table that may not be referred to',
    statement: 'ALTER TABLE t ADD FOREIGN KEY (n) REFERENCES OTHER.parent (id)',
    lacks: { other: 'REFERENCES' },
    only: 'mysql',
  },
  {
    name: 'a table in a folder that is not to be written',
    statement: "CREATE TABLE made (id INT PRIMARY KEY) DATA DIRECTORY = '/tmp'",
    lacks: {},
    only: 'mysql',
    isSeenByTrying: true,
  },
  {
    name: 'numbers that are not to be drawn',
    statement: 'CREATE TABLE made (id INT PRIMARY KEY DEFAULT NEXTVAL(OTHER.numbers))',
    lacks: { other: 'INSERT' },
    only: 'mariadb',
    isSeenByTrying: true,
  },
  {
    name: 'numbers that are not to be drawn, in a table that is there',
    statement: 'ALTER TABLE t ALTER n SET DEFAULT NEXTVAL(OTHER.numbers)',
    lacks: { other: 'INSERT' },
    only: 'mariadb',
    isSeenByTrying: true,
  },
  {
    name: 'triggers of somebody else',
    statement: 'ALTER TABLE guarded MODIFY n BIGINT',
    lacks: { server: 'definers' },
    flags: ['--triggers', 'carry', '--algorithm', 'copy'],
  },
];

/** Who may not do everything may still make triggers. */
const options = { 'log-bin-trust-function-creators': 'ON' };

for (const name of ['mysql-9.7', 'mariadb-10.11'] as const) {
  describe(`what the user of the target may not do, on ${name}`, () => {
    it('is said by the plan as by the migration', async () => {
      await using target = await startServer({ name, options });
      await using replica = await startReplica(target, { options });
      const faults: string[] = [];
      for (const each of cases) {
        if (each.only !== undefined && each.only !== target.flavor) continue;
        faults.push(...(await tryCase(target, replica, each)));
      }
      assert.deepEqual(faults, []);
    });
  });
}

for (const server of testServers())
  it(`who may not read is told which privilege is missing, on ${server.name}`, async () => {
    await using home = await createDatabase(server);
    await home.query('CREATE TABLE t (id INT PRIMARY KEY)');
    await home.query('CREATE TABLE ghostship_migrations (id INT PRIMARY KEY)');
    await using other = await createDatabase(server);
    await using user = await createUser(server, home.name, other.name, { lacks: { home: 'SELECT' } });
    const target = `${urlOf({ ...user, host: server.host, port: server.port })}${home.name}`;
    const folder = await mkdtemp(join(tmpdir(), 'ghostship-privileges-'));
    try {
      await mkdir(join(folder, 'migrations'));
      await writeFile(join(folder, 'migrations/1.sql'), 'ALTER TABLE t ADD COLUMN a INT;');
      for (const command of ['plan', 'migrate']) {
        const { stdout, stderr } = await run(folder, [command, '--target', target, '--json', 'out.json']);
        assert.match(stdout + stderr, /The user lacks a privilege: SELECT command denied/u);
        assert.doesNotMatch(stdout + stderr, /server-error|could not be asked/u);
      }
    } finally {
      await rm(folder, { recursive: true });
    }
  });

for (const server of testServers().filter(({ flavor }) => flavor === 'mysql'))
  it('who may make triggers of others is told of SYSTEM_USER, where those have it', async () => {
    await using home = await createDatabase(server);
    for (const statement of tables.filter((one) => one.includes('HOME.guarded')))
      await home.query(statement.replaceAll('HOME', home.name));
    await using other = await createDatabase(server);
    await using user = await createUser(server, home.name, other.name, { lacks: { server: 'definers' } });
    await query(server, `GRANT SUPER, SET_ANY_DEFINER ON *.* TO ${user.user}`);
    const target = `${urlOf({ ...user, host: server.host, port: server.port })}${home.name}`;
    const statement = ['--alter', 'ALTER TABLE guarded MODIFY n BIGINT', '--triggers', 'carry', '--algorithm', 'copy'];
    const folder = await mkdtemp(join(tmpdir(), 'ghostship-privileges-'));
    try {
      const { stdout, stderr } = await run(folder, ['migrate', '--target', target, ...statement]);
      assert.match(stdout + stderr, /Grant SYSTEM_USER on \*\.\* to the user of the target URL/u);
      await query(server, `GRANT SYSTEM_USER ON *.* TO ${user.user}`);
      assert.equal((await run(folder, ['migrate', '--target', target, ...statement])).exitCode, 0);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

interface Refused {
  readonly code: string;
  readonly message: string;
}

async function tryCase(target: RunningServer, replica: RunningServer, each: Case): Promise<string[]> {
  await using home = await createDatabase(target);
  await using other = await createDatabase(target);
  const named = (text: string): string => text.replaceAll('HOME', home.name).replaceAll('OTHER', other.name);
  for (const statement of tables) await query(target, named(statement));
  if (target.flavor === 'mariadb') await query(target, named('CREATE SEQUENCE OTHER.numbers'));
  await using user = await createUser(target, home.name, other.name, each);
  const targetUrl = `${urlOf({ ...user, host: target.host, port: target.port })}${home.name}`;
  const replicaUrl = `${urlOf(replica)}${home.name}`;
  const folder = await mkdtemp(join(tmpdir(), 'ghostship-privileges-'));
  try {
    await catchUp(replica, target);
    const statement = ['--alter', named(each.statement), '--target', targetUrl];
    const common = [...statement, ...allowed.map(named), ...(each.flags ?? [])];
    const onTarget = await refusalOf(folder, ['plan', ...common], 'statements');
    const onReplica = await refusalOf(folder, ['plan', ...common, '--replica', replicaUrl], 'statements');
    const migrated = await refusalOf(folder, ['migrate', ...common], 'migrations');
    const faults: string[] = [];
    if (migrated?.code !== 'missing-privileges') faults.push(`${each.name}: migrate says ${JSON.stringify(migrated)}`);
    const plans = each.isSeenByTrying === true ? { onTarget } : { onTarget, onReplica };
    for (const [way, said] of Object.entries(plans)) {
      if (said?.code !== migrated?.code || said?.message !== migrated?.message)
        faults.push(`${each.name}: ${way} ${JSON.stringify(said)}, migrate ${JSON.stringify(migrated)}`);
    }
    return faults;
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function refusalOf(folder: string, args: readonly string[], list: string): Promise<Refused | null> {
  const { stdout, stderr } = await run(folder, [...args, '--json', 'out.json']);
  const report = await readJson(folder, 'out.json').catch(() => {
    throw new Error(`${stdout}${stderr}`);
  });
  await rm(join(folder, 'out.json'));
  const [first] = report[list] as { error?: Refused | null }[];
  const error = first?.error ?? null;
  return error === null ? null : { code: error.code, message: error.message };
}

const onDatabase =
  'SELECT, INSERT, UPDATE, DELETE, CREATE, DROP, ALTER, INDEX, LOCK TABLES, CREATE TEMPORARY TABLES, TRIGGER, REFERENCES';

async function createUser(
  server: TestServer,
  home: string,
  other: string,
  { lacks }: Pick<Case, 'lacks'>,
): Promise<{ readonly user: string; readonly password: string } & AsyncDisposable> {
  const user = `u_${home.slice(-12)}`;
  const without = (missing: string | undefined): string =>
    onDatabase
      .split(', ')
      .filter((privilege) => privilege !== missing)
      .join(', ');
  await query(server, `CREATE USER ${user} IDENTIFIED BY 'secret'`);
  await query(server, `GRANT ${without(lacks.home)} ON \`${home}\`.* TO ${user}`);
  await query(server, `GRANT ${without(lacks.home)} ON \`${home}\\_%\`.* TO ${user}`);
  await query(server, `GRANT ${without(lacks.other)} ON \`${other}\`.* TO ${user}`);
  await query(server, `GRANT PROCESS, REPLICATION SLAVE, REPLICATION CLIENT ON *.* TO ${user}`);
  const definers = server.flavor === 'mysql' ? 'SET_ANY_DEFINER, SYSTEM_USER' : 'SET USER';
  if (lacks.server !== 'definers') await query(server, `GRANT ${definers} ON *.* TO ${user}`);
  return {
    user,
    password: 'secret',
    async [Symbol.asyncDispose]() {
      await query(server, `DROP USER ${user}`);
    },
  };
}
