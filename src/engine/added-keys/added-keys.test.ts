import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addedKeys } from './added-keys.ts';

const old = ['`id` int NOT NULL', '`p` int', 'PRIMARY KEY (`id`)', 'KEY `of` (`p`)', 'KEY `by_id` (`id`)'];
const key = 'CONSTRAINT `fk` FOREIGN KEY (`p`) REFERENCES `parent` (`id`)';
const table = (lines: readonly string[], counter = ''): string =>
  `CREATE TABLE \`t\` (\n  ${lines.join(',\n  ')}\n) ENGINE=InnoDB${counter} DEFAULT CHARSET=utf8mb4`;

test('foreign keys and plain indexes that are added are told from everything else', () => {
  const [id = '', p = '', primary = '', of = '', byId = ''] = old;
  const found = addedKeys(table(old, ' AUTO_INCREMENT=7'), table([...old, 'KEY `fk` (`p`)', key]), 'shop');
  assert.deepEqual(found?.indexes, ['fk']);
  assert.deepEqual(
    found.foreignKeys.map(({ name, parent }) => [name, parent.schema]),
    [['fk', 'shop']],
  );
  assert.notEqual(addedKeys(table(old), table([id, p, primary, byId, of, key]), 'shop'), null, 'the order of indexes');
  const others: Readonly<Record<string, readonly string[]>> = {
    'a column that is added': [id, p, '`x` int', primary, of, byId, key],
    'a column that changes': [id, '`p` bigint', primary, of, byId, key],
    'columns in another order': [p, id, primary, of, byId, key],
    'an index that goes': [id, p, primary, byId, key],
    'a unique index': [...old, 'UNIQUE KEY `u` (`p`)', key],
  };
  for (const [what, lines] of Object.entries(others))
    assert.equal(addedKeys(table(old), table(lines), 'shop'), null, what);
});
