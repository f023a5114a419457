import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Checkpoint } from '../../src/engine/resume/checkpoint.ts';
import { untilOldEnough } from '../revert/support/old-enough.ts';
import { type ServerAddress, startServer, testServers } from '../support/servers/index.ts';
import { waitFor } from '../support/wait-for.ts';
import { checkpointOf, keptBy, markOf } from './support/checkpoint.ts';
import { startDoomed } from './support/doomed-process.ts';
import { expectCompleted } from './support/judge.ts';
import { statements as s } from './support/statements.ts';
import { openTrial, type Trial } from './support/trial.ts';

const beyond = 'WHERE id > 7';
const atGate = { options: { cutover: 'wait' } } as const;

/* What nobody has read for long may take more than one run to read. Each goes on where the one before was killed in the middle. */
describe('a run that dies while it reads what was changed since the last one', { concurrency: 2 }, () => {
  for (const server of testServers()) {
    it(`leaves the rest to the next one on ${server.name}`, () => rest(server));
    it(`claims nothing that is not in the ghost on ${server.name}`, () => unwritten(server));
    it(`comes to the end of the log while a place waits for its keys on ${server.name}`, () => overtaken(server));
    it(`leaves the checkpoint as it is where the log is not known to be the same on ${server.name}`, () =>
      other(server));
    it(`is not followed from another place in its log on ${server.name}`, () => elsewhere(server));
    it(`leaves a transaction that is prepared and not committed yet on ${server.name}`, () => prepared(server));
  }
});

async function rest(server: ServerAddress): Promise<void> {
  await untilOldEnough(server);
  await using trial = await openTrial(server, { writers: 0 });
  const begun = await copyAndDie(trial);
  for (const text of ['first part', 'second part', 'third part']) await change(trial, text);

  const first = await dieAt(trial, 'second part', begun);
  assert.ok(first.heard, 'the first of them reads from the start');
  const second = await dieAt(trial, 'third part', first.left);
  assert.ok(!second.heard, 'what was read and written is read again');

  await expectGoesOn(trial);
}

/** For forty heartbeats, and a place is written after twenty, the keys wait for one of them. */
async function unwritten(server: ServerAddress): Promise<void> {
  await untilOldEnough(server);
  await using trial = await openTrial(server, { writers: 0 });
  const begun = await copyAndDie(trial);
  for (const text of ['first part', 'second part']) await change(trial, text);
  const held = trial.tap.holdStatement(s.applyInsert);
  const dying = dieAt(trial, 'second part', begun);
  const { release } = await held;
  await beats(trial, 40);
  assert.deepEqual((await checkpointOf(trial))?.position, begun.position);
  release();
  await dying;
  await expectGoesOn(trial);
}

/** Whatever waits for these keys must hear that there is nothing to wait for any more, and let everything else go on. */
async function overtaken(server: ServerAddress): Promise<void> {
  await untilOldEnough(server);
  await using trial = await openTrial(server, { writers: 0 });
  await copyAndDie(trial);
  for (const text of ['first part', 'second part']) await change(trial, text);
  const held = trial.tap.holdStatement(s.applyInsert);
  await using reading = await readUpTo(trial, 'second part');
  const { release } = await held;
  await beats(trial, 25);
  await reading.thaw();
  await beats(trial, 8);
  release();
  await waitFor(async () => (await checkpointOf(trial))?.nextEvent === undefined, {
    timeoutMs: 30_000,
    what: 'a checkpoint behind the gap',
  });
  await reading.doomed.kill();
  await expectGoesOn(trial);
}

/** As on a server that was restored: there is such a position, and what lies between is not behind it. */
async function other(server: ServerAddress): Promise<void> {
  await untilOldEnough(server);
  await using trial = await openTrial(server, { writers: 0 });
  await copyAndDie(trial);
  for (const table of ['t', 'control']) await trial.query(`UPDATE ${table} SET v = 'missed' WHERE id = 3`);
  await trial.query(`UPDATE t_ghc SET body = JSON_SET(body, ${await endOfLog(trial)}) WHERE id = 5`);
  const pretended = await checkpointOf(trial);
  for (const text of ['first part', 'second part']) await change(trial, text, beyond);
  await using dying = await readUpTo(trial, 'second part');
  await dying.heard;
  await beats(trial, 40);
  assert.deepEqual((await checkpointOf(trial))?.position, pretended?.position);
  await dying.doomed.kill();
  const run = trial.migrate();
  await expectCompleted(trial, run);
  assert.ok(run.events.some((event) => event.type === 'notice' && /compared with/u.test(event.message)));
}

