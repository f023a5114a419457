import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { execa } from 'execa';
import { buildAction } from '../action/build-action.ts';
import { refuseNodeWarnings, traceWarnings } from '../support/node-warnings.ts';

test('the bundle starts on whatever node the machine has', async () => {
  await using built = await buildAction();
  const folder = await mkdtemp(join(tmpdir(), 'ghostship-bundle-'));
  const path = (process.env.PATH ?? '')
    .split(':')
    .filter((part) => !part.endsWith('node_modules/.bin'))
    .join(':');
  const env = { PATH: path };
  const { stdout: node } = await execa('node', ['--version'], { env, extendEnv: false });
  const { exitCode, stdout, stderr } = await execa('node', [traceWarnings, join(built.folder, 'dist/cli.js'), 'lint'], {
    cwd: folder,
    env,
    extendEnv: false,
  });
  await rm(folder, { recursive: true });
  assert.equal(exitCode, 0, `on node ${node}`);
  refuseNodeWarnings(stderr);
  assert.match(stdout, /No findings|notice|warning/u);
});
