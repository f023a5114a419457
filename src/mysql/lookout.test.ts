import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startTestClock } from '../../test/support/test-clock.ts';
import { Lookout, type Sight } from './lookout.ts';

const us = 7;
const atWork: Sight = { kind: 'seen', atWork: new Set([us, 8]) };
const idle: Sight = { kind: 'seen', atWork: new Set([8]) };
const hidden: Sight = { kind: 'hidden' };
const unreachable: Sight = { kind: 'unreachable' };

interface Case {
  /** What each look shows; the last one goes on for ever. */
  readonly sights: readonly [Sight, ...Sight[]];
  /** When it is given up, in seconds; `null` for never. */
  readonly lostAfterSeconds: number | null;
  readonly why?: RegExp;
}

const cases: Readonly<Record<string, Case>> = {
  'the server is at work: there is no deadline': { sights: [atWork], lostAfterSeconds: null },
  'the server does nothing for us': { sights: [idle], lostAfterSeconds: 6.5, why: /though the server is up/u },
  'the server cannot be reached': { sights: [unreachable], lostAfterSeconds: 15.5, why: /cannot be reached/u },
  'the server does not tell: nothing is given up for that': { sights: [hidden], lostAfterSeconds: null },
  'no connection can be opened for some seconds': {
    sights: [unreachable, unreachable, unreachable, unreachable, atWork],
    lostAfterSeconds: null,
  },
  'the server was at work and has done it': { sights: [atWork, idle], lostAfterSeconds: 16.5 },
};

for (const [name, { sights, lostAfterSeconds, why }] of Object.entries(cases)) {
  test(name, async () => {
    using clock = startTestClock();
    let looks = 0;
    const lookout = new Lookout(async () => sights[Math.min(looks++, sights.length - 1)] ?? sights[0]);
    let lost: { readonly error: Error; readonly atMs: number } | null = null;
    using _watched = lookout.watch(us, (error) => {
      lost = { error, atMs: clock.nowMs };
    });
    await clock.pass(120_000);
    const end = lost as { readonly error: Error; readonly atMs: number } | null;
    if (lostAfterSeconds === null) {
      assert.equal(end, null);
      assert.ok(looks > 3, `only ${looks} looks in two minutes`);
      return;
    }
    assert.ok(end !== null, 'it waits for ever');
    assert.equal(Math.round(end.atMs / 100) / 10, lostAfterSeconds);
    if (why !== undefined) assert.match(end.error.message, why);
  });
}

test('an answer that comes in time is not asked about', async () => {
  using clock = startTestClock();
  let looks = 0;
  const lookout = new Lookout(async () => {
    looks++;
    return idle;
  });
  const watched = lookout.watch(us, () => assert.fail('it was answered'));
  await clock.pass(4_900);
  watched[Symbol.dispose]();
  await clock.pass(60_000);
  assert.equal(looks, 0);
});

test('an answer that comes between two looks ends them', async () => {
  using clock = startTestClock();
  let looks = 0;
  const lookout = new Lookout(async () => {
    looks++;
    return idle;
  });
  const watched = lookout.watch(us, () => assert.fail('it was answered'));
  await clock.passUntil(() => looks === 1, 6_000, 'a look');
  watched[Symbol.dispose]();
  await clock.pass(60_000);
  assert.equal(looks, 1);
});

test('an answer that comes during the last look counts', async () => {
  using clock = startTestClock();
  let looks = 0;
  const lookout = new Lookout(async () => {
    if (++looks === 2) watched[Symbol.dispose]();
    return idle;
  });
  const watched = lookout.watch(us, () => assert.fail('it was answered'));
  await clock.passUntil(() => looks === 2, 10_000, 'two looks');
  await clock.pass(60_000);
  assert.equal(looks, 2);
});

test('all who wait share a look', async () => {
  using clock = startTestClock();
  let looks = 0;
  const lookout = new Lookout(async () => {
    looks++;
    return atWork;
  });
  const watched = [1, 2, 3].map((id) => lookout.watch(id, () => {}));
  await clock.passUntil(() => looks > 0, 6_000, 'a look');
  assert.equal(looks, 1);
  for (const each of watched) each[Symbol.dispose]();
});
