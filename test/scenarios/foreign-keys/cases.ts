import type { ErrorCode } from '../../../src/support/errors.ts';
import type { Flavor } from '../../support/servers/index.ts';

/** A statement on `t`, which has foreign keys, is to get one, or is referred to. */
export interface Case {
  readonly name: string;
  readonly setup: readonly string[];
  /** Behind ALTER TABLE t. */
  readonly clauses: string;
  /** How it is refused although the server, which makes writers wait for it, would accept it. */
  readonly refused: Partial<Record<Flavor, ErrorCode>>;
}

const parents = [
  'CREATE TABLE p (id INT PRIMARY KEY, code INT, other INT, UNIQUE KEY by_code (code), KEY by_other (other))',
  'INSERT INTO p VALUES (1, 1, 1), (2, 2, 2)',
];
const plain = [
  ...parents,
  'CREATE TABLE t (id INT PRIMARY KEY, p_id INT, q INT, s VARCHAR(10))',
  "INSERT INTO t VALUES (1, 1, 1, 'a'), (2, 2, 2, 'b')",
];
const orphan = [...plain, "INSERT INTO t VALUES (3, 99, 99, 'c')"];
/** More rows than the server is let copy by itself. */
const filled = (table: string): string[] => [
  `INSERT INTO ${table} (id) WITH RECURSIVE n AS (SELECT 100 AS x UNION ALL SELECT x + 1 FROM n WHERE x < 900) SELECT x FROM n`,
  ...[1, 2, 4, 8].map(
    (times) => `INSERT INTO ${table} (id) SELECT id + ${1_000 * times} FROM ${table} WHERE id >= 100`,
  ),
];
const child = [
  ...parents,
  `CREATE TABLE t (id INT PRIMARY KEY, p_id INT, q INT, s VARCHAR(10), KEY by_p (p_id), KEY by_q (q),
     CONSTRAINT t_fk FOREIGN KEY (p_id) REFERENCES p (id) ON DELETE RESTRICT)`,
  "INSERT INTO t VALUES (1, 1, 1, 'a'), (2, 2, 2, 'b')",
];
const checked = [
  ...parents,
  `CREATE TABLE t (id INT PRIMARY KEY, p_id INT, q INT, CONSTRAINT positive CHECK (q > 0), KEY by_p (p_id),
     FOREIGN KEY (p_id) REFERENCES p (id) ON DELETE CASCADE ON UPDATE SET NULL)`,
  'INSERT INTO t VALUES (1, 1, 1)',
];
const textChild = [
  'CREATE TABLE p (k VARCHAR(10) PRIMARY KEY) CHARSET latin1',
  "INSERT INTO p VALUES ('a')",
  'CREATE TABLE t (id INT PRIMARY KEY, k VARCHAR(10), CONSTRAINT t_fk FOREIGN KEY (k) REFERENCES p (k)) CHARSET latin1',
  "INSERT INTO t VALUES (1, 'a')",
];
const nulling = [
  ...parents,
  `CREATE TABLE t (id INT PRIMARY KEY, p_id INT, CONSTRAINT t_fk FOREIGN KEY (p_id) REFERENCES p (id) ON DELETE SET NULL)`,
  'INSERT INTO t VALUES (1, 1)',
];
const parent = [
  'CREATE TABLE t (id INT PRIMARY KEY, code INT, s VARCHAR(10), UNIQUE KEY by_code (code))',
  "INSERT INTO t VALUES (1, 1, 'a'), (2, 2, 'b')",
  `CREATE TABLE c (id INT PRIMARY KEY, t_id INT, t_code INT, CONSTRAINT c_id FOREIGN KEY (t_id) REFERENCES t (id),
     CONSTRAINT c_code FOREIGN KEY (t_code) REFERENCES t (code))`,
  'INSERT INTO c VALUES (1, 1, 1)',
];
const self = [
  'CREATE TABLE t (id INT PRIMARY KEY, up INT, KEY by_up (up), CONSTRAINT t_up FOREIGN KEY (up) REFERENCES t (id))',
  'INSERT INTO t VALUES (1, 1)',
];
const dangling = [
  'SET foreign_key_checks = 0',
  `CREATE TABLE t (id INT PRIMARY KEY, p_id INT, q INT, KEY by_p (p_id), KEY by_q (q),
     CONSTRAINT t_fk FOREIGN KEY (p_id) REFERENCES nowhere (id))`,
  'INSERT INTO t VALUES (1, 1, 1)',
  'SET foreign_key_checks = 1',
];

