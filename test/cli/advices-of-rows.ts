import type { Advice } from './advices.ts';

/* Rows that stand in the way, and what a person does to them. */

interface Misfit {
  readonly what: string;
  readonly column: string;
  readonly rows: readonly string[];
  readonly clause: string;
  readonly says: RegExp;
  readonly advises: string;
  readonly first: string;
}

function misfit({ what, column, rows, clause, says, advises, first }: Misfit): Advice {
  return {
    what,
    create: [
      `CREATE TABLE t (id INT PRIMARY KEY, a ${column}) CHARACTER SET utf8mb4`,
      ...rows.map((value, id) => `INSERT INTO t VALUES (${id}, ${value})`),
    ],
    statement: `ALTER TABLE t ${clause}`,
    says,
    advises,
    first: [first],
    ships: [`ALTER TABLE t ${clause}`],
  };
}

const misfits: readonly Misfit[] = [
  {
    what: 'NULLs under NOT NULL',
    column: 'INT NULL',
    rows: ['NULL', '1'],
    clause: 'MODIFY a INT NOT NULL',
    says: /a is NULL/u,
    advises: 'Give these rows a value first.',
    first: 'UPDATE t SET a = 0 WHERE a IS NULL',
  },
  {
    what: 'NULLs under a TIMESTAMP that is NOT NULL',
    column: 'TIMESTAMP NULL',
    rows: ['NULL', 'NOW()'],
    clause: 'MODIFY a TIMESTAMP NOT NULL',
    says: /a is NULL/u,
    advises: 'Give these rows a value first.',
    first: 'UPDATE t SET a = NOW() WHERE a IS NULL',
  },
  {
    what: 'NULLs under AUTO_INCREMENT',
    column: 'INT NULL',
    rows: ['NULL', '1'],
    clause: 'MODIFY a INT NOT NULL AUTO_INCREMENT, ADD UNIQUE (a)',
    says: /a is NULL/u,
    advises: 'Give these rows a number of your own first.',
    first: 'UPDATE t SET a = 2 WHERE a IS NULL',
  },
  {
    what: 'duplicates under a unique key',
    column: 'INT',
    rows: ['1', '1'],
    clause: 'ADD UNIQUE (a)',
    says: /a repeats the value of another row|Duplicate entry/u,
    advises: 'Remove or change these rows first, or leave the key as it is.',
    first: 'DELETE FROM t WHERE id = 1',
  },
  {
    what: 'values that are too long',
    column: 'VARCHAR(20)',
    rows: ["'long enough'"],
    clause: 'MODIFY a VARCHAR(3)',
    says: /a is longer than 3 characters/u,
    advises: 'Shorten these values first, or leave the column longer.',
    first: 'UPDATE t SET a = LEFT(a, 3)',
  },
  {
    what: 'values out of range',
    column: 'INT',
    rows: ['100000'],
    clause: 'MODIFY a TINYINT',
    says: /a is out of range/u,
    advises: 'Correct these values first, or choose a wider type.',
    first: 'UPDATE t SET a = 100',
  },
  {
    what: 'texts that are no numbers',
    column: 'VARCHAR(20)',
    rows: ["'12abc'"],
    clause: 'MODIFY a INT',
    says: /a is no number/u,
    advises: 'Correct these values first, or add a new column and fill it as they should be read.',
    first: "UPDATE t SET a = '12'",
  },
  {
    what: 'labels in use',
    column: "ENUM('a', 'b')",
    rows: ["'b'"],
    clause: "MODIFY a ENUM('a')",
    says: /a has a value that is no label of the new type/u,
    advises: 'Keep the labels that are in use, or give these rows another one first.',
    first: "UPDATE t SET a = 'a'",
  },
  {
    what: 'rows that violate a CHECK',
    column: 'INT',
    rows: ['-1'],
    clause: 'ADD CONSTRAINT positive CHECK (a > 0)',
    says: /CHECK constraint '?positive'? is violated/u,
    advises: 'Correct these rows first, or change the constraint.',
    first: 'UPDATE t SET a = 1',
  },
  {
    what: 'characters that the new character set lacks',
    column: 'VARCHAR(20)',
    rows: ["'日本'"],
    clause: 'MODIFY a VARCHAR(20) CHARACTER SET latin1',
    says: /a has characters that latin1 lacks/u,
    advises: 'Correct these texts first, or choose utf8mb4.',
    first: "UPDATE t SET a = 'Japan'",
  },
  {
    what: 'texts that are no JSON',
    column: 'TEXT',
    rows: ["'{'"],
    clause: 'MODIFY a JSON',
    says: /a is no JSON in 1 row, and a becomes json/iu,
    advises: 'Correct these values first, or add a new column and fill it as they should be read.',
    first: "UPDATE t SET a = '{}'",
  },
  {
    what: 'rows beyond the last range',
    column: 'INT',
    rows: ['1', '2', '3'],
    clause: 'PARTITION BY RANGE (id) (PARTITION p VALUES LESS THAN (2))',
    says: /The partitions have no place for id in 1 row/u,
    advises: 'Add a last partition with VALUES LESS THAN MAXVALUE, or correct these rows first.',
    first: 'DELETE FROM t WHERE id = 2',
  },
  {
    what: 'rows that no list has',
    column: 'INT',
    rows: ['1', '2', '3'],
    clause: 'PARTITION BY LIST (id) (PARTITION p VALUES IN (0, 1))',
    says: /The partitions have no place for id in 1 row/u,
    advises: 'List these values in a partition, or correct these rows first.',
    first: 'DELETE FROM t WHERE id = 2',
  },
];

