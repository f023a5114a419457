import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { examples } from './read-examples.ts';

/* The README is copied from without looking further. */

const root = new URL('../../', import.meta.url);
const readme = readFileSync(new URL('README.md', root), 'utf8');

test('the workflows of the README are those of the examples, letter by letter', () => {
  const blocks = Array.from(readme.matchAll(/^```yaml\n([\s\S]*?)^```$/gmu), ([, block]) => block);
  const wanted = ['plan.yml', 'migrate.yml'].map((file) => examples.find((one) => one.file === file)?.text);
  assert.deepEqual(blocks, wanted);
});

test('the README names every example', () => {
  const shown = ['plan.yml', 'migrate.yml'];
  for (const { file } of examples) assert.ok(shown.includes(file) || readme.includes(`(examples/${file})`), file);
});

test('every file that the README links is there', () => {
  const linked = Array.from(readme.matchAll(/\]\(((?!https?:|#)[^)#]+)(?:#[^)]*)?\)/gu), ([, path = '']) => path);
  assert.ok(linked.length > 20);
  for (const path of linked) assert.ok(existsSync(new URL(path, root)), path);
});

test('inputs and outputs come before privileges and limits, and what a newcomer needs before all', () => {
  const headings = Array.from(readme.matchAll(/^## (.*)$/gmu), ([, heading]) => heading);
  const order = [
    'Start',
    'How it works',
    'What it needs',
    'What it refuses',
    'Beside others',
    'Inputs',
    'Outputs',
    'Privileges',
    'Limits',
  ];
  assert.deepEqual(
    headings.filter((heading) => order.includes(heading ?? '')),
    order,
  );
});
