import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import mysql from 'mysql2/promise';
import { lockName } from '../../src/engine/tables/table-names.ts';
import {
  catchUp,
  createDatabase,
  query,
  type RunningServer,
  startReplica,
  startServer,
  type TestDatabase,
} from '../support/servers/index.ts';
import { urlOf } from '../support/servers/running-server.ts';
import { readJson, run } from './cli.ts';

/*
 * What a migration refuses in its preflight, a plan refuses with the same code and the same words: where it is made on the target,
 * and where it is made on a replica of a target that is given.
 */

interface Case {
  readonly name: string;
  readonly code: string;
  readonly create?: readonly string[];
  readonly alter: string;
  readonly flags?: readonly string[];
  /** On the target alone. */
  readonly before?: readonly string[];
  readonly after?: readonly string[];
  /** What the user of the target may not. */
  readonly lacks?: string;
  /** Somebody migrates the table. */
  readonly isRunning?: boolean;
  readonly only?: 'mysql' | 'mariadb';
}

const table = 'CREATE TABLE t (id INT PRIMARY KEY AUTO_INCREMENT, n INT, p INT)';
const copied = 'ALTER TABLE t MODIFY n BIGINT';
const trigger = 'CREATE TRIGGER by_n BEFORE INSERT ON t FOR EACH ROW SET NEW.n = 1';
const child = [
  'CREATE TABLE parent (id INT PRIMARY KEY)',
  'ALTER TABLE t ADD CONSTRAINT to_parent FOREIGN KEY (p) REFERENCES parent (id)',
];
/** Small tables are altered by the server itself. */
const many = 'INSERT INTO t (n) SELECT 1 FROM seq a, seq b, seq c, seq d, seq e';
const rows = ['CREATE TABLE seq (i INT)', 'INSERT INTO seq VALUES (1),(2),(3),(4),(5),(6),(7)', many];

const cases: readonly Case[] = [
  {
    name: 'a view',
    code: 'unsupported-table',
    create: [table, 'CREATE VIEW v AS SELECT * FROM t'],
    alter: 'ALTER TABLE v ADD COLUMN a INT',
  },
  {
    name: 'another engine',
    code: 'unsupported-table',
    create: ['CREATE TABLE t (id INT PRIMARY KEY) ENGINE=MyISAM'],
    alter: 'ALTER TABLE t ADD COLUMN a INT',
  },
  { name: 'triggers', code: 'unsupported-table', create: [table, ...rows, trigger], alter: copied },
  {
    name: 'a trigger that names the column that goes',
    code: 'unsupported-table',
    create: [table, ...rows, trigger],
    alter: 'ALTER TABLE t DROP COLUMN n, MODIFY p BIGINT',
    flags: ['--triggers', 'carry'],
  },
  { name: 'foreign keys', code: 'unsupported-table', create: [table, ...rows, ...child], alter: copied },
  {
    name: 'foreign keys that cannot be carried',
    code: 'unsupported-table',
    create: [table, ...rows, ...child],
    alter: copied,
    flags: ['--foreign-keys', 'carry'],
    only: 'mariadb',
  },
  {
    name: 'no schema for what is carried',
    code: 'missing-privileges',
    create: [table, ...rows, ...child],
    alter: copied,
    flags: ['--foreign-keys', 'carry'],
    lacks: 'schemas',
    only: 'mysql',
  },
  { name: 'no key', code: 'no-migration-key', create: ['CREATE TABLE t (n INT, p INT)', ...rows], alter: copied },
  {
    name: 'a row with 0 under a counter',
    code: 'data-does-not-fit',
    create: ['CREATE TABLE t (id INT PRIMARY KEY, n INT, p INT)', 'INSERT INTO t VALUES (0, 1, 1)'],
    alter: 'ALTER TABLE t MODIFY id BIGINT AUTO_INCREMENT',
    flags: ['--algorithm', 'copy'],
  },
  {
    name: 'a table that has the ghost’s name',
    code: 'leftover-tables',
    alter: copied,
    before: ['CREATE TABLE t_gho (id INT)'],
  },
  ...['TABLE t_ghc (id INT PRIMARY KEY, x INT)', 'VIEW t_ghc AS SELECT 1 AS x', 'VIEW t_gho AS SELECT 1 AS x'].map(
    (other): Case => ({ name: other, code: 'leftover-tables', alter: copied, before: [`CREATE ${other}`] }),
  ),
  {
    name: 'a table that has the retired name',
    code: 'leftover-tables',
    alter: copied,
    before: ['CREATE TABLE t_del (id INT)'],
  },
  {
    name: 'a retired name that is taken',
    code: 'leftover-tables',
    alter: 'DROP TABLE t',
    flags: ['--allow', 'drop-table'],
    before: ['CREATE TABLE t_del (id INT)'],
  },
  { name: 'a migration that is running', code: 'already-running', alter: copied, isRunning: true },
  {
    name: 'a migration of a table that goes',
    code: 'already-running',
    alter: 'DROP TABLE t',
    flags: ['--allow', 'drop-table'],
    isRunning: true,
  },
  {
    name: 'a migration of a table that is renamed',
    code: 'already-running',
    alter: 'RENAME TABLE t TO u',
    flags: ['--allow', 'rename-table'],
    isRunning: true,
  },
  { name: 'no right to lock', code: 'missing-privileges', alter: copied, lacks: 'LOCK TABLES' },
  { name: 'no right to read the log', code: 'missing-privileges', alter: copied, lacks: 'REPLICATION SLAVE' },
  {
    name: 'a log by statements',
    code: 'binlog-not-usable',
    create: [table, ...rows],
    alter: copied,
    before: ["SET GLOBAL binlog_format = 'STATEMENT'"],
    after: ["SET GLOBAL binlog_format = 'ROW'"],
  },
  {
    name: 'a target that is read-only',
    code: 'unsupported-server',
    alter: copied,
    before: ['SET GLOBAL read_only = 1'],
    after: ['SET GLOBAL read_only = 0'],
  },
  ...['max-load', 'critical-load'].map((option) => ({
    name: `${option} of a variable that the server does not have`,
    code: 'usage',
    alter: copied,
    flags: [`--${option}`, 'Threads_running=90,Threads_conected=1'],
  })),
  {
    name: 'a lag replica that nobody reaches',
    code: 'cannot-connect',
    alter: copied,
    flags: ['--lag-replicas', 'mysql://root:secret@127.0.0.1:1/shop'],
  },
  {
    name: 'a lock-budget in which no swap succeeds',
    code: 'usage',
    alter: copied,
    flags: ['--lock-budget', '1s'],
  },
  { name: 'max-load of what is no number', code: 'usage', alter: copied, flags: ['--max-load', 'Ssl_cipher=1'] },
];