function test(
  name: string,
  setup: readonly string[],
  clauses: string,
  refused: ErrorCode | Case['refused'] = {},
): Case {
  return {
    name,
    setup,
    clauses,
    refused: typeof refused === 'string' ? { mysql: refused, mariadb: refused } : refused,
  };
}

export const cases: readonly Case[] = [
  test('a key is added', plain, 'ADD FOREIGN KEY (p_id) REFERENCES p (id)'),
  test('a key with a name is added', plain, 'ADD CONSTRAINT t_new FOREIGN KEY (p_id) REFERENCES p (id)'),
  test('a key that a row breaks', orphan, 'ADD FOREIGN KEY (p_id) REFERENCES p (id)'),
  test('a key to no table', plain, 'ADD FOREIGN KEY (p_id) REFERENCES nowhere (id)'),
  test('a key to no column', plain, 'ADD FOREIGN KEY (p_id) REFERENCES p (nix)'),
  test('a key of another type', plain, 'ADD FOREIGN KEY (s) REFERENCES p (id)'),
  test('a key to what is not unique', plain, 'ADD FOREIGN KEY (p_id) REFERENCES p (other)'),
  test('a key to the table itself', plain, 'ADD FOREIGN KEY (p_id) REFERENCES t (id)'),
  test('a key to itself that a row breaks', orphan, 'ADD FOREIGN KEY (p_id) REFERENCES t (id)'),
  test('a column and a key', plain, 'ADD COLUMN x INT, ADD FOREIGN KEY (p_id) REFERENCES p (id)'),
  test('a column that refers', plain, 'ADD COLUMN x INT REFERENCES p (id)'),
  test('a column whose default refers to no row', plain, 'ADD COLUMN x INT DEFAULT 77 REFERENCES p (id)'),
  test('a column that refers to no table', plain, 'ADD COLUMN x INT REFERENCES nowhere (id)'),
  test('a key is replaced', child, 'DROP FOREIGN KEY t_fk, ADD CONSTRAINT n FOREIGN KEY (p_id) REFERENCES p (id)'),

  test('a key is dropped', child, 'DROP FOREIGN KEY t_fk'),
  test('a key is dropped as a constraint', child, 'DROP CONSTRAINT t_fk'),
  test('a key and its index are dropped', child, 'DROP FOREIGN KEY t_fk, DROP INDEX by_p'),
  test('a key is dropped and a column added', child, 'DROP FOREIGN KEY t_fk, ADD COLUMN x INT'),
  test('a key is dropped and its column', child, 'DROP FOREIGN KEY t_fk, DROP COLUMN p_id'),
  test('a key is dropped and the table copied', child, 'DROP FOREIGN KEY t_fk, MODIFY q BIGINT'),
  test('a key that is not there is dropped', child, 'DROP FOREIGN KEY nix'),

  test('the index of a key is dropped', child, 'DROP INDEX by_p'),
  test('the index of a key is replaced', child, 'DROP INDEX by_p, ADD INDEX by_pq (p_id, q)'),
  test('the index of a key is renamed', child, 'RENAME INDEX by_p TO by_pp'),
  test('another index is dropped', child, 'DROP INDEX by_q'),
  test('a column is added to a child', child, 'ADD COLUMN z INT'),
  test('an index is added to a child', child, 'ADD INDEX by_s (s)'),
  test('a second index for a key', child, 'ADD INDEX by_pq (p_id, q)'),
  test('the column of a key is dropped', child, 'DROP COLUMN p_id'),
  test('the column of a key gets another type', child, 'MODIFY p_id BIGINT'),
  test('the column of a key becomes NOT NULL', child, 'MODIFY p_id INT NOT NULL'),
  test('the column of a key gets a default', child, 'MODIFY p_id INT DEFAULT 1'),
  test('the column of a key gets a comment', child, "MODIFY p_id INT COMMENT 'x'"),
  test('the column of a key is renamed', child, 'RENAME COLUMN p_id TO pp'),
  test('the column of a key is changed', child, 'CHANGE p_id pp INT'),
  test('another column is renamed', child, 'RENAME COLUMN q TO qq'),
  test('another column is dropped', child, 'DROP COLUMN s'),
  test('a child is partitioned', child, 'PARTITION BY HASH (id) PARTITIONS 2'),
  test('numbers of a child get a character set', child, 'CONVERT TO CHARACTER SET utf8mb4'),
  test('the text of a key gets a character set', textChild, 'CONVERT TO CHARACTER SET utf8mb4'),
  test('the text of a key grows', textChild, 'MODIFY k VARCHAR(20)'),
  test('the text of a key shrinks', textChild, 'MODIFY k VARCHAR(5)'),
  test('a child is rebuilt', child, 'FORCE'),
  test('a child gets a comment', child, "COMMENT 'x'"),
  test('a child gets another engine', child, 'ENGINE=MyISAM'),
  test('a child loses its primary key', child, 'DROP PRIMARY KEY'),
  test('a column that is set to NULL becomes NOT NULL', nulling, 'MODIFY p_id INT NOT NULL'),
  test('a child with a CHECK gets a column', checked, 'ADD COLUMN z INT'),
  test('a child with a CHECK loses it', checked, 'DROP CONSTRAINT positive'),
  test('a child of no table loses an index', dangling, 'DROP INDEX by_q'),

  test('the index of a parent is dropped', parent, 'DROP INDEX by_code'),
  test('the index of a parent is replaced', parent, 'DROP INDEX by_code, ADD UNIQUE KEY by_code2 (code)'),
  test('the index of a parent is renamed', parent, 'RENAME INDEX by_code TO bc'),
  test('a parent loses its primary key', parent, 'DROP PRIMARY KEY'),
  test('the primary key of a parent grows', parent, 'DROP PRIMARY KEY, ADD PRIMARY KEY (id, code)'),
  test('the column of a parent is dropped', parent, 'DROP COLUMN code'),
  test('the column of a parent gets another type', parent, 'MODIFY code BIGINT'),
  test('the column of a parent is renamed', parent, 'RENAME COLUMN code TO kode'),
  test('the column of a parent is changed', parent, 'CHANGE code kode INT'),
  test('the column of a parent gets a comment', parent, "MODIFY code INT COMMENT 'x'"),
  test('the column of a parent becomes NOT NULL', parent, 'MODIFY code INT NOT NULL'),
  test('a column is added to a parent', parent, 'ADD COLUMN z INT FIRST'),
  test('an index is added to a parent', parent, 'ADD INDEX by_s (s)'),
  test('a parent is partitioned', parent, 'PARTITION BY HASH (id) PARTITIONS 2'),
  test('a parent gets a character set', parent, 'CONVERT TO CHARACTER SET utf8mb4'),
  test('a parent is rebuilt', parent, 'FORCE'),
  test('a parent gets another engine', parent, 'ENGINE=MyISAM'),

  test('a parent of itself loses the index', self, 'DROP INDEX by_up'),
  test('a parent of itself loses its primary key', self, 'DROP PRIMARY KEY'),
  test('a parent of itself gets a column', self, 'ADD COLUMN x INT'),
  test('a column that refers to the table is renamed', self, 'RENAME COLUMN up TO upp'),
  test('a column that the table refers to is renamed', self, 'RENAME COLUMN id TO idd'),
];

