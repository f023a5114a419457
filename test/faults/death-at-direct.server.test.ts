import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { lockName } from '../../src/engine/tables/table-names.ts';
import { type BuiltAction, buildAction } from '../action/build-action.ts';
import { type Child, type Ended as FinishedChild, startChild } from '../network/child.ts';
import { runCommand } from '../support/scenario/run-command.ts';
import {
  casesFor,
  createDatabase,
  type Row,
  type ServerAddress,
  type TestDatabase,
  testServers,
} from '../support/servers/index.ts';
import { waitFor } from '../support/wait-for.ts';
import { openWireTap, type WireTap } from './support/wire-tap.ts';

interface Case {
  /** What is there before. */
  readonly made: readonly string[];
  readonly statement: string;
  /** How the server is told to do it. */
  readonly sent: RegExp;
  /** What is there once it was done once, and neither before nor when it was done twice. */
  readonly look: string;
  readonly found: readonly Row[];
}

const t = 'CREATE TABLE t (id INT PRIMARY KEY, a INT, c INT)';
const rowInT = 'INSERT INTO t VALUES (1, 10, 30)';
const tables = `SELECT TABLE_NAME AS name FROM information_schema.TABLES
  WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME <> 'ghostship_migrations' ORDER BY TABLE_NAME`;

const ofOurs = `SELECT TABLE_NAME AS name FROM information_schema.TABLES
  WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME LIKE 't\\_gh%'`;

