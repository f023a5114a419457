import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { migrateTable } from '../../src/engine/migrate.ts';
import { planStatement } from '../../src/engine/plan/plan.ts';
import type { ErrorCode } from '../../src/support/errors.ts';
import { requestThrough } from '../faults/support/request.ts';
import { casesFor, createDatabase, type RunningServer, releaseOf, startServer } from '../support/servers/index.ts';
import { expectRefusedAlike, expectTaken } from './refused-alike.ts';

/* Settings of a target with which nothing is begun. Plan and migration say the same. */

interface Case {
  readonly setting: string;
  readonly columns: string;
  readonly alter: string;
  /** `null` where it is taken. */
  readonly code: ErrorCode | null;
}

const withTwoKeys = 'id INT PRIMARY KEY, n INT, code INT NOT NULL, UNIQUE KEY by_code (code)';
const keyGoes = 'ALTER TABLE t DROP COLUMN id, MODIFY n BIGINT';

const cases: Readonly<Record<string, Case>> = {
  'short images, and the primary key': {
    setting: "binlog_row_image = 'MINIMAL'",
    columns: withTwoKeys,
    alter: 'ALTER TABLE t MODIFY n BIGINT',
    code: null,
  },
  'short images, and another key': {
    setting: "binlog_row_image = 'MINIMAL'",
    columns: withTwoKeys,
    alter: keyGoes,
    code: 'binlog-not-usable',
  },
  'images without BLOBs, and another key': {
    setting: "binlog_row_image = 'NOBLOB'",
    columns: withTwoKeys,
    alter: keyGoes,
    code: 'binlog-not-usable',
  },
  'short images, and the only key there is': {
    setting: "binlog_row_image = 'MINIMAL'",
    columns: 'id INT NOT NULL, n INT, UNIQUE KEY by_id (id)',
    alter: 'ALTER TABLE t MODIFY n BIGINT',
    code: null,
  },
  'short images, and one of two keys': {
    setting: "binlog_row_image = 'MINIMAL'",
    columns: 'id INT NOT NULL, n INT, code INT NOT NULL, UNIQUE KEY by_id (id), UNIQUE KEY by_code (code)',
    alter: keyGoes,
    code: 'binlog-not-usable',
  },
  'a binary log of statements': {
    setting: "binlog_format = 'STATEMENT'",
    columns: withTwoKeys,
    alter: 'ALTER TABLE t MODIFY n BIGINT',
    code: 'binlog-not-usable',
  },
  'writers that go before a RENAME': {
    setting: 'max_write_lock_count = 1',
    columns: withTwoKeys,
    alter: 'ALTER TABLE t MODIFY n BIGINT',
    code: 'unsupported-server',
  },
};

for (const name of ['mysql-9.7', 'mariadb-10.11'] as const) {
  describe(`a target on ${name}`, { concurrency: 1, timeout: 600_000 }, () => {
    let server: RunningServer;
    before(async () => {
      server = await startServer({ name });
    });
    after(() => server[Symbol.asyncDispose]());

    for (const [about, wanted] of casesFor(releaseOf(name), Object.entries(cases)))
      it(about, () => expectJudged(server, wanted));

    for (const variable of name === 'mysql-9.7' ? ['read_only', 'super_read_only'] : ['read_only']) {
      it(`with ${variable}`, async () => {
        const meanwhile = { setting: `SET GLOBAL ${variable} = ON`, reset: 'SET GLOBAL read_only = OFF' };
        await expectRefusedAlike(server, /The target is read-only: read_only is ON/u, meanwhile);
        await expectTaken(server);
      });
    }
  });
}

async function expectJudged(server: RunningServer, { setting, columns, alter, code }: Case): Promise<void> {
  await using database = await createDatabase(server);
  await database.query(`CREATE TABLE t (${columns})`);
  const [variable = ''] = setting.split(' ', 1);
  const [before] = await database.query(`SELECT @@GLOBAL.${variable} AS value`);
  await database.query(`SET GLOBAL ${setting}`);
  try {
    const signal = AbortSignal.timeout(60_000);
    const request = requestThrough(server.port, server, database, { alter });
    const planned = await planStatement({ ...request, replica: null, line: 1 }, signal).then(
      () => null,
      (error: unknown) => error,
    );
    const { error, tableState } = await migrateTable(request, () => {}, signal);
    assert.equal(error?.code ?? null, code, error?.message);
    assert.equal((planned as { code?: unknown } | null)?.code ?? null, code, String(planned));
    assert.equal(tableState, code === null ? 'changed' : 'unchanged');
    if (code !== null) assert.match(error?.message ?? '', new RegExp(`^${variable} is `, 'u'));
  } finally {
    await database.query(`SET GLOBAL ${variable} = ${quoted(before?.value)}`);
  }
}

/** The driver gives the largest numbers as texts that are none, and those are the defaults. */
function quoted(value: unknown): string {
  return /^[A-Z]+$/u.test(String(value)) ? `'${String(value)}'` : 'DEFAULT';
}
