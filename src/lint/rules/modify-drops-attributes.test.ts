import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseFile } from '../../sql/parser/script/parsed-file.ts';
import { altersOf } from '../clauses-of.ts';
import { alteredShape } from '../definition/altered-shape.ts';
import { readShape } from '../definition/table-shape.ts';
import { lintFile } from '../lint-file.ts';

const numbered = 'CREATE TABLE t (id INT NOT NULL AUTO_INCREMENT PRIMARY KEY, a INT)';

test('an AUTO_INCREMENT that nothing else takes is missed', () => {
  assert.deepEqual(written('ALTER TABLE t MODIFY id BIGINT NOT NULL'), [
    'ALTER TABLE t MODIFY id BIGINT AUTO_INCREMENT NOT NULL',
  ]);
});

test('no server would take it beside another one, or without a key', () => {
  for (const change of [
    'DROP PRIMARY KEY, MODIFY id INT NOT NULL, ADD nid BIGINT AUTO_INCREMENT PRIMARY KEY',
    'MODIFY id INT NOT NULL, ADD nid SERIAL',
    'MODIFY id INT NOT NULL, MODIFY a INT NOT NULL AUTO_INCREMENT UNIQUE',
    'DROP PRIMARY KEY, MODIFY id INT NOT NULL',
    'MODIFY id INT NOT NULL, DROP PRIMARY KEY, ADD PRIMARY KEY (a, id)',
  ]) {
    assert.deepEqual(written(`ALTER TABLE t ${change}`), [], change);
  }
});

/** What the rule would have written. */
function written(text: string): (string | undefined)[] {
  const before = readShape(numbered);
  const [alter] = altersOf(parseFile('1.sql', text));
  assert.ok(before !== null && alter !== undefined);
  const after = alteredShape(before, alter, text);
  const differences = new Map([
    [alter.start, { from: 'file', before, after, rows: { kind: 'none' }, way: null }] as const,
  ]);
  return lintFile({ path: '1.sql', text, differences })
    .filter(({ rule }) => rule === 'modify-drops-attributes')
    .map(({ suggestion }) => suggestion?.text);
}
