import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { createDatabase, query, type RunningServer, startServer } from '../support/servers/index.ts';
import { readJson, run } from './cli.ts';

/*
 * How often a plan of many statements asks the server. Time depends on the machine; this does not. Each runs on a server of its
 * own, because the server counts what everybody asks.
 */

const statements = 60;
/** The sessions of the plan, of the ledger, the lint and the sql_mode, however many statements there are. */
const maxConnections = 10;
/** For what is asked once, such as privileges. */
const once = 150;

interface Run {
  readonly name: string;
  readonly tables: number;
  readonly maxPerStatement: number;
  readonly statement: (index: number, table: string) => string;
}

const runs: readonly Run[] = [
  {
    name: 'a table each',
    tables: statements,
    maxPerStatement: 30,
    statement: (_, table) => `ALTER TABLE ${table} MODIFY n BIGINT`,
  },
  {
    name: 'one table for all',
    tables: 1,
    maxPerStatement: 15,
    statement: (index, table) => `ALTER TABLE ${table} ADD COLUMN c${index} INT`,
  },
  {
    name: 'new tables',
    tables: 1,
    maxPerStatement: 6,
    statement: (index) => `CREATE TABLE c${index} (id INT PRIMARY KEY)`,
  },
  {
    name: 'rows that are written',
    tables: statements,
    maxPerStatement: 19,
    statement: (_, table) => `INSERT INTO ${table} (id, n) VALUES (7, 7)`,
  },
];

for (const name of ['mysql-9.7', 'mariadb-10.11'] as const) {
  describe(`a plan of ${statements} statements on ${name}`, () => {
    it('asks little of the server', async () => {
      await using server = await startServer({ name });
      for (const each of runs) await expectFew(server, each);
    });
  });
}

async function expectFew(server: RunningServer, { name, tables, maxPerStatement, statement }: Run): Promise<void> {
  await using database = await createDatabase(server);
  const names = Array.from({ length: tables }, (_, index) => `t${index}`);
  for (const table of names) await database.query(`CREATE TABLE ${table} (id INT PRIMARY KEY, n INT, KEY by_n (n))`);
  const texts = Array.from({ length: statements }, (_, index) => statement(index, names[index % tables] ?? ''));
  const folder = await mkdtemp(join(tmpdir(), 'ghostship-round-trips-'));
  try {
    await mkdir(join(folder, 'migrations'));
    await writeFile(join(folder, 'migrations/1.sql'), `${texts.join(';\n')};\n`);
    const before = await counters(server);
    const args = ['plan', '--target', database.url, '--data-statements', 'run', '--json', 'plan.json'];
    const { stdout, stderr } = await run(folder, args);
    const after = await counters(server);
    const { statements: planned } = (await readJson(folder, 'plan.json')) as { statements: { kind: string }[] };
    assert.ok(
      planned.length === statements && planned.every(({ kind }) => kind === 'planned'),
      `${name}: ${stdout}${stderr}`,
    );
    const connections = after.connections - before.connections;
    const questions = after.questions - before.questions - once;
    assert.ok(connections <= maxConnections, `${name}: ${connections} connections`);
    assert.ok(questions <= maxPerStatement * statements, `${name}: ${questions / statements} questions a statement`);
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function counters(server: RunningServer): Promise<{ connections: number; questions: number }> {
  const rows = await query(server, "SHOW GLOBAL STATUS WHERE Variable_name IN ('Connections', 'Questions')");
  const value = (name: string): number => Number(rows.find((row) => row.Variable_name === name)?.Value);
  return { connections: value('Connections'), questions: value('Questions') };
}
