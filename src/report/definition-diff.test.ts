import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diffDefinitions } from './definition-diff.ts';

const before =
  'CREATE TABLE `t` (\n  `a` int NOT NULL,\n  PRIMARY KEY (`a`)\n) ENGINE=InnoDB AUTO_INCREMENT=42 DEFAULT CHARSET=utf8mb4';

test('only what the statement changed is marked', () => {
  const after =
    'CREATE TABLE `t` (\n  `a` int NOT NULL,\n  `b` int DEFAULT NULL,\n  PRIMARY KEY (`a`),\n  KEY `b` (`b`)\n) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4';
  assert.deepEqual(
    diffDefinitions(before, after)
      .split('\n')
      .filter((line) => !line.startsWith(' ')),
    ['+   `b` int DEFAULT NULL', '+   KEY `b` (`b`)'],
  );
});

test('a changed line is taken out and put in', () => {
  assert.match(
    diffDefinitions(before, before.replace('int', 'bigint')),
    /^- {3}`a` int NOT NULL\n\+ {3}`a` bigint NOT NULL$/mu,
  );
});

test('the same definition has no difference', () => {
  assert.equal(diffDefinitions(before, before.replace('=42', '=43')), '');
});

test('a new table is all new', () => {
  assert.match(diffDefinitions('', 'CREATE TABLE t (a INT)'), /^\+ CREATE TABLE t \(a INT\)$/u);
});