const oldDate = [
  "CREATE TABLE t (id INT PRIMARY KEY, d DATETIME NOT NULL DEFAULT '2000-01-01')",
  "SET SESSION sql_mode = ''",
  "INSERT INTO t VALUES (1, '0000-00-00')",
];
const makesDate = "CREATE TABLE t (id INT PRIMARY KEY, d DATETIME NOT NULL DEFAULT '0000-00-00')";
const convertsDate = "ALTER TABLE t MODIFY d DATE NOT NULL DEFAULT '2000-01-01'";
const addsDate = 'ALTER TABLE t ADD COLUMN d DATETIME NOT NULL';

const computedFrom = ['CREATE TABLE t (id INT PRIMARY KEY, a INT)', 'INSERT INTO t VALUES (1, 300)'];

const computed: readonly Advice[] = [
  {
    what: 'an expression that the type of its column cannot hold: another type',
    create: computedFrom,
    statement: 'ALTER TABLE t ADD COLUMN b TINYINT AS (a + 1) STORED',
    says: /b is out of range in 1 row, and it is tinyint/u,
    advises: 'Choose another type for b, or another expression.',
    ships: ['ALTER TABLE t ADD COLUMN b INT AS (a + 1) STORED'],
  },
  {
    what: 'an expression that the server does not take for a row',
    create: ['CREATE TABLE t (id INT PRIMARY KEY, a VARCHAR(20))', "INSERT INTO t VALUES (1, 'no date')"],
    statement: 'ALTER TABLE t ADD COLUMN b DATE AS (a) STORED',
    says: /Incorrect date value: 'no date'/u,
    advises: 'Correct the rows, or change the statement, and run this again.',
    first: ["UPDATE t SET a = '2026-01-01'"],
    ships: ['ALTER TABLE t ADD COLUMN b DATE AS (a) STORED'],
  },
  {
    what: 'an expression that the type of its column cannot hold: another expression',
    create: computedFrom,
    statement: 'ALTER TABLE t ADD COLUMN b TINYINT AS (a + 1) STORED',
    says: /b is out of range in 1 row, and it is tinyint/u,
    advises: 'Choose another type for b, or another expression.',
    ships: ['ALTER TABLE t ADD COLUMN b TINYINT AS (a MOD 10) STORED'],
  },
];

/** One hint names two ways here. */
const dates: readonly Advice[] = [
  {
    what: 'a date without a value to begin with',
    servers: ['mysql'],
    create: ['CREATE TABLE t (id INT PRIMARY KEY)', 'INSERT INTO t VALUES (1)'],
    statement: addsDate,
    says: /d has no value to begin with/u,
    advises: 'Give d a DEFAULT, or make it NULL.',
    ships: ["ALTER TABLE t ADD COLUMN d DATETIME NOT NULL DEFAULT '2000-01-01'"],
  },
  {
    what: 'a date without a value to begin with: zeros',
    servers: ['mysql'],
    create: ['CREATE TABLE t (id INT PRIMARY KEY)', 'INSERT INTO t VALUES (1)'],
    statement: addsDate,
    says: /d has no value to begin with/u,
    advises: 'To fill it with zeros, put zero-dates in the option allow.',
    ships: [addsDate],
    withOptions: ['--allow', 'zero-dates'],
  },
  {
    what: 'dates with zeros that are converted',
    servers: ['mysql'],
    create: oldDate,
    statement: convertsDate,
    says: /d has a zero for the year, the month or the day/u,
    advises: 'Give these rows a real date, or NULL, first.',
    first: ["UPDATE t SET d = '2000-01-01'"],
    ships: [convertsDate],
  },
  {
    what: 'dates with zeros that are converted: kept',
    servers: ['mysql'],
    create: oldDate,
    statement: convertsDate,
    says: /d has a zero for the year, the month or the day/u,
    advises: 'To keep dates with zeros, put zero-dates in the option allow.',
    ships: [convertsDate],
    withOptions: ['--allow', 'zero-dates'],
  },
  {
    what: 'a date with zeros as the default of a new table',
    servers: ['mysql'],
    create: [],
    statement: makesDate,
    says: /Invalid default value for 'd'/u,
    advises: 'To keep dates with zeros, put zero-dates in the option allow.',
    ships: [makesDate],
    withOptions: ['--allow', 'zero-dates'],
  },
];

const refers = 'ALTER TABLE c ADD CONSTRAINT c_fk FOREIGN KEY (p_id) REFERENCES p (id)';

const orphans: Advice = {
  what: 'rows without a parent',
  create: [
    'CREATE TABLE p (id INT PRIMARY KEY)',
    'CREATE TABLE c (id INT PRIMARY KEY, p_id INT)',
    'INSERT INTO c VALUES (1, 1)',
  ],
  statement: refers,
  says: /p_id refers to no row of p/u,
  advises: 'Add the missing rows, or remove these, first.',
  first: ['INSERT INTO p VALUES (1)'],
  ships: [refers],
};

export const advicesOfRows: readonly Advice[] = [...misfits.map(misfit), ...computed, ...dates, orphans];
