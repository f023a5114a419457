import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import type { RunOutcome } from '../../src/commands/migrate/run-outcome.ts';
import { casesFor, createDatabase, type TestServer, testServers } from '../support/servers/index.ts';
import { readJson, run } from './cli.ts';

/* What a statement leaves as it is, nobody is told to be changed. */

interface Case {
  readonly statement: string;
  readonly flags?: readonly string[];
  /** Of the plan. */
  readonly says: RegExp;
  readonly isChanged: boolean;
  readonly only?: 'mariadb';
}

const cases: readonly Case[] = [
  {
    statement: 'CREATE TABLE IF NOT EXISTS users (id INT PRIMARY KEY)',
    says: /The table is there already, so nothing is done\./u,
    isChanged: false,
  },
  {
    statement: 'CREATE TABLE IF NOT EXISTS others (id INT PRIMARY KEY)',
    says: /A new table: it has no rows/u,
    isChanged: true,
  },
  {
    statement: 'DROP TABLE IF EXISTS nope',
    flags: ['--allow', 'drop-table'],
    says: /not there, so nothing is done/u,
    isChanged: false,
  },
  {
    statement: 'DROP TABLE IF EXISTS users',
    flags: ['--allow', 'drop-table'],
    says: /It is renamed to users_del/u,
    isChanged: true,
  },
  {
    statement: 'RENAME TABLE IF EXISTS nope TO other',
    flags: ['--allow', 'rename-table'],
    says: /None of the tables is there, so nothing is done\./u,
    isChanged: false,
    only: 'mariadb',
  },
  {
    statement: 'ALTER TABLE IF EXISTS nope ADD COLUMN IF NOT EXISTS b INT, MODIFY a BIGINT',
    says: /The table is not there, so nothing is done\./u,
    isChanged: false,
    only: 'mariadb',
  },
  {
    statement: 'ALTER TABLE IF EXISTS nope RENAME TO other',
    flags: ['--allow', 'rename-table'],
    says: /None of the tables is there, so nothing is done\./u,
    isChanged: false,
    only: 'mariadb',
  },
  {
    statement: 'ALTER TABLE IF EXISTS users ADD COLUMN b INT',
    says: /users|instant/u,
    isChanged: true,
    only: 'mariadb',
  },
];

const whole: readonly (readonly [statement: string, says: RegExp | null])[] = [
  ['DELETE FROM users', /has no WHERE: it deletes every row of users, and there is no way back/u],
  ['UPDATE users SET n = (SELECT MAX(id) FROM more WHERE id > 0)', /has no WHERE: it changes every row of users/u],
  ['DELETE FROM users WHERE id = 1', null],
  ['UPDATE users SET n = 2 LIMIT 1', null],
  ['UPDATE users JOIN more ON users.id = more.id SET users.n = 1', null],
  ['INSERT INTO users SELECT id + 10, n FROM users', null],
];

for (const server of testServers()) {
  describe(`statements that do nothing, or something to everything, on ${server.name}`, { timeout: 120_000 }, () => {
    for (const one of casesFor(server, cases, ({ only }) => only)) test(one.statement, () => tells(server, one));
    for (const [statement, says] of casesFor(server, whole)) test(statement, () => warns(server, statement, says));
  });
}

async function tells(server: TestServer, { statement, flags = [], says, isChanged }: Case): Promise<void> {
  await using database = await createDatabase(server);
  await database.query('CREATE TABLE users (id INT PRIMARY KEY)');
  const folder = await mkdtemp(join(tmpdir(), 'ghostship-nothing-'));
  const args = ['--target', database.url, '--alter', statement, ...flags];
  const plan = await run(folder, ['plan', ...args]);
  assert.equal(plan.exitCode, 0, plan.stdout + plan.stderr);
  assert.match(plan.stdout, says);
  const migrate = await run(folder, ['migrate', ...args, '--json', 'outcome.json']);
  assert.equal(migrate.exitCode, 0, migrate.stderr);
  const { migrations } = (await readJson(folder, 'outcome.json')) as unknown as RunOutcome;
  assert.deepEqual(
    migrations.map(({ state, tableState }) => [state, tableState]),
    [['completed', isChanged ? 'changed' : 'unchanged']],
  );
  const said = migrate.stdout + migrate.stderr;
  if (isChanged) assert.match(said, /is (?:changed|made|dropped|renamed)/u);
  else {
    assert.match(said, /(users|nope) is as before: the statement had nothing to do\./u);
    assert.doesNotMatch(said, /is (?:changed|made|dropped|renamed)/u);
  }
  await rm(folder, { recursive: true });
}

async function warns(server: TestServer, statement: string, says: RegExp | null): Promise<void> {
  await using database = await createDatabase(server);
  await database.query('CREATE TABLE users (id INT PRIMARY KEY, n INT)');
  await database.query('INSERT INTO users VALUES (1, 1), (2, 2)');
  await database.query('CREATE TABLE more (id INT PRIMARY KEY)');
  const plan = await run('.', ['plan', '--target', database.url, '--alter', statement, '--data-statements', 'run']);
  assert.equal(plan.exitCode, 0, plan.stdout + plan.stderr);
  if (says === null) assert.doesNotMatch(plan.stdout, /has no WHERE/u);
  else assert.match(plan.stdout, says);
}
