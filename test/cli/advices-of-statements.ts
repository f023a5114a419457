import type { Advice } from './advices.ts';

/* Statements that are not run as they stand. */

const table = ['CREATE TABLE t (id INT PRIMARY KEY, a INT)', 'INSERT INTO t VALUES (1, 1), (2, 2)'];
const otherMeans = 'run anything else by other means.';
const partitioned = [
  'CREATE TABLE t (id INT PRIMARY KEY) PARTITION BY RANGE (id) (PARTITION p0 VALUES LESS THAN (10), PARTITION p1 VALUES LESS THAN (20))',
];

const byHand: readonly Advice[] = [
  {
    what: 'a word that is mistyped',
    create: table,
    statement: 'ALTER TABEL t ADD b INT',
    says: /ALTER TABEL .* seems to be misspelt/u,
    advises: 'Correct the word: write ALTER TABLE.',
    ships: ['ALTER TABLE t ADD b INT'],
  },
  {
    what: 'TRUNCATE TABLE',
    create: table,
    statement: 'TRUNCATE TABLE t',
    says: /TRUNCATE TABLE .* is no statement that can be shipped/u,
    advises: otherMeans,
    afterwards: ['TRUNCATE TABLE t'],
  },
  {
    what: 'a statement about something else',
    create: table,
    statement: 'CREATE VIEW v AS SELECT id FROM t',
    says: /CREATE VIEW .* is no statement that can be shipped/u,
    advises: otherMeans,
    afterwards: ['CREATE VIEW v AS SELECT id FROM t'],
  },
  {
    what: 'partitions that are looked after',
    create: partitioned,
    statement: 'ALTER TABLE t ANALYZE PARTITION p0',
    says: /Upkeep of partitions is not supported/u,
    advises: 'Run it in a client.',
    afterwards: ['ALTER TABLE t ANALYZE PARTITION p0'],
  },
  {
    what: 'a tablespace that is given up',
    create: table,
    statement: 'ALTER TABLE t DISCARD TABLESPACE',
    says: /DISCARD TABLESPACE is not supported/u,
    advises: 'Run it where the rest of such work is run:',
    afterwards: ['ALTER TABLE t DISCARD TABLESPACE'],
  },
  {
    what: 'a partition that is exchanged',
    create: [...partitioned, 'CREATE TABLE x (id INT PRIMARY KEY)'],
    statement: 'ALTER TABLE t EXCHANGE PARTITION p0 WITH TABLE x',
    says: /EXCHANGE PARTITION is not supported/u,
    advises: 'Run it where the rest of such work is run:',
    afterwards: ['ALTER TABLE t EXCHANGE PARTITION p0 WITH TABLE x'],
  },
  {
    what: 'a check of a name that another table has',
    servers: ['mysql'],
    create: [
      'CREATE TABLE t (id INT PRIMARY KEY, CONSTRAINT ck CHECK (id > 0))',
      'CREATE TABLE u (id INT PRIMARY KEY, CONSTRAINT u_ck CHECK (id > 0))',
    ],
    statement: 'ALTER TABLE u ADD CONSTRAINT ck CHECK (id > 1), MODIFY id BIGINT',
    says: /Duplicate check constraint name 'ck'\. t has a check of this name/u,
    advises: 'Give the check another name.',
    ships: ['ALTER TABLE u ADD CONSTRAINT ck_2 CHECK (id > 1), MODIFY id BIGINT'],
  },
  {
    what: 'ids of documents',
    create: [
      'CREATE TABLE t (id INT PRIMARY KEY, FTS_DOC_ID BIGINT UNSIGNED NOT NULL, UNIQUE FTS_DOC_ID_INDEX (FTS_DOC_ID))',
    ],
    statement: 'ALTER TABLE t MODIFY id BIGINT',
    says: /t has a column FTS_DOC_ID/u,
    advises: 'Run the statement directly.',
    afterwards: ['ALTER TABLE t MODIFY id BIGINT'],
  },
  {
    what: 'a view that is dropped as a table',
    create: [...table, 'CREATE VIEW v AS SELECT id FROM t'],
    statement: 'DROP TABLE v',
    options: ['--allow', 'drop-table'],
    says: /v is not a table/u,
    advises: 'Drop a view by other means.',
    afterwards: ['DROP VIEW v'],
  },
];

