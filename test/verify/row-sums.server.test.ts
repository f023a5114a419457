import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { hashedColumns } from '../../src/engine/mapping/verified-columns.ts';
import { inspectTable, type TableDefinition } from '../../src/mysql/inspect-table.ts';
import { connect, type Session } from '../../src/mysql/session.ts';
import { parseTarget } from '../../src/mysql/target.ts';
import { raw } from '../../src/sql/sql.ts';
import { compareSums, type VerifyTables } from '../../src/sql/verify.ts';
import { createDatabase, type Flavor, type ServerAddress, testServers } from '../support/servers/index.ts';

interface Sample {
  readonly type: string;
  /** All different; what stands first is the row's, the others are tried in its place. */
  readonly values: readonly [string, string, ...string[]];
}

const samples: Readonly<Record<string, Sample>> = {
  tiny: { type: 'TINYINT', values: ['0', '1', '-1', '-128'] },
  natural: { type: 'INT UNSIGNED', values: ['1', '0', '4294967295', '2147483648'] },
  big: { type: 'BIGINT', values: ['1', '4294967297', '-1', '-9223372036854775808', '4294967296', '0'] },
  huge: { type: 'BIGINT UNSIGNED', values: ['9223372036854775808', '0', '18446744073709551615'] },
  decimals: { type: 'DECIMAL(30,10)', values: ['1.1', '1.1000000001', '-1.1', '0'] },
  single: { type: 'FLOAT', values: ['1.1', '1.1000002', '-1.1', '1.1e-30'] },
  double_one: { type: 'DOUBLE', values: ['1.1', '1.1000000000000003', '1.1e300'] },
  letters: { type: 'VARCHAR(50)', values: ["'a'", "'A'", "'á'", "'a '", "''"] },
  latin: { type: 'VARCHAR(50) CHARACTER SET latin1', values: ["'a'", "'b'", "'é'"] },
  fixed: { type: 'BINARY(4)', values: ["X'00000001'", "X'00000100'", "X'01000000'"] },
  bytes: { type: 'BLOB', values: ["X'00'", "X''", "X'0000'", "X'FF'"] },
  long_text: { type: 'MEDIUMTEXT', values: ["'x'", "REPEAT('x', 1000)", "REPEAT('x', 999)"] },
  label: { type: "ENUM('a','b,c','')", values: ["'a'", "'b,c'", "''"] },
  members: { type: "SET('a','b','c')", values: ["'a'", "'a,b'", "''", "'c'"] },
  bits: { type: 'BIT(64)', values: ["b'1'", "b'0'", "X'8000000000000001'"] },
  day: { type: 'DATE', values: ["'2020-01-01'", "'2020-01-02'", "'1000-01-01'"] },
  moment: { type: 'DATETIME(6)', values: ["'2020-01-01 00:00:00'", "'2020-01-01 00:00:00.000001'"] },
  stamp: { type: 'TIMESTAMP(3) NULL', values: ["'2020-01-01 00:00:00'", "'2020-01-01 00:00:00.001'"] },
  span: { type: 'TIME(2)', values: ["'00:00:01'", "'-00:00:01'", "'00:00:01.01'"] },
  year_one: { type: 'YEAR', values: ['2020', '2021', '1901'] },
  document: { type: 'JSON', values: ["'[1, 2]'", "'[2, 1]'", `'["1", 2]'`, "'[]'"] },
  place: { type: 'POINT', values: ["ST_GeomFromText('POINT(1 2)')", "ST_GeomFromText('POINT(2 1)')"] },
};

const rows = 5;

describe('the sums of two tables', () => {
  for (const server of testServers()) {
    it(`tell any two values of any type apart: ${server.name}`, () => tellApart(server));
  }
});

async function tellApart(server: ServerAddress): Promise<void> {
  await using database = await createDatabase(server);
  await using session = await connect(parseTarget(database.url, null), 'a test');
  const columns = Object.entries(samples).map(([name, { type }]) => `\`${name}\` ${type}`);
  for (const table of ['t', 't_gho']) {
    await session.run(raw(`CREATE TABLE ${table} (id INT PRIMARY KEY, ${columns.join()})`));
    for (let id = 1; id <= rows; id++) {
      const values = Object.values(samples).map(({ values: [first] }) => first);
      await session.run(raw(`INSERT INTO ${table} VALUES (${id}, ${values.join()})`));
    }
  }
  const isSame = await comparing(session, database.name, server.flavor);
  assert.equal(await isSame(), true, 'equal tables have different sums');

  for (const [name, { values }] of Object.entries(samples)) {
    const put = async (id: number, value: string): Promise<void> => {
      await session.run(raw(`UPDATE t_gho SET \`${name}\` = ${value} WHERE id = ${id}`));
    };
    for (const other of [...values.slice(1), 'NULL']) {
      await put(3, other);
      assert.equal(await isSame(), false, `${name}: ${values[0]} and ${other} look the same`);
      // The same two values, in each other's place.
      await session.run(raw(`UPDATE t SET \`${name}\` = ${other} WHERE id = 4`));
      assert.equal(await isSame(), false, `${name}: ${values[0]} and ${other} of two rows in each other's place`);
      await session.run(raw(`UPDATE t SET \`${name}\` = ${values[0]} WHERE id = 4`));
      await put(3, values[0]);
    }
  }
  assert.equal(await isSame(), true);
  await session.run(raw('UPDATE t_gho SET id = 99 WHERE id = 5'));
  assert.equal(await isSame(), false, 'another key');
  await session.run(raw('DELETE FROM t_gho WHERE id = 99'));
  assert.equal(await isSame(), false, 'a row less');
}

async function comparing(session: Session, schema: string, flavor: Flavor): Promise<() => Promise<boolean>> {
  const [original, ghost] = [await inspect(session, schema, 't'), await inspect(session, schema, 't_gho')];
  const map = original.columns.flatMap((from, index) => {
    const to = ghost.columns[index];
    return to === undefined ? [] : [{ from, to }];
  });
  const sums = hashedColumns(map, 0, flavor);
  assert.ok(sums !== null);
  const copy: VerifyTables['copy'] = {
    original: original.table,
    ghost: ghost.table,
    columns: [],
    index: 'PRIMARY',
    ghostIndex: 'PRIMARY',
    rowsPerInsert: Number.POSITIVE_INFINITY,
    ghostIsUnique: true,
    neverNull: null,
    keeps: null,
    key: [],
  };
  const statement = compareSums({ copy, columns: [], converts: false, sums }, sums, { after: null, upTo: null });
  return async () => {
    const [row] = await session.rows(statement);
    return Number(row?.same) === 1;
  };
}

async function inspect(session: Session, schema: string, name: string): Promise<TableDefinition> {
  const table = await inspectTable(session, { schema, name });
  assert.ok(table !== null);
  return table;
}
