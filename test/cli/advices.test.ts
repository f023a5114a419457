import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { test } from 'node:test';
import { allAdvices } from './all-advices.ts';
import { type Hint, readHints, trimmed } from './hints.ts';
import { untried } from './untried-advices.ts';

/* What a hint of the source advises is tried: by a row here, or as the list of the untried says. */

const hints = readHints();
const advised = allAdvices.map(({ advises }) => trimmed(advises));

const isTried = ({ pieces }: Hint): boolean =>
  pieces.some((piece) => advised.some((advice) => advice.includes(piece) || piece.includes(advice)));
const nameOf = ({ file, text }: Hint): string => `${file}: ${text}`;

test('every hint has a row that does what it advises, or a reason why not', () => {
  assert.ok(hints.length > 150, `only ${hints.length} hints were found`);
  const forgotten = hints
    .filter((hint) => !isTried(hint))
    .map(nameOf)
    .filter((name) => !untried.some(([start]) => name.startsWith(start)));
  assert.deepEqual(forgotten, []);
});

test('every reason is still needed, and the tests that it names are there', () => {
  const names = hints.filter((hint) => !isTried(hint)).map(nameOf);
  const idle = untried.filter(([start]) => !names.some((name) => name.startsWith(start)));
  assert.deepEqual(idle, []);
  const paths = untried.flatMap(([, why]) => why.match(/test\/[\w/-]+(?:\.server)?(?:\.test\.ts)?/gu) ?? []);
  const root = resolve(import.meta.dirname, '../..');
  const there = (path: string): boolean =>
    existsSync(resolve(root, path)) || existsSync(resolve(root, `${path}.server.test.ts`));
  assert.deepEqual(
    paths.filter((path) => !there(path)),
    [],
  );
});
