import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type BuiltAction, buildAction } from '../action/build-action.ts';
import { casesFor, type ServerAddress, testServers } from '../support/servers/index.ts';
import { type Stage, setStage } from './stage.ts';

const migrate = [
  'migrate',
  '--alter',
  'ALTER TABLE t MODIFY v VARCHAR(250)',
  '--algorithm',
  'copy',
  '--cutover',
  'wait',
];

/** How the runs of one migration end, one after the other, and what ends it for good. */
const ends: readonly { readonly signals: readonly ('SIGKILL' | 'SIGTERM')[]; readonly by: readonly string[] }[] = [
  { signals: ['SIGKILL'], by: ['abort'] },
  { signals: ['SIGKILL'], by: ['cleanup', '--take-over'] },
  { signals: ['SIGTERM'], by: ['abort'] },
  { signals: ['SIGTERM', 'SIGKILL'], by: ['abort'] },
];

describe('a migration that nobody works on, and that is ended for good, is aborted', { concurrency: 2 }, () => {
  let built: BuiltAction;
  before(async () => {
    built = await buildAction();
  });
  after(() => built[Symbol.asyncDispose]());

  for (const server of testServers()) {
    for (const { signals, by } of casesFor(server, ends))
      it(`after ${signals.join(' and ')}, by ${by.join(' ')}, on ${server.name}`, () =>
        givenUp(built, server, signals, by));
  }
});

async function givenUp(
  built: BuiltAction,
  server: ServerAddress,
  signals: readonly NodeJS.Signals[],
  by: readonly string[],
): Promise<void> {
  await using stage = await setStage(built, server, 100);
  // A ledger with other runs in it keeps all of them.
  const before = await stage.tell('migrate', '--alter', "ALTER TABLE t COMMENT 'before'");
  assert.equal(before.exitCode, 0, before.said);
  for (const signal of signals) await endAtGate(stage, signal);
  const [command = '', ...more] = by;
  const told = await stage.tell(command, ...more);
  assert.equal(told.exitCode, 0, told.said);
  const { said } = await stage.tell('status');
  assert.match(said, /^No migration is running\.$/mu);
  assert.equal(said.match(/^ {2}t: aborted /gmu)?.length, signals.length, said);
  assert.doesNotMatch(said, /yielded|catching up|died/u);
  assert.deepEqual(await stage.tables(), ['ghostship_migrations', 't']);
}

async function endAtGate(stage: Stage, signal: NodeJS.Signals): Promise<void> {
  const [command = '', ...flags] = migrate;
  const before = (await stage.status())?.connections ?? [];
  await using run = stage.start(command, ...flags);
  await stage.untilStatus(
    'the gate',
    ({ progress, connections }) =>
      progress.state === 'waiting_for_cutover' &&
      connections.length > 0 &&
      !connections.some((id) => before.includes(id)),
  );
  run.kill(signal);
  await run.ends(30_000);
}