/** Who may not do everything may still make triggers. */
const options = { 'log-bin-trust-function-creators': 'ON' };

for (const name of ['mysql-9.7', 'mariadb-10.11'] as const) {
  describe(`what a migration refuses, a plan refuses on ${name}`, () => {
    it('on the target, and on a replica of it', async () => {
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

interface Refused {
  readonly code: string;
  readonly message: string;
}

async function tryCase(target: RunningServer, replica: RunningServer, each: Case): Promise<string[]> {
  await using database = await createDatabase(target);
  for (const statement of each.create ?? [table]) await database.query(statement);
  await using user = await createUser(target, database, each.lacks ?? null);
  const account = { ...user, host: target.host, port: target.port };
  const targetUrl = `${urlOf(account)}${database.name}`;
  const replicaUrl = `${urlOf(replica)}${database.name}`;
  const lock = each.isRunning === true ? await holdLock(target, database.name) : null;
  const folder = await mkdtemp(join(tmpdir(), 'ghostship-checks-'));
  try {
    await catchUp(replica, target);
    for (const statement of each.before ?? []) await unlogged(target, database.name, statement);
    const common = ['--alter', each.alter, ...(each.flags ?? []), '--target', targetUrl];
    const onTarget = await refusalOf(folder, ['plan', ...common], 'statements');
    const onReplica = await refusalOf(folder, ['plan', ...common, '--replica', replicaUrl], 'statements');
    const migrated = await refusalOf(folder, ['migrate', ...common], 'migrations');
    const faults: string[] = [];
    if (migrated?.code !== each.code) faults.push(`${each.name}: migrate says ${JSON.stringify(migrated)}`);
    for (const [way, said] of Object.entries({ onTarget, onReplica })) {
      if (said?.code !== migrated?.code || said?.message !== migrated?.message) {
        faults.push(`${each.name}: ${way} ${JSON.stringify(said)}, migrate ${JSON.stringify(migrated)}`);
      }
    }
    return faults;
  } finally {
    for (const statement of each.after ?? []) await query(target, statement);
    lock?.destroy();
    await rm(folder, { recursive: true });
  }
}

async function refusalOf(folder: string, args: readonly string[], list: string): Promise<Refused | null> {
  const { stdout, stderr } = await run(folder, [...args, '--json', 'out.json']);
  const report = await readJson(folder, 'out.json').catch(() => {
    throw new Error(`${stdout}${stderr}`);
  });
  const [first] = report[list] as { error?: Refused | null }[];
  const error = first?.error ?? null;
  return error === null ? null : { code: error.code, message: error.message };
}

/** On the target alone: what it leaves there has not come to the replica. */
async function unlogged(target: RunningServer, database: string, statement: string): Promise<void> {
  const connection = await mysql.createConnection({ uri: `${target.url}${database}` });
  try {
    await connection.query('SET SESSION sql_log_bin = 0');
    await connection.query(statement);
  } finally {
    await connection.end();
  }
}

async function holdLock(target: RunningServer, schema: string): Promise<mysql.Connection> {
  const connection = await mysql.createConnection({ uri: target.url });
  await connection.query('SELECT GET_LOCK(?, 0)', [lockName({ schema, name: 't' })]);
  return connection;
}

const onSchema =
  'SELECT, INSERT, UPDATE, DELETE, CREATE, DROP, ALTER, INDEX, LOCK TABLES, CREATE TEMPORARY TABLES, TRIGGER, REFERENCES, CREATE VIEW, SHOW VIEW';

async function createUser(
  server: RunningServer,
  { name }: TestDatabase,
  lacks: string | null,
): Promise<{ readonly user: string; readonly password: string } & AsyncDisposable> {
  const user = `u_${name.slice(-12)}`;
  const without = (list: string): string =>
    list
      .split(', ')
      .filter((privilege) => privilege !== lacks)
      .join(', ');
  await query(server, `CREATE USER ${user} IDENTIFIED BY 'secret'`);
  await query(server, `GRANT ${without(onSchema)} ON \`${name}\`.* TO ${user}`);
  if (lacks !== 'schemas') await query(server, `GRANT ${without(onSchema)} ON \`${name}\\_%\`.* TO ${user}`);
  await query(server, `GRANT ${without('PROCESS, REPLICATION SLAVE, REPLICATION CLIENT')} ON *.* TO ${user}`);
  // The triggers belong to somebody else.
  const others = server.flavor === 'mysql' ? 'SET_ANY_DEFINER, SYSTEM_USER' : 'SET USER';
  await query(server, `GRANT ${others} ON *.* TO ${user}`);
  return {
    user,
    password: 'secret',
    async [Symbol.asyncDispose]() {
      await query(server, `DROP USER ${user}`);
    },
  };
}
