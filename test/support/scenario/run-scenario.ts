import assert from 'node:assert/strict';
import { inspect } from 'node:util';
import { seedFor } from '../random.ts';
import type { ServerAddress } from '../servers/index.ts';
import { type Arena, openArena } from './arena.ts';
import { checkCompleted, checkRefused } from './check-outcome.ts';
import { abortKept } from './migration.ts';
import { alterControl, type NativeVerdict } from './native-alter.ts';
import type { Scenario } from './scenario.ts';
import { openStage, type PlayedStage } from './stage.ts';
import { describeDifference, readContent } from './table-content.ts';
import { countsOn, describeDatabase, type TableDescription, withoutCounter } from './table-description.ts';
import { startWriters } from './writers.ts';

/** Fewer transactions while a migration runs would prove nothing. */
const leastCommitted = 3;

/** On a busy machine a small table may be migrated before the writers come to anything. */
const mostPlays = 3;

/**
 * Plays a scenario on a server: writers, the migration, then the server's own ALTER on the control, and the comparison. Where hardly
 * anything was written meanwhile it is played again.
 *
 * @throws AssertionError where the migration came to something else than the server's own ALTER
 */
export async function runScenario(server: ServerAddress, scenario: Scenario): Promise<void> {
  try {
    for (let play = 1; !(await playAndJudge(server, scenario)); play++) {
      assert.ok(play < mostPlays, 'hardly anything was written');
    }
  } catch (error) {
    if (!(error instanceof SuppressedError)) throw error;
    // On its way out of the test's process it would lose both of what it holds.
    throw new Error(`${inspect(error.suppressed)}\n\nand then, while cleaning up: ${inspect(error.error)}`);
  }
}

/** Returns whether enough was written for it to prove anything. */
async function playAndJudge(server: ServerAddress, scenario: Scenario): Promise<boolean> {
  await using arena = await openArena(server, scenario);
  const before = await describeDatabase(arena.original, scenario.table);
  const writers = await startWriters(arena, seedFor(scenario.name));
  await using stage = openStage(arena, writers);
  try {
    await scenario.play(stage);
  } finally {
    await writers.stop();
  }
  try {
    return await judge(arena, stage, before, writers.committed);
  } catch (error) {
    throw explained(error, stage);
  }
}

async function judge(arena: Arena, stage: PlayedStage, before: TableDescription, committed: number): Promise<boolean> {
  const { scenario, original, control } = arena;
  const kept = {
    content: await readContent(control, scenario.table),
    ...(await describeDatabase(control, scenario.table)),
  };
  const server = await alterControl(arena);
  await abortKept(original.url, scenario.table, stage.finished);
  const now = await describeDatabase(original, scenario.table);
  assert.deepEqual(now.tables, before.tables, 'something was left behind');
  if (isRefusal(scenario, server)) {
    checkRefused(stage.finished, scenario.verdict);
    const difference = describeDifference(await readContent(original, scenario.table), kept.content);
    assert.equal(difference, null, difference ?? '');
    assert.equal(withoutCounter(now.definition), withoutCounter(kept.definition));
    return true;
  }
  checkCompleted(stage.finished, scenario);
  await compareAltered(arena);
  return scenario.writers === 0 || committed >= leastCommitted;
}

/** The server's verdict must be what the scenario is about, or it proves something else than its name says. */
function isRefusal({ verdict }: Scenario, server: NativeVerdict): boolean {
  const words = server.accepted ? 'the server accepts the statement' : `the server refuses: ${server.why}`;
  switch (verdict.kind) {
    case 'completed':
      assert.ok(server.accepted, words);
      return false;
    case 'refused':
      assert.equal(server.accepted, verdict.serverAccepts, words);
      return true;
    case 'as-the-server':
      return !server.accepted;
  }
}

async function compareAltered({ scenario, original, control }: Arena): Promise<void> {
  const ignored = scenario.ignoredColumns;
  const difference = describeDifference(
    await readContent(original, scenario.table, ignored),
    await readContent(control, scenario.table, ignored),
  );
  assert.equal(difference, null, difference ?? '');
  // Where MariaDB itself copies the rows it reserves numbers for as many as it estimates, so its counter may be ahead.
  const hasOneCounter = scenario.writers === 0 && scenario.algorithm === 'copy';
  const shape = hasOneCounter ? (text: string) => text : withoutCounter;
  const found = await describeDatabase(original, scenario.table);
  const expected = await describeDatabase(control, scenario.table);
  assert.equal(shape(found.definition), shape(expected.definition));
  assert.ok(await countsOn(original, scenario.table), 'AUTO_INCREMENT would give out a number that is taken');
}

function explained(error: unknown, stage: PlayedStage): unknown {
  if (!(error instanceof Error)) return error;
  const { exitCode, outcome, output } = stage.finished;
  // What is printed of an error is its stack, which has the message of the moment when it was made.
  return new Error(`${error.message}\n\nexit code ${exitCode}\n${JSON.stringify(outcome)}\n${output}`, {
    cause: error,
  });
}
