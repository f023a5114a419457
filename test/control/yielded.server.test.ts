import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { MigrationStatus } from '../../src/commands/control/status.ts';
import { type BuiltAction, buildAction } from '../action/build-action.ts';
import { casesFor, type ServerAddress, testServers } from '../support/servers/index.ts';
import { waitFor } from '../support/wait-for.ts';
import { heldForEver, type Stage, setStage } from './stage.ts';

const alter = 'ALTER TABLE t MODIFY v VARCHAR(250)';
const other = 'ALTER TABLE t MODIFY v VARCHAR(240)';
const copied = ['--algorithm', 'copy'];

/** With the rule that forbids them otherwise. */
const takings = { 'DROP TABLE t': 'drop-table', 'RENAME TABLE t TO u': 'rename-table' };

/** How `t` comes to have no row. */
const withoutRows = {
  'no row at all': ['DELETE FROM t'],
  'a table that was made a moment ago': ['DROP TABLE t', 'CREATE TABLE t (id INT PRIMARY KEY, v VARCHAR(200))'],
} as const;

describe('a migration that has yielded', () => {
  let built: BuiltAction;
  before(async () => {
    built = await buildAction();
  });
  after(() => built[Symbol.asyncDispose]());
  for (const server of testServers()) {
    it(`obeys what it was told while nobody worked on it, on ${server.name}`, () => obeysLater(built, server));
    for (const [kind, prepare] of casesFor(server, Object.entries(withoutRows)))
      it(`waits for its order with ${kind}, on ${server.name}`, () => waitsWithoutRows(built, server, prepare));
    it(`is resumed where its table has no row and its run was stopped, on ${server.name}`, () =>
      stoppedWithoutRows(built, server));
    it(`says what a pause means for a command, on ${server.name}`, () => saysPause(built, server));
    it(`shows what it was told while nobody worked on it, on ${server.name}`, () => showsOrders(built, server));
    it(`outlasts a run that is refused, on ${server.name}`, () => outlastsRefusal(built, server));
    it(`is in the way of another statement until it is aborted, on ${server.name}`, () => inTheWay(built, server));
    for (const [taking, allow] of casesFor(server, Object.entries(takings)))
      it(`is in the way of ${taking}, on ${server.name}`, () => takenAway(built, server, [taking, allow]));
  }
});

async function obeysLater(built: BuiltAction, server: ServerAddress): Promise<void> {
  await using stage = await setStage(built, server, 500);
  const flags = ['--alter', alter, ...copied, '--cutover', 'wait', '--gate', 'yield'];
  const first = await stage.tell('migrate', ...flags);
  assert.equal(first.exitCode, 75, first.said);
  const noted = await stage.database.query('SELECT state FROM ghostship_migrations');
  assert.deepEqual(noted, [{ state: 'yielded' }], 'the ledger knows it, though nothing is changed yet');
  const again = await stage.tell('migrate', ...flags);
  assert.equal(again.exitCode, 75, 'nobody has ordered the cutover');
  assert.match(again.said, /goes on with the migration/u);
  const told = await stage.tell('cutover');
  assert.equal(told.exitCode, 0, told.said);
  assert.match(
    told.said,
    /Nobody is working on it\. The next run that has its statement goes on with it, and obeys then/u,
  );
  const last = await stage.tell('migrate', ...flags);
  assert.equal(last.exitCode, 0, last.said);
}

async function waitsWithoutRows(built: BuiltAction, server: ServerAddress, prepare: readonly string[]): Promise<void> {
  await using stage = await setStage(built, server, 1);
  for (const statement of prepare) await stage.database.query(statement);
  const flags = ['--alter', alter, ...copied, '--cutover', 'wait', '--gate', 'yield'];
  const first = await stage.tell('migrate', ...flags);
  assert.equal(first.exitCode, 75, first.said);
  await stage.database.query("INSERT INTO t (id, v) VALUES (7, 'late')");
  const again = await stage.tell('migrate', ...flags);
  assert.equal(again.exitCode, 75, again.said);
  assert.match(again.said, /goes on with the migration/u);
  assert.match(again.said, /the swap waits for a person: the command cutover orders it/u);
  await expectTold(stage, 'yielded', { cutoverOrdered: false, awaitsCutover: true });
  assert.match((await stage.tell('status')).said, /with all copied; it waits for the command cutover/u);
  await swapsByOrder(stage, flags, [{ id: 7, v: 'late' }]);
}

