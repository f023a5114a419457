import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { run } from './cli.ts';

/* No file at all is good news only where somebody has looked in the right place. */

test('globs that somebody has given mean something', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'no-files-'));
  const lint = async (...flags: string[]) => {
    const { exitCode, stdout, stderr } = await run(folder, ['lint', ...flags]);
    return [exitCode, stdout + stderr] as const;
  };
  try {
    const [exitCode, output] = await lint();
    assert.equal(exitCode, 0);
    assert.match(output, /No file matches the option files: migrations\//u);

    const [given, said] = await lint('--files', 'db/*.sql');
    assert.equal(given, 2);
    assert.match(said, /No file matches the option files: db\/\*\.sql\./u);

    await writeFile(join(folder, '0.sql'), 'ALTER TABLE t ADD COLUMN a INT;');
    assert.equal((await lint('--files', '*.sql'))[0], 0, 'with the globs corrected');
  } finally {
    await rm(folder, { recursive: true });
  }
});