const newColumn: Case = {
  made: [t, rowInT],
  statement: 'ALTER TABLE t ADD COLUMN d INT NOT NULL DEFAULT 4',
  sent: /^ALTER TABLE `[^`]+`\.`t` /u,
  look: 'SELECT d FROM t',
  found: [{ d: 4 }],
};

const cases: Readonly<Record<string, Case>> = {
  'columns that change places': {
    made: [t, rowInT],
    statement: 'ALTER TABLE t RENAME COLUMN a TO c, RENAME COLUMN c TO a',
    sent: /^ALTER TABLE `[^`]+`\.`t` /u,
    look: 'SELECT a, c FROM t',
    found: [{ a: 30, c: 10 }],
  },
  'tables that change places': {
    made: [t, rowInT, 'CREATE TABLE u LIKE t', 'INSERT INTO u VALUES (2, 20, 40)'],
    statement: 'RENAME TABLE t TO x, u TO t, x TO u',
    sent: /^RENAME TABLE /u,
    look: 'SELECT id FROM t',
    found: [{ id: 2 }],
  },
  'an index without a name': {
    made: [t, rowInT],
    statement: 'ALTER TABLE t ADD INDEX (c)',
    sent: /^ALTER TABLE `[^`]+`\.`t` /u,
    look: `SELECT COUNT(*) AS n FROM information_schema.STATISTICS WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 't'`,
    found: [{ n: 2 }],
  },
  'a new column': newColumn,
  'a foreign key that is checked afterwards': {
    made: [
      t,
      'CREATE TABLE parent (id INT PRIMARY KEY)',
      'INSERT INTO parent VALUES (1)',
      `INSERT INTO t WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 900) SELECT i, 1, 1 FROM n`,
      ...[1, 2, 4, 8].map((times) => `INSERT INTO t SELECT id + ${times} * 900, a, c FROM t`),
    ],
    statement: 'ALTER TABLE t ADD FOREIGN KEY (a) REFERENCES parent (id)',
    sent: /^REPLACE INTO .*`t_ghc` .*'unchecked-keys', NULL/u,
    look: `SELECT COUNT(*) AS n FROM information_schema.REFERENTIAL_CONSTRAINTS WHERE CONSTRAINT_SCHEMA = DATABASE()`,
    found: [{ n: 1 }],
  },
  'a new table': {
    made: [],
    statement: 'CREATE TABLE n (id INT PRIMARY KEY)',
    sent: /^CREATE TABLE n /u,
    look: tables,
    found: [{ name: 'n' }],
  },
  'a table that is dropped': {
    made: [t, rowInT],
    statement: 'DROP TABLE t',
    sent: /^RENAME TABLE /u,
    look: tables,
    found: [{ name: 't_del' }],
  },
  'another name': {
    made: [t, rowInT],
    statement: 'RENAME TABLE t TO other',
    sent: /^RENAME TABLE /u,
    look: tables,
    found: [{ name: 'other' }],
  },
};

const allowed = ['add-foreign-key', 'rename-column', 'rename-table', 'drop-table', 'blocking'];

describe('a run dies as the server carries out its statement, and the next one sends it no second time', {
  concurrency: 3,
}, () => {
  let built: BuiltAction;
  before(async () => {
    built = await buildAction();
  });
  after(() => built[Symbol.asyncDispose]());
  const main = (): string => join(built.folder, 'dist/cli.js');

  for (const server of testServers()) {
    for (const at of casesFor(server, ['statement', 'answer'] as const))
      it(
        `on ${server.name}: a person is asked where the table was altered since, at the ${at}`,
        { timeout: 120_000 },
        () => askAPerson(server, main(), at),
      );
    for (const by of casesFor(server, ['abort', 'cleanup'] as const))
      for (const at of ['statement', 'answer'] as const)
        it(`on ${server.name}: status and ${by} tell the truth, at the ${at}`, { timeout: 120_000 }, () =>
          told(server, main(), by, at),
        );
    it(
      `on ${server.name}: a typed statement is not sent again while the lock of its run comes free`,
      {
        timeout: 120_000,
      },
      () => lockComesFree(server, main()),
    );
    for (const [what, one] of casesFor(server, Object.entries(cases))) {
      for (const at of ['statement', 'answer'] as const) {
        for (const from of ['file', 'typed'] as const) {
          if (from === 'typed' && !one.statement.startsWith('ALTER')) continue;
          const when = at === 'statement' ? 'before it hears it' : 'once it is done';
          it(`on ${server.name}: ${what}, ${when}, ${from}`, { timeout: 120_000 }, () =>
            dieAndGoOn(server, main(), one, at, from),
          );
        }
      }
    }
  }
});

async function dieAndGoOn(
  server: ServerAddress,
  main: string,
  { made, statement, sent, look, found }: Case,
  at: 'statement' | 'answer',
  from: 'file' | 'typed',
): Promise<void> {
  await using database = await createDatabase(server);
  await using tap = await openWireTap(server);
  await using folder = await openFolder(statement);
  for (const sql of made) await database.query(sql);
  const what = from === 'file' ? ['--files', 'migrations/*.sql'] : ['--alter', statement];
  const machine = { server, database, tap, main, folder: folder.path, what };

  await dieAt(machine, sent, at);
  if (from === 'file') {
    const rows = await database.query('SELECT * FROM ghostship_migrations');
    const planned = await plan(machine);
    assert.equal(planned.exitCode, 0, planned.said);
    const says = /applied by a run that died before it could say so; the next run writes that down/u;
    if (at === 'answer') assert.match(planned.said, says);
    else assert.doesNotMatch(planned.said, says);
    // A replica does not tell whether two tables have changed places.
    const onReplica = await plan(machine, '--replica');
    assert.doesNotMatch(onReplica.said, /the tables do not tell/u);
    if (at === 'answer' && !statement.includes('u TO t')) assert.match(onReplica.said, says);
    else assert.doesNotMatch(onReplica.said, says);
    assert.deepEqual(await database.query('SELECT * FROM ghostship_migrations'), rows, 'a plan writes nothing down');
  }
  const next = await run(machine);
  assert.equal(next.exitCode, 0, next.said);
  assert.deepEqual(await database.query(look), found, next.said);
  assert.deepEqual(await database.query(ofOurs), [], next.said);
  if (at === 'answer') assert.match(next.said, /had carried out the statement on \S+ when its run died/u);
  const completed = await database.query("SELECT id FROM ghostship_migrations WHERE state = 'completed'");
  assert.equal(completed.length, 1, next.said);
  if (from === 'typed') return;
  const last = await run(machine);
  assert.equal(last.exitCode, 0, last.said);
  assert.deepEqual(await database.query(look), found, last.said);
}

async function lockComesFree(server: ServerAddress, main: string): Promise<void> {
  const { made, statement, sent, look, found } = cases['columns that change places'] ?? assert.fail();
  await using database = await createDatabase(server);
  await using tap = await openWireTap(server);
  await using folder = await openFolder(statement);
  for (const sql of made) await database.query(sql);
  const machine = { server, database, tap, main, folder: folder.path, what: ['--alter', statement] };
  await dieAt(machine, sent, 'answer');
  const holder = await database.connect();
  const [taken] = await holder.query('SELECT GET_LOCK(?, 20) AS taken', [
    lockName({ schema: database.name, name: 't' }),
  ]);
  assert.deepEqual(taken, [{ taken: 1 }]);

  await using next = start(machine);
  const isWaiting = async (): Promise<boolean> => {
    const processes = await database.query('SHOW PROCESSLIST');
    return processes.some(({ db, Info }) => db === database.name && String(Info).startsWith('SELECT GET_LOCK'));
  };
  await waitFor(isWaiting, { timeoutMs: 30_000, what: 'the run to wait for the lock' });
  await holder.end();
  const { exitCode, said } = await next.ends(60_000);
  assert.equal(exitCode, 0, said);
  assert.deepEqual(await database.query(look), found, said);
}

/** What was carried out is not undone, and nobody says that it is. */
async function told(
  server: ServerAddress,
  main: string,
  by: 'abort' | 'cleanup',
  at: 'statement' | 'answer',
): Promise<void> {
  const { made, statement, sent } = newColumn;
  await using database = await createDatabase(server);
  await using tap = await openWireTap(server);
  await using folder = await openFolder(statement);
  for (const sql of made) await database.query(sql);
  const machine = { server, database, tap, main, folder: folder.path, what: ['--files', 'migrations/*.sql'] };
  await dieAt(machine, sent, at);
  const isDone = at === 'answer';
  const isDead = async (): Promise<boolean> =>
    /\bleft behind\b|\bits run died\b/u.test((await ask(machine, 'status')).said);
  await waitFor(isDead, { timeoutMs: 60_000, what: 'the server to have let go of its connections' });
  const status = await ask(machine, 'status');
  const dry = await ask(machine, 'cleanup', '--dry-run');
  if (isDone) {
    assert.match(status.said, /t: the server has carried it out, and its run died/u);
    assert.match(dry.said, /The server had carried out the statement on t when its run died/u);
  } else {
    assert.doesNotMatch(status.said, /carried/u);
    assert.doesNotMatch(dry.said, /carried/u);
  }

  const { said, exitCode } = await ask(machine, by);
  if (isDone && by === 'abort') assert.match(said, /The abort came too late: the migration of t is completed/u);
  else if (isDone) assert.match(said, /The server had carried out the statement on t when its run died/u);
  else if (by === 'abort') assert.match(said, /What it had copied is removed, and t is as it was/u);
  if (!isDone) assert.equal(exitCode, 0, said);
  assert.deepEqual(await database.query(ofOurs), [], said);
  const last = await run(machine);
  assert.equal(last.exitCode, 0, last.said);
  assert.deepEqual(await database.query('SELECT d FROM t'), [{ d: 4 }], last.said);
}

/** Somebody has altered the table since, so neither definition is there. What the refusal advises is carried out. */
async function askAPerson(server: ServerAddress, main: string, at: 'statement' | 'answer'): Promise<void> {
  const { made, statement, sent } = newColumn;
  await using database = await createDatabase(server);
  await using tap = await openWireTap(server);
  await using folder = await openFolder(statement);
  for (const sql of made) await database.query(sql);
  const machine = { server, database, tap, main, folder: folder.path, what: ['--files', 'migrations/*.sql'] };
  await dieAt(machine, sent, at);
  await database.query('ALTER TABLE t ADD COLUMN other INT');

  const planned = await plan(machine);
  assert.equal(planned.exitCode, 1, planned.said);
  assert.match(planned.said, /the tables do not tell whether it was carried out/u);
  const refused = await run(machine);
  assert.equal(refused.exitCode, 3, refused.said);
  assert.match(refused.said, /the tables do not tell whether it was carried out/u);
  const [, whereDone = '', whereNot = ''] =
    /If it was: (UPDATE .*)\. If it was not: (UPDATE .*)\.$/mu.exec(refused.said) ?? [];
  await database.query(at === 'answer' ? whereDone : whereNot);
  const last = await run(machine);
  assert.equal(last.exitCode, 0, last.said);
  assert.deepEqual(await database.query('SELECT d FROM t'), [{ d: 4 }], last.said);
}

async function dieAt(machine: Machine, sent: RegExp, at: 'statement' | 'answer'): Promise<void> {
  const { tap } = machine;
  const held = at === 'statement' ? tap.holdStatement(sent) : tap.holdAnswer(sent);
  await using child = start(machine);
  const ended = child.ends(60_000).then(({ said }) => Promise.reject(new Error(`It ended: ${said}`)));
  const { wire } = await Promise.race([held, ended]);
  child.kill('SIGKILL');
  wire.cut();
}

interface Machine {
  readonly server: ServerAddress;
  readonly database: TestDatabase;
  readonly tap: WireTap;
  readonly main: string;
  readonly folder: string;
  readonly what: readonly string[];
}

type Place = '--target' | '--replica';
type Ended = Pick<FinishedChild, 'exitCode' | 'said'>;

function start(machine: Machine): Child {
  return startChild(machine.main, argsOf(machine, 'migrate'), machine.server.password, machine.folder);
}

async function run(machine: Machine): Promise<Ended> {
  return await end(machine, argsOf(machine, 'migrate'));
}

async function plan(machine: Machine, place: Place = '--target'): Promise<Ended> {
  return await end(machine, argsOf(machine, 'plan', place));
}

function argsOf(
  { server, database, tap, what }: Machine,
  command: 'migrate' | 'plan',
  place: Place = '--target',
): string[] {
  const target = `mysql://${server.user}@127.0.0.1:${tap.port}/${database.name}?ssl-mode=disabled`;
  return [command, place, target, ...what, ...allowed.flatMap((rule) => ['--allow', rule])];
}

async function ask(machine: Machine, ...args: readonly string[]): Promise<Ended> {
  const { user, host, port } = machine.server;
  const target = `mysql://${user}@${host}:${port}/${machine.database.name}?ssl-mode=disabled`;
  return await end(machine, [...args, '--target', target]);
}

async function end({ server, main, folder }: Machine, args: readonly string[]): Promise<Ended> {
  const command = { program: main, args, cwd: folder, env: { GHOSTSHIP_PASSWORD: server.password } };
  const { exitCode, output } = await runCommand(command, AbortSignal.timeout(60_000));
  return { exitCode, said: output };
}

async function openFolder(statement: string): Promise<AsyncDisposable & { readonly path: string }> {
  const path = await mkdtemp(join(tmpdir(), 'ghostship-direct-'));
  await mkdir(join(path, 'migrations'));
  await writeFile(join(path, 'migrations/1.sql'), `${statement};\n`);
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
}
