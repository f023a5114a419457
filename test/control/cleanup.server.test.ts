import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type BuiltAction, buildAction } from '../action/build-action.ts';
import { type ServerAddress, testServers } from '../support/servers/index.ts';
import { waitFor } from '../support/wait-for.ts';
import { setStage } from './stage.ts';

describe('cleanup', { concurrency: 1 }, () => {
  let built: BuiltAction;
  before(async () => {
    built = await buildAction();
  });
  after(() => built[Symbol.asyncDispose]());

  for (const server of testServers()) {
    it(`tells the living from the dead, and what it would drop, on ${server.name}`, { timeout: 120_000 }, () =>
      livingAndDead(built, server),
    );
  }
});

async function livingAndDead(built: BuiltAction, server: ServerAddress): Promise<void> {
  await using stage = await setStage(built, server, 100);
  const alter = ['--alter', 'ALTER TABLE t MODIFY v VARCHAR(250)', '--algorithm', 'copy', '--cutover', 'wait'];
  await using owner = stage.start('migrate', ...alter);
  await stage.untilStatus('the gate', ({ progress }) => progress.state === 'waiting_for_cutover');
  const ours = ['t_ghc', 't_gho'];
  const present = async (): Promise<string[]> => (await stage.tables()).filter((name) => ours.includes(name));
  assert.match((await stage.tell('cleanup')).said, /Kept t: its migration is running/u);
  assert.deepEqual(await present(), ours);

  owner.kill('SIGKILL');
  const dry = await waitFor(
    async () => {
      const { said } = await stage.tell('cleanup', '--dry-run');
      return /Would drop/u.test(said) ? said : null;
    },
    { timeoutMs: 60_000, what: 'the server to notice that the owner is gone' },
  );
  for (const name of ours) assert.match(dry, new RegExp(`Would drop ${name}\\.`, 'u'));
  assert.deepEqual(await present(), ours);
  for (const name of ours) await stage.database.query(`SELECT 1 FROM ${name} LIMIT 1`);
  const { said } = await stage.tell('cleanup');
  for (const name of ours) assert.match(said, new RegExp(`Dropped ${name}\\.`, 'u'));
  assert.deepEqual(await present(), []);
}
