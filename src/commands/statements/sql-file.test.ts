import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { readSqlFiles } from './sql-file.ts';

let root = '';

before(async () => {
  root = await mkdtemp(join(tmpdir(), 'ghostship-files-'));
  await mkdir(join(root, 'migrations/2026'), { recursive: true });
  for (const name of [
    'migrations/2026/b.sql',
    'migrations/10.sql',
    'migrations/9.sql',
    'migrations/notes.md',
    'other.sql',
  ]) {
    await writeFile(join(root, name), name);
  }
});

after(() => rm(root, { recursive: true }));

const paths = async (...globs: string[]): Promise<string[]> =>
  (await readSqlFiles(globs, root, 1_000)).map(({ path }) => path);

test('files come in the order they are applied in, each once', async () => {
  assert.deepEqual(await paths('migrations/**/*.sql', 'migrations/9.sql'), [
    'migrations/9.sql',
    'migrations/2026/b.sql',
    'migrations/10.sql',
  ]);
});

test('a file is known by its path from the root, however it is named', async () => {
  assert.deepEqual(await paths(join(root, 'other.sql')), ['other.sql']);
  assert.deepEqual(await paths('./other.sql'), ['other.sql']);
});

test('a glob can take files out again', async () => {
  assert.deepEqual(await paths('**/*.sql', '!migrations/**'), ['other.sql']);
});

test('a glob may find nothing, a path may not', async () => {
  assert.deepEqual(await paths('nowhere/**/*.sql'), []);
  await assert.rejects(paths('nowhere/1.sql', 'other.sql'), { code: 'usage', message: /nowhere\/1\.sql/u });
});

test('a file of more bytes than are allowed is named and not read', async () => {
  const [file] = await readSqlFiles(['other.sql'], root, 8);
  assert.ok(file !== undefined && 'fault' in file);
  assert.equal(file.fault.code, 'unreadable-file');
  assert.match(file.fault.message, /other\.sql has 9 bytes, and files of more than 8 bytes are not read/u);
});
