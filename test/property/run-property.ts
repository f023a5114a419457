import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { EngineEvent } from '../../src/engine/events.ts';
import { migrateTable } from '../../src/engine/migrate.ts';
import type { Outcome } from '../../src/engine/outcome.ts';
import type { MigrateOptions } from '../../src/engine/request.ts';
import type { ErrorCode } from '../../src/support/errors.ts';
import { seededRandom } from '../support/random.ts';
import { type Arena, openArena } from '../support/scenario/arena.ts';
import { alterControl, type NativeVerdict } from '../support/scenario/native-alter.ts';
import { scenarioOf } from '../support/scenario/scenario.ts';
import { describeDifference, readContent } from '../support/scenario/table-content.ts';
import {
  countsOn,
  describeDatabase,
  type TableDescription,
  withoutCounter,
} from '../support/scenario/table-description.ts';
import { quote } from '../support/scenario/table-shape.ts';
import { startWriters, type Writers } from '../support/scenario/writers.ts';
import type { ServerAddress } from '../support/servers/index.ts';
import { waitFor } from '../support/wait-for.ts';
import { randomAlter } from './random-alter.ts';
import { randomTable } from './random-table.ts';

/** What one seed came to. */
export type Ending = 'the same table' | `refused by ${'both' | 'us alone'} as ${ErrorCode}`;

/** So many transactions have to pass before a gate opens. */
const moreTransactions = 30;

/** What cannot be done while writers go on, though the server can do it while they wait. */
const ownRefusals: readonly ErrorCode[] = ['no-migration-key', 'unsupported-statement', 'unsupported-table'];

const usualOptions: MigrateOptions = {
  cutover: 'auto',
  retired: 'drop',
  verify: 'full',
  workers: 'auto',
  indexes: 'auto',
  algorithm: 'copy',
  lockBudgetMs: 3_000,
  killBlockers: 'none',
  gate: 'hold',
  maxRuntimeMs: 60_000,
  maxLagMs: 1_500,
  maxLoad: [],
  criticalLoad: [],
  lagReplicas: [],
  triggers: 'refuse',
  foreignKeys: 'refuse',
  allow: [],
};

/**
 * Makes up a table, a statement and its writers; migrates; and compares with the server's own ALTER.
 *
 * @throws AssertionError where the two came to something else; its message says how to repeat it
 */
export async function runProperty(server: ServerAddress, seed: number): Promise<Ending> {
  const random = seededRandom(seed);
  const table = randomTable(random, server.flavor);
  const scenario = scenarioOf({
    name: `seed ${seed}`,
    create: table.create,
    alter: randomAlter(table, random, server.flavor),
    table: table.name,
    rows: random.between(300, 2_500),
    writers: 2,
    writersEndAtSwap: true,
    keptUnique: table.keptUnique,
    verdict: { kind: 'as-the-server' },
  });
  const options: MigrateOptions = {
    ...usualOptions,
    cutover: random.pick(['auto', 'wait']),
    workers: random.pick([1, 2, 4]),
    indexes: random.pick(['auto', 'keep', 'defer']),
  };
  let outcome: Outcome | null = null;
  try {
    await using arena = await openArena(server, scenario);
    const before = await describeDatabase(arena.original, scenario.table);
    const writers = await startWriters(arena, seed);
    try {
      outcome = await migrateOriginal(arena, options, writers);
    } finally {
      await writers.stop();
    }
    return await judge(arena, outcome, before);
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error);
    const repeat = `GHOSTSHIP_SEED=${seed}, on ${server.flavor}`;
    throw new Error([found, repeat, scenario.create, scenario.alter, JSON.stringify(outcome)].join('\n\n'), {
      cause: error,
    });
  }
}

/** Where it has a gate, it passes once some more was written. */
async function migrateOriginal(arena: Arena, options: MigrateOptions, writers: Writers): Promise<Outcome> {
  const { server, original, scenario } = arena;
  const { host, port, user, password } = server;
  const target = { host, port, user, password, database: original.name, sslMode: 'disabled' } as const;
  const request = { target, file: null, statement: scenario.alter, migrationId: randomUUID(), options };
  const passing: Promise<void>[] = [];
  const observe = (event: EngineEvent): void => {
    if (event.type === 'state' && event.state === 'waiting_for_cutover') passing.push(passGate(arena, writers));
  };
  const outcome = await migrateTable(request, observe, new AbortController().signal);
  await Promise.all(passing);
  return outcome;
}

async function passGate({ original, scenario }: Arena, writers: Writers): Promise<void> {
  const enough = writers.committed + moreTransactions;
  await waitFor(() => writers.committed >= enough, { timeoutMs: 20_000, what: 'the writers' });
  // The migration may have failed meanwhile, and its changelog be gone.
  await original
    .query(`INSERT INTO ${quote(`${scenario.table}_ghc`)} (mark, kind) VALUES (0, 'cutover')`)
    .catch(() => []);
}

async function judge(arena: Arena, outcome: Outcome, before: TableDescription): Promise<Ending> {
  const { original, control, scenario } = arena;
  const kept = {
    content: await readContent(control, scenario.table),
    ...(await describeDatabase(control, scenario.table)),
  };
  // MariaDB has been seen to mix up renamed columns in the expressions of a table that was open, never of one opened anew.
  await control.query(`FLUSH TABLES ${quote(scenario.table)}`);
  const server = await alterControl(arena);
  const now = await describeDatabase(original, scenario.table);
  assert.deepEqual(now.tables, before.tables, 'something was left behind');
  if (outcome.error !== null) {
    assert.equal(outcome.tableState, 'unchanged');
    const difference = describeDifference(await readContent(original, scenario.table), kept.content);
    assert.equal(difference, null, `refused, and ${difference ?? ''}`);
    assert.equal(withoutCounter(now.definition), withoutCounter(kept.definition));
    return checkRefusal(outcome.error, server);
  }
  assert.equal(server.accepted, true, `it completes, and the server refuses: ${server.accepted ? '' : server.why}`);
  assert.equal(outcome.tableState, 'changed');
  const difference = describeDifference(
    await readContent(original, scenario.table),
    await readContent(control, scenario.table),
  );
  assert.equal(difference, null, difference ?? '');
  const expected = await describeDatabase(control, scenario.table);
  assert.equal(withoutCounter(now.definition), withoutCounter(expected.definition));
  assert.ok(await countsOn(original, scenario.table), 'AUTO_INCREMENT would give out a number that is taken');
  return 'the same table';
}

function checkRefusal(error: NonNullable<Outcome['error']>, server: NativeVerdict): Ending {
  if (!server.accepted) return `refused by both as ${error.code}`;
  assert.ok(ownRefusals.includes(error.code), `the server accepts what we refuse as ${error.code}: ${error.message}`);
  return `refused by us alone as ${error.code}`;
}