/** The first heartbeat behind the place is far away, so it lies behind many other places as well. */
async function elsewhere(server: ServerAddress): Promise<void> {
  await untilOldEnough(server);
  await using trial = await openTrial(server, { writers: 0 });
  const begun = await copyAndDie(trial);
  await change(trial, 'first part', beyond);
  await change(trial, 'second part', beyond);
  for (const table of ['t', 'control']) await trial.query(`UPDATE ${table} SET v = 'missed' WHERE id = 3`);
  const later = await endOfLog(trial);
  await change(trial, 'third part', beyond);
  const { left } = await dieAt(trial, 'second part', begun);
  assert.notEqual(left.nextEvent, undefined);
  await trial.query(`UPDATE t_ghc SET body = JSON_SET(body, ${later}) WHERE id = 5`);
  const run = trial.migrate();
  await expectCompleted(trial, run);
  assert.ok(run.events.some((event) => event.type === 'notice' && /compared with/u.test(event.message)));
}

/** Who begins behind the place where it was prepared does not know what it has changed. */
async function prepared({ flavor }: ServerAddress): Promise<void> {
  // Migrations of others wait for what is prepared.
  await using server = await startServer({ name: flavor === 'mysql' ? 'mysql-9.7' : 'mariadb-10.11' });
  await untilOldEnough(server);
  await using trial = await openTrial(server, { writers: 0 });
  const begun = await copyAndDie(trial);
  await change(trial, 'first part');
  const session = await trial.connect();
  await session.query("XA START 'x'");
  for (const table of ['t', 'control']) await session.query(`UPDATE ${table} SET v = 'prepared' WHERE id = 3`);
  await session.query("XA END 'x'");
  await session.query("XA PREPARE 'x'");
  await change(trial, 'second part', beyond);
  await change(trial, 'third part', beyond);
  await dieAt(trial, 'third part', begun);
  await session.query("XA COMMIT 'x'");
  await expectGoesOn(trial);
}

/** To the end, by the log alone. */
async function expectGoesOn(trial: Trial): Promise<void> {
  const run = trial.migrate();
  await expectCompleted(trial, run);
  assert.ok((keptBy(run) ?? 0) > 0);
  assert.ok(!run.events.some((event) => event.type === 'notice' && /compared with/u.test(event.message)));
}

async function beats(trial: Trial, count: number): Promise<void> {
  const mark = await markOf(trial);
  await waitFor(async () => (await markOf(trial)) > mark + count, { timeoutMs: 30_000, what: `${count} heartbeats` });
}

/** As arguments of JSON_SET for a checkpoint. */
async function endOfLog(trial: Trial): Promise<string> {
  const [now] = await trial.query(trial.server.flavor === 'mysql' ? 'SHOW BINARY LOG STATUS' : 'SHOW MASTER STATUS');
  return `'$.position.file', '${String(now?.File)}', '$.position.offset', ${Number(now?.Position)}`;
}

/** @returns the checkpoint of a whole copy */
async function copyAndDie(trial: Trial): Promise<Checkpoint> {
  await using doomed = startDoomed(trial, atGate);
  await waitFor(async () => (await checkpointOf(trial))?.watermark?.upTo === null, {
    timeoutMs: 60_000,
    what: 'a checkpoint of the whole copy',
  });
  await doomed.kill();
  const left = await checkpointOf(trial);
  assert.ok(left !== null);
  return left;
}

/** More than what is under way when the text is heard. */
async function change(trial: Trial, text: string, where = ''): Promise<void> {
  for (let count = 0; count < 10; count += 1)
    for (const table of ['t', 'control']) await trial.query(`UPDATE ${table} SET v = '${text} ${count}' ${where}`);
}

/** A run that hears nothing behind the text, and is killed when its checkpoint has moved on. */
async function dieAt(trial: Trial, text: string, before: Checkpoint): Promise<{ left: Checkpoint; heard: boolean }> {
  await using dying = await readUpTo(trial, text);
  const left = await waitFor(
    async () => {
      const found = await checkpointOf(trial);
      return found !== null && JSON.stringify(found.position) !== JSON.stringify(before.position) ? found : undefined;
    },
    { timeoutMs: 20_000, what: 'the checkpoint to move on' },
  );
  await dying.doomed.kill();
  assert.ok(left.nextEvent !== undefined, 'not all was read');
  return { left, heard: dying.hasHeardFirst() };
}

async function readUpTo(trial: Trial, text: string) {
  const held = trial.tap.holdStatement(s.dump);
  const doomed = startDoomed(trial, atGate);
  const { wire, release } = await held;
  let hasHeardFirst = false;
  void wire.hears('first part 0').then(() => {
    hasHeardFirst = true;
  });
  const heard = wire.hears(`${text} 0`).then(() => wire.freeze());
  release();
  return {
    doomed,
    heard,
    hasHeardFirst: () => hasHeardFirst,
    thaw: async () => {
      await heard;
      wire.thaw();
    },
    [Symbol.asyncDispose]: () => doomed[Symbol.asyncDispose](),
  };
}
