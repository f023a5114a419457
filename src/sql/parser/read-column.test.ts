import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ColumnDefinition } from './column-definition.ts';
import { readColumn } from './read-column.ts';
import { TokenCursor } from './token-cursor.ts';
import { tokenize } from './tokens.ts';

test('a type is its words, arguments and attributes', () => {
  const types = [
    'DECIMAL(12, 2) UNSIGNED ZEROFILL',
    "ENUM('a,b', 'it''s')",
    'NATIONAL CHARACTER VARYING(3)',
    'double precision',
    'LONG VARBINARY',
  ];
  assert.deepEqual(
    types.map((type) => {
      const { name, arguments: args, attributes } = column(`a ${type} NOT NULL`).type;
      return [name, args, attributes];
    }),
    [
      ['DECIMAL', ['12', '2'], ['UNSIGNED', 'ZEROFILL']],
      ['ENUM', ["'a,b'", "'it''s'"], []],
      ['NATIONAL CHARACTER VARYING', ['3'], []],
      ['DOUBLE PRECISION', [], []],
      ['LONG VARBINARY', [], []],
    ],
  );
});

for (const [written, kind, functions] of [
  ['NULL', 'null', []],
  ['-1', 'literal', []],
  ["_utf8mb4'a' 'b'", 'literal', []],
  ["b'0'", 'literal', []],
  ['CURRENT_TIMESTAMP(6)', 'now', ['CURRENT_TIMESTAMP']],
  ['(uuid_to_bin(uuid()))', 'expression', ['UUID_TO_BIN', 'UUID']],
  ['UUID()', 'expression', ['UUID']],
] as const) {
  test(`DEFAULT ${written} is read to its end`, () => {
    const text = `a INT DEFAULT ${written} NOT NULL`;
    const read = column(text);
    assert.deepEqual([read.default?.kind, read.default?.functions], [kind, functions]);
    assert.equal(text.slice(read.default?.start, read.default?.end), written);
    assert.equal(read.nullability, 'not-null');
  });
}

test('attributes are found in any order, and words inside others are none', () => {
  const read = column(
    "a INT COMMENT 'NOT NULL' COLUMN_FORMAT DEFAULT CHECK (a NOT NULL) NOT ENFORCED UNIQUE REFERENCES s.p (id) ON DELETE SET NULL AFTER b",
  );
  assert.partialDeepStrictEqual(read, {
    nullability: 'unspecified',
    default: null,
    key: 'unique',
    position: { text: 'b' },
  });
  assert.deepEqual(
    read.checks.map((check) => check.enforced),
    [false],
  );
  assert.deepEqual([read.references?.schema, read.references?.name], ['s', 'p']);
});

test('SERIAL stands for what it stands for', () => {
  for (const sql of ['a SERIAL', 'a INT SERIAL DEFAULT VALUE']) {
    assert.partialDeepStrictEqual(column(sql), {
      nullability: 'not-null',
      autoIncrement: true,
      key: 'unique',
      default: null,
    });
  }
});

test('generated columns are virtual unless they say otherwise', () => {
  const generated = (sql: string): ColumnDefinition['generated'] => column(sql).generated;
  assert.equal(generated('a INT AS (b + 1)'), 'virtual');
  assert.equal(generated('a INT GENERATED ALWAYS AS (b + 1) STORED NOT NULL'), 'stored');
  assert.equal(generated('a INT AS (b + 1) PERSISTENT'), 'stored');
  assert.equal(generated('a TIMESTAMP(6) GENERATED ALWAYS AS ROW START'), null);
});

function column(text: string): ColumnDefinition {
  const read = readColumn(text, new TokenCursor(tokenize(text, { start: 0, end: text.length }, null)));
  assert.ok(read !== null);
  return read;
}