const adds = 'unsupported-statement';
const large = [...plain, ...filled('t')];
const largeOrphan = [...orphan, ...filled('t')];
const largeChild = [...child, ...filled('t')];

/** The same on tables for which nobody should wait while the server copies them. */
export const largeCases: readonly Case[] = [
  test('a key is added', large, 'ADD FOREIGN KEY (p_id) REFERENCES p (id)'),
  test(
    'a key with actions',
    large,
    'ADD CONSTRAINT k FOREIGN KEY (p_id) REFERENCES p (id) ON DELETE RESTRICT ON UPDATE CASCADE',
  ),
  test(
    'a key with RESTRICT and NO ACTION',
    large,
    'ADD FOREIGN KEY (p_id) REFERENCES p (id) ON UPDATE RESTRICT ON DELETE NO ACTION',
  ),
  // Spellings of which MariaDB makes another key in place than by a copy.
  ...[
    'ADD CONSTRAINT k FOREIGN KEY ix (p_id) REFERENCES p (id)',
    'ADD CONSTRAINT K FOREIGN KEY `ix` (P_ID) REFERENCES p (ID)',
    'ADD CONSTRAINT FOREIGN KEY ix (p_id) REFERENCES p (id) ON UPDATE SET DEFAULT',
    'ADD KEY ix (p_id), ADD CONSTRAINT k FOREIGN KEY ix (p_id) REFERENCES p (id) MATCH FULL ON DELETE RESTRICT',
    'ADD CONSTRAINT k FOREIGN KEY (p_id) REFERENCES p (id) ON DELETE SET DEFAULT ON UPDATE CASCADE',
    'ADD FOREIGN KEY (p_id) REFERENCES p (id) ON DELETE SET DEFAULT, ADD FOREIGN KEY (q) REFERENCES p (code) ON DELETE SET NULL',
    'ADD /*! FOREIGN */ KEY /* by */ i (q) REFERENCES p (code) ON DELETE /*!50000 RESTRICT */, ADD FOREIGN KEY (p_id) REFERENCES p (id)',
    'ADD (CONSTRAINT k FOREIGN KEY ix (p_id) REFERENCES p (id) ON UPDATE NO ACTION)',
  ].map((clauses) => test('a key as it is written', large, clauses)),
  test(
    'two keys and an index',
    large,
    'ADD CONSTRAINT k FOREIGN KEY (p_id) REFERENCES p (id), ADD FOREIGN KEY (q) REFERENCES p (code), ADD KEY by_q (q, s)',
  ),
  test('a key to the table itself', large, 'ADD FOREIGN KEY (p_id) REFERENCES t (id) ON DELETE CASCADE'),
  test('a second key', largeChild, 'ADD FOREIGN KEY (q) REFERENCES p (code) ON DELETE SET NULL'),
  test('a key that a row breaks', largeOrphan, 'ADD FOREIGN KEY (p_id) REFERENCES p (id)'),
  test('a key to itself that a row breaks', largeOrphan, 'ADD FOREIGN KEY (p_id) REFERENCES t (id)'),
  test('a key to no table', large, 'ADD FOREIGN KEY (p_id) REFERENCES nowhere (id)'),
  test('a key of another type', large, 'ADD FOREIGN KEY (s) REFERENCES p (id)'),
  test('a key to what is not unique', large, 'ADD FOREIGN KEY (p_id) REFERENCES p (other)'),
  test('a column and a key', large, 'ADD COLUMN x INT, ADD FOREIGN KEY (p_id) REFERENCES p (id)', adds),
  test('a column that refers', large, 'ADD COLUMN x INT REFERENCES p (id)', adds),
  test('a key is replaced', largeChild, 'DROP FOREIGN KEY t_fk, ADD FOREIGN KEY (p_id) REFERENCES p (id)', adds),
  test('a key for a column that changes', large, 'MODIFY q BIGINT, ADD FOREIGN KEY (p_id) REFERENCES p (id)', adds),
  test('a child is rebuilt', largeChild, 'FORCE'),
  test('a column of a child changes', largeChild, 'MODIFY q BIGINT', 'unsupported-table'),
  test('a key is dropped and the table copied', largeChild, 'DROP FOREIGN KEY t_fk, MODIFY q BIGINT', adds),
];
