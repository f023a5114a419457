import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatBytes, formatCount, formatDuration, formatNumberOf } from './quantity.ts';

const plain = (text: string): string => text.replaceAll('\u00A0', ' ');

test('counts are exact below a thousand and short above', () => {
  const cases: [number, string][] = [
    [0, '0'],
    [999, '999'],
    [1000, '1 k'],
    [1234, '1.2 k'],
    [12_345, '12.3 k'],
    [210_400, '210 k'],
    [999_600, '1 M'],
    [2_800_000, '2.8 M'],
    [5_000_000_000, '5 G'],
  ];
  for (const [count, text] of cases) assert.equal(plain(formatCount(count)), text);
});

test('bytes step at 1024', () => {
  assert.equal(plain(formatBytes(0)), '0 B');
  assert.equal(plain(formatBytes(1023)), '1023 B');
  assert.equal(plain(formatBytes(1536)), '1.5 KiB');
  assert.equal(plain(formatBytes(1.2 * 1024 ** 3)), '1.2 GiB');
});

test('durations use at most two units and never sixty of one', () => {
  const cases: [number, string][] = [
    [0, '0 ms'],
    [40.4, '40 ms'],
    [999, '999 ms'],
    [8400, '8.4 s'],
    [9999, '10 s'],
    [59_600, '1 min'],
    [200_000, '3 min 20 s'],
    [3_599_600, '1 h'],
    [19_800_000, '5 h 30 min'],
    [187_200_000, '2 d 4 h'],
  ];
  for (const [ms, text] of cases) assert.equal(plain(formatDuration(ms)), text);
});

test('one of a thing is singular', () => {
  assert.equal(plain(formatNumberOf(1, 'row')), '1 row');
  assert.equal(plain(formatNumberOf(0, 'row')), '0 rows');
  assert.equal(plain(formatNumberOf(2, 'table is', 'tables are')), '2 tables are');
});
