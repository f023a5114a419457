import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Patience } from './patience.ts';

test('what takes no time uses nothing up, and silence is waited for once', { timeout: 20_000 }, async () => {
  const patience = new Patience(600, 200);
  assert.equal(await patience.wait(() => Promise.resolve(1)), 1);
  const silence = (): Promise<never> => new Promise(() => undefined);
  const startedAt = performance.now();
  await assert.rejects(patience.wait(silence), { name: 'TimeoutError' });
  await assert.rejects(patience.wait(silence), { name: 'TimeoutError' });
  const tookMs = performance.now() - startedAt;
  assert.ok(tookMs > 700 && tookMs < 6_000, String(tookMs));
  assert.equal(await patience.wait(() => Promise.resolve(2)), 2);
  await assert.rejects(
    patience.wait(() => Promise.reject(new Error('refused'))),
    /refused/u,
  );
});
