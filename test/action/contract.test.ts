import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { parse } from 'yaml';
import { z } from 'zod';
import { outputs } from '../../src/action/outputs.ts';
import { runOutcome } from '../../src/commands/migrate/run-outcome.ts';
import { describeOption, optionNames, optionNamesFor, options } from '../../src/commands/options/options.ts';
import { hazards } from '../../src/commands/options/value.ts';
import { notStarted } from '../../src/commands/statements/not-started.ts';

/*
 * action.yml is what people write against, the lists in the code are what is obeyed, the README is what is read. None of
 * them may know more or less than the others.
 */

const root = new URL('../../', import.meta.url);
const read = (path: string): Promise<string> => readFile(new URL(path, root), 'utf8');

const manifestSchema = z.strictObject({
  name: z.string(),
  description: z.string().max(125),
  author: z.string(),
  branding: z.strictObject({ icon: z.string(), color: z.string() }),
  inputs: z.record(
    z.string(),
    z.strictObject({ description: z.string(), required: z.literal(false), default: z.string().optional() }),
  ),
  outputs: z.record(z.string(), z.strictObject({ description: z.string() })),
  runs: z.strictObject({ using: z.literal('node24'), main: z.string(), post: z.string() }),
});

const manifest = manifestSchema.parse(parse(await read('action.yml')));

test('action.yml has the inputs of the list, with its words', () => {
  const described = Object.entries(manifest.inputs).map(([name, { description }]) => [name, description]);
  assert.deepEqual(
    described,
    optionNamesFor('input').map((name) => [name, describeOption(name)]),
  );
});

test('action.yml sets no default that would hide the config file', () => {
  const defaults = Object.entries(manifest.inputs).filter(([, input]) => input.default !== undefined);
  assert.deepEqual(
    defaults.map(([name, input]) => [name, input.default]),
    // biome-ignore lint/suspicious/noTemplateCurlyInString: an expression of the workflow language
    [['github-token', '${{ github.token }}']],
  );
});

test('action.yml has the outputs of the list, with its words', () => {
  const described = Object.entries(manifest.outputs).map(([name, { description }]) => [name, description]);
  assert.deepEqual(described, Object.entries(outputs));
});

test('no description holds an expression, which the runner would refuse to load', () => {
  const all = [...Object.values(manifest.inputs), ...Object.values(manifest.outputs)];
  assert.ok(all.every(({ description }) => !description.includes('${{')));
});

test('the README has a row for every input and every output', async () => {
  const readme = await read('README.md');
  const inputs = optionNamesFor('input').map((name) => {
    const value = options[name].default;
    return [`\`${name}\``, value === null || value === '' ? '' : `\`${value}\``, options[name].description];
  });
  assert.deepEqual(rowsUnder(readme, '## Inputs'), inputs);
  assert.deepEqual(
    rowsUnder(readme, '## Outputs'),
    Object.entries(outputs).map(([name, description]) => [`\`${name}\``, description]),
  );
});

test('the page on configuration says of every option where it may stand, and nothing counts in a pull request', async () => {
  const rows = rowsUnder(await read('docs/configuration.md'), '## Which option comes from where');
  const told = new Map(
    rows.flatMap(([names = '', input, config, proposed]) =>
      Array.from(names.matchAll(/`([^`]+)`/gu), ([, name = '']) => [name, [input, config !== 'no', proposed]] as const),
    ),
  );
  const places = (name: (typeof optionNames)[number]): readonly string[] => options[name].places;
  for (const name of optionNames) {
    const expected = [places(name).includes('input') ? 'yes' : 'no', places(name).includes('config'), 'no'];
    assert.deepEqual(told.get(name), expected, name);
  }
});

test('the page on configuration has a row for every option that is no input', async () => {
  const expected = optionNames
    .filter((name) => ![...options[name].places].some((place) => place === 'input'))
    .map((name) => {
      const value = options[name].default ?? '';
      return [`\`${name}\``, value === '' ? '' : `\`${value}\``, options[name].description];
    });
  assert.deepEqual(rowsUnder(await read('docs/configuration.md'), '## Options that are no inputs'), expected);
});

test('the page on configuration has a row for everything that can be accepted besides rules', async () => {
  assert.deepEqual(
    rowsUnder(await read('docs/configuration.md'), '## What can be accepted'),
    Object.entries(hazards).map(([name, description]) => [`\`${name}\``, description]),
  );
});

test('the page on the outcome has every field that an outcome has', async () => {
  const page = await read('docs/outcome.md');
  const named = (heading: string): string[] =>
    rowsUnder(page, heading).flatMap(([cell = '']) => Array.from(cell.matchAll(/`(\w+)`/gu), ([, name = '']) => name));
  const outcome = runOutcome(new Date(), [notStarted({ file: null, text: 'ALTER TABLE t FORCE' }, 't')]);
  const [migration = {}] = outcome.migrations;
  const optional = (name: string): boolean => ['notDue', 'lostColumns', 'remarks'].includes(name);
  const fields = (heading: string): string[] => named(heading).filter((name) => !optional(name));
  assert.deepEqual(fields('## The run').sort(), Object.keys(outcome).sort());
  assert.deepEqual(fields('## `migrations[]`').sort(), Object.keys(migration).sort());
});

test('there are fewer than 30 inputs', () => {
  assert.ok(Object.keys(manifest.inputs).length < 30);
});

/** The cells of the first table under a heading, without its head. */
function rowsUnder(markdown: string, heading: string): string[][] {
  const [, section = ''] = markdown.split(`${heading}\n`);
  const lines = (section.split(/\n#{1,2} /u)[0] ?? '').split('\n').filter((line) => line.startsWith('|'));
  return lines.slice(2).map((line) =>
    line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim()),
  );
}
