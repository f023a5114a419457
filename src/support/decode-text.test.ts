import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { decodeText } from './decode-text.ts';

const utf8 = (text: string): Buffer => Buffer.from(text);
const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1');
const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le');
const mark = Buffer.from([0xef, 0xbb, 0xbf]);
const bytes = (...values: number[]): Buffer => Buffer.from(values);

test('UTF-8 is read as it is, and its byte order mark is no part of the text', () => {
  for (const text of ['', 'a', "DEFAULT 'café'", '🦄 naïve \u{10FFFF}', 'a\uFEFFb']) {
    assert.equal(decodeText(utf8(text)), text);
    assert.equal(decodeText(Buffer.concat([mark, utf8(text)])), text);
  }
});

const statement = "ALTER TABLE t\n  ADD a CHAR(9) DEFAULT 'café'";

const others: readonly (readonly [what: string, content: Buffer, offset: number, line: number, looksLike: RegExp])[] = [
  ['Latin-1', latin1(statement), 42, 2, /^ISO-8859-1 .*0xE9 is é$/u],
  ['Latin-1 at the end', latin1('-- café'), 6, 1, /^ISO-8859-1/u],
  ['Latin-1 behind UTF-8', Buffer.concat([utf8('-- é\n'), latin1('-- é')]), 9, 2, /^ISO-8859-1/u],
  ['Latin-1 behind a mark', Buffer.concat([mark, latin1('é')]), 3, 1, /^ISO-8859-1/u],
  ['windows-1252', bytes(0x27, 0x80, 0x27), 1, 1, /^windows-1252.*0x80 is €$/u],
  ['windows-1251 or the like', bytes(0x27, 0xcf, 0x90, 0xff, 0x27), 3, 1, /neither UTF-8 nor Western/u],
  ['UTF-16LE with a mark', Buffer.concat([bytes(0xff, 0xfe), utf16(statement)]), 0, 1, /^UTF-16LE with a/u],
  ['UTF-16BE with a mark', Buffer.concat([bytes(0xfe, 0xff), utf16(statement).swap16()]), 0, 1, /^UTF-16BE with a/u],
  ['UTF-16LE without', utf16(statement), 1, 1, /^UTF-16LE without a/u],
  ['UTF-16BE without', utf16(statement).swap16(), 0, 1, /^UTF-16BE without a/u],
  ['UTF-32LE', bytes(0xff, 0xfe, 0, 0, 0x41, 0, 0, 0), 0, 1, /^UTF-32LE with a/u],
  ['UTF-32BE', bytes(0, 0, 0xfe, 0xff, 0, 0, 0, 0x41), 0, 1, /^UTF-32BE with a/u],
  ['a NUL in it', utf8('SELECT 1;\n\0'), 10, 2, /^no text at all$/u],
  ['an overlong form', bytes(0x61, 0xc0, 0xaf), 1, 1, /./u],
  ['half a surrogate pair', bytes(0x61, 0xed, 0xa0, 0x80), 1, 1, /./u],
  ['a sequence cut off', bytes(0x61, 0xf0, 0x9f, 0xa6), 1, 1, /./u],
];

for (const [what, content, offset, line, looksLike] of others) {
  test(`${what} is refused, with the place and what it looks like`, () => {
    const found = decodeText(content);
    assert.ok(typeof found !== 'string');
    assert.deepEqual([found.offset, found.line], [offset, line]);
    assert.match(found.looksLike, looksLike);
  });
}

test('whatever the bytes, a text that comes out is written back as these bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), (content) => {
      const text = decodeText(content);
      if (typeof text !== 'string') {
        assert.ok(text.offset < Math.max(1, content.length));
        return;
      }
      const written = Buffer.from(text);
      assert.ok(Buffer.concat([mark, written]).equals(content) || written.equals(content));
    }),
  );
});
