import assert from 'node:assert/strict';
import { test } from 'node:test';
import { visible, visibleInLog, visibleJson, visibleMarkdown } from './visible.ts';

const cases: readonly (readonly [what: string, text: string, shown: string])[] = [
  ['a colour', '\u001B[31mred', '\\u{1b}[31mred'],
  ['the one-byte form of an escape', '\u009B31m', '\\u{9b}31m'],
  ['a bell and a backspace', 'a\u0007\b', 'a\\u{7}\\u{8}'],
  ['a return that writes over a line', 'good\rbad', 'good\\u{d}bad'],
  ['line ends of Windows', 'a\r\nb', 'a\nb'],
  ['an override of the direction', 'x\u202Ey\u2066z', 'x\\u{202e}y\\u{2066}z'],
  ['zero-width characters', 'a\u200Bb\u200Dc\u2060d\uFEFFe', 'a\\u{200b}b\\u{200d}c\\u{2060}d\\u{feff}e'],
  ['a soft hyphen', 'a\u00ADb', 'a\\u{ad}b'],
  ['tags', '\u{E0041}', '\\u{e0041}'],
  ['line separators', 'a\u2028b\u0085c', 'a\\u{2028}b\\u{85}c'],
  ['half a pair', 'a\uD800b', 'a\\u{d800}b'],
  ['letters, tabs and lines', 'Größe\t1\u00A0GB\n🚢 ✔︎', 'Größe\t1\u00A0GB\n🚢 ✔︎'],
];

for (const [what, text, shown] of cases) {
  test(`${what} is shown`, () => {
    assert.equal(visible(text), shown);
    assert.equal(visibleMarkdown(text), shown);
  });
}

test('in Markdown, what keeps a name from being notified stays', () => {
  assert.equal(visibleMarkdown('@\u200Bme #\u200B1 \u200B'), '@\u200Bme #\u200B1 \\u{200b}');
  assert.equal(visible('@\u200Bme'), '@\\u{200b}me');
});

test('in a log no line is a command to the runner', () => {
  assert.equal(
    visibleInLog('a\n::set-output name=x::y\n  ::stop-commands::z\na::b'),
    'a\n: :set-output name=x::y\n  : :stop-commands::z\na::b',
  );
  assert.equal(visibleInLog('x ##[error]y'), 'x ## [error]y');
});

test('in JSON hidden characters are escapes of JSON', () => {
  const value = { name: 'a\u200Bb\u202E\u{E0041}\uD800', lines: ['::x', '##[y'] };
  const json = visibleJson(value);
  assert.doesNotMatch(json, /[\p{Cf}\p{Cs}]/u);
  assert.deepEqual(JSON.parse(json), value);
});
