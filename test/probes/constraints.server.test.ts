import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { HazardKind } from '../../src/engine/probes/hazard.ts';
import { raw } from '../../src/sql/sql.ts';
import { createDatabase, type Flavor, testServers } from '../support/servers/index.ts';
import { createTable, openSession, tryChange } from './probed-change.ts';

interface ConstraintCase {
  readonly name: string;
  readonly elements: string;
  readonly rows: string;
  readonly clauses: string;
  /** What is found, and in which row, `''` where no key names it; `null` where the server takes the statement. */
  readonly broken: readonly [HazardKind, key: string] | null;
  readonly partitions?: string;
  readonly on?: Flavor;
}

const number = 'id INT PRIMARY KEY, a INT';

const cases: readonly ConstraintCase[] = [
  {
    name: 'a check that a row breaks',
    elements: number,
    rows: '(1, 5), (2, 15)',
    clauses: 'ADD CONSTRAINT c CHECK (a < 10)',
    broken: ['check-violated', '2'],
  },
  {
    name: 'a check that NULL passes',
    elements: number,
    rows: '(1, 5), (2, NULL)',
    clauses: 'ADD CONSTRAINT c CHECK (a < 10)',
    broken: null,
  },
  {
    name: 'a check with quotes and parentheses in its text',
    elements: 'id INT PRIMARY KEY, a VARCHAR(20)',
    rows: "(1, 'it''s ('), (2, 'x')",
    clauses: "ADD CONSTRAINT c CHECK (a <> 'it''s (')",
    broken: ['check-violated', '1'],
  },
  {
    name: 'a check of a renamed column',
    elements: number,
    rows: '(1, 5), (2, NULL)',
    clauses: 'CHANGE a b INT, ADD CONSTRAINT c CHECK (b < 5)',
    broken: ['check-violated', '1'],
  },
  {
    name: 'a check of an added column',
    elements: number,
    rows: '(1, 5), (2, 2)',
    clauses: 'ADD COLUMN b INT DEFAULT 3, ADD CONSTRAINT c CHECK (b > a)',
    broken: ['check-violated', '1'],
  },
  {
    name: 'a check on values that are converted',
    elements: 'id INT PRIMARY KEY, d DECIMAL(5,2), CONSTRAINT c CHECK (d > 0)',
    rows: '(1, 0.4), (2, 1.4)',
    clauses: 'MODIFY d DECIMAL(5,0)',
    broken: ['check-violated', '1'],
  },
  {
    name: 'a column that may be NULL no more, renamed as well',
    elements: number,
    rows: '(1, 5), (2, NULL)',
    clauses: 'CHANGE a b BIGINT NOT NULL',
    broken: ['null-in-not-null', '2'],
  },
  {
    name: 'a new primary key over NULL',
    elements: number,
    rows: '(1, 5), (2, NULL)',
    clauses: 'DROP PRIMARY KEY, ADD PRIMARY KEY (a)',
    broken: ['null-in-not-null', '2'],
  },
  {
    name: 'a foreign key to a row that is not there',
    elements: number,
    rows: '(1, 7), (2, 1)',
    clauses: 'ADD CONSTRAINT f FOREIGN KEY (a) REFERENCES parent (id)',
    broken: ['orphan', '1'],
  },
  {
    name: 'a foreign key to rows that are there',
    elements: number,
    rows: '(1, 1), (2, NULL)',
    clauses: 'ADD CONSTRAINT f FOREIGN KEY (a) REFERENCES parent (id)',
    broken: null,
  },
  {
    name: 'a foreign key to the table itself',
    elements: number,
    rows: '(1, 1), (2, 9)',
    clauses: 'ADD CONSTRAINT f FOREIGN KEY (a) REFERENCES t (id)',
    broken: ['orphan', '2'],
  },
  partitioned('rows beyond the last range', 'PARTITION BY RANGE (id) (PARTITION p VALUES LESS THAN (7))', true),
  partitioned('a last range without end', 'PARTITION BY RANGE (id) (PARTITION p VALUES LESS THAN MAXVALUE)', false),
  partitioned('rows within the ranges', 'PARTITION BY RANGE (id * 2) (PARTITION p VALUES LESS THAN (15))', false),
  partitioned('an expression beyond', 'PARTITION BY RANGE (id * 2) (PARTITION p VALUES LESS THAN (14))', true),
  partitioned('columns beyond', 'PARTITION BY RANGE COLUMNS (id, a) (PARTITION p VALUES LESS THAN (7, 4))', true),
  partitioned('columns within', 'PARTITION BY RANGE COLUMNS (id, a) (PARTITION p VALUES LESS THAN (7, 5))', false),
  partitioned(
    'columns without end',
    'PARTITION BY RANGE COLUMNS (id, a) (PARTITION o VALUES LESS THAN (3, MAXVALUE), PARTITION p VALUES LESS THAN (7, MAXVALUE))',
    false,
  ),
  partitioned(
    'rows in no list',
    'PARTITION BY LIST (id) (PARTITION p VALUES IN (1, 2), PARTITION q VALUES IN (8))',
    true,
  ),
  partitioned(
    'rows in the lists',
    'PARTITION BY LIST (id) (PARTITION p VALUES IN (1), PARTITION q VALUES IN (7))',
    false,
  ),
  partitioned(
    'columns in no list',
    'PARTITION BY LIST COLUMNS (id, a) (PARTITION p VALUES IN ((1, NULL), (1, 2), (7, 5)))',
    true,
  ),
  partitioned('by hash', 'PARTITION BY HASH (id) PARTITIONS 3', false),
  {
    name: 'NULL in no list',
    elements: 'id INT, a INT',
    rows: '(1, 1), (2, NULL)',
    clauses: 'PARTITION BY LIST (a) (PARTITION p VALUES IN (1, 2))',
    broken: ['outside-partitions', ''],
  },
  {
    name: 'NULL in a list',
    elements: 'id INT, a INT',
    rows: '(1, 1), (2, NULL)',
    clauses: 'PARTITION BY LIST (a) (PARTITION p VALUES IN (1, NULL))',
    broken: null,
  },
  {
    name: 'NULL is in the first range',
    elements: 'id INT, a INT',
    rows: '(1, 1), (2, NULL)',
    clauses: 'PARTITION BY RANGE (a) (PARTITION p VALUES LESS THAN (2))',
    broken: null,
  },
  {
    name: 'a text beyond the last range, as its collation orders it',
    elements: 'a VARCHAR(9) PRIMARY KEY',
    rows: "('B'), ('d')",
    clauses: "PARTITION BY RANGE COLUMNS (a) (PARTITION p VALUES LESS THAN ('c'))",
    broken: ['outside-partitions', 'd'],
  },
  {
    name: 'a text that differs by case alone from a listed one',
    elements: 'a VARCHAR(9) PRIMARY KEY',
    rows: "('B'), ('it''s')",
    clauses: "PARTITION BY LIST COLUMNS (a) (PARTITION p VALUES IN ('b', 'it''s'))",
    broken: null,
  },
  {
    name: 'a date beyond the last year',
    elements: 'd DATE PRIMARY KEY',
    rows: "('2024-12-31'), ('2026-01-01')",
    clauses: 'PARTITION BY RANGE (YEAR(d)) (PARTITION p VALUES LESS THAN (2026))',
    broken: ['outside-partitions', '2026-01-01'],
  },
  {
    name: 'ranges that end earlier than before',
    elements: number,
    partitions: 'PARTITION BY RANGE (id) (PARTITION o VALUES LESS THAN (5), PARTITION p VALUES LESS THAN (9))',
    rows: '(1, 2), (7, 4)',
    clauses: 'PARTITION BY RANGE (id) (PARTITION p VALUES LESS THAN (6))',
    broken: ['outside-partitions', '7'],
  },
  {
    name: 'a column that the partitions go by, and that changes its name',
    elements: number,
    rows: '(1, 2), (7, 4)',
    clauses: 'CHANGE id number INT NOT NULL PARTITION BY RANGE (number) (PARTITION p VALUES LESS THAN (6))',
    broken: ['outside-partitions', '7'],
  },
  computed('a number that is too large', 'b TINYINT AS (a * 2) STORED', ['out-of-range', '2']),
  computed('a number that fits', 'b SMALLINT AS (a * 2) STORED', null),
  computed('one that fits once it is rounded', 'b TINYINT AS (a / 300) STORED', null),
  computed('a negative number without a sign', 'b INT UNSIGNED AS (a - 5) STORED', ['out-of-range', '1']),
  computed('a number with too many digits', 'b DECIMAL(4,2) AS (a / 3) STORED', ['out-of-range', '2']),
  computed('a text that is too long', "b VARCHAR(3) AS (CONCAT('x', a)) STORED", ['too-long', '2']),
  computed('a text that fits', "b VARCHAR(4) AS (CONCAT('x', a)) STORED", null),
  computed('spaces that are too long', "b VARCHAR(3) AS (CONCAT(a, '  ')) STORED", null),
  computed('bytes that are too long', 'b VARBINARY(2) AS (a) STORED', ['too-long', '2']),
  computed('an expression of another one', 'b INT AS (a * 2) VIRTUAL, ADD COLUMN c TINYINT AS (b) STORED', [
    'out-of-range',
    '2',
  ]),
  computed('a number that is computed at each read, and is too large', 'b TINYINT AS (a * 2) VIRTUAL', [
    'out-of-range',
    '2',
  ]),
  computed('an index over one that is computed', 'b TINYINT AS (a * 2) VIRTUAL, ADD KEY (b)', ['out-of-range', '2']),
  {
    name: 'an expression without a value',
    elements: number,
    rows: '(1, 5), (2, NULL)',
    clauses: 'ADD COLUMN b INT AS (a * 2) STORED NOT NULL',
    broken: ['null-in-not-null', '2'],
    on: 'mysql',
  },
  {
    name: 'a default without a value',
    elements: number,
    rows: '(1, 5), (2, NULL)',
    clauses: 'ADD COLUMN b INT NOT NULL DEFAULT (a)',
    broken: ['null-in-not-null', '2'],
  },
  computed('a default that is too large', 'b TINYINT DEFAULT (a + 1)', ['out-of-range', '2']),
  computed('a default that fits', 'b SMALLINT DEFAULT (a + 1)', null),
  computed('a default of another one', 'b INT DEFAULT (a * 2), ADD COLUMN c TINYINT DEFAULT (b)', [
    'out-of-range',
    '2',
  ]),
  computed('a default that a check forbids', 'b INT DEFAULT (a - 5), ADD CHECK (b > 0)', ['check-violated', '1']),
  {
    name: 'a default of a renamed column',
    elements: number,
    rows: '(1, 5), (2, 300)',
    clauses: 'RENAME COLUMN a TO z, ADD COLUMN b TINYINT DEFAULT (z)',
    broken: ['out-of-range', '2'],
  },
  {
    name: 'a stored column that becomes narrow',
    elements: `${number}, b INT AS (a * 2) STORED`,
    rows: '(1, 5, DEFAULT), (2, 300, DEFAULT)',
    clauses: 'MODIFY b TINYINT AS (a * 2) STORED',
    broken: ['out-of-range', '2'],
  },
  {
    name: 'a stored column that stays as it is',
    elements: `${number}, b INT AS (a * 2) STORED`,
    rows: '(1, 5, DEFAULT), (2, 300, DEFAULT)',
    clauses: 'ADD COLUMN x INT',
    broken: null,
  },
];

