import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { execa } from 'execa';
import { type BuiltAction, buildAction } from '../action/build-action.ts';
import { createDatabase, query, type RunningServer, startServer, type TestDatabase } from '../support/servers/index.ts';

/* What a copy computes has the value that the server's own ALTER would compute, whatever the server's sql_mode. */

const columns =
  'id INT NOT NULL PRIMARY KEY, v INT NOT NULL, c CHAR(6) NOT NULL, s VARCHAR(6) NOT NULL, t DATETIME(3) NOT NULL, d DATE NOT NULL';

const rows = `INSERT INTO § (id, v, c, s, t, d) VALUES
  (1, 9, 'ab', 'ab', '2020-01-01 00:00:00.700', '2020-01-01'), (2, 7, '', 'x ', '2020-02-29 23:59:59.500', '2020-02-29')`;
/** Negative only where the mode allows it. */
const negative = "INSERT INTO § (id, v, c, s, t, d) VALUES (3, 1, 'é', 'é', '2020-01-01 00:00:00.499', '2021-01-01')";

/** Without the mode the server refuses it for any table, even for one without rows. */
const onlySubtracted = 'a default with a difference';
const added: Readonly<Record<string, string>> = {
  'the length of a CHAR': 'ADD z INT AS (CHAR_LENGTH(c)) STORED',
  'a text with a CHAR': "ADD z VARCHAR(40) AS (CONCAT('<', c, '>')) STORED",
  'the length of what becomes a CHAR': 'MODIFY s CHAR(10) NOT NULL, ADD z INT AS (CHAR_LENGTH(s)) STORED',
  'a difference of unsigned numbers': 'ADD z BIGINT AS (CAST(v AS UNSIGNED) - 5) STORED',
  [onlySubtracted]: 'ADD z BIGINT DEFAULT (CAST(v AS UNSIGNED) - 5)',
  'a time without its fraction': 'ADD z DATETIME AS (t) STORED',
  'a time from a text': "ADD z DATETIME AS (CAST(CONCAT(d, ' 00:00:00.7') AS DATETIME)) STORED",
  'a CHAR that becomes a VARCHAR': 'MODIFY c VARCHAR(9) NOT NULL',
  'a CHAR that becomes a TEXT': 'MODIFY c TEXT NOT NULL',
  'a CHAR that becomes longer': 'MODIFY c CHAR(9) NOT NULL',
  'a VARCHAR that becomes a CHAR': 'MODIFY s CHAR(9) NOT NULL',
  'a CHAR of other letters': 'MODIFY c CHAR(6) CHARACTER SET latin1 NOT NULL',
  'a time that is shortened': 'MODIFY t DATETIME NOT NULL',
};
/** What a copy cannot compute as the server does. It says so. */
const refused: Readonly<Record<string, readonly string[]>> = {
  PAD_CHAR_TO_FULL_LENGTH: [
    'the length of a CHAR',
    'a text with a CHAR',
    'the length of what becomes a CHAR',
    'a CHAR that becomes a VARCHAR',
    'a CHAR that becomes a TEXT',
  ],
  NO_UNSIGNED_SUBTRACTION: ['a difference of unsigned numbers', onlySubtracted],
};

const kept: Readonly<Record<string, string>> = {
  'columns that stay as they are': 'MODIFY v BIGINT NOT NULL',
  'columns of a table that is rebuilt': 'FORCE',
};
const subtracted = 'sub BIGINT AS (CAST(v AS UNSIGNED) - 5) STORED';
const others = 'padded INT AS (CHAR_LENGTH(c)) STORED, whole DATETIME AS (t) STORED';

const pads = 'PAD_CHAR_TO_FULL_LENGTH';
const modes = {
  'mysql-9.7': [
    pads,
    'NO_UNSIGNED_SUBTRACTION',
    'STRICT_TRANS_TABLES,NO_UNSIGNED_SUBTRACTION,NO_ZERO_DATE',
    'TIME_TRUNCATE_FRACTIONAL',
  ],
  'mariadb-10.11': [
    pads,
    'NO_UNSIGNED_SUBTRACTION',
    'STRICT_TRANS_TABLES,NO_UNSIGNED_SUBTRACTION,NO_ZERO_DATE',
    'TIME_ROUND_FRACTIONAL',
  ],
} as const;

let built: BuiltAction;
before(async () => {
  built = await buildAction();
});
after(() => built[Symbol.asyncDispose]());

