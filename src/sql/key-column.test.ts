import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bytesLiteral, compareLiterals, type KeyColumn, type KeyKind } from './key-column.ts';

const column = (kind: KeyKind, paddedBytes = 0): KeyColumn => ({
  name: 'k',
  ordinal: 0,
  kind,
  unsigned: false,
  charset: null,
  collation: null,
  paddedBytes,
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

test('strings are not ordered here', () => {
  assert.throws(() => compareLiterals(column('text'), "X'61'", "X'62'"));
});
