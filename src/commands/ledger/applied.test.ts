import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseFile } from '../../sql/parser/script/parsed-file.ts';
import { statementsOf } from '../statements/file-statement.ts';
import { partApplied } from './applied.ts';
import type { CompletedStatement } from './completed-statement.ts';

const path = 'migrations/1.sql';
const statements = (text: string) => statementsOf(parseFile(path, text));

/** What the ledger has once the first `count` statements of a text were completed. */
function completed(text: string, count = Number.POSITIVE_INFINITY): CompletedStatement[] {
  const all = statements(text);
  return all.slice(0, count).map(({ ordinal, digest, text: statement }) => ({
    id: `id-${ordinal}`,
    file: path,
    ordinal,
    digest,
    statement,
    statementCount: all.length,
    finished: '2026-01-02 03:04:05',
    isReverted: false,
    doneAt: null,
    goneSince: null,
  }));
}

const one = 'ALTER TABLE a ADD x INT;\n';
const two = 'ALTER TABLE b ADD x INT;\n';

/** The places that differ from what was applied; nothing of their files may be left to run. */
function changedPlaces(text: string, rows: CompletedStatement[]): string[] {
  const { applied, pending, changed } = partApplied(statements(text), rows);
  if (changed.length > 0) assert.deepEqual([applied, pending], [[], []]);
  return changed.map(({ statement, error }) => {
    assert.equal(error.code, 'file-changed-after-apply');
    return `${statement.file}:${statement.line}`;
  });
}

test('what was completed is applied, the rest is pending', () => {
  const { applied, pending } = partApplied(statements(one + two), completed(one + two, 1));
  assert.deepEqual(
    applied.map(({ ordinal, applied }) => [ordinal, applied.id]),
    [[1, 'id-1']],
  );
  assert.deepEqual(
    pending.map(({ ordinal }) => ordinal),
    [2],
  );
});

test('comments around a statement and line endings are no change', () => {
  const { pending, changed } = partApplied(statements(`-- why\r\n${one.replaceAll('\n', '\r\n')}`), completed(one));
  assert.deepEqual([pending, changed], [[], []]);
});

test('a completed statement that changed is refused', () => {
  assert.deepEqual(changedPlaces(one.replace('INT', 'BIGINT') + two, completed(one + two)), ['migrations/1.sql:1']);
});

test('a completed statement that is gone is refused', () => {
  assert.deepEqual(changedPlaces(one, completed(one + two)), ['migrations/1.sql:1']);
});

test('a statement added to a file that was applied whole is refused, with its line', () => {
  assert.deepEqual(changedPlaces(one + two, completed(one)), ['migrations/1.sql:2']);
});

test('a file that stopped half-way may change behind the last completed statement', () => {
  const { pending } = partApplied(statements(`${one}ALTER TABLE c ADD y INT;\n${two}`), completed(one + two, 1));
  assert.deepEqual(
    pending.map(({ ordinal }) => ordinal),
    [2, 3],
  );
});

test('another file with the same text is another file', () => {
  const { pending } = partApplied(statementsOf(parseFile('migrations/2.sql', one)), completed(one));
  assert.equal(pending.length, 1);
});
