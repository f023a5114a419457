import assert from 'node:assert/strict';
import { test } from 'node:test';
import { leftovers } from '../engine/tables/leftovers.ts';
import { alert, code, codeBlock, details, link, message, prose, table } from './markdown.ts';

test('prose leaves code as it is, whatever backticks it holds', () => {
  for (const span of ['`a_b`', '`` a`<b> ``', '``` a``b_c` ```', '`a``b`'])
    assert.equal(prose(`*x* ${span} _y_ ${span}.`), `${prose('*x*')} ${span} ${prose('_y_')} ${span}.`, span);
  assert.equal(prose('a ` b_c'), `${prose('a `')} ${prose('b_c')}`);
});

test('prose keeps code and takes the meaning from everything else', () => {
  assert.equal(prose('`users.name` shrinks'), '`users.name` shrinks');
  assert.equal(prose('a *b* [c](d) ~~e~~'), 'a \\*b\\* \\[c\\](d) \\~\\~e\\~\\~');
  assert.equal(prose('<img src=x>'), '&lt;img src=x&gt;');
  assert.equal(prose('an odd ` stays text'), 'an odd \\` stays text');
});

test('prose notifies nobody and refers to no issue', () => {
  assert.doesNotMatch(prose('ask @octocat about #12'), /@octocat|#12/u);
  assert.match(prose('`@octocat`'), /`@octocat`/u);
});

test('code survives backticks and line breaks', () => {
  assert.equal(code('ALTER TABLE t\n  ADD a INT'), '`ALTER TABLE t ADD a INT`');
  assert.equal(code('ALTER TABLE `t` ADD `a` INT'), '``ALTER TABLE `t` ADD `a` INT``');
  assert.equal(code('`t`'), '`` `t` ``');
});

test('a code block is fenced with more backticks than it holds', () => {
  assert.equal(codeBlock('sql', 'SELECT 1\n'), '```sql\nSELECT 1\n```');
  assert.match(codeBlock('', 'a ```` b'), /^`{5}\n/u);
});

test('a pipe or a line break does not end a cell', () => {
  const columns = [
    { title: 'a', align: 'left' },
    { title: 'b', align: 'right' },
  ] as const;
  assert.equal(table(columns, [['x | y', '1\n2']]), '| a | b |\n| :--- | ---: |\n| x \\| y | 1 2 |');
});

test('links, details and alerts', () => {
  assert.equal(
    link('line 3', 'https://example.test/a (b).sql#L3'),
    '[line 3](https://example.test/a%20%28b%29.sql#L3)',
  );
  assert.equal(link('line 3', null), 'line 3');
  assert.match(details('<b>', 'x'), /<summary>&lt;b&gt;<\/summary>\n\nx\n/u);
  assert.equal(alert('NOTE', 'one\n\ntwo'), '> [!NOTE]\n> one\n>\n> two');
});

test('lines that were taken away or added are a diff', () => {
  const text = 'It moved (- then, + now):\n- `a` int\n+ `a` ``` bigint\nLook *there*.';
  assert.equal(
    message(text, '  '),
    'It moved (- then, + now):\n  ````diff\n  - `a` int\n  + `a` ``` bigint\n  ````\n  Look \\*there\\*.',
  );
});

test('the statement that drops what is left over can be copied from the page', () => {
  const { hint } = leftovers([{ schema: 'my_shop', name: 'users_gho' }], new Map());
  assert.match(prose(hint), /`` DROP TABLE IF EXISTS `my_shop`\.`users_gho` `` drops it/u);
});