async function stoppedWithoutRows(built: BuiltAction, server: ServerAddress): Promise<void> {
  await using stage = await setStage(built, server, 1);
  await stage.database.query('DELETE FROM t');
  const flags = ['--alter', alter, ...copied, '--cutover', 'wait'];
  await using first = stage.start('migrate', ...flags);
  await stage.untilStatus('the gate', ({ progress }) => progress.state === 'waiting_for_cutover');
  first.kill('SIGTERM');
  const ended = await first.ends(30_000);
  assert.equal(ended.exitCode, 75, ended.said);
  await swapsByOrder(stage, flags, []);
}

async function swapsByOrder(stage: Stage, flags: readonly string[], rows: readonly object[]): Promise<void> {
  assert.equal((await stage.tell('cutover')).exitCode, 0);
  const last = await stage.tell('migrate', ...flags);
  assert.equal(last.exitCode, 0, last.said);
  assert.deepEqual(await stage.database.query('SELECT * FROM t'), rows);
  assert.deepEqual(await stage.tables(), ['ghostship_migrations', 't']);
}

/** Seen to fail with the status row alone: it has what the run before was told. */
async function showsOrders(built: BuiltAction, server: ServerAddress): Promise<void> {
  await using stage = await setStage(built, server, 500);
  await using first = stage.start('migrate', '--alter', alter, ...copied, '--cutover', 'wait');
  await stage.untilStatus('the gate', ({ progress }) => progress.state === 'waiting_for_cutover');
  first.kill('SIGTERM');
  assert.equal((await first.ends(30_000)).exitCode, 75);
  await expectOrders(stage, 'yielded');
  await stage.tell('throttle', '0');
  await stage.tell('resume');
  await expectTold(stage, 'yielded', { paused: false, throttlePercent: 0, cutoverOrdered: true });

  await using second = stage.start('migrate', '--alter', alter, ...copied, ...heldForEver);
  await second.says(/goes on with the migration/u, 60_000);
  await stage.untilStatus('its work', ({ progress: { state } }) => state === 'copying' || state === 'verifying');
  second.kill('SIGKILL');
  await second.ends(30_000);
  const isDead = async (): Promise<boolean> => (await only(stage)).life === 'dead';
  await waitFor(isDead, { timeoutMs: 60_000, what: 'the server to notice that the run is gone' });
  await expectOrders(stage, 'dead');
  assert.equal((await stage.tell('abort')).exitCode, 0);
}

async function expectOrders(stage: Stage, life: MigrationStatus['life']): Promise<void> {
  await stage.tell('throttle', '40');
  await expectTold(stage, life, { throttlePercent: 40 });
  await stage.tell('pause');
  await expectTold(stage, life, { paused: true, throttlePercent: 40 });
  await stage.tell('cutover');
  await expectTold(stage, life, { paused: true, throttlePercent: 40, cutoverOrdered: true });
  const { said } = await stage.tell('status');
  assert.match(said, /the run that goes on with it is paused .*, and rests 40 % of the time, and swaps the tables/u);
}

/** Each command, by what people were told before, in the words of a run that lives. */
async function saysPause(built: BuiltAction, server: ServerAddress): Promise<void> {
  await using stage = await setStage(built, server, 500);
  const flags = ['--alter', alter, ...copied, '--cutover', 'wait', '--gate', 'yield'];
  assert.equal((await stage.tell('migrate', ...flags)).exitCode, 75);
  const told = async (words: readonly string[], exitCode: number, says: RegExp): Promise<void> => {
    const [command = '', ...more] = words;
    const ended = await stage.tell(command, ...more);
    assert.equal(ended.exitCode, exitCode, ended.said);
    assert.match(ended.said, says, command);
  };
  const later = 'Nobody is working on it\\. The next run that has its statement goes on with it, and obeys then\\.';
  await told(['resume'], 2, /The migration of t refuses the command\. It is not paused\./u);
  await told(['cutover'], 0, new RegExp(`${later}\\s*$`, 'u'));
  await told(['pause'], 0, new RegExp(`${later}\\s*$`, 'u'));
  await told(
    ['cutover'],
    0,
    new RegExp(`${later} It is paused, and swaps the tables after \`ghostship resume\`\\.`, 'u'),
  );
  await told(['throttle', '30'], 0, new RegExp(`${later} It is paused until \`ghostship resume\`\\.`, 'u'));
  await told(['resume'], 0, new RegExp(`${later}\\s*$`, 'u'));
  await expectTold(stage, 'yielded', { paused: false, throttlePercent: 30, cutoverOrdered: true });
}

