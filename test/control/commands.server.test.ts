import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { StatusRow } from '../../src/engine/run/status-row.ts';
import { type BuiltAction, buildAction } from '../action/build-action.ts';
import { type ServerAddress, testServers } from '../support/servers/index.ts';
import { heldForEver, type Stage, setStage, slowAlter } from './stage.ts';

const timeout = 240_000;

describe('commands to a running migration', { concurrency: 1 }, () => {
  let built: BuiltAction;
  before(async () => {
    built = await buildAction();
  });
  after(() => built[Symbol.asyncDispose]());

  for (const server of testServers()) {
    describe(`on ${server.name}`, { concurrency: 1 }, () => {
      it('are taken within a second, and answered with what was done', { timeout }, () => answers(built, server));
      it('pause holds the copy and the swap until resume', { timeout }, () => pauses(built, server));
      it('throttle decides how much of the time the copy works', { timeout }, () => throttles(built, server));
    });
  }
});

async function answers(built: BuiltAction, server: ServerAddress): Promise<void> {
  await using stage = await setStage(built, server, 20_000);
  await using owner = stage.start('migrate', '--alter', alter, ...copied, '--cutover', 'wait', ...heldForEver);
  await stage.untilStatus('the copy to be held', ({ progress }) => progress.holds.length > 0);

  const table: [command: string[], exitCode: number, answer: RegExp][] = [
    [['resume'], 2, /refuses the command\. It is not paused\. It is held by max-load/u],
    [['cutover'], 0, /was told: cutover\. This is kept\. It swaps the tables as soon as everything is copied/u],
    [['throttle', '101'], 2, /"101" is no percentage: write a whole number from 0/u],
    [['throttle', '2.5'], 2, /no percentage/u],
    [['throttle'], 2, /missing required argument/u],
    [['throttle', '30'], 0, /was told: throttle 30\. It rests 30 % of the time\./u],
    [['pause'], 0, /The copy is paused\. Changes of the table are still applied/u],
    [['pause', '--table', 't'], 0, /It is paused already/u],
    [['throttle', '100'], 0, /It is held until `ghostship throttle` is given a lower number\. It is paused/u],
    [['cutover'], 0, /It is paused, and swaps the tables after `ghostship resume`/u],
    [['resume'], 0, /It goes on\. It rests 100 % of the time by command\. The cutover that was ordered counts/u],
  ];
  for (const [command, exitCode, answer] of table) {
    const [name = '', ...more] = command;
    const told = await stage.tell(name, ...more);
    assert.match(told.said, answer);
    assert.equal(told.exitCode, exitCode, told.said);
  }
  assert.partialDeepStrictEqual(await stage.status(), {
    paused: false,
    throttlePercent: 100,
    cutoverOrdered: true,
    progress: { state: 'copying', remainingMs: null, throttlePercent: 100 },
  });
  await answeredWithinASecond(stage);

  const aborted = await stage.tell('abort');
  assert.equal(aborted.exitCode, 0, aborted.said);
  assert.match(aborted.said, /It stops\. The table stays as it was\.|It ended before it could answer: aborted\./u);
  const { exitCode, said } = await owner.ends(30_000);
  assert.equal(exitCode, 1, said);
  assert.deepEqual(
    (await stage.tables()).filter((name) => name !== 'ghostship_migrations'),
    ['t'],
  );
}

/** By the clock of the server: a command stands in the changelog since it was given, and its row changes with the answer. */
async function answeredWithinASecond({ database }: Stage): Promise<void> {
  const given = new Date();
  await database.query("INSERT INTO t_ghc (mark, kind, body) VALUES (0, 'throttle', '20'), (0, 'sail', NULL)");
  for (;;) {
    const rows = await database.query('SELECT kind, mark, body FROM t_ghc WHERE id >= 10 ORDER BY id DESC LIMIT 2');
    const waitedMs = Date.now() - given.getTime();
    assert.ok(waitedMs < 1_500, `answered after ${waitedMs} ms`);
    if (rows.some(({ mark }) => Number(mark) === 0)) continue;
    const [sail, throttle] = rows.map(({ body }) => JSON.parse(String(body)) as Record<string, unknown>);
    assert.deepEqual(throttle, { argument: '20', outcome: 'done', text: 'It rests 20 % of the time.' });
    assert.deepEqual(sail?.outcome, 'refused');
    return;
  }
}