const otherwise: readonly Advice[] = [
  {
    what: 'a statement that the server refuses',
    create: table,
    statement: 'ALTER TABLE t ADD COLUMN a INT',
    says: /The server refuses the statement on t: Duplicate column name 'a'/u,
    advises: 'Correct the statement.',
    ships: ['ALTER TABLE t ADD COLUMN b INT'],
  },
  {
    what: 'a table that is not there',
    create: table,
    statement: 'ALTER TABLE tt ADD COLUMN b INT',
    says: /There is no table tt in /u,
    advises: 'Check the name in the statement and the database in the target URL.',
    ships: ['ALTER TABLE t ADD COLUMN b INT'],
  },
  {
    what: 'RENAME TO among other clauses',
    create: table,
    statement: 'ALTER TABLE t ADD COLUMN b INT, RENAME TO u',
    options: ['--allow', 'rename-table'],
    says: /RENAME TO together with other clauses/u,
    advises: 'Write two statements: this one without RENAME TO, and behind it ALTER TABLE `t` RENAME TO `u`',
    ships: ['ALTER TABLE t ADD COLUMN b INT', 'ALTER TABLE t RENAME TO u'],
  },
  {
    what: 'CREATE OR REPLACE TABLE',
    create: table,
    statement: 'CREATE OR REPLACE TABLE t (id INT PRIMARY KEY)',
    says: /CREATE OR REPLACE TABLE/u,
    advises: 'write DROP TABLE and CREATE TABLE.',
    ships: ['DROP TABLE t', 'CREATE TABLE t (id INT PRIMARY KEY)'],
    withOptions: ['--allow', 'drop-table'],
  },
  {
    what: 'a table that is made of rows',
    create: table,
    statement: 'CREATE TABLE u AS SELECT id FROM t',
    says: /CREATE TABLE … SELECT/u,
    advises: 'create the table with its columns, and fill it by other means.',
    ships: ['CREATE TABLE u (id INT PRIMARY KEY)'],
    afterwards: ['INSERT INTO u SELECT id FROM t'],
  },
  {
    what: 'several tables that are dropped at once',
    create: [...table, 'CREATE TABLE u (id INT PRIMARY KEY)'],
    statement: 'DROP TABLE t, u',
    options: ['--allow', 'drop-table'],
    says: /DROP TABLE of several tables/u,
    advises: 'Write one DROP TABLE for each, so that each can be told apart.',
    ships: ['DROP TABLE t', 'DROP TABLE u'],
  },
  {
    what: 'the name of a foreign key that is taken',
    create: [
      'CREATE TABLE p (id INT PRIMARY KEY)',
      'CREATE TABLE o (id INT PRIMARY KEY, p_id INT, CONSTRAINT taken FOREIGN KEY (p_id) REFERENCES p (id))',
      'CREATE TABLE c (id INT PRIMARY KEY, p_id INT)',
      'INSERT INTO c (id) WITH RECURSIVE n AS (SELECT 1 AS x UNION ALL SELECT x + 1 FROM n WHERE x < 900) SELECT x FROM n',
      ...[1, 2, 4].map((times) => `INSERT INTO c (id) SELECT id + ${1_000 * times} FROM c`),
    ],
    statement: 'ALTER TABLE c ADD CONSTRAINT taken FOREIGN KEY (p_id) REFERENCES p (id)',
    says: /o has a foreign key of this name/u,
    advises: 'Give the foreign key another name.',
    ships: ['ALTER TABLE c ADD CONSTRAINT free FOREIGN KEY (p_id) REFERENCES p (id)'],
  },
];

