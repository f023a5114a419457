import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { casesFor, createDatabase, testServers } from '../support/servers/index.ts';
import { run } from './cli.ts';

/* Statements whose table is not InnoDB afterwards, or takes rows of a query: refused, or shown as what they are. */

interface Row {
  readonly statement: string;
  /** What plan and migrate say; migrate changes nothing where it is refused. */
  readonly says: RegExp;
  readonly isRefused: boolean;
  /** The engine of the table in the end. */
  readonly engine: string | null;
  readonly table: string;
}

const isNot = (engine: string): RegExp => new RegExp(`moves the table to ${engine}`, 'u');
const shown = (engine: string): RegExp => new RegExp(`The table is ${engine}, not InnoDB`, 'u');

const rows: readonly Row[] = [
  {
    statement: 'ALTER TABLE users ENGINE=MyISAM',
    says: isNot('MyISAM'),
    isRefused: true,
    engine: 'InnoDB',
    table: 'users',
  },
  {
    statement: 'ALTER TABLE users ADD b INT, ENGINE MEMORY',
    says: isNot('MEMORY'),
    isRefused: true,
    engine: 'InnoDB',
    table: 'users',
  },
  {
    statement: 'ALTER TABLE users ENGINE=InnoDB',
    says: /ENGINE=InnoDB/u,
    isRefused: false,
    engine: 'InnoDB',
    table: 'users',
  },
  {
    statement: 'CREATE TABLE m (id INT PRIMARY KEY) ENGINE=MyISAM',
    says: shown('MyISAM'),
    isRefused: false,
    engine: 'MyISAM',
    table: 'm',
  },
  { statement: 'CREATE TABLE m LIKE old', says: shown('MyISAM'), isRefused: false, engine: 'MyISAM', table: 'm' },
  {
    statement: 'CREATE TABLE m (id INT PRIMARY KEY)',
    says: /new table/u,
    isRefused: false,
    engine: 'InnoDB',
    table: 'm',
  },
  { statement: 'CREATE TABLE m LIKE mysql.db', says: /names mysql\.db/u, isRefused: true, engine: null, table: 'm' },
  {
    statement: 'CREATE TABLE m AS SELECT * FROM users',
    says: /CREATE TABLE … SELECT/u,
    isRefused: true,
    engine: null,
    table: 'm',
  },
  {
    statement: 'CREATE TABLE m (id INT PRIMARY KEY) TABLE users',
    says: /CREATE TABLE … SELECT|refused/u,
    isRefused: true,
    engine: null,
    table: 'm',
  },
];

for (const server of testServers()) {
  describe(`engines and rows of queries, on ${server.name}`, { timeout: 300_000 }, () => {
    for (const { statement, says, isRefused, engine, table } of casesFor(server, rows)) {
      test(statement, async () => {
        await using database = await createDatabase(server);
        await database.query('CREATE TABLE users (id INT PRIMARY KEY, name VARCHAR(20))');
        await database.query('CREATE TABLE old (id INT PRIMARY KEY) ENGINE=MyISAM');
        const folder = await mkdtemp(join(tmpdir(), 'engines-'));
        try {
          await mkdir(join(folder, 'migrations'));
          await writeFile(join(folder, 'migrations/1.sql'), `${statement};\n`);
          const planned = await run(folder, ['plan', '--target', database.url]);
          assert.match(planned.stdout, says, planned.stdout);
          assert.equal(planned.exitCode, isRefused ? 1 : 0, planned.stdout);
          const migrated = await run(folder, ['migrate', '--target', database.url]);
          assert.equal(migrated.exitCode, isRefused ? 1 : 0, migrated.stdout + migrated.stderr);
          const [found] = await database.query(
            `SELECT ENGINE AS engine FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = '${table}'`,
          );
          assert.equal(found?.engine ?? null, engine);
        } finally {
          await rm(folder, { recursive: true });
        }
      });
    }
  });
}
