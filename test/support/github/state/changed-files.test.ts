import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changedFiles } from './changed-files.ts';

const tree = (files: Record<string, string>) => new Map(Object.entries(files));

test('a change is shown by its hunks, with the lines around it', () => {
  const before = tree({ 'a.sql': '1\n2\n3\n4\n5\n6\n7\n8\n9\n' });
  const after = tree({ 'a.sql': '1\n2\n3\n4\nfive\n6\n7\n8\n9\n' });
  const [file] = changedFiles(before, after);
  assert.equal(file?.status, 'modified');
  assert.equal(file.patch, '@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8');
  assert.deepEqual([file.additions, file.deletions], [1, 1]);
});

test('files come and go, sorted by path; what stayed is not listed', () => {
  const files = changedFiles(
    tree({ 'same.sql': 'x\n', 'old.sql': 'o\n' }),
    tree({ 'same.sql': 'x\n', 'new.sql': 'n\n' }),
  );
  assert.deepEqual(
    files.map(({ path, status, patch }) => [path, status, patch]),
    [
      ['new.sql', 'added', '@@ -0,0 +1 @@\n+n'],
      ['old.sql', 'removed', '@@ -1 +0,0 @@\n-o'],
    ],
  );
});

test('a file that moved and changed a little was renamed; its old name is not removed as well', () => {
  const text = 'CREATE TABLE a (\n  id INT,\n  b INT\n);\n';
  const files = changedFiles(tree({ '1.sql': text }), tree({ '2.sql': text.replace('b INT', 'b BIGINT') }));
  assert.equal(files.length, 1);
  const [file] = files;
  assert.ok(file?.status === 'renamed');
  assert.deepEqual([file.previousPath, file.path, file.additions, file.deletions], ['1.sql', '2.sql', 1, 1]);
});

test('a file that only moved has no patch', () => {
  const [file] = changedFiles(tree({ '1.sql': 'a\nb\n' }), tree({ '2.sql': 'a\nb\n' }));
  assert.deepEqual([file?.status, file?.patch], ['renamed', '']);
});

test('a last line without its end is marked as git marks it', () => {
  const [file] = changedFiles(tree({}), tree({ 'a.sql': 'SELECT 1' }));
  assert.equal(file?.patch, '@@ -0,0 +1 @@\n+SELECT 1\n\\ No newline at end of file');
});
