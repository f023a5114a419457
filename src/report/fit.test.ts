import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fit } from './fit.ts';

const essential = (markdown: string) => ({ markdown, essential: true });
const extra = (markdown: string) => ({ markdown, essential: false });

test('what fits is left alone', () => {
  assert.equal(fit([essential('a'), extra(''), extra('b')], 100, 'See the log.'), 'a\n\nb');
});

test('the longest extra goes first, and the report says so', () => {
  const text = fit([essential('head'), extra('x'.repeat(80)), extra('short')], 90, 'See the log.');
  assert.ok(text.length <= 90);
  assert.match(text, /^head\n\nshort\n\n> \[!NOTE\]/u);
  assert.match(text, /See the log\.$/u);
});

test('essentials are cut between lines when nothing else is left to cut', () => {
  const rows = Array.from({ length: 50 }, (_, index) => `| row ${index} |`).join('\n');
  const text = fit([essential(rows)], 200, 'See the log.');
  assert.ok(text.length <= 200);
  assert.match(text, /\| row \d+ \|\n\n> \[!NOTE\]/u);
});
