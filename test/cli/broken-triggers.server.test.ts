import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { casesFor, createDatabase, type TestServer, testServers } from '../support/servers/index.ts';
import { run } from './cli.ts';

/* A statement after which a trigger of the table would fail is refused, whichever way it would be done. */

interface Case {
  readonly name: string;
  readonly trigger: string;
  readonly alter: string;
  readonly isRefused: boolean;
}

const table =
  "CREATE TABLE t (id INT PRIMARY KEY, name VARCHAR(20), email VARCHAR(40) NOT NULL DEFAULT '', `order` INT)";
const lower = 'BEFORE INSERT ON t FOR EACH ROW SET NEW.email = LOWER(NEW.email)';

const cases: readonly Case[] = [
  { name: 'a column that it sets is dropped', trigger: lower, alter: 'DROP COLUMN email', isRefused: true },
  { name: 'a column that it sets is renamed', trigger: lower, alter: 'RENAME COLUMN email TO mail', isRefused: true },
  {
    name: 'a column that it sets gets a name by CHANGE',
    trigger: lower,
    alter: "CHANGE email mail VARCHAR(40) NOT NULL DEFAULT ''",
    isRefused: true,
  },
  {
    name: 'a column that it reads among other words is dropped',
    trigger: 'AFTER DELETE ON t FOR EACH ROW BEGIN IF Old . `Order` > 1 THEN SET @seen = 1; END IF; END',
    alter: 'DROP COLUMN `order`, ADD COLUMN added INT',
    isRefused: true,
  },
  { name: 'another column is dropped', trigger: lower, alter: 'DROP COLUMN name', isRefused: false },
  {
    name: 'only a text in it has the name of the column',
    trigger: "BEFORE UPDATE ON t FOR EACH ROW SET NEW.name = 'email'",
    alter: 'DROP COLUMN email',
    isRefused: false,
  },
  { name: 'a column is added', trigger: lower, alter: 'ADD COLUMN added INT', isRefused: false },
];

const ways = [[], ['--algorithm', 'copy', '--triggers', 'carry']];

for (const server of testServers()) {
  describe(`triggers of a table on ${server.name}`, { timeout: 300_000 }, () => {
    for (const one of casesFor(server, cases))
      for (const way of ways) it(`${one.name} (${way.join(' ') || 'by the server'})`, () => play(server, one, way));
  });
}

async function play(server: TestServer, { trigger, alter, isRefused }: Case, way: readonly string[]): Promise<void> {
  await using database = await createDatabase(server);
  await database.query(table);
  await database.query("INSERT INTO t VALUES (1, 'a', 'b', 2), (2, 'c', 'D', 1)");
  await database.query(`CREATE TRIGGER own ${trigger}`);
  const allowed = ['--allow', 'drop-column', '--allow', 'rename-column'];
  const args = ['--target', database.url, '--alter', `ALTER TABLE t ${alter}`, ...allowed, ...way];
  for (const command of ['plan', 'migrate']) {
    const { exitCode, stdout, stderr } = await run('.', [command, ...args]);
    const said = `${stdout}${stderr}`;
    assert.equal(exitCode, isRefused ? 1 : 0, said);
    if (!isRefused) continue;
    assert.match(said, /The trigger own of t names a column that is gone after the statement/u);
    assert.match(said, /Change the trigger so that it works before and after the statement/u);
    assert.doesNotMatch(said, /t_gh/u);
  }
  await database.query('INSERT INTO t (id) VALUES (3)');
  await database.query('UPDATE t SET id = 9 WHERE id = 2');
  await database.query('DELETE FROM t WHERE id = 1');
  assert.equal((await database.query('SHOW TRIGGERS')).length, 1);
  if (!isRefused) return;
  assert.deepEqual((await database.query('SHOW TABLES')).length, 1);
  // As the hint advises.
  await database.query('DROP TRIGGER own');
  const again = await run('.', ['migrate', ...args]);
  assert.equal(again.exitCode, 0, again.stderr);
}
