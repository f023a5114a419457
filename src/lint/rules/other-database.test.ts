import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseFile } from '../../sql/parser/script/parsed-file.ts';
import { flaggedBy } from '../flagged-by.ts';
import { dependsOnFolding, type HomeDatabase } from '../home-database.ts';

const home: HomeDatabase = { name: 'shop', allowed: [], foldsNames: null };
const flagged = (text: string, changes: Partial<HomeDatabase> = {}): readonly string[] =>
  flaggedBy('other-database', text, { home: { ...home, ...changes } });

const statements: Readonly<Record<string, readonly string[]>> = {
  'ALTER TABLE od.t ADD a INT': ['od.t'],
  'ALTER TABLE `od` . t ADD a INT': ['`od` . t'],
  'ALTER TABLE t RENAME TO od.t': ['od.t'],
  'ALTER TABLE t EXCHANGE PARTITION p WITH TABLE od.t': ['od.t'],
  'ALTER TABLE t ADD FOREIGN KEY (a) REFERENCES od.t (id)': ['od.t'],
  'CREATE INDEX i ON od.t (a)': ['od.t'],
  'DROP INDEX i ON od.t': ['od.t'],
  'CREATE TABLE od.t (a INT)': ['od.t'],
  'CREATE TABLE t LIKE od.t': ['od.t'],
  'CREATE TABLE od.t LIKE t': ['od.t'],
  'DROP TABLE od.t': ['od.t'],
  'DROP TABLE t, od.t': ['od.t'],
  'ALTER TABLE t ADD a INT': [],
  'ALTER TABLE shop.t ADD a INT': [],
  'ALTER TABLE `shop`.`t` ADD a INT': [],
};

for (const [text, expected] of Object.entries(statements)) {
  test(`${text}: ${expected.length === 0 ? 'stays at home' : 'names another database'}`, () => {
    assert.deepEqual(flagged(text), expected);
    assert.deepEqual(flagged(text, { allowed: ['od'] }), []);
    assert.deepEqual(flaggedBy('other-database', text), []);
  });
}

test('names are compared as the server compares them', () => {
  const cases: readonly (readonly [schema: string, foldsNames: boolean | null, isFlagged: boolean])[] = [
    ['Shop', true, false],
    ['Shop', false, true],
    ['Shop', null, false],
    ['OD', true, false],
    ['OD', false, true],
    ['shops', true, true],
  ];
  for (const [schema, foldsNames, isFlagged] of cases) {
    const text = `DROP TABLE ${schema}.t`;
    assert.equal(flagged(text, { allowed: ['od'], foldsNames }).length, Number(isFlagged), `${schema} ${foldsNames}`);
  }
  const asks = (text: string): boolean =>
    parseFile('1.sql', text).statements.some((statement) => dependsOnFolding(statement, home));
  assert.deepEqual(
    [asks('DROP TABLE Shop.t'), asks('DROP TABLE shop.t'), asks('DROP TABLE od.t')],
    [true, false, false],
  );
});
