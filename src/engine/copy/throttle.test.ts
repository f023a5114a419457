import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { Throttle } from './throttle.ts';

const signal = new AbortController().signal;

describe('the throttle lets a copy begin', () => {
  it('when every watch has looked', async () => {
    const throttle = new Throttle();
    const looked = [throttle.awaitFirstLook(), throttle.awaitFirstLook()];
    const passing = passes(throttle);
    looked[0]?.();
    looked[0]?.();
    assert.equal(await passing(), false);
    looked[1]?.();
    assert.equal(await passing(), true);
  });

  it('not where the first look holds it', async () => {
    const throttle = new Throttle();
    const looked = throttle.awaitFirstLook();
    const passing = passes(throttle);
    throttle.set('max-load', true);
    looked();
    assert.equal(await passing(), false);
    throttle.set('max-load', false);
    assert.equal(await passing(), true);
  });
});

/** Whether it has come through by now. */
function passes(throttle: Throttle): () => Promise<boolean> {
  let isThrough = false;
  void throttle.pass(signal).then(() => {
    isThrough = true;
  });
  return async () => {
    await setImmediate();
    return isThrough;
  };
}
