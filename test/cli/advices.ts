import type { Flavor } from '../support/servers/index.ts';

/** A statement that is refused, and the way round that the refusal advises. */
export interface Advice {
  readonly what: string;
  /** Both where it is missing. */
  readonly servers?: readonly Flavor[];
  readonly create: readonly string[];
  readonly statement: string;
  readonly options?: readonly string[];
  readonly says: RegExp;
  readonly advises: string;
  /** What a person does first, by hand. */
  readonly first?: readonly string[];
  /** What is shipped then, in place of the statement. */
  readonly ships?: readonly string[];
  /** In place of `options`. */
  readonly withOptions?: readonly string[];
  /** What a person does in the end, by hand. */
  readonly afterwards?: readonly string[];
}

/** More than the server would alter by itself while writers wait. */
const fill = (table: string): string[] => [
  `INSERT INTO ${table} (id) WITH RECURSIVE n AS (SELECT 100 AS x UNION ALL SELECT x + 1 FROM n WHERE x < 900) SELECT x FROM n`,
  ...[1, 2, 4, 8].map(
    (times) => `INSERT INTO ${table} (id) SELECT id + ${1_000 * times} FROM ${table} WHERE id >= 100`,
  ),
];

const child = [
  'CREATE TABLE p (id INT PRIMARY KEY)',
  'CREATE TABLE c (id INT PRIMARY KEY, p_id INT, CONSTRAINT c_fk FOREIGN KEY (p_id) REFERENCES p (id))',
];
const family = [...child, 'INSERT INTO p VALUES (1)', 'INSERT INTO c VALUES (1, 1)', ...fill('p'), ...fill('c')];
const addAgain = 'ALTER TABLE c ADD CONSTRAINT c_fk FOREIGN KEY (p_id) REFERENCES p (id)';
const dropAndAdd = 'Drop these foreign keys before the migration and add them again after it.';
const widen = (table: string): string => `ALTER TABLE ${table} MODIFY id BIGINT`;

