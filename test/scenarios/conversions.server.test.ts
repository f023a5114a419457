import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { alterByCopying } from '../support/scenario/native-alter.ts';
import { runScenario } from '../support/scenario/run-scenario.ts';
import { type Scenario, scenarioOf, type Verdict } from '../support/scenario/scenario.ts';
import { createDatabase, type ServerAddress, testServers } from '../support/servers/index.ts';
import { type ColumnType, columnTypes } from './conversions/column-types.ts';
import { refusalOf } from './conversions/refusals.ts';

/*
 * From every type to every other: what the server's own ALTER accepts for some values is asked of the server, and then
 * done by one migration that converts a column to each of these types. What is refused on purpose is tried one by one.
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
  const accepted = await acceptedTypes(server, from, sample);
  assert.ok(accepted.length > 0, 'there is nothing to convert to');
  const copied = accepted.filter((to) => refusalOf(server.flavor, from, sample, to) === null);
  if (copied.length > 0) await runScenario(server, conversion(from, sample, copied));
  for (const to of accepted) {
    const code = refusalOf(server.flavor, from, sample, to);
    if (code === null) continue;
    const verdict: Verdict = { kind: 'refused', codes: [code], serverAccepts: true };
    await runScenario(server, { ...conversion(from, sample, [to]), verdict });
  }
}

/** What the server's own ALTER can make of the values: one column is tried for each type. */
async function acceptedTypes(server: ServerAddress, from: ColumnType, sample: string): Promise<ColumnType[]> {
  const others = columnTypes[server.flavor].filter((to) => to.type !== from.type && !dependsOnToday(from, to));
  await using database = await createDatabase(server);
  const session = await database.connect({ multipleStatements: true });
  const numbers = Array.from({ length: rows }, (_, index) => `(${index + 1})`);
  await session.query('CREATE TABLE numbers (n INT PRIMARY KEY)');
  await session.query(`INSERT INTO numbers VALUES ${numbers.join()}`);
  await session.query(conversion(from, sample, others).create);
  const accepted: ColumnType[] = [];
  for (const [index, to] of others.entries()) {
    const { accepted: isAccepted } = await alterByCopying(session, server.flavor, modify(index, to));
    if (isAccepted) accepted.push(to);
  }
  return accepted;
}

function conversion({ type }: ColumnType, sample: string, to: readonly ColumnType[]): Scenario {
  const columns = to.map((_, index) => `c${index}`);
  return scenarioOf({
    name: `from ${type}`,
    rows,
    writers: 0,
    create: `CREATE TABLE t (id INT NOT NULL PRIMARY KEY, ${columns.map((name) => `${name} ${type}`).join(', ')});
      INSERT INTO t SELECT n, ${columns.map(() => sample).join(', ')} FROM numbers`,
    alter: `ALTER TABLE t ${to.map((other, index) => `MODIFY c${index} ${other.type}`).join(', ')}`,
  });
}

function modify(index: number, { type }: ColumnType): string {
  return `ALTER TABLE t MODIFY c${index} ${type}`;
}

/** A time becomes a moment of the current day. */
function dependsOnToday(from: ColumnType, to: ColumnType): boolean {
  return from.type.startsWith('TIME') && !from.type.startsWith('TIMESTAMP') && /^(DATE|TIMESTAMP)/u.test(to.type);
}
