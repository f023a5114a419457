import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { type BuiltAction, buildAction } from '../action/build-action.ts';
import { type Child, startChild } from '../network/child.ts';
import {
  casesFor,
  createDatabase,
  type ServerAddress,
  type TestDatabase,
  testServers,
} from '../support/servers/index.ts';
import { waitFor } from '../support/wait-for.ts';
import { openWireTap, type WireTap } from './support/wire-tap.ts';

/*
 * The network has swallowed a statement, its sender has given up, said what became of the table and gone. Then the network brings
 * the statement to the server after all. It must find its connection ended there, or what was said is not so any more.
 */

interface Late {
  readonly statement: string;
  /** What is held up on its way. */
  readonly held: RegExp;
  /** One row while it is not carried out. */
  readonly untouched: string;
}

const cases: Readonly<Record<string, Late>> = {
  'a COMMIT of changed rows': {
    statement: 'UPDATE t SET n = n + 1',
    held: /^COMMIT$/u,
    untouched: 'SELECT 1 FROM t WHERE n = 1',
  },
  'a RENAME that a person wrote': {
    statement: 'RENAME TABLE t TO v',
    held: /^RENAME TABLE .*`v`/u,
    untouched: existing('t'),
  },
  'a RENAME that stands for DROP TABLE': {
    statement: 'DROP TABLE t',
    held: /^RENAME TABLE .*_del`/u,
    untouched: existing('t'),
  },
  'an ALTER that the server does': {
    statement: 'ALTER TABLE t ADD COLUMN added INT',
    held: /^ALTER TABLE `[^`]+`\.`t` /u,
    untouched: `${existing('t')} AND NOT EXISTS (SELECT 1 FROM information_schema.COLUMNS
      WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 't' AND COLUMN_NAME = 'added')`,
  },
};

describe('a statement arrives late', { concurrency: 2 }, () => {
  let built: BuiltAction;
  before(async () => {
    built = await buildAction();
  });
  after(() => built[Symbol.asyncDispose]());

  for (const server of testServers()) {
    describe(`on ${server.name}`, { concurrency: 2 }, () => {
      for (const [name, late] of casesFor(server, Object.entries(cases))) {
        it(`${name}: it is not carried out any more`, { timeout: 90_000 }, () =>
          arrive(server, join(built.folder, 'dist/cli.js'), late),
        );
      }
    });
  }
});

async function arrive(server: ServerAddress, main: string, { statement, held, untouched }: Late): Promise<void> {
  await using scene = await setScene(server, main, statement);
  const { database, tap } = scene;
  const holding = tap.holdStatement(held);
  await using child = scene.migrate();
  const { wire, release } = await holding;
  wire.strand();
  // So that it is not sent a second time.
  child.kill('SIGINT');
  const { exitCode, said } = await child.ends(30_000);
  // What has come to nothing is the next run's.
  assert.ok(exitCode === 1 || exitCode === 75, said);
  release();
  await waitFor(async () => !(await isAtWork(database, wire.connectionId)), {
    timeoutMs: 10_000,
    what: 'the server to be done with the statement',
  });
  assert.equal((await database.query(untouched)).length, 1, `It was carried out. ${said}`);
}

async function isAtWork(database: TestDatabase, id: number): Promise<boolean> {
  return (await database.query('SHOW PROCESSLIST')).some(({ Id, Command }) => Number(Id) === id && Command !== 'Sleep');
}

function existing(name: string): string {
  return `SELECT 1 FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = '${name}'`;
}

interface Scene extends AsyncDisposable {
  readonly database: TestDatabase;
  readonly tap: WireTap;
  migrate(): Child;
}

/** A table `t` with one row, and a file with the statement. */
async function setScene(server: ServerAddress, main: string, statement: string): Promise<Scene> {
  const database = await createDatabase(server);
  await database.query('CREATE TABLE t (id INT PRIMARY KEY, n INT)');
  await database.query('INSERT INTO t VALUES (1, 1)');
  const folder = await mkdtemp(join(tmpdir(), 'ghostship-late-'));
  await mkdir(join(folder, 'migrations'));
  await writeFile(join(folder, 'migrations/1.sql'), `${statement};\n`);
  const tap = await openWireTap(server);
  const target = `mysql://${server.user}@127.0.0.1:${tap.port}/${database.name}?ssl-mode=disabled`;
  const allowed = ['--data-statements', 'run', '--allow', 'rename-table', '--allow', 'drop-table'];
  return {
    database,
    tap,
    migrate: () => startChild(main, ['migrate', '--target', target, ...allowed], server.password, folder),
    async [Symbol.asyncDispose]() {
      await tap[Symbol.asyncDispose]();
      await database[Symbol.asyncDispose]();
      await rm(folder, { recursive: true });
    },
  };
}
