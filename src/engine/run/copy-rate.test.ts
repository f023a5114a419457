import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CopyRate } from './copy-rate.ts';

test('the rate is that of the last seconds', () => {
  const rate = new CopyRate();
  assert.equal(rate.rowsPerSecond, 0);
  for (let second = 0; second <= 100; second++) rate.add(second * 1_000, second * 500, false);
  assert.equal(rate.rowsPerSecond, 500);
  for (let second = 101; second <= 130; second++) rate.add(second * 1_000, 50_000 + (second - 100) * 100, false);
  assert.equal(rate.rowsPerSecond, 100);
});

test('a pause is no part of it', () => {
  const rate = new CopyRate();
  for (let second = 0; second <= 10; second++) rate.add(second * 1_000, second * 500, false);
  for (let second = 11; second <= 40; second++) rate.add(second * 1_000, 5_000, true);
  assert.equal(rate.rowsPerSecond, 0);
  for (let second = 41; second <= 43; second++) rate.add(second * 1_000, 5_000 + (second - 40) * 400, false);
  assert.equal(rate.rowsPerSecond, 400);
});
