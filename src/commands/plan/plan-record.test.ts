import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { brotliCompressSync, constants } from 'node:zlib';
import { type PlanRecord, readRecord, writeRecord } from './plan-record.ts';

/** @param columns of each table, under names that do not compress */
function record(statements: number, columns: number): PlanRecord {
  const name = (): string => randomBytes(8).toString('hex');
  return {
    digest: 'f'.repeat(64),
    database: 'shop',
    base: 'main',
    server: 'mysql 9.7.0',
    open: [{ file: 'migrations/red.sql', statement: name(), why: 'refused', table: 'users', code: 'already-running' }],
    statements: Array.from({ length: statements }, (_, index) => {
      const before = Array.from({ length: columns }, () => `  \`${name()}\` int`).join('\n');
      return {
        file: `migrations/${index}.sql`,
        statement: name(),
        table: `table_${index}`,
        ways: ['copy'],
        key: ['id'],
        options: { retired: 'drop', allow: '' },
        circumstances: [{ what: 'The new table', digest: name(), is: before }],
        shape: name(),
        definitions: { before, after: `${before}\n\`${name()}\` int` },
      };
    }),
  };
}

test('a record comes back as it was', () => {
  const written = record(20, 30);
  assert.deepEqual(readRecord(writeRecord(written, 60_000) ?? ''), written);
});

test('a long one does without definitions, and is still held against', () => {
  const long = record(1_200, 30);
  const read = readRecord(writeRecord(long, 60_000) ?? '');
  assert.deepEqual(
    read?.statements.map(({ shape, definitions }) => [shape, definitions]),
    long.statements.map(({ shape }) => [shape, null]),
  );
});

test('one that does not fit at all is not kept', () => {
  assert.equal(writeRecord(record(1_000, 1), 1_000), null);
});

test('what is no record is none', () => {
  const pack = (text: string | Buffer): string =>
    brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } }).toString('base64');
  const bomb = pack(Buffer.alloc(200 * 1024 * 1024));
  for (const text of ['', 'nonsense', pack('{'), pack('{"digest":"x"}'), bomb]) assert.equal(readRecord(text), null);
});
