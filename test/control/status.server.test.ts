import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { MigrationStatus } from '../../src/commands/control/status.ts';
import { type BuiltAction, buildAction } from '../action/build-action.ts';
import type { Child } from '../network/child.ts';
import { type ServerAddress, testServers } from '../support/servers/index.ts';
import { waitFor } from '../support/wait-for.ts';
import { heldForEver, type Stage, setStage } from './stage.ts';

const timeout = 240_000;

describe('the status, from the database alone', { concurrency: 1 }, () => {
  let built: BuiltAction;
  before(async () => {
    built = await buildAction();
  });
  after(() => built[Symbol.asyncDispose]());

  for (const server of testServers()) {
    describe(`on ${server.name}`, { concurrency: 1 }, () => {
      it('tells of a run that lives, one that was killed, and one that is done', { timeout }, () =>
        fromBirthToEnd(built, server),
      );
      it('tells within seconds of one that was killed while it checked', { timeout }, () =>
        deadWhileChecking(built, server),
      );
      it('tells once of one that is about to be resumed', { timeout }, () => beginsToGoOn(built, server));
      it('tells how long a retired table is kept', { timeout }, () => keptForAWhile(built, server));
      it('is watched until nothing runs any more', { timeout }, () => watched(built, server));
    });
  }
});