/** @param isOutside whether the second of two rows is in none of the partitions */
function partitioned(name: string, clauses: string, isOutside: boolean): ConstraintCase {
  return {
    name,
    elements: 'id INT, a INT, PRIMARY KEY (id, a)',
    rows: '(1, 2), (7, 4)',
    clauses,
    broken: isOutside ? ['outside-partitions', '7, 4'] : null,
  };
}

/** Two rows, with the values 3 and 300. */
function computed(name: string, column: string, broken: ConstraintCase['broken']): ConstraintCase {
  return { name, elements: number, rows: '(1, 3), (2, 300)', clauses: `ADD COLUMN ${column}`, broken };
}

for (const server of testServers()) {
  test(`rows that break a constraint are found, where the server would find them: ${server.name}`, async (context) => {
    await using database = await createDatabase(server);
    await using session = await openSession(server, database);
    await session.run(raw('CREATE TABLE parent (id INT PRIMARY KEY)'));
    await session.run(raw('INSERT INTO parent VALUES (1)'));
    for (const { name, elements, partitions, rows, clauses, broken } of cases.filter(
      ({ on }) => on === undefined || on === server.flavor,
    )) {
      await context.test(name, async () => {
        await createTable(session, elements, rows, partitions);
        const { hazards, refusal } = await tryChange(session, database.name, clauses);
        const found = hazards.map(({ kind, count, sampleKeys }) => [kind, count, ...sampleKeys]);
        assert.deepEqual(
          found,
          broken === null ? [] : [[broken[0], 1, ...broken.slice(1).filter((key) => key !== '')]],
        );
        assert.equal(refusal !== null, broken !== null, refusal ?? 'the server takes it');
      });
    }
  });
}
