import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from '../../../test/support/fast-check.ts';
import { duration, durationText, listOf, loadLimit, retiring, text, workers } from './value.ts';

test('durations have units, and units add up', () => {
  assert.equal(duration.parse('1500ms'), 1500);
  assert.equal(duration.parse('5h30m'), 19_800_000);
  assert.equal(duration.parse('1.5s'), 1500);
  assert.equal(duration.parse('1d 2h'), 93_600_000);
});

test('a retired table is dropped or kept, for a time or until somebody drops it', () => {
  assert.deepEqual(retiring.parse('drop'), { kind: 'drop', forMs: null });
  assert.deepEqual(retiring.parse('keep'), { kind: 'keep', forMs: null });
  assert.deepEqual(retiring.parse('keep 7d'), { kind: 'keep', forMs: 604_800_000 });
  for (const wrong of ['', 'keep 7', 'keep for 7d', 'drop 7d', 'kept', '7d'])
    assert.ok(!retiring.safeParse(wrong).success, `"${wrong}" was taken`);
});

test('a text that is not all duration is refused', () => {
  for (const wrong of ['3', '', 's', '3 seconds', '3s!', '-3s', '3sx']) {
    assert.ok(!duration.safeParse(wrong).success, `"${wrong}" was taken`);
  }
});

test('every whole number of every unit is read back', () => {
  const factors = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };
  const units = fc.constantFrom(...(Object.keys(factors) as (keyof typeof factors)[]));
  fc.assert(
    fc.property(fc.nat(), units, (amount, unit) => duration.parse(`${amount}${unit}`) === amount * factors[unit]),
  );
});

test('a limit is a variable and a number', () => {
  assert.deepEqual(loadLimit.parse('Threads_running = 25'), { variable: 'Threads_running', value: 25 });
  for (const wrong of ['Threads_running', 'Threads_running=', 'Threads_running=many', '=3', 'a b=3']) {
    assert.ok(!loadLimit.safeParse(wrong).success, `"${wrong}" was taken`);
  }
});

test('workers are counted or left to the table', () => {
  assert.equal(workers.parse('auto'), 'auto');
  assert.equal(workers.parse('16'), 16);
  for (const wrong of ['0', '17', '2.5', 'many', ''])
    assert.ok(!workers.safeParse(wrong).success, `"${wrong}" was taken`);
});

test('lists are split at lines and at commas, but not within braces', () => {
  assert.deepEqual(listOf(text).parse(' a, b\n\nc{d,e}f ,\n'), ['a', 'b', 'c{d,e}f']);
});

test('a duration is told as a person writes it', () => {
  for (const text of ['7d', '1d12h', '5h30m', '90d', '45s', '1h1s'])
    assert.equal(durationText(duration.parse(text) / 1000), text);
  assert.equal(durationText(duration.parse('36h') / 1000), '1d12h');
  assert.equal(durationText(0), '0s');
});
