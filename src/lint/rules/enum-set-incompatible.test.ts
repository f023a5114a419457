import assert from 'node:assert/strict';
import { test } from 'node:test';
import { differencesFrom } from '../flagged-by.ts';
import { lintFile } from '../lint-file.ts';

/** Old type, new type, and what the rule has to say. */
const cases: readonly (readonly [from: string, to: string, severity: 'error' | 'warning', says: RegExp])[] = [
  ["ENUM('a','b')", "ENUM('b')", 'error', /loses 1 member\./u],
  ["ENUM('a','b')", "ENUM('b','a')", 'warning', /get other places/u],
  ["ENUM('Active','Off')", "ENUM('off','active')", 'warning', /get other places/u],
  ["ENUM('Active','Off')", "ENUM('active','off')", 'warning', /are spelled otherwise/u],
  ["ENUM('é','b')", "ENUM('b','e')", 'warning', /get other places/u],
  ["SET('A','b')", "SET('a','b')", 'warning', /are spelled otherwise/u],
  ["ENUM('A','b') COLLATE utf8mb4_bin", "ENUM('a','b') COLLATE utf8mb4_bin", 'error', /loses 1 member\./u],
  ["ENUM('A') COLLATE utf8mb4_0900_as_cs", "ENUM('a') COLLATE utf8mb4_0900_as_cs", 'error', /loses 1 member\./u],
  ["ENUM('é') COLLATE utf8mb4_0900_as_ci", "ENUM('e') COLLATE utf8mb4_0900_as_ci", 'error', /loses 1 member\./u],
  ["ENUM('É') COLLATE utf8mb4_0900_as_ci", "ENUM('é') COLLATE utf8mb4_0900_as_ci", 'warning', /spelled otherwise/u],
];

for (const [from, to, severity, says] of cases) {
  test(`${from} to ${to}`, () => {
    const text = `ALTER TABLE t MODIFY a ${to};`;
    const differences = differencesFrom(`CREATE TABLE t (id INT PRIMARY KEY, a ${from})`, text);
    const found = lintFile({ path: 'a.sql', text, differences }).filter(({ rule }) => rule === 'enum-set-incompatible');
    assert.deepEqual(
      found.map((finding) => finding.severity),
      [severity],
    );
    assert.match(found[0]?.message ?? '', says);
  });
}
