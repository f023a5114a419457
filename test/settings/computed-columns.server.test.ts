import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { runCommand } from '../support/scenario/run-command.ts';
import { createDatabase, query, type RunningServer, startServer, type TestDatabase } from '../support/servers/index.ts';

/* What a copy computes has the value that the server's own ALTER would compute, whatever the server's sql_mode. */

const columns =
  'id INT NOT NULL PRIMARY KEY, v INT NOT NULL, c CHAR(6) NOT NULL, s VARCHAR(6) NOT NULL, t DATETIME(3) NOT NULL, d DATE NOT NULL';

const rows = `INSERT INTO § (id, v, c, s, t, d) VALUES
  (1, 9, 'ab', 'ab', '2020-01-01 00:00:00.700', '2020-01-01'), (2, 7, '', 'x ', '2020-02-29 23:59:59.500', '2020-02-29'),
  (4, 5, 'b', CONCAT('a', CHAR(92 USING utf8mb4), 'b'), '2020-03-01 00:00:00', '2020-03-01')`;
/** Negative only where the mode allows it. */
const negative = "INSERT INTO § (id, v, c, s, t, d) VALUES (3, 1, 'é', 'é', '2020-01-01 00:00:00.499', '2021-01-01')";

/** Without the mode the server refuses it for any table, even for one without rows. */
const onlySubtracted = 'a default with a difference';
/** What only these modes decide. */
const backslashed = String.raw`'a\b'`;
const escaped: Readonly<Record<string, string>> = {
  'a pattern': 'ADD z INT AS (s LIKE s) STORED',
  'a pattern in lower case': "ADD z INT AS (s like concat(s, '')) VIRTUAL",
  'a pattern that names what escapes': "ADD z INT AS (s LIKE s ESCAPE '|') STORED",
  'a search by a pattern': "ADD z JSON AS (JSON_SEARCH(JSON_ARRAY(s), 'all', s)) STORED",
  'a text with a backslash': `ADD z INT AS (s = ${backslashed}) STORED`,
  'a default with a backslash': `ADD z VARCHAR(20) DEFAULT (CONCAT(${backslashed}, ${backslashed}))`,
  'a default that is a backslash': `ADD z VARCHAR(20) DEFAULT ${backslashed} COMMENT ${backslashed}`,
  'a comment with a backslash': `ADD z INT AS (v + 1) STORED COMMENT ${backslashed}, MODIFY v BIGINT NOT NULL`,
  'a regular expression with a backslash': String.raw`ADD z INT AS (s REGEXP 'a\W') STORED`,
  'an index on a pattern': 'ADD KEY z ((s LIKE s)), MODIFY v BIGINT NOT NULL',
  'a check with a pattern': 'ADD CHECK (s LIKE s)',
  'a check of a column with a backslash': `ADD z INT NULL CHECK (s <> ${backslashed} OR z IS NULL)`,
};
const invalidDates = 'STRICT_TRANS_TABLES,ALLOW_INVALID_DATES';
const readOtherwise = 'STRICT_TRANS_TABLES,HIGH_NOT_PRECEDENCE,ANSI_QUOTES,PIPES_AS_CONCAT,IGNORE_SPACE,REAL_AS_FLOAT';
/** What has another value, or another meaning, under one of the other modes. */
const parsed: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  [invalidDates]: { 'a date that is none': "ADD z DATE AS (CAST(CONCAT('2021-02-3', v % 2) AS DATE)) STORED" },
  [readOtherwise]: {
    'a negation': 'ADD z INT AS (NOT v BETWEEN 6 AND 8) STORED',
    'two signs that join texts': 'ADD z VARCHAR(20) AS (s || c) STORED',
    'a name in quotes': 'ADD z VARCHAR(20) AS ("s") STORED',
    'a number': 'ADD z REAL AS (CAST(v AS DOUBLE) / 3) STORED',
  },
};
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
  NO_BACKSLASH_ESCAPES: [
    'a pattern',
    'a pattern in lower case',
    'a pattern that names what escapes',
    'a search by a pattern',
    'a text with a backslash',
    'a default with a backslash',
    'a regular expression with a backslash',
    'an index on a pattern',
    'a check with a pattern',
    'a check of a column with a backslash',
  ],
};
/** Who computes under the mode of whoever opened the table first, or whose copies compute without the mode. */
const refusing: Readonly<Record<string, readonly string[]>> = {
  PAD_CHAR_TO_FULL_LENGTH: ['mysql-9.7', 'mariadb-10.11'],
  NO_UNSIGNED_SUBTRACTION: ['mariadb-10.11'],
  NO_BACKSLASH_ESCAPES: ['mysql-9.7'],
};