async function expectTold(stage: Stage, life: MigrationStatus['life'], told: Partial<MigrationStatus>): Promise<void> {
  assert.partialDeepStrictEqual(await only(stage), { life, ...told });
}

async function only(stage: Stage): Promise<MigrationStatus> {
  const { said } = await stage.tell('status', '--json', '-');
  const json = said.slice(said.indexOf('{\n'), said.lastIndexOf('\n}') + 2);
  const { migrations } = JSON.parse(json) as { migrations: MigrationStatus[] };
  const [found] = migrations.filter(({ life }) => life !== 'finished');
  assert.ok(found !== undefined, said);
  return found;
}

async function outlastsRefusal(built: BuiltAction, server: ServerAddress): Promise<void> {
  await using stage = await setStage(built, server, 500);
  await stage.database.query('CREATE TRIGGER stamp BEFORE UPDATE ON t FOR EACH ROW SET NEW.v = NEW.v');
  // No server does this in place, so it is known late that the triggers are in the way.
  const flags = ['--alter', 'ALTER TABLE t MODIFY id BIGINT AUTO_INCREMENT'];
  const first = await stage.tell('migrate', ...flags, '--triggers', 'carry', '--cutover', 'wait', '--gate', 'yield');
  assert.equal(first.exitCode, 75, first.said);
  const refused = await stage.tell('migrate', ...flags);
  assert.equal(refused.exitCode, 1, 'the triggers are in the way again');
  assert.match(refused.said, /What is copied is kept/u);
  assert.match((await stage.tell('status')).said, /^t: yielded/mu);
  const last = await stage.tell('migrate', ...flags, '--triggers', 'carry');
  assert.equal(last.exitCode, 0, last.said);
  assert.match(last.said, /goes on with the migration[\s\S]*500\srows are kept/u);
}

async function inTheWay(built: BuiltAction, server: ServerAddress): Promise<void> {
  await using stage = await setStage(built, server, 500);
  await using first = stage.start('migrate', '--alter', alter, ...copied, '--cutover', 'wait');
  await stage.untilStatus('the gate', ({ progress }) => progress.state === 'waiting_for_cutover');
  first.kill('SIGTERM');
  assert.equal((await first.ends(30_000)).exitCode, 75);
  assert.match(
    (await stage.tell('status')).said,
    /^t: yielded .* it waits for the command cutover, and the next run that has its statement swaps then/mu,
  );
  assert.match((await stage.tell('cleanup')).said, /has yielded/u);

  const refused = await stage.tell('migrate', '--alter', other, ...copied);
  assert.equal(refused.exitCode, 1, refused.said);
  assert.match(refused.said, /another statement has yielded[\s\S]*already-running[\s\S]*ghostship abort/u);

  const aborted = await stage.tell('abort');
  assert.equal(aborted.exitCode, 0, aborted.said);
  assert.match(aborted.said, /Nobody was working on it\. What it had copied is removed, and t is as it was\./u);
  assert.equal((await stage.tell('abort')).exitCode, 1, 'there is nothing left');
  const next = await stage.tell('migrate', '--alter', other, ...copied);
  assert.equal(next.exitCode, 0, next.said);
  assert.doesNotMatch(next.said, /goes on with/u);
}

async function takenAway(
  built: BuiltAction,
  server: ServerAddress,
  [taking, allow]: readonly [string, string],
): Promise<void> {
  await using stage = await setStage(built, server, 500);
  const flags = ['--alter', alter, ...copied, '--retired', 'keep'];
  const waits = ['--cutover', 'wait', '--gate', 'yield'];
  const refused = async (what: RegExp): Promise<void> => {
    const { exitCode, said } = await stage.tell('migrate', '--alter', taking, '--allow', allow);
    assert.equal(exitCode, 1, said);
    assert.match(said, what);
  };
  assert.equal((await stage.tell('migrate', ...flags, ...waits)).exitCode, 75);
  await refused(/A migration of t with another statement has yielded[\s\S]*`ghostship abort`/u);
  assert.equal((await stage.tell('migrate', ...flags)).exitCode, 0);
  assert.equal((await stage.tell('revert', '--table', 't', ...waits)).exitCode, 75);
  await refused(/A revert of t is not finished/u);
  assert.equal((await stage.tell('abort')).exitCode, 0);
  const { exitCode, said } = await stage.tell('migrate', '--alter', taking, '--allow', allow);
  assert.equal(exitCode, taking.startsWith('DROP') ? 1 : 0, said);
  if (exitCode === 1) assert.match(said, /t_del exists already/u);
}
