import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bytesLiteral, compareLiterals, type KeyColumn, type KeyKind, literalFromSelected } from './key-column.ts';

const column = (kind: KeyKind, paddedBytes = 0, fraction = 0): KeyColumn => ({
  name: 'k',
  ordinal: 0,
  kind,
  unsigned: false,
  consecutive: true,
  charset: null,
  collation: null,
  paddedBytes,
  fraction,
});

/** In the server's order. */
const ordered: readonly [KeyKind, readonly string[]][] = [
  [
    'integer',
    ['-9223372036854775808', '-5', '0', '9', '10', '9007199254740993', '9007199254740994', '18446744073709551615'],
  ],
  ['decimal', ['-10.50', '-9.99', '0.00', '0.01', '9.99', '10.00']],
  ['time', ["'-838:59:59.0'", "'-00:00:00.5'", "'00:00:00.0'", "'09:59:59.9'", "'100:00:00.0'"]],
  ['datetime', ["'0000-00-00 00:00:00'", "'1999-12-31 23:59:59'", "'2000-01-01 00:00:00'"]],
  ['varbinary', ["X''", "X'00'", "X'0000'", "X'0001'", "X'ff'"]],
];

test('literals are ordered as the server orders the values', () => {
  for (const [kind, literals] of ordered) {
    for (const [at, left] of literals.entries()) {
      for (const [other, right] of literals.entries()) {
        assert.equal(Math.sign(compareLiterals(column(kind), left, right)), Math.sign(at - other), `${left} ${right}`);
      }
    }
  }
});

test('a BINARY key gets back the zero bytes that the binlog leaves away', () => {
  assert.equal(bytesLiteral(column('binary', 4), Buffer.from([1])), "X'01000000'");
  assert.equal(bytesLiteral(column('varbinary'), Buffer.from([1])), "X'01'");
});

test('a key read from a ghost with more digits is the key of the original', () => {
  const read = (kind: KeyKind, fraction: number, text: string): string =>
    literalFromSelected(column(kind, 0, fraction), text);
  assert.equal(read('decimal', 2, '-1493.7500'), '-1493.75');
  assert.equal(read('decimal', 0, '100.00'), '100');
  assert.equal(read('decimal', 2, '1.50'), '1.50');
  assert.equal(read('decimal', 0, '100'), '100');
  assert.equal(read('time', 0, '-12:00:00.000'), "'-12:00:00'");
  assert.equal(read('datetime', 3, '2024-02-28 10:00:00.120000'), "'2024-02-28 10:00:00.120'");
});

test('a key that the original cannot hold stays what it is', () => {
  assert.equal(literalFromSelected(column('decimal', 0, 2), '1.5001'), '1.5001');
});

test('strings are not ordered here', () => {
  assert.throws(() => compareLiterals(column('text'), "X'61'", "X'62'"));
});