async function pauses(built: BuiltAction, server: ServerAddress): Promise<void> {
  await using stage = await setStage(built, server, 20_000);
  await using owner = stage.start('migrate', '--alter', slowAlter, ...copied, '--workers', '1');
  await stage.untilStatus('some rows', ({ progress }) => progress.rowsCopied > 0);
  const paused = await stage.tell('pause');
  assert.equal(paused.exitCode, 0, paused.said);
  const held = await stage.untilStatus('the pause', (status) => status.paused);
  const chunk = 20_000;
  assert.ok(held.progress.rowsCopied < chunk, 'the copy is not over');
  const early = await stage.tell('cutover');
  assert.match(early.said, /This is kept\. It is paused/u);
  const still = await stage.untilStatus('the chunk under way', ({ progress }) => progress.rowsCopied > 0);
  await new Promise((resolve) => setTimeout(resolve, 2_000));
  assert.equal((await stage.status())?.progress.rowsCopied, still.progress.rowsCopied);
  const resumed = await stage.tell('resume');
  assert.equal(resumed.exitCode, 0, resumed.said);
  const { exitCode, said } = await owner.ends(120_000);
  assert.equal(exitCode, 0, said);
}

async function throttles(built: BuiltAction, server: ServerAddress): Promise<void> {
  await using stage = await setStage(built, server, 80_000);
  await using owner = stage.start('migrate', '--alter', slowAlter, ...copied, '--workers', '1', '--verify', 'off');
  await stage.untilStatus('the copy', ({ progress }) => progress.rowsCopied > 2_000);
  const free = await rate(stage);
  await stage.tell('throttle', '50');
  const half = await rate(stage);
  await stage.tell('throttle', '80');
  const fifth = await rate(stage);
  const measured = `rows/s at 0 %: ${free}, at 50 %: ${half}, at 80 %: ${fifth}`;
  assert.ok(half > free * 0.3 && half < free * 0.75, measured);
  assert.ok(fifth > free * 0.1 && fifth < free * 0.4, measured);
  await stage.tell('throttle', '100');
  const held = await stage.untilStatus('the hold', ({ progress }) =>
    progress.holds.some(({ reason }) => reason === 'throttled'),
  );
  assert.equal(held.progress.remainingMs, null);
  await stage.tell('abort');
  assert.equal((await owner.ends(30_000)).exitCode, 1);
}

/** Rows a second, from the end of a chunk to the end of a chunk: three chunks and six seconds at least, for a chunk and its rest may take seconds. */
async function rate(stage: Stage): Promise<number> {
  let rowsCopied = (await stage.untilStatus('the status', () => true)).progress.rowsCopied;
  let chunks = 0;
  const isChunkEnd = ({ progress }: StatusRow): boolean => {
    if (progress.rowsCopied === rowsCopied) return false;
    rowsCopied = progress.rowsCopied;
    chunks++;
    return true;
  };
  const first = await stage.untilStatus('the end of a chunk', isChunkEnd);
  chunks = 0;
  const last = await stage.untilStatus(
    'three chunks and six seconds',
    (status) => isChunkEnd(status) && chunks >= 3 && status.progress.elapsedMs > first.progress.elapsedMs + 6_000,
  );
  assert.equal(last.progress.state, 'copying');
  const ms = last.progress.elapsedMs - first.progress.elapsedMs;
  return Math.round(((last.progress.rowsCopied - first.progress.rowsCopied) * 1_000) / ms);
}

const alter = 'ALTER TABLE t MODIFY v VARCHAR(250)';
const copied = ['--algorithm', 'copy'];