const ofPermission: readonly Advice[] = [
  {
    what: 'a table that is dropped',
    create: table,
    statement: 'DROP TABLE t',
    says: /t/u,
    advises: 'If nobody uses t any more, allow it for this run: drop-table in the option allow.',
    ships: ['DROP TABLE t'],
    withOptions: ['--allow', 'drop-table'],
  },
  {
    what: 'a table that is dropped and others refer to',
    create: [
      'CREATE TABLE p (id INT PRIMARY KEY)',
      'CREATE TABLE c (id INT PRIMARY KEY, p_id INT, CONSTRAINT c_fk FOREIGN KEY (p_id) REFERENCES p (id))',
    ],
    statement: 'DROP TABLE p',
    options: ['--allow', 'drop-table'],
    says: /c_fk/u,
    advises: 'Drop these foreign keys, or the tables that have them, first.',
    ships: ['ALTER TABLE c DROP FOREIGN KEY c_fk', 'DROP TABLE p'],
  },
  {
    what: 'a table that is not there and is dropped',
    create: [],
    statement: 'DROP TABLE t',
    options: ['--allow', 'drop-table'],
    says: /There is no table t in /u,
    advises: 'DROP TABLE IF EXISTS accepts that it is gone.',
    ships: ['DROP TABLE IF EXISTS t'],
  },
  {
    what: 'a table that is renamed',
    create: table,
    statement: 'RENAME TABLE t TO u',
    says: /t/u,
    advises: 'If no code does, allow it for this run: rename-table in the option allow.',
    ships: ['RENAME TABLE t TO u'],
    withOptions: ['--allow', 'rename-table'],
    afterwards: ['CREATE VIEW t AS SELECT * FROM u'],
  },
  {
    what: 'a new name that is taken',
    create: [...table, 'CREATE TABLE u (id INT PRIMARY KEY)'],
    statement: 'RENAME TABLE t TO u',
    options: ['--allow', 'rename-table'],
    says: /u/u,
    advises: 'Choose another name, or rename or drop what has this one first.',
    ships: ['RENAME TABLE u TO w', 'RENAME TABLE t TO u'],
  },
  {
    what: 'a change of rows that reads its session',
    create: table,
    statement: 'UPDATE t SET a = @@character_set_connection = 1 WHERE id = 1',
    options: ['--data-statements', 'run'],
    says: /UPDATE .* is not run\. It runs in a session of its own, and @@character_set_connection tells/u,
    advises: 'Write it in a plain form, with the value itself',
    ships: ["UPDATE t SET a = 'utf8mb4' = 'utf8' WHERE id = 1"],
  },
  {
    what: 'rows that are changed',
    create: table,
    statement: 'UPDATE t SET a = 0 WHERE id = 1',
    says: /UPDATE/u,
    advises: 'If it may, give the option data-statements: run',
    ships: ['UPDATE t SET a = 0 WHERE id = 1'],
    withOptions: ['--data-statements', 'run'],
  },
  {
    what: 'rows of a view that are changed',
    create: [...table, 'CREATE VIEW v AS SELECT id, a FROM t'],
    statement: 'UPDATE v SET a = 0 WHERE id = 1',
    options: ['--data-statements', 'run'],
    says: /v is a view, which may show tables that nobody has allowed/u,
    advises: 'Name its tables instead.',
    ships: ['UPDATE t SET a = 0 WHERE id = 1'],
  },
  {
    what: 'rows that are changed and cannot be undone',
    create: ['CREATE TABLE t (id INT PRIMARY KEY, a INT) ENGINE = MyISAM', 'INSERT INTO t VALUES (1, 1)'],
    statement: 'UPDATE t SET a = 0 WHERE id = 1',
    options: ['--data-statements', 'run'],
    says: /t is not InnoDB/u,
    advises: 'Run the statement yourself, or change the engine of the table first.',
    first: ['ALTER TABLE t ENGINE = InnoDB'],
    ships: ['UPDATE t SET a = 0 WHERE id = 1'],
  },
  {
    what: 'more rows than may be changed',
    create: table,
    statement: 'UPDATE t SET a = 0',
    options: ['--data-statements', 'run', '--max-data-rows', '1'],
    says: /would examine about \d rows, more than the 1 of max-data-rows/u,
    advises: 'Write several statements that examine fewer rows each',
    ships: ['UPDATE t SET a = 0 WHERE id = 1', 'UPDATE t SET a = 0 WHERE id = 2'],
  },
];

const trigger = (text: string): string => `CREATE TRIGGER b BEFORE INSERT ON t FOR EACH ROW SET NEW.c = '${text}'`;
const widens = 'ALTER TABLE t MODIFY id BIGINT';

const ofTriggers: readonly Advice[] = [
  {
    what: 'triggers beside constraints with names',
    create: ['CREATE TABLE t (id INT PRIMARY KEY, c CHAR(9), CONSTRAINT short CHECK (LENGTH(c) < 8))', trigger('x')],
    servers: ['mysql'],
    statement: widens,
    options: ['--triggers', 'carry'],
    says: /t has triggers, and constraints whose names are to be kept/u,
    advises: 'Drop the triggers before the migration and create them again after it.',
    first: ['DROP TRIGGER b'],
    ships: [widens],
    afterwards: [trigger('x')],
  },
  {
    what: 'triggers in another character set',
    create: ['CREATE TABLE t (id INT PRIMARY KEY, c CHAR(9))', 'SET NAMES latin1', trigger('é')],
    statement: widens,
    options: ['--triggers', 'carry'],
    says: /Triggers of t are written in another character set than UTF-8: b/u,
    advises: 'Create them again in a session with utf8mb4 first.',
    first: ['SET NAMES utf8mb4', 'DROP TRIGGER b', trigger('é')],
    ships: [widens],
  },
];

export const advicesOfStatements: readonly Advice[] = [...byHand, ...otherwise, ...ofPermission, ...ofTriggers];
