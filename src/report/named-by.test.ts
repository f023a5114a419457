import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { NamedBy, NamingObject } from '../engine/plan/named-by.ts';
import { code, prose } from './markdown.ts';
import { describeFailing, describeNamedBy } from './named-by.ts';

const view: NamingObject = { kind: 'view', schema: null, name: 'v', doubt: null, columns: [], fails: false };
const nobody: NamedBy = {
  objects: { listed: [], more: 0 },
  unreadable: { listed: [], more: 0 },
  lacks: [],
  complete: true,
  problem: null,
};

test('who names the table is told in Markdown, with odd names as they are', () => {
  const listed: NamingObject[] = [
    { ...view, schema: 'other', columns: [{ name: 'a`b', doubt: null }] },
    { ...view, kind: 'procedure', name: '@purge', doubt: 'It is a guess.' },
  ];
  assert.deepEqual(describeNamedBy({ ...nobody, objects: { listed, more: 0 } }, code, prose), [
    'Named by: view `other.v` (names ``a`b``), procedure `@purge` (may name it).',
  ]);
});

test('what fails afterwards is told apart from what only names the table', () => {
  const listed: NamingObject[] = [
    { ...view, columns: [{ name: 'a', doubt: null }], fails: true },
    { ...view, kind: 'procedure', name: 'p', columns: [{ name: 'a', doubt: 'It is a guess.' }] },
  ];
  assert.equal(
    describeFailing({ ...nobody, objects: { listed, more: 0 } }, code, prose),
    'Breaks view `v`: it names what goes.',
  );
  assert.equal(describeFailing(nobody, code, prose), null);
});

test('what is told is short, and says what it leaves out', () => {
  const many = { listed: Array.from({ length: 50 }, () => view), more: 7 };
  const lacks = ['SHOW VIEW on shop.*', 'EVENT on shop.*'];
  const [naming, unreadable, unseen, rest] = describeNamedBy(
    { objects: many, unreadable: many, lacks, complete: false, problem: null },
    code,
    prose,
  );
  assert.match(naming ?? '', /^Named by: (?:view `v`, ){10}and 47 more\.$/u);
  assert.match(unreadable ?? '', /^Cannot be read by this user, and may name it: (?:view `v`, ){5}and 52 more\.$/u);
  assert.match(unseen ?? '', /this user lacks SHOW VIEW on shop\.\* and EVENT on shop\.\*\.$/u);
  assert.match(rest ?? '', /too many/u);
});

test('nothing is told where nobody names it, and why where nobody could look', () => {
  assert.deepEqual(describeNamedBy(nobody, code, prose), []);
  assert.match(describeNamedBy({ ...nobody, problem: 'Denied *here*.' }, code, prose).join(), /Denied \\\*here\\\*\./u);
});
