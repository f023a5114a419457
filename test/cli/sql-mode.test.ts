import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { run } from './cli.ts';

describe('lint by the mode that the statements are written for', () => {
  let folder = '';
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ghostship-mode-'));
    for (const path of ['migrations', '.github']) await mkdir(join(folder, path));
    await writeFile(join(folder, 'migrations/1.sql'), 'ALTER TABLE "t" DROP COLUMN "x";\n');
  });
  after(() => rm(folder, { recursive: true }));

  test('without a word, by that of MySQL', async () => {
    const { stdout } = await run(folder, ['lint']);
    assert.match(stdout, /unsupported-statement/u);
  });

  test('a flag, in any case, and several of them', async () => {
    const { exitCode, stdout } = await run(folder, ['lint', '--sql-mode', 'strict_trans_tables, ansi']);
    assert.equal(exitCode, 1);
    assert.match(stdout, /drop-column/u);
    assert.doesNotMatch(stdout, /unsupported-statement/u);
  });

  test('a plan without a database goes by it as well', async () => {
    const { stdout } = await run(folder, ['plan', '--sql-mode', 'ANSI_QUOTES', '--allow', 'drop-column']);
    assert.match(stdout, /no dry run/u);
    assert.doesNotMatch(stdout, /refused/u);
  });

  test('where the server does not say which it is, nothing is run by a guess', async () => {
    const target = 'mysql://u@127.0.0.1:1/shop';
    for (const command of ['plan', 'migrate']) {
      const { exitCode, stdout, stderr } = await run(folder, [command, '--target', target]);
      assert.equal(exitCode, 1);
      assert.match(stdout + stderr, /127\.0\.0\.1/u, command);
    }
    const { stderr } = await run(folder, ['migrate', '--target', target]);
    assert.match(stderr, /cannot-connect/u);
  });

  test('a name that is no mode is refused with those that are', async () => {
    const { exitCode, stderr } = await run(folder, ['lint', '--sql-mode', 'ANSI_QUOTE']);
    assert.equal(exitCode, 2);
    assert.match(
      stderr,
      /sql-mode: "ANSI_QUOTE" is no mode of sql_mode\. Write ALLOW_INVALID_DATES, ANSI, ANSI_QUOTES/u,
    );
  });

  test('the config file can set it', async () => {
    await writeFile(join(folder, '.github/ghostship.yml'), 'sql-mode: ANSI_QUOTES\n');
    const { stdout } = await run(folder, ['lint']);
    assert.match(stdout, /drop-column/u);
  });
});
