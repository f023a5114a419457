import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { BacklogTrend } from './backlog-trend.ts';

const minute = 60_000;
const table = { schema: 'shop', name: 'orders' };

/** Checks once a minute, while so many changes a second come and are applied. */
function look(
  backlogTrend: BacklogTrend,
  minutes: number,
  perSecond: { come: number; done: number },
  isBehind = true,
): void {
  for (let at = 0; at <= minutes; at++) {
    const [delivered, applied] = [perSecond.come * at * 60, perSecond.done * at * 60];
    const waiting = 50_000 + delivered - applied;
    backlogTrend.check({ atMs: at * minute, delivered, applied, waiting, streamLagMs: 2_000 }, isBehind);
  }
}

describe('keeping up', () => {
  it('is given up with numbers where writers are faster', () => {
    assert.throws(() => look(new BacklogTrend(table), 12, { come: 900, done: 700 }), {
      code: 'cannot-keep-up',
      message: /orders .* last 10 minutes 900 changes a second came and 700 were applied; 170,000 wait/u,
    });
  });

  it('goes on as long as the backlog shrinks, however slowly', () => {
    look(new BacklogTrend(table), 300, { come: 700, done: 701 });
  });

  it('goes on where nothing is held for it', () => {
    look(new BacklogTrend(table), 300, { come: 900, done: 900 }, false);
  });

  it('counts from the last time it was not behind', () => {
    const backlogTrend = new BacklogTrend(table);
    const backlog = { delivered: 0, applied: 0, waiting: 30_000, streamLagMs: 0 };
    for (let at = 0; at < 100; at++) backlogTrend.check({ ...backlog, atMs: at * minute }, at % 9 !== 0);
  });
});
