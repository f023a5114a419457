import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { openArena } from '../support/scenario/arena.ts';
import { alterControl } from '../support/scenario/native-alter.ts';
import { runSeed } from '../support/scenario/random.ts';
import { runScenario } from '../support/scenario/run-scenario.ts';
import { type Scenario, scenarioOf } from '../support/scenario/scenario.ts';
import { type ServerAddress, testServers } from '../support/servers/index.ts';
import { type ColumnType, columnTypes } from './conversions/column-types.ts';

/*
 * From every type to every other: what the server's own ALTER accepts for some values is asked of the server, and then
 * done by one migration that converts a column to each of these types.
 */

const rows = 24;

for (const server of testServers()) {
  describe(server.name, { concurrency: 2 }, () => {
    for (const from of columnTypes[server.flavor]) {
      for (const sample of from.samples) {
        it(`${from.type} holding ${sample}`, () => convertToAll(server, from, sample));
      }
    }
  });
}

async function convertToAll(server: ServerAddress, from: ColumnType, sample: string): Promise<void> {
  const others = columnTypes[server.flavor].filter((to) => to.type !== from.type && !dependsOnToday(from, to));
  const accepted: ColumnType[] = [];
  for (const to of others) {
    await using arena = await openArena(server, conversion(from, sample, [to]));
    if ((await alterControl(arena)).accepted) accepted.push(to);
  }
  assert.ok(accepted.length > 0, 'there is nothing to convert to');
  await runScenario(server, conversion(from, sample, accepted), runSeed());
}

function conversion({ type }: ColumnType, sample: string, to: readonly ColumnType[]): Scenario {
  const columns = to.map((_, index) => `c${index}`);
  return scenarioOf({
    name: `from ${type}`,
    rows,
    writers: 0,
    create: `CREATE TABLE t (id INT NOT NULL PRIMARY KEY, ${columns.map((name) => `${name} ${type}`).join(', ')});
      INSERT INTO t SELECT n, ${columns.map(() => sample).join(', ')} FROM numbers`,
    alter: `ALTER TABLE t ${columns.map((name, index) => `MODIFY ${name} ${to[index]?.type}`).join(', ')}`,
  });
}

/** A time becomes a moment of the current day. */
function dependsOnToday(from: ColumnType, to: ColumnType): boolean {
  return from.type.startsWith('TIME') && !from.type.startsWith('TIMESTAMP') && /^(DATE|TIMESTAMP)/u.test(to.type);
}
