import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type BuiltAction, buildAction } from '../action/build-action.ts';
import { type ServerAddress, testServers } from '../support/servers/index.ts';
import { waitFor } from '../support/wait-for.ts';
import { type Stage, setStage } from './stage.ts';

const timeout = 120_000;
const change = ['--alter', 'ALTER TABLE t MODIFY v VARCHAR(250)', '--algorithm', 'copy'];

/* A process that was stopped, lost its connections and wakes up: it must not say what it cannot know. */
describe('a run that wakes up once another one has gone on', { concurrency: 1 }, () => {
  let built: BuiltAction;
  before(async () => {
    built = await buildAction();
  });
  after(() => built[Symbol.asyncDispose]());

  for (const server of testServers()) {
    it(`and has swapped the tables, on ${server.name}`, { timeout }, () => wakesLate(built, server));
    it(`and waits at its gate, on ${server.name}`, { timeout }, () => wakesEarly(built, server));
  }
});

async function wakesLate(built: BuiltAction, server: ServerAddress): Promise<void> {
  await using stage = await setStage(built, server, 5_000);
  await using sleeper = await asleep(stage);
  const next = await stage.tell('migrate', ...change);
  assert.equal(next.exitCode, 0, next.said);
  sleeper.kill('SIGCONT');
  const { exitCode, said } = await sleeper.ends(60_000);
  assert.equal(exitCode, 1, said);
  assert.match(said, /Another run has resumed the migration of t while this one was out of touch/u);
  assert.match(said, /t was changed meanwhile, not by this run[\s\S]*This run changed nothing of t/u);
  assert.doesNotMatch(said, /t is as it was|is kept, and the next run|must look|Nobody knows/u);
  const [entry] = await stage.database.query(
    "SELECT COUNT(*) AS n FROM ghostship_migrations WHERE state = 'completed'",
  );
  assert.equal(Number(entry?.n), 1);
}

async function wakesEarly(built: BuiltAction, server: ServerAddress): Promise<void> {
  await using stage = await setStage(built, server, 5_000);
  await using sleeper = await asleep(stage);
  const first = (await stage.status())?.migrationId;
  await using next = stage.start('migrate', ...change, '--cutover', 'wait');
  await stage.untilStatus(
    'the gate of the next run',
    ({ migrationId, progress }) => migrationId !== first && progress.state === 'waiting_for_cutover',
  );
  sleeper.kill('SIGCONT');
  const { exitCode, said } = await sleeper.ends(60_000);
  assert.equal(exitCode, 1, said);
  assert.match(said, /Another run has resumed the migration of t/u);
  assert.equal((await stage.status())?.progress.state, 'waiting_for_cutover');
  const third = await stage.tell('migrate', ...change);
  assert.equal(third.exitCode, 1, third.said);
  assert.match(third.said, /Another run \(of .+\) has been migrating t for .+ last sign of life/u);
  await stage.tell('cutover');
  const ended = await next.ends(60_000);
  assert.equal(ended.exitCode, 0, ended.said);
}

/** A run that is stopped at its gate, and all whose connections are ended. */
async function asleep(stage: Stage): Promise<ReturnType<Stage['start']>> {
  const sleeper = stage.start('migrate', ...change, '--cutover', 'wait');
  const { connections } = await stage.untilStatus(
    'the gate',
    ({ progress }) => progress.state === 'waiting_for_cutover',
  );
  sleeper.kill('SIGSTOP');
  try {
    for (const id of connections) await stage.database.query(`KILL ${id}`).catch(() => undefined);
    // Not of information_schema: MySQL fails there where somebody's statement has an emoji.
    const open = async (): Promise<number[]> =>
      (await stage.database.query('SHOW PROCESSLIST')).map(({ Id }) => Number(Id));
    const areGone = async (): Promise<boolean> => (await open()).every((id) => !connections.includes(id));
    await waitFor(areGone, { timeoutMs: 30_000, what: 'the connections to be gone' });
    return sleeper;
  } catch (error) {
    // One that is stopped hears no other signal.
    sleeper.kill('SIGKILL');
    throw error;
  }
}
