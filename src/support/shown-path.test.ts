import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hidesCharacters, shownPath } from './shown-path.ts';

const cases: readonly (readonly [path: string, shown: string, hides: boolean])[] = [
  ['migrations/1.sql', 'migrations/1.sql', false],
  ['Größe 1 — 👩‍💻.sql', 'Größe 1 — 👩‍💻.sql', false],
  ['a\n\n## b\r\n.sql', 'a␊␊## b␍␊.sql', true],
  ['a\tb\0c\u001Bd.sql', 'a␉b␀c␛d.sql', true],
  ['a\u007Fb\u0085c\u2028d\u2029.sql', 'a␡b␦c␦d␦.sql', true],
  ['a␊b.sql', 'a␊b.sql', true],
];

for (const [path, shown, hides] of cases)
  test(`the path ${shown} is one line`, () => {
    assert.equal(shownPath(path), shown);
    assert.equal(hidesCharacters(path), hides);
  });
