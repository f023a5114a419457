import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { messageOf } from '../../src/support/errors.ts';
import { createDatabase, type Flavor, type TestDatabase, testServers } from '../support/servers/index.ts';
import { type CliRun, run } from './cli.ts';

/*
 * Columns that are added NOT NULL and without a default: plan and migrate give one answer. It is that of the server's own ALTER,
 * or one that the server would not give and whose advice works.
 */

interface NewColumn {
  readonly clauses: string;
  /** One more column that the table has. */
  readonly beside?: string;
  /** Both where it is missing. */
  readonly servers?: readonly Flavor[];
  /** What is refused although the server takes it, and what is advised in its place. */
  readonly instead?: string;
}

const copied = ', MODIFY v BIGINT';

const columns: readonly NewColumn[] = [
  { clauses: 'ADD c TIMESTAMP NOT NULL' },
  { clauses: `ADD c TIMESTAMP NOT NULL${copied}` },
  {
    clauses: `ADD c TIMESTAMP NOT NULL${copied}`,
    beside: 'd DATETIME',
    servers: ['mysql'],
    instead: `ADD c TIMESTAMP NOT NULL DEFAULT '2000-01-01'${copied}`,
  },
  { clauses: 'ADD c DATE NOT NULL' },
  { clauses: `ADD c DATE NOT NULL${copied}` },
  { clauses: 'ADD c JSON NOT NULL' },
  { clauses: `ADD c JSON NOT NULL${copied}` },
  { clauses: 'ADD c POINT NOT NULL' },
  { clauses: `ADD c POINT NOT NULL${copied}`, instead: `ADD c POINT NOT NULL DEFAULT (POINT(0, 0))${copied}` },
  { clauses: `ADD c GEOMETRY NOT NULL${copied}`, instead: `ADD c GEOMETRY${copied}` },
  { clauses: 'ADD c VECTOR(3) NOT NULL', servers: ['mysql'] },
  { clauses: `ADD c VECTOR(3) NOT NULL${copied}`, servers: ['mysql'], instead: `ADD c VECTOR(3)${copied}` },
  { clauses: `ADD c UUID NOT NULL${copied}`, servers: ['mariadb'] },
  { clauses: `ADD c INET4 NOT NULL, ADD e INET6 NOT NULL${copied}`, servers: ['mariadb'] },
];

for (const server of testServers()) {
  describe(`new columns without a value on ${server.name}`, { timeout: 300_000 }, () => {
    let folder = '';
    let database: TestDatabase;
    before(async () => {
      folder = await mkdtemp(join(tmpdir(), 'ghostship-columns-'));
      database = await createDatabase(server);
    });
    const create = async (beside: string): Promise<void> => {
      await database.query('DROP TABLE IF EXISTS t, own');
      for (const table of ['t', 'own']) {
        await database.query(`CREATE TABLE ${table} (id INT PRIMARY KEY, v INT, ${beside})`);
        await database.query(`INSERT INTO ${table} (id, v) VALUES (1, 1), (2, 2)`);
      }
    };
    after(async () => {
      await database[Symbol.asyncDispose]();
      await rm(folder, { recursive: true });
    });
    const ghostship = (command: 'plan' | 'migrate', clauses: string): Promise<CliRun> =>
      run(folder, [command, '--target', database.url, '--alter', `ALTER TABLE t ${clauses}`]);
    const rowsOf = async (table: string): Promise<unknown> => {
      const session = await database.connect({ jsonStrings: true });
      await session.query("SET SESSION sql_mode = ''");
      const [rows] = await session.query(`SELECT * FROM ${table} ORDER BY id`);
      return rows;
    };
    const bothSay = async (clauses: string): Promise<{ exitCode: number | undefined; said: string }> => {
      const planned = await ghostship('plan', clauses);
      const migrated = await ghostship('migrate', clauses);
      const said = `${planned.stdout}${migrated.stdout}${migrated.stderr}`;
      assert.equal(planned.exitCode, migrated.exitCode, said);
      return { exitCode: migrated.exitCode, said };
    };

    const own = columns.filter(({ servers }) => servers?.includes(server.flavor) ?? true);
    for (const { clauses, beside = 'a INT', instead } of own) {
      test(`${clauses} beside ${beside}`, async () => {
        await create(beside);
        const refusal = await database.query(`ALTER TABLE own ${clauses}`).then(() => null, messageOf);
        const { exitCode, said } = await bothSay(clauses);
        if (refusal === null && instead === undefined) {
          assert.equal(exitCode, 0, said);
          assert.deepEqual(await rowsOf('t'), await rowsOf('own'));
          return;
        }
        assert.equal(exitCode, 1, said);
        assert.match(said, /Give c a DEFAULT/u);
        if (instead !== undefined) assert.equal((await bothSay(instead)).exitCode, 0, instead);
      });
    }
  });
}
