import type { Play } from '../../support/scenario/scenario.ts';

/** They change neither rows nor definition of the table, though most of them name it. `T` is another one where names are files. */
const statements = [
  'ANALYZE TABLE t',
  'CHECK TABLE t',
  'FLUSH BINARY LOGS',
  'CREATE TABLE o (x INT PRIMARY KEY, t INT)',
  'CREATE TRIGGER leads AFTER INSERT ON o FOR EACH ROW INSERT INTO t (id) VALUES (NEW.x)',
  'DROP TRIGGER leads',
  'CREATE TRIGGER t AFTER INSERT ON o FOR EACH ROW SET @t = 1',
  'DROP TRIGGER t',
  'CREATE VIEW v AS SELECT * FROM t',
  'ALTER VIEW v AS SELECT id FROM t',
  'DROP VIEW v',
  'CREATE PROCEDURE p() TRUNCATE TABLE t',
  'DROP PROCEDURE p',
  'CREATE INDEX t ON o (t)',
  'RENAME TABLE o TO o2',
  'DROP TABLE o2',
  'CREATE TABLE copied LIKE t',
  'DROP TABLE copied',
];
const ofAnother = ['CREATE TABLE T (id INT PRIMARY KEY)', 'ALTER TABLE T ADD q INT', 'TRUNCATE T', 'DROP TABLE T'];

export const play: Play = async (stage) => {
  const session = await stage.arena.original.connect();
  const [row] = await stage.arena.original.query('SELECT @@lower_case_table_names AS folds');
  const all = Number(row?.folds) === 0 ? [...statements, ...ofAnother] : statements;
  await stage.migrateDuring(async () => {
    for (const statement of all) await session.query(statement);
  });
};