for (const [name, itsModes] of Object.entries(modes)) {
  describe(`on ${name}`, { concurrency: 1, timeout: 600_000 }, () => {
    let server: RunningServer;
    before(async () => {
      // A table computes under the mode of whoever opened it: here all sessions share what is open.
      server = await startServer(
        name === 'mysql-9.7' ? { name, options: { table_open_cache_instances: '1' } } : { name: 'mariadb-10.11' },
      );
    });
    after(() => server[Symbol.asyncDispose]());

    for (const mode of itsModes) {
      describe(mode, { concurrency: 2 }, () => {
        before(() => query(server, `SET GLOBAL sql_mode = '${mode}'`));
        const subtracts = mode.includes('NO_UNSIGNED_SUBTRACTION');
        for (const [computed, change] of Object.entries(added)) {
          if (computed === onlySubtracted && !subtracts) continue;
          const needs = Object.keys(refused).find((it) => mode.includes(it) && refused[it]?.includes(computed)) ?? null;
          const isRefusedFor = needs !== null && (name === 'mariadb-10.11' || needs === pads) ? needs : null;
          it(computed, () => expectSame(server, { columns, change, subtracts, isRefusedFor }));
        }
        // MariaDB refuses to compute what depends on its mode.
        const computing = [...(subtracts ? [subtracted] : []), ...(name === 'mysql-9.7' ? [others] : [])].join(', ');
        if (computing === '') return;
        for (const [computed, change] of Object.entries(kept)) {
          const isRefusedFor =
            mode === pads ? pads : subtracts && name !== 'mysql-9.7' ? 'NO_UNSIGNED_SUBTRACTION' : null;
          it(computed, () =>
            expectSame(server, { columns: `${columns}, ${computing}`, change, subtracts, isRefusedFor }),
          );
        }
      });
    }
  });
}

for (const name of ['mysql-9.7', 'mariadb-10.11'] as const) {
  it(`does what the hint advises, on ${name}`, { timeout: 120_000 }, async () => {
    await using server = await startServer({ name });
    const change = 'ADD z VARCHAR(9) AS (CONCAT(s, c)) STORED, MODIFY c VARCHAR(6) NOT NULL';
    await query(server, `SET GLOBAL sql_mode = '${pads}'`);
    await expectSame(server, { columns, change, subtracts: false, isRefusedFor: pads });
    await query(server, "SET GLOBAL sql_mode = ''");
    await expectSame(server, { columns, change, subtracts: false, isRefusedFor: null });
  });
}

interface Case {
  readonly columns: string;
  readonly change: string;
  /** Whether a difference may be negative. */
  readonly subtracts: boolean;
  /** The mode for which the migration refuses it. */
  readonly isRefusedFor: string | null;
}

async function expectSame(
  server: RunningServer,
  { columns: own, change, subtracts, isRefusedFor }: Case,
): Promise<void> {
  await using database = await createDatabase(server);
  const session = await database.connect();
  const create = `CREATE TABLE § (${own}) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4`;
  for (const it of ['control', 'copied'])
    for (const text of [create, rows, ...(subtracts ? [negative] : [])]) await session.query(text.replaceAll('§', it));
  const refusal = await session.query(`ALTER TABLE control ${change}, ALGORITHM=COPY`).then(
    () => null,
    (error: Error) => error.message,
  );
  await session.end();
  const before = await stored(database, 'copied');
  const main = join(built.folder, 'dist/cli.js');
  const alter = ['--target', database.url, '--alter', `ALTER TABLE copied ${change}`, '--algorithm', 'copy'];
  const node = process.env.GHOSTSHIP_NODE ?? process.execPath;
  for (const command of ['plan', 'migrate']) {
    const { exitCode, stdout, stderr } = await execa(node, [main, command, ...alter], { reject: false });
    assert.equal(
      exitCode,
      isRefusedFor !== null || refusal !== null ? 1 : 0,
      `${command}, the server: ${refusal}\n${stdout}${stderr}`,
    );
    if (refusal === null && isRefusedFor !== null)
      assert.ok(`${stdout}${stderr}`.includes(`sql_mode has ${isRefusedFor}`), `${stdout}${stderr}`);
  }
  assert.deepEqual(
    await stored(database, 'copied'),
    isRefusedFor !== null || refusal !== null ? before : await stored(database, 'control'),
  );
}

/** As they are stored: read in a session that pads no CHAR. */
async function stored(database: TestDatabase, table: string): Promise<unknown> {
  const session = await database.connect();
  await session.query("SET SESSION sql_mode = ''");
  const [found] = await session.query(`SELECT * FROM ${table} ORDER BY id`);
  await session.end();
  return found;
}
