import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readingMode } from '../../sql/parser/reading-mode.ts';
import { unstorableName } from '../../sql/parser/unstorable-name.ts';
import { flaggedBy } from '../flagged-by.ts';

const flagged = (text: string): readonly string[] => flaggedBy('unstorable-name', text);

test('names of every kind are flagged, the first of each statement', () => {
  const names: readonly (readonly [string, string])[] = [
    ['ALTER TABLE t ADD COLUMN `🦄x` INT', '`🦄x`'],
    ['ALTER TABLE t ADD COLUMN 🦄x INT, ADD COLUMN 🦄y INT', '🦄x'],
    ['ALTER TABLE t DROP COLUMN `a🦄`', '`a🦄`'],
    ['ALTER TABLE t ADD INDEX `🦄` (a)', '`🦄`'],
    ['ALTER TABLE t ADD CONSTRAINT `🦄` CHECK (a > 0)', '`🦄`'],
    ['ALTER TABLE `🦄`.t ADD a INT', '`🦄`'],
    ['ALTER TABLE t PARTITION BY RANGE (id) (PARTITION `🦄` VALUES LESS THAN MAXVALUE)', '`🦄`'],
    ['CREATE TABLE `🦄` (id INT PRIMARY KEY)', '`🦄`'],
    ['CREATE INDEX `🦄` ON t (a)', '`🦄`'],
    ['DROP TABLE `🦄`', '`🦄`'],
    ['RENAME TABLE t TO `🦄`', '`🦄`'],
    ['UPDATE t SET `🦄` = 1 WHERE id = 1', '`🦄`'],
  ];
  for (const [statement, name] of names) assert.deepEqual(flagged(statement), [name], statement);
});

test('what is no name is not', () => {
  for (const statement of [
    "ALTER TABLE t ADD COLUMN a INT COMMENT '🦄'",
    'ALTER TABLE t ADD COLUMN a VARCHAR(9) DEFAULT "🦄"',
    'ALTER TABLE t ADD COLUMN a INT /* 🦄 */ -- 🦄',
    "INSERT INTO t VALUES (1, '🦄')",
    'ALTER TABLE t ADD COLUMN `naïve` INT, ADD COLUMN 漢字 INT, ADD COLUMN `☃` INT',
  ])
    assert.deepEqual(flagged(statement), [], statement);
});

test('in double quotes it is a name where they quote names', () => {
  const statement = 'ALTER TABLE t ADD COLUMN "🦄" INT';
  const span = { start: 0, end: statement.length };
  assert.equal(unstorableName(statement, span, readingMode(['ANSI_QUOTES']))?.text, '🦄');
  assert.equal(unstorableName(statement, span, readingMode([])), null);
});
