import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { GhostshipError } from '../../support/errors.ts';
import { noConfig } from './config.ts';
import { parseConfig } from './parse-config.ts';
import { readConfig } from './read-config.ts';

test('lists, numbers and texts become what a flag would be', () => {
  const config = parseConfig('c.yml', 'files: [a.sql, "b/*.sql"]\nworkers: 4\nmax-lag: 2s\nallow: drop-column');
  assert.deepEqual(config.values, { files: 'a.sql\nb/*.sql', workers: '4', 'max-lag': '2s', allow: 'drop-column' });
});

test('an empty file says nothing', () => {
  assert.deepEqual(parseConfig('c.yml', '# nothing yet\n'), noConfig);
});

test('everything that is wrong is said at once', () => {
  const text =
    'pasword: x\npassword: x\nfiles: { a: 1 }\nrules: { drop-column: fatal }\noverrides: [{ cutover: wait }, { tables: [t], rules: { a: off } }]';
  assert.throws(
    () => parseConfig('c.yml', text),
    (error) => {
      assert.ok(error instanceof GhostshipError);
      assert.equal(error.code, 'usage');
      for (const part of [
        'c.yml',
        'pasword is not known here.',
        'password is not known here.',
        'files:',
        'rules.drop-column',
        'overrides.0: name the files',
        'overrides.1.rules.a: it is no rule',
      ]) {
        assert.ok(error.message.includes(part), `${part} is missing in ${error.message}`);
      }
      return true;
    },
  );
});

test('broken YAML is shown where it breaks', () => {
  assert.throws(() => parseConfig('c.yml', 'files: [a'), /c\.yml cannot be used:[\s\S]*line 1/u);
});

test('a tag that nobody knows is a complaint, and so are brackets without end', () => {
  assert.throws(() => parseConfig('c.yml', 'rules: !!js/function "x"'), { code: 'usage', message: /js\/function/u });
  assert.throws(() => parseConfig('c.yml', `files: ${'['.repeat(20_000)}`), {
    code: 'usage',
    message: /c\.yml cannot be used/u,
  });
});

test('aliases of aliases are a complaint about the file, not a mistake of ours', () => {
  const level = (n: number): string =>
    `l${n}: &l${n} [${Array(20)
      .fill(n === 0 ? 'x' : `*l${n - 1}`)
      .join(', ')}]\n`;
  assert.throws(() => parseConfig('c.yml', [0, 1, 2, 3, 4].map(level).join('')), {
    code: 'usage',
    message: /c\.yml cannot be used/u,
  });
});

test('only a file that was asked for must exist', async (context) => {
  const folder = await mkdtemp(join(tmpdir(), 'ghostship-config-'));
  context.after(() => rm(folder, { recursive: true }));
  const path = join(folder, 'c.yml');
  assert.deepEqual(await readConfig(path, false, folder), noConfig);
  await assert.rejects(readConfig(path, true, folder), { code: 'usage' });
  await writeFile(path, 'cutover: wait');
  assert.deepEqual((await readConfig(path, true, folder)).values, { cutover: 'wait' });
});