export const advices: readonly Advice[] = [
  {
    what: 'a view',
    create: ['CREATE TABLE t (id INT PRIMARY KEY)', 'CREATE VIEW v AS SELECT id FROM t'],
    statement: widen('v'),
    says: /v is a view\./u,
    advises: 'Run CREATE OR REPLACE VIEW by hand: it changes a view at once.',
    afterwards: ['CREATE OR REPLACE VIEW v AS SELECT id + 0 AS id FROM t'],
  },
  {
    what: 'a system-versioned table',
    servers: ['mariadb'],
    create: ['CREATE TABLE t (id INT PRIMARY KEY) WITH SYSTEM VERSIONING'],
    statement: 'ALTER TABLE t ADD COLUMN a INT',
    says: /t is system-versioned/u,
    advises: 'in a session with system_versioning_alter_history=KEEP',
    afterwards: ['SET SESSION system_versioning_alter_history = KEEP', 'ALTER TABLE t ADD COLUMN a INT'],
  },
  {
    what: 'a sequence',
    servers: ['mariadb'],
    create: ['CREATE SEQUENCE s'],
    statement: 'ALTER TABLE s COMMENT = "x"',
    says: /s is a sequence\./u,
    advises: 'ALTER SEQUENCE changes it at once.',
    afterwards: ['ALTER SEQUENCE s INCREMENT BY 2'],
  },
  {
    what: 'a table of another engine',
    create: ['CREATE TABLE t (id INT PRIMARY KEY) ENGINE = MyISAM'],
    statement: widen('t'),
    says: /t is stored by MyISAM/u,
    advises: 'run ALTER TABLE `t` ENGINE=InnoDB yourself first',
    first: ['ALTER TABLE t ENGINE=InnoDB'],
    ships: [widen('t')],
  },
  {
    what: 'a table that is to get another engine',
    create: ['CREATE TABLE t (id INT PRIMARY KEY)'],
    statement: 'ALTER TABLE t ENGINE = MyISAM',
    says: /The statement moves the table to MyISAM/u,
    advises: 'Run the statement directly.',
    afterwards: ['ALTER TABLE t ENGINE = MyISAM'],
  },
  {
    what: 'a table that others refer to',
    create: family,
    statement: 'ALTER TABLE p ADD COLUMN a INT, ROW_FORMAT = COMPACT',
    options: ['--algorithm', 'copy'],
    says: /Other tables refer to p: c_fk \(\w+\.c → p\)\./u,
    advises: dropAndAdd,
    first: ['ALTER TABLE c DROP FOREIGN KEY c_fk'],
    ships: ['ALTER TABLE p ADD COLUMN a INT, ROW_FORMAT = COMPACT'],
    afterwards: [addAgain],
  },
  {
    what: 'a table that refers to itself',
    create: [
      'CREATE TABLE tree (id INT PRIMARY KEY, up INT, CONSTRAINT fk FOREIGN KEY (up) REFERENCES tree (id))',
      ...fill('tree'),
    ],
    statement: 'ALTER TABLE tree ADD COLUMN a INT, ROW_FORMAT = COMPACT',
    options: ['--algorithm', 'copy'],
    says: /tree refers to itself: fk\./u,
    advises: dropAndAdd,
    first: ['ALTER TABLE tree DROP FOREIGN KEY fk'],
    ships: ['ALTER TABLE tree ADD COLUMN a INT, ROW_FORMAT = COMPACT'],
    afterwards: ['ALTER TABLE tree ADD CONSTRAINT fk FOREIGN KEY (up) REFERENCES tree (id)'],
  },
  {
    what: 'a table that refers to others and to itself',
    create: [
      'CREATE TABLE p (id INT PRIMARY KEY)',
      'CREATE TABLE c (id INT PRIMARY KEY, up INT, p_id INT, CONSTRAINT c_fk FOREIGN KEY (p_id) REFERENCES p (id), CONSTRAINT c_up FOREIGN KEY (up) REFERENCES c (id))',
      ...fill('c'),
    ],
    statement: 'ALTER TABLE c ADD COLUMN a INT, ROW_FORMAT = COMPACT',
    options: ['--algorithm', 'copy', '--foreign-keys', 'drop'],
    says: /c refers to itself: c_up\./u,
    advises: dropAndAdd,
    first: ['ALTER TABLE c DROP FOREIGN KEY c_up'],
    ships: ['ALTER TABLE c ADD COLUMN a INT, ROW_FORMAT = COMPACT'],
  },
  {
    what: 'a table that refers to another: carried over',
    servers: ['mysql'],
    create: family,
    statement: 'ALTER TABLE c ADD COLUMN a INT, ROW_FORMAT = COMPACT',
    options: ['--algorithm', 'copy'],
    says: /c has foreign keys: c_fk \(\w+\.c → p\)\./u,
    advises: '`foreign-keys: carry` carries them over to the altered table.',
    ships: ['ALTER TABLE c ADD COLUMN a INT, ROW_FORMAT = COMPACT'],
    withOptions: ['--algorithm', 'copy', '--foreign-keys', 'carry'],
  },
  {
    what: 'a table that refers to another: left out',
    create: family,
    statement: 'ALTER TABLE c ADD COLUMN a INT, ROW_FORMAT = COMPACT',
    options: ['--algorithm', 'copy'],
    says: /c has foreign keys: c_fk \(\w+\.c → p\)\./u,
    advises: '`foreign-keys: drop` leaves them out.',
    ships: ['ALTER TABLE c ADD COLUMN a INT, ROW_FORMAT = COMPACT'],
    withOptions: ['--algorithm', 'copy', '--foreign-keys', 'drop'],
    afterwards: [addAgain],
  },
  {
    what: 'a table that refers to another: carry on MariaDB',
    servers: ['mariadb'],
    create: family,
    statement: 'ALTER TABLE c ADD COLUMN a INT, ROW_FORMAT = COMPACT',
    options: ['--algorithm', 'copy', '--foreign-keys', 'carry'],
    says: /c has foreign keys, which no session of MariaDB can carry over in one step/u,
    advises: dropAndAdd,
    first: ['ALTER TABLE c DROP FOREIGN KEY c_fk'],
    ships: ['ALTER TABLE c ADD COLUMN a INT, ROW_FORMAT = COMPACT'],
    afterwards: [addAgain],
  },
  {
    what: 'a foreign key dropped together with a change that takes a copy',
    create: family,
    statement: 'ALTER TABLE c DROP FOREIGN KEY c_fk, MODIFY id BIGINT',
    options: ['--foreign-keys', 'drop'],
    says: /The statement drops a foreign key of c, and does something else/u,
    advises: 'Drop the foreign key in a statement of its own',
    ships: ['ALTER TABLE c DROP FOREIGN KEY c_fk', widen('c')],
  },
  {
    what: 'a foreign key that is added together with something else',
    create: ['CREATE TABLE p (id INT PRIMARY KEY)', 'CREATE TABLE c (id INT PRIMARY KEY, p_id INT)', ...fill('c')],
    statement: `${addAgain}, ADD COLUMN a INT`,
    says: /adds a foreign key to c, which is large, and changes something else\./u,
    advises: 'Add the foreign key in a statement of its own, after the other changes',
    ships: ['ALTER TABLE c ADD COLUMN a INT', addAgain],
  },
  {
    what: 'triggers',
    create: [
      'CREATE TABLE t (id INT PRIMARY KEY, n INT)',
      'CREATE TRIGGER b BEFORE INSERT ON t FOR EACH ROW SET NEW.n = 1',
    ],
    statement: widen('t'),
    says: /t has triggers: b\./u,
    advises: '`triggers: carry` carries them over to the altered one.',
    ships: [widen('t')],
    withOptions: ['--triggers', 'carry'],
  },
  {
    what: 'a conversion that a copy does otherwise',
    create: ['CREATE TABLE t (id INT PRIMARY KEY, d DOUBLE)'],
    statement: 'ALTER TABLE t MODIFY d BIT(8)',
    says: /The statement changes d from double to bit\(8\)/u,
    advises: 'Add a column of the new type, fill it with an expression of your own, and drop the old column.',
    first: ['INSERT INTO t VALUES (1, 7)'],
    ships: ['ALTER TABLE t ADD COLUMN b BIT(8)'],
    afterwards: ['UPDATE t SET b = d', 'ALTER TABLE t DROP COLUMN d'],
  },
  {
    what: 'a default that is another at each call',
    create: ['CREATE TABLE t (id INT PRIMARY KEY)', 'INSERT INTO t VALUES (1)'],
    statement: 'ALTER TABLE t ADD COLUMN u CHAR(36) NOT NULL DEFAULT (UUID())',
    options: ['--algorithm', 'copy'],
    says: /Rows of t would get u from UUID\(\)/u,
    advises: 'Add u as NULL without a default, fill it by UPDATE, and set the default in a second migration.',
    first: [],
    ships: ['ALTER TABLE t ADD COLUMN u CHAR(36) NULL', 'ALTER TABLE t ALTER COLUMN u SET DEFAULT (UUID())'],
    withOptions: [],
  },
  {
    what: 'a default that names a person',
    servers: ['mysql'],
    create: ['CREATE TABLE t (id INT PRIMARY KEY)', 'INSERT INTO t VALUES (1)'],
    statement: 'ALTER TABLE t ADD COLUMN u CHAR(99) DEFAULT (CURRENT_USER())',
    says: /Rows of t would get u from CURRENT_USER\(\), which may be another value on a replica/u,
    advises: 'Add u as NULL without a default, fill it by UPDATE, and set the default in a second migration.',
    ships: ['ALTER TABLE t ADD COLUMN u CHAR(99) NULL', 'ALTER TABLE t ALTER COLUMN u SET DEFAULT (CURRENT_USER())'],
  },
  {
    what: 'a comment without a blank',
    create: ['CREATE TABLE t (id INT PRIMARY KEY)'],
    statement: '--note\nALTER TABLE t MODIFY id BIGINT',
    says: /two dashes/u,
    advises: 'Write a blank behind them: only then it is a comment.',
    ships: ['-- note\nALTER TABLE t MODIFY id BIGINT'],
  },
];