async function fromBirthToEnd(built: BuiltAction, server: ServerAddress): Promise<void> {
  await using stage = await setStage(built, server, 20_000);
  assert.match((await stage.tell('status')).said, /^No migration is running\.$/mu);
  await using owner = stage.start('migrate', '--alter', alter, ...copied, ...heldForEver);
  await stage.untilStatus('the copy to be held', ({ progress }) => progress.holds.length > 0);
  // As a job of the action writes it.
  await stage.database.query(
    "UPDATE ghostship_migrations SET pull_request = 12, run_url = 'https://github.example/run/7', actor = 'mona'",
  );
  await stage.tell('pause');
  const living = await only(stage);
  assert.deepEqual(Object.keys(living).toSorted(), fields);
  assert.partialDeepStrictEqual(living, {
    table: 't',
    life: 'running',
    state: 'paused',
    paused: true,
    finishedAt: null,
    progress: { state: 'copying', remainingMs: null },
    run: { url: 'https://github.example/run/7', pullRequest: 12, actor: 'mona', commit: null },
    outcome: null,
  });
  assert.ok(Number(living.progress?.rowsCopied) < 20_000);
  assert.ok(Number(living.ageMs) > 0 && Number(living.ageMs) < timeout);
  const load = living.progress?.holds.find(({ reason }) => reason === 'max-load');
  assert.partialDeepStrictEqual(load?.reading, { of: 'Threads_connected', limit: 0, unit: 'count' });
  assert.ok(Number(load?.reading?.observed) > 0 && Number(load?.forMs) > 0);
  const { said } = await stage.tell('status');
  assert.match(said, /^t: paused: copying \d+ %.* held by max-load Threads_connected \d+ ≥ 0.*, paused/mu);
  assert.match(said, /started 20\d\d-.* · id .* · last sign of life /u);
  assert.match(said, /pull request #12 · by mona · https:\/\/github\.example\/run\/7/u);

  owner.kill('SIGKILL');
  const dead = await waitFor(
    async () => {
      const found = await only(stage);
      return found.life === 'dead' ? found : null;
    },
    { timeoutMs: 60_000, what: 'the server to notice that the owner is gone' },
  );
  assert.partialDeepStrictEqual(dead, { state: 'copying', run: { pullRequest: 12 }, outcome: null });
  assert.match((await stage.tell('status')).said, /^t: left behind .* ago, and was copying/mu);

  // What the run before was told still holds.
  await using next = stage.start('migrate', '--alter', alter, ...copied);
  await next.says(/This goes on with the migration[\s\S]*held by .*paused/u);
  await stage.tell('resume');
  const { exitCode, said: all } = await next.ends(60_000);
  assert.equal(exitCode, 0, all);
  const done = await only(stage);
  assert.partialDeepStrictEqual(done, {
    life: 'finished',
    state: 'completed',
    progress: null,
    outcome: { tableState: 'changed', rowsCopied: 20_000 },
  });
  assert.match((await stage.tell('status')).said, /No migration is running\.\s+Finished lately:\s+t: completed 20/u);
}

/** Whoever checks a table waits for a lock on it. */
async function lockTable(stage: Stage): Promise<AsyncDisposable> {
  const holder = await stage.database.connect();
  await holder.query('LOCK TABLES t WRITE');
  return { [Symbol.asyncDispose]: async () => holder.destroy() };
}

async function startChecking(stage: Stage, before: number): Promise<Child> {
  const child = stage.start('migrate', '--alter', alter, ...copied);
  await waitFor(
    async () => {
      const [row] = await stage.database
        .query("SELECT COUNT(*) AS n FROM ghostship_migrations WHERE state = 'preflight' AND started_at IS NOT NULL")
        .catch(() => []);
      return Number(row?.n) > before;
    },
    { timeoutMs: 60_000, what: 'a run that checks' },
  );
  return child;
}

async function deadWhileChecking(built: BuiltAction, server: ServerAddress): Promise<void> {
  await using stage = await setStage(built, server, 100);
  await using _lock = await lockTable(stage);
  await using owner = await startChecking(stage, 0);
  assert.partialDeepStrictEqual(await only(stage), { life: 'running', state: 'preflight' });
  owner.kill('SIGKILL');
  await waitFor(async () => (await only(stage)).life === 'dead', { timeoutMs: 20_000, what: 'its death to be told' });
}

async function beginsToGoOn(built: BuiltAction, server: ServerAddress): Promise<void> {
  await using stage = await setStage(built, server, 20_000);
  await using owner = stage.start('migrate', '--alter', alter, ...copied, ...heldForEver);
  await stage.untilStatus('the copy to be held', ({ progress }) => progress.holds.length > 0);
  owner.kill('SIGKILL');
  await waitFor(async () => (await only(stage)).life === 'dead', { timeoutMs: 60_000, what: 'its death to be told' });
  const dead = await only(stage);
  const lock = await lockTable(stage);
  await using next = await startChecking(stage, 0);
  const [now, ...others] = await told(stage);
  assert.deepEqual(others, []);
  assert.partialDeepStrictEqual(now, { life: 'running', state: 'preflight', table: 't' });
  assert.notEqual(now?.id, dead.id);
  assert.equal(now?.progress?.rowsCopied, dead.progress?.rowsCopied);
  await lock[Symbol.asyncDispose]();
  assert.equal((await next.ends(60_000)).exitCode, 0);
}

async function keptForAWhile(built: BuiltAction, server: ServerAddress): Promise<void> {
  await using stage = await setStage(built, server, 100);
  const migrated = await stage.tell('migrate', '--alter', alter, ...copied, '--retired', 'keep 7d');
  assert.equal(migrated.exitCode, 0, migrated.said);
  const { retired } = await only(stage);
  assert.equal(retired?.table, 't_del');
  const days = Number(retired?.keptForMs) / 86_400_000;
  assert.ok(days > 6.9 && days <= 7, `${days} days`);
  assert.match((await stage.tell('status')).said, /t: completed .*t_del is kept for another (7|6)\sd/u);
  // As a run leaves it that dies when all is done and it has not said so.
  await stage.database.query(
    'UPDATE ghostship_migrations SET finished_at = NULL, live_at = NOW() - INTERVAL 1 HOUR, outcome = NULL',
  );
  assert.partialDeepStrictEqual(await only(stage), { life: 'finished', state: 'completed' });
  await stage.tell('cleanup');
  const [row] = await stage.database.query('SELECT finished_at = live_at AS isClosed FROM ghostship_migrations');
  assert.equal(row?.isClosed, 1);
  await stage.database.query('DROP TABLE t_del');
  assert.equal((await only(stage)).retired, null);
}

async function watched(built: BuiltAction, server: ServerAddress): Promise<void> {
  await using stage = await setStage(built, server, 20_000);
  const nothing = await stage.tell('status', '--watch');
  assert.deepEqual([nothing.exitCode, nothing.said.trim()], [0, 'No migration is running.']);
  await using owner = stage.start('migrate', '--alter', alter, ...copied, '--cutover', 'wait');
  await stage.untilStatus('the gate', ({ progress }) => progress.state === 'waiting_for_cutover');
  await using watcher = stage.start('status', '--watch');
  await watcher.says(/^t: waiting for cutover/mu);
  await stage.tell('pause');
  await watcher.says(/^t: paused: waiting for cutover/mu);
  await stage.tell('cutover');
  await stage.tell('resume');
  assert.equal((await owner.ends(60_000)).exitCode, 0);
  const { exitCode, said } = await watcher.ends(15_000);
  assert.equal(exitCode, 0);
  assert.match(said, /No migration is running\.\s+Finished lately:\s+t: completed/u);
}

/** The first, from standard output. */
async function only(stage: Stage): Promise<MigrationStatus> {
  const [first] = await told(stage);
  assert.ok(first !== undefined);
  return first;
}

async function told(stage: Stage): Promise<MigrationStatus[]> {
  const { said, exitCode } = await stage.tell('status', '--json', '-');
  assert.equal(exitCode, 0, said);
  const json = said.slice(said.indexOf('{\n'), said.lastIndexOf('\n}') + 2);
  return (JSON.parse(json) as { migrations: MigrationStatus[] }).migrations;
}

/** Scripts rely on them: `docs/status.md`. */
const fields = [
  'ageMs',
  'awaitsCutover',
  'became',
  'cutover',
  'cutoverOrdered',
  'file',
  'finishedAt',
  'id',
  'inTheWay',
  'life',
  'outcome',
  'paused',
  'progress',
  'retired',
  'run',
  'silentMs',
  'startedAt',
  'state',
  'statement',
  'swapped',
  'table',
  'throttlePercent',
];

const alter = 'ALTER TABLE t MODIFY v VARCHAR(250)';
const copied = ['--algorithm', 'copy'];
