import assert from 'node:assert/strict';
import { test } from 'node:test';
import { essential, fit, type Piece } from './fit.ts';

const extra = (markdown: string): Piece => ({ markdown, weight: 'repeating' });
const useful = (markdown: string): Piece => ({ markdown, weight: 'useful' });

test('what fits is left alone', () => {
  assert.equal(fit([essential('a'), extra(''), extra('b')], 100, 'See the log.'), 'a\n\nb');
});

test('the longest extra goes first, and the report says so', () => {
  const text = fit([essential('head'), extra('x'.repeat(80)), extra('short')], 90, 'See the log.');
  assert.ok(text.length <= 90);
  assert.match(text, /^head\n\nshort\n\n> \[!NOTE\]/u);
  assert.match(text, /See the log\.$/u);
});

test('what repeats goes before what is useful, however long that is', () => {
  const text = fit([useful('x'.repeat(80)), extra('again'.repeat(12))], 140, 'See.');
  assert.match(text, /^x{80}\n/u);
  assert.doesNotMatch(text, /again/u);
});

test('essentials are cut between lines when nothing else is left to cut', () => {
  const rows = Array.from({ length: 50 }, (_, index) => `| row ${index} |`).join('\n');
  const text = fit([essential(rows)], 200, 'See the log.');
  assert.ok(text.length <= 200);
  assert.match(text, /\| row \d+ \|\n\n> \[!NOTE\]/u);
});
