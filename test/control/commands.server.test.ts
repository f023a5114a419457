import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
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
  const rowsCopied = async (): Promise<number> => (await stage.status())?.progress.rowsCopied ?? 0;
  const twoSeconds = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 2_000));
  // The chunk under way is not stopped, and its end may be told later.
  let still = await rowsCopied();
  await twoSeconds();
  for (const until = Date.now() + 20_000; still !== (await rowsCopied()) && Date.now() < until; await twoSeconds())
    still = await rowsCopied();
  assert.ok(still < chunk, 'the copy is held');
  await twoSeconds();
  assert.equal(await rowsCopied(), still);
  const resumed = await stage.tell('resume');
  assert.equal(resumed.exitCode, 0, resumed.said);
  const { exitCode, said } = await owner.ends(120_000);
  assert.equal(exitCode, 0, said);
}

async function throttles(built: BuiltAction, server: ServerAddress): Promise<void> {
  await using stage = await setStage(built, server, 80_000);
  await using owner = stage.start('migrate', '--alter', slowAlter, ...copied, '--workers', '1', '--verify', 'off');
  await stage.untilStatus('the copy', ({ progress }) => progress.rowsCopied > 2_000);
  const free = await workingShare(stage);
  await stage.tell('throttle', '50');
  const half = await workingShare(stage);
  await stage.tell('throttle', '80');
  const fifth = await workingShare(stage);
  const measured = `it copies ${free} of the time at 0 %, ${half} at 50 %, ${fifth} at 80 %`;
  assert.ok(free > 0.7, measured);
  assert.ok(half > 0.3 && half < 0.65, measured);
  assert.ok(fifth > 0.05 && fifth < 0.35, measured);
  await stage.tell('throttle', '100');
  const held = await stage.untilStatus('the hold', ({ progress }) =>
    progress.holds.some(({ reason }) => reason === 'throttled'),
  );
  assert.equal(held.progress.remainingMs, null);
  await stage.tell('abort');
  assert.equal((await owner.ends(30_000)).exitCode, 1);
}

/** In how many of 200 looks a chunk is being copied. Rows a second would tell of the machine as well. */
async function workingShare({ database }: Stage): Promise<number> {
  const looks = 200;
  let working = 0;
  for (let look = 0; look < looks; look++) {
    const sessions = await database.query('SHOW FULL PROCESSLIST');
    if (sessions.some(({ Info: statement }) => /^INSERT.*t_gho.*SELECT/su.test(String(statement)))) working++;
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
  return working / looks;
}

const alter = 'ALTER TABLE t MODIFY v VARCHAR(250)';
const copied = ['--algorithm', 'copy'];
