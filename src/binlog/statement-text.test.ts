import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changesNoRowsUnread, decodeStatement } from './statement-text.ts';

test('a statement is read in the character set of its client', () => {
  for (const [charset, hex, text] of [
    ['utf8mb4', '6361 66c3a9', 'café'],
    ['latin1', '6361 66e9', 'café'],
    ['latin1', '80', '€'],
    ['cp1251', 'cfe0', 'Па'],
    ['koi8r', 'f0c1', 'Па'],
    ['sjis', '835c 27', "ソ'"],
    ['cp932', '835c 27', "ソ'"],
    ['gbk', 'ad5c 27', "璡'"],
    ['big5', 'a55c 27', "功'"],
    ['ujis', 'a5bd', 'ソ'],
    ['euckr', 'b0a1', '가'],
    ['binary', 'c3a9', 'é'],
    ['swe7', '74', 't'],
    [undefined, 'c3a9', 'é'],
  ] as const) {
    assert.equal(decodeStatement(Buffer.from(hex.replaceAll(' ', ''), 'hex'), charset), text, `${charset} ${hex}`);
  }
});

test('a letter that is none hides nothing behind it where letters have one byte, or bytes that say how many follow', () => {
  for (const charset of ['utf8mb4', 'binary']) assert.equal(decodeStatement(bytes('c327'), charset), "\u{fffd}'");
});

test('what could be read wrongly is not read', () => {
  for (const [charset, hex] of [
    ['gbk', 'ff27'],
    ['sjis', '8527'],
    ['hp8', 'e9'],
    [undefined, 'e9'],
  ] as const) {
    assert.equal(decodeStatement(bytes(hex), charset), null, `${charset} ${hex}`);
  }
});

test('a statement that is not read is let pass where it surely defines something else', () => {
  for (const [text, table, passes] of [
    ['ALTER TABLE to ADD \xe9 INT', 'to', false],
    ['ALTER TABLE to ADD \xe9 INT', 'x', true],
    ['ALTER TABLE to ADD \xe9 INT', 'caf\xe9', false],
    ["INSERT INTO to VALUES ('\xe9')", 'x', false],
    ["CREATE TABLE to AS SELECT '\xe9'", 'x', false],
  ] as const) {
    assert.equal(changesNoRowsUnread(Buffer.from(text, 'latin1'), [{ name: table }]), passes, `${text}, ${table}`);
  }
});

function bytes(hex: string): Buffer {
  return Buffer.from(hex.replaceAll(' ', ''), 'hex');
}
