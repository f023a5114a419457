import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isCertain } from '../../src/engine/probes/hazard.ts';
import { createDatabase, testServers } from '../support/servers/index.ts';
import { createTable, openSession, tryChange } from './probed-change.ts';

interface KeyCase {
  readonly name: string;
  readonly elements: string;
  readonly rows: string;
  readonly clauses: string;
  /** Rows that repeat a value, and keys by which to find them; `null` where nothing collides. */
  readonly repeated: { readonly count: number; readonly sampleKeys: readonly string[] } | null;
  readonly on?: 'mysql' | 'mariadb';
}

const words = 'id INT PRIMARY KEY, e VARCHAR(20)';
const periods = 'id INT PRIMARY KEY, a INT, b DATE NOT NULL, c DATE NOT NULL, PERIOD FOR p (b, c)';
const binaryWords = 'id INT PRIMARY KEY, e VARCHAR(20) COLLATE utf8mb4_bin, UNIQUE KEY u (e)';
const pair = { count: 1, sampleKeys: ['1', '2'] };

const long = (text: string, spaces: number): string => `CONCAT('${text}', REPEAT(' ', ${spaces}))`;

const cases: readonly KeyCase[] = [
  ...[
    { of: 'VARCHAR(300)', to: 'VARCHAR(45)', on: 'mysql', collation: 'utf8mb4_0900_bin' },
    { of: 'VARCHAR(300)', to: 'VARCHAR(45)', on: 'mariadb', collation: 'utf8mb4_nopad_bin' },
    { of: 'VARCHAR(300)', to: 'CHAR(45)', on: 'mysql', collation: 'utf8mb4_0900_bin' },
    { of: 'VARCHAR(300)', to: 'CHAR(45)', on: 'mariadb', collation: 'utf8mb4_nopad_bin' },
    { of: 'TEXT', to: 'VARCHAR(45)', key: 'e(100)', on: 'mysql', collation: 'utf8mb4_0900_bin' },
    { of: 'TEXT', to: 'VARCHAR(45)', key: 'e(100)', on: 'mariadb', collation: 'utf8mb4_nopad_bin' },
  ].flatMap(({ of, to, key = 'e', on, collation }) =>
    [
      { name: 'become equal', rows: `(1, ${long('a', 50)}), (2, ${long('a', 60)})`, repeated: pair },
      { name: 'stay apart', rows: `(1, ${long('a', 50)}), (2, ${long('b', 60)})`, repeated: null },
    ].map(({ name, rows, repeated }) => ({
      name: `texts that lose trailing spaces ${name}: ${of} to ${to}`,
      elements: `id INT PRIMARY KEY, e ${of} COLLATE ${collation}, UNIQUE KEY u (${key})`,
      rows,
      clauses: `${of === 'TEXT' ? 'DROP KEY u, ADD UNIQUE KEY u (e), ' : ''}MODIFY e ${to} COLLATE ${collation}`,
      repeated,
      on: on as 'mysql' | 'mariadb',
    })),
  ),
  {
    name: 'a new key, NULLs left aside',
    elements: words,
    rows: "(1, 'a'), (2, 'a'), (3, 'b'), (4, NULL), (5, NULL), (6, 'a')",
    clauses: 'ADD UNIQUE KEY u (e)',
    repeated: { count: 2, sampleKeys: ['1', '6'] },
  },
  {
    name: 'a new key that nothing breaks',
    elements: words,
    rows: "(1, 'a'), (2, 'b'), (4, NULL), (5, NULL)",
    clauses: 'ADD UNIQUE KEY u (e)',
    repeated: null,
  },
  {
    name: 'a prefix',
    elements: words,
    rows: "(1, 'abcd'), (2, 'abce')",
    clauses: 'ADD UNIQUE KEY u (e(3))',
    repeated: pair,
  },
  {
    name: 'a longer prefix',
    elements: words,
    rows: "(1, 'abcd'), (2, 'abce')",
    clauses: 'ADD UNIQUE KEY u (e(4))',
    repeated: null,
  },
  {
    name: 'the prefix of a TEXT',
    elements: 'id INT PRIMARY KEY, e TEXT',
    rows: "(1, 'aaaaa'), (2, 'aaaab')",
    clauses: 'ADD UNIQUE KEY u (e(3))',
    repeated: pair,
  },
  {
    name: 'a looser collation',
    elements: binaryWords,
    rows: "(1, 'a'), (2, 'A')",
    clauses: 'MODIFY e VARCHAR(20) COLLATE utf8mb4_general_ci',
    repeated: pair,
  },
  {
    name: 'a key that becomes equal, told as it is written',
    elements: 'id VARCHAR(9) COLLATE utf8mb4_bin PRIMARY KEY, e INT',
    rows: "('xa', 1), ('xA', 2)",
    clauses: 'MODIFY id VARCHAR(9) COLLATE utf8mb4_general_ci NOT NULL',
    repeated: { count: 1, sampleKeys: ['xA', 'xa'] },
  },
  {
    name: 'a looser collation that calls nothing equal',
    elements: binaryWords,
    rows: "(1, 'a'), (2, 'b')",
    clauses: 'MODIFY e VARCHAR(20) COLLATE utf8mb4_general_ci',
    repeated: null,
  },
  {
    name: 'a converted table',
    elements: binaryWords,
    rows: "(1, 'a'), (2, 'A')",
    clauses: 'CONVERT TO CHARACTER SET latin1',
    repeated: pair,
  },
  {
    name: 'trailing spaces under a collation that pads',
    elements: 'id INT PRIMARY KEY, e VARCHAR(20) COLLATE utf8mb4_bin',
    rows: "(1, 'a'), (2, 'a ')",
    clauses: 'ADD UNIQUE KEY u (e)',
    repeated: pair,
  },
  {
    name: 'bytes, of which none is padded',
    elements: 'id INT PRIMARY KEY, e VARBINARY(20)',
    rows: "(1, 'a'), (2, 'a ')",
    clauses: 'ADD UNIQUE KEY u (e)',
    repeated: null,
  },
  {
    name: 'a primary key that loses a column',
    elements: 'a INT, b INT, PRIMARY KEY (a, b)',
    rows: '(1, 1), (1, 2)',
    clauses: 'DROP PRIMARY KEY, ADD PRIMARY KEY (a), DROP COLUMN b',
    repeated: { count: 1, sampleKeys: ['1, 1', '1, 2'] },
  },
  {
    name: 'a key that a dropped column leaves narrower',
    elements: 'id INT PRIMARY KEY, a INT, b INT, UNIQUE KEY u (a, b)',
    rows: '(1, 1, 1), (2, 1, 2)',
    clauses: 'DROP COLUMN b',
    repeated: pair,
    on: 'mysql',
  },
  {
    name: 'times that lose their fraction',
    elements: 'id INT PRIMARY KEY, d DATETIME(6), UNIQUE KEY u (d)',
    rows: "(1, '2024-01-01 00:00:00.1'), (2, '2024-01-01 00:00:00.2')",
    clauses: 'MODIFY d DATETIME',
    repeated: pair,
  },
  {
    name: 'decimals that are rounded',
    elements: 'id INT PRIMARY KEY, d DECIMAL(5,3), UNIQUE KEY u (d)',
    rows: '(1, 1.001), (2, 1.002)',
    clauses: 'MODIFY d DECIMAL(5,2)',
    repeated: pair,
  },
  {
    name: 'decimals that are rounded and stay apart',
    elements: 'id INT PRIMARY KEY, d DECIMAL(5,3), UNIQUE KEY u (d)',
    rows: '(1, 1.001), (2, 1.012)',
    clauses: 'MODIFY d DECIMAL(5,2)',
    repeated: null,
  },
  {
    name: 'a generated column',
    elements: 'id INT PRIMARY KEY, a INT',
    rows: '(1, 5), (2, -5)',
    clauses: 'ADD COLUMN b INT AS (ABS(a)) STORED, ADD UNIQUE KEY u (b)',
    repeated: pair,
  },
  {
    name: 'a generated column that was there',
    elements: 'id INT PRIMARY KEY, a INT, b INT AS (a % 2) VIRTUAL',
    rows: '(1, 1, DEFAULT), (2, 3, DEFAULT)',
    clauses: 'ADD UNIQUE KEY u (b)',
    repeated: pair,
  },
  {
    name: 'the default of an added column',
    elements: 'id INT PRIMARY KEY, a INT',
    rows: '(1, 5), (2, 6)',
    clauses: 'ADD COLUMN b INT NOT NULL DEFAULT 7, ADD UNIQUE KEY u (b)',
    repeated: pair,
  },
  {
    name: 'the default of an added column, in one row',
    elements: 'id INT PRIMARY KEY, a INT',
    rows: '(1, 5)',
    clauses: 'ADD COLUMN b INT NOT NULL DEFAULT 7, ADD UNIQUE KEY u (b)',
    repeated: null,
  },
  {
    name: 'numbers given anew',
    elements: 'id INT PRIMARY KEY, a INT',
    rows: '(1, 5), (2, 5)',
    clauses: 'DROP PRIMARY KEY, DROP COLUMN id, ADD COLUMN id BIGINT AUTO_INCREMENT PRIMARY KEY',
    repeated: null,
  },
  {
    name: 'swapped names',
    elements: 'id INT PRIMARY KEY, a INT, b INT',
    rows: '(1, 5, 5), (2, 6, 5)',
    clauses: 'RENAME COLUMN a TO b, RENAME COLUMN b TO a, ADD UNIQUE KEY u (a)',
    repeated: pair,
  },
  {
    name: 'swapped names, the other way',
    elements: 'id INT PRIMARY KEY, a INT, b INT',
    rows: '(1, 5, 5), (2, 6, 5)',
    clauses: 'RENAME COLUMN a TO b, RENAME COLUMN b TO a, ADD UNIQUE KEY u (b)',
    repeated: null,
  },
  {
    name: 'an expression',
    elements: words,
    rows: "(1, 'A'), (2, 'a')",
    clauses: 'ADD UNIQUE KEY u ((CONCAT(LOWER(e))))',
    repeated: pair,
    on: 'mysql',
  },
  {
    name: 'periods that overlap',
    elements: periods,
    rows: "(1, 7, '2020-01-01', '2020-12-01'), (2, 7, '2020-03-01', '2020-04-01'), (3, 7, '2020-05-01', '2020-06-01'), (4, 8, '2020-01-01', '2020-02-01')",
    clauses: 'ADD UNIQUE KEY u (a, p WITHOUT OVERLAPS)',
    repeated: { count: 2, sampleKeys: ['2', '3'] },
    on: 'mariadb',
  },
  {
    name: 'periods that touch',
    elements: periods,
    rows: "(1, 7, '2020-01-01', '2020-02-01'), (2, 7, '2020-02-01', '2020-03-01'), (3, NULL, '2020-01-01', '2020-03-01'), (4, NULL, '2020-01-01', '2020-03-01')",
    clauses: 'ADD UNIQUE KEY u (a, p WITHOUT OVERLAPS)',
    repeated: null,
    on: 'mariadb',
  },
  {
    name: 'a key without its period',
    elements: `${periods}, UNIQUE KEY u (a, p WITHOUT OVERLAPS)`,
    rows: "(1, 7, '2020-01-01', '2020-02-01'), (2, 7, '2020-03-01', '2020-04-01')",
    clauses: 'DROP KEY u, ADD UNIQUE KEY u (a)',
    repeated: { count: 1, sampleKeys: ['1', '2'] },
    on: 'mariadb',
  },
];

for (const server of testServers()) {
  test(`rows that would collide are found, where the server would find them: ${server.name}`, async (context) => {
    await using database = await createDatabase(server);
    await using session = await openSession(server, database);
    for (const { name, elements, rows, clauses, repeated } of cases.filter(
      ({ on = server.flavor }) => on === server.flavor,
    )) {
      await context.test(name, async () => {
        await createTable(session, elements, rows);
        const { hazards, refusal } = await tryChange(session, database.name, clauses);
        assert.equal(hazards.some(isCertain), refusal !== null, refusal ?? 'the server takes it');
        const [found] = hazards;
        assert.deepEqual(found === undefined ? null : { count: found.count, sampleKeys: found.sampleKeys }, repeated);
        if (repeated !== null) assert.equal(found?.kind, 'duplicate-key');
      });
    }
  });
}
