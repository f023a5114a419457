import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { build } from 'rolldown';
import { licences } from '../../script/bundle/licences.ts';
import { buildAction } from '../action/build-action.ts';

let folder: string;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ghostship-licences-'));
});
after(() => rm(folder, { recursive: true }));

test('dist/ has the licence text of every package that is in it, and of no other', async () => {
  await using built = await buildAction();
  const bundled = new Set(
    [...built.modules.values()].flat().flatMap((id) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/u.exec(id)?.[1] ?? []),
  );
  assert.ok(bundled.has('mysql2') && bundled.has('undici'), [...bundled].join(', '));
  const text = await readFile(join(built.folder, 'dist/licences.txt'), 'utf8');
  const titles = [...text.matchAll(/^(\S+) \S+ \(.+\)\n=+\n\n/gmu)].map(([, name = '']) => name);
  // What the bundler itself adds to each bundle is its own.
  assert.deepEqual([...new Set(titles)].sort(), [...bundled, 'rolldown'].sort());
});

test('the texts are those of the packages, one in a folder of a package too', async () => {
  await writePackage('whole', { LICENSE: 'Do as you like.\r\n', 'lib/LICENSE.md': 'But name the author of this.' });
  const text = await bundle(`export * from 'whole';`);
  assert.match(text, /^whole 1\.2\.3 \(MIT\)\n={17}\n\nDo as you like\.\n\nBut name the author of this\.\n/mu);
});

test('what is installed but not bundled is not named', async () => {
  await writePackage('whole', { LICENSE: 'Do as you like.' });
  await writePackage('unused', {});
  assert.doesNotMatch(await bundle(`import 'unused'; export * from 'whole';`), /unused/u);
});

test('the build fails when a bundled package has no licence text', async () => {
  await writePackage('bare', {});
  await assert.rejects(bundle(`export * from 'bare';`), /without a licence text: bare 1\.2\.3 \(MIT\)/u);
});

async function writePackage(name: string, files: Readonly<Record<string, string>>): Promise<void> {
  const home = join(folder, 'node_modules', name);
  await rm(home, { recursive: true, force: true });
  await mkdir(join(home, 'lib'), { recursive: true });
  const manifest = { name, version: '1.2.3', license: 'MIT', type: 'module', main: 'lib/index.js', sideEffects: false };
  const all = { 'package.json': JSON.stringify(manifest), 'lib/index.js': 'export const one = 1;', ...files };
  for (const [file, text] of Object.entries(all)) await writeFile(join(home, file), text);
}

/** @returns what the licences are said to be */
async function bundle(source: string): Promise<string> {
  const input = join(folder, 'index.js');
  await writeFile(input, source);
  const { output } = await build({ input, plugins: [licences()], write: false, logLevel: 'silent' });
  const file = output.find(({ fileName }) => fileName === 'licences.txt');
  assert.ok(file?.type === 'asset');
  return String(file.source);
}