const kept: Readonly<Record<string, string>> = {
  'columns that stay as they are': 'MODIFY v BIGINT NOT NULL',
  'columns of a table that is rebuilt': 'FORCE',
};
const patterns: Readonly<Record<string, readonly string[]>> = {
  'mysql-9.7': [
    'm INT AS (s LIKE s) STORED',
    'm INT AS (s LIKE s) VIRTUAL, KEY f (m)',
    'KEY f ((s LIKE s))',
    'CHECK (s LIKE s)',
  ],
  'mariadb-10.11': ['m INT AS (s LIKE s) STORED'],
};
const subtracted = 'sub BIGINT AS (CAST(v AS UNSIGNED) - 5) STORED';
const others = 'padded INT AS (CHAR_LENGTH(c)) STORED, whole DATETIME AS (t) STORED';

const escapes = 'STRICT_TRANS_TABLES,NO_BACKSLASH_ESCAPES';
const pads = 'PAD_CHAR_TO_FULL_LENGTH';
const modes = {
  'mysql-9.7': [
    pads,
    'NO_UNSIGNED_SUBTRACTION',
    'STRICT_TRANS_TABLES,NO_UNSIGNED_SUBTRACTION,NO_ZERO_DATE',
    'TIME_TRUNCATE_FRACTIONAL',
    escapes,
    invalidDates,
    readOtherwise,
  ],
  'mariadb-10.11': [
    pads,
    'NO_UNSIGNED_SUBTRACTION',
    'STRICT_TRANS_TABLES,NO_UNSIGNED_SUBTRACTION,NO_ZERO_DATE',
    'TIME_ROUND_FRACTIONAL',
    escapes,
    invalidDates,
    readOtherwise,
  ],
} as const;

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
        for (const [computed, change] of Object.entries(casesFor(mode))) {
          if (computed === onlySubtracted && !subtracts) continue;
          const needs = Object.keys(refused).find((it) => mode.includes(it) && refused[it]?.includes(computed)) ?? null;
          const isRefusedFor = needs !== null && refusing[needs]?.includes(name) ? needs : null;
          it(computed, () => expectSame(server, { columns, change, subtracts, isRefusedFor }));
        }
        // MariaDB refuses to compute what depends on its mode.
        const computing = [...(subtracts ? [subtracted] : []), ...(name === 'mysql-9.7' ? [others] : [])].join(', ');
        if (mode === escapes)
          for (const own of patterns[name] ?? [])
            it(`${own}, which stays as it is`, () =>
              expectSame(server, {
                columns: `${columns}, ${own}`,
                change: 'MODIFY v BIGINT NOT NULL',
                subtracts,
                isRefusedFor: name === 'mysql-9.7' ? 'NO_BACKSLASH_ESCAPES' : null,
              }));
        if (mode === escapes)
          for (const change of ['ADD CHECK (s LIKE s)', 'ADD UNIQUE z ((IF(s LIKE s, id, 1)))'])
            it(`${change}, which the server does itself`, () =>
              expectSame(server, {
                columns: columns.replace(' PRIMARY KEY', ''),
                change,
                subtracts,
                isRefusedFor: null,
                flags: ['--allow', 'blocking', '--allow', 'add-unique-index'],
              }));
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

const advised = [
  { name: 'mysql-9.7', mode: pads },
  { name: 'mysql-9.7', mode: 'NO_BACKSLASH_ESCAPES' },
  { name: 'mariadb-10.11', mode: pads },
] as const;

for (const { name, mode } of advised) {
  it(`does what the hint advises about ${mode}, on ${name}`, { timeout: 120_000 }, async () => {
    await using server = await startServer({ name });
    const change =
      mode === pads
        ? 'ADD z VARCHAR(9) AS (CONCAT(s, c)) STORED, MODIFY c VARCHAR(6) NOT NULL'
        : 'ADD z INT AS (s LIKE s) STORED';
    await query(server, `SET GLOBAL sql_mode = '${mode}'`);
    await expectSame(server, { columns, change, subtracts: false, isRefusedFor: mode });
    await query(server, "SET GLOBAL sql_mode = ''");
    await expectSame(server, { columns, change, subtracts: false, isRefusedFor: null });
  });
}

function casesFor(mode: string): Readonly<Record<string, string>> {
  return mode === escapes ? escaped : (parsed[mode] ?? added);
}

interface Case {
  readonly columns: string;
  readonly change: string;
  /** Whether a difference may be negative. */
  readonly subtracts: boolean;
  /** The mode for which the migration refuses it. */
  readonly isRefusedFor: string | null;
  /** By copying where there are none. */
  readonly flags?: readonly string[];
}

async function expectSame(
  server: RunningServer,
  { columns: own, change, subtracts, isRefusedFor, flags = ['--algorithm', 'copy'] }: Case,
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
  const alter = ['--target', database.url, '--alter', `ALTER TABLE copied ${change}`, ...flags];
  for (const command of ['plan', 'migrate']) {
    const { exitCode, output } = await runCommand({ args: [command, ...alter] }, AbortSignal.timeout(60_000));
    assert.equal(
      exitCode,
      isRefusedFor !== null || refusal !== null ? 1 : 0,
      `${command}, the server: ${refusal}\n${output}`,
    );
    if (refusal === null && isRefusedFor !== null) assert.ok(output.includes(`sql_mode has ${isRefusedFor}`), output);
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
