import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { test } from 'node:test';
import { globSync } from 'tinyglobby';

/*
 * ARCHITECTURE.md is the law and this test is its judge: the tables there say which room stands on which floor, which outside
 * packages it may import, and in which order the folders inside a large room stand.
 */

const root = resolve(import.meta.dirname, '..');
const page = readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8');
const sources = globSync('src/**/*.ts', { cwd: root }).sort();
const longestFile = 300;

interface Import {
  readonly from: string;
  /** A path below the root, or the name of a package. */
  readonly to: string;
}

const imports = sources.flatMap(importsOf);

test('a room imports only from floors below it', () => {
  const floors = new Map(rowsOf('The floors').map(([floor = '', room = '']) => [folderIn(room), Number(floor)]));
  assert.deepEqual(
    [...new Set(sources.map(roomOf))].sort(),
    [...floors.keys()].sort(),
    'rooms of src/ and of the page',
  );
  const upwards = imports.filter(({ from, to }) => {
    if (!to.startsWith('src/') || roomOf(from) === roomOf(to)) return false;
    return (floors.get(roomOf(to)) ?? Number.POSITIVE_INFINITY) >= (floors.get(roomOf(from)) ?? 0);
  });
  assert.deepEqual(upwards.map(inWords), []);
});

test('an outside package is imported in one room only', () => {
  const owners = new Map(
    rowsOf('The floors').flatMap(([, room = '', , packages = '']) =>
      codeIn(packages).map((name) => [name, folderIn(room)] as const),
    ),
  );
  const outside = imports.filter(({ from, to }) => !isTest(from) && !to.startsWith('src/') && !to.startsWith('node:'));
  const strayed = outside.filter(({ from, to }) => owners.get(packageOf(to)) !== roomOf(from));
  assert.deepEqual(strayed.filter(({ to }) => to !== 'package.json').map(inWords), []);
  const used = new Set(outside.map(({ to }) => packageOf(to)));
  assert.deepEqual(
    [...owners.keys()].filter((name) => !used.has(name)),
    [],
    'named on the page, imported nowhere',
  );
});

for (const room of ['engine', 'commands']) {
  test(`inside ${room}/ arrows go one way`, () => {
    const order = rowsOf(`Inside \`${room}/\``).flatMap(([boxes = '']) => [
      codeIn(boxes).map((box) => box.replace(/\/$/u, '')),
    ]);
    const levelOf = new Map(order.flatMap((boxes, level) => boxes.map((box) => [box, level] as const)));
    const boxes = new Set(sources.filter((file) => roomOf(file) === `src/${room}` && !isTest(file)).map(boxOf));
    assert.deepEqual([...boxes].sort(), [...levelOf.keys()].sort(), `boxes of src/${room}/ and of the page`);
    const upwards = imports.filter(({ from, to }) => {
      if (isTest(from) || roomOf(from) !== `src/${room}` || roomOf(to) !== `src/${room}` || boxOf(from) === boxOf(to))
        return false;
      return (levelOf.get(boxOf(to)) ?? -1) <= (levelOf.get(boxOf(from)) ?? 0);
    });
    assert.deepEqual(upwards.map(inWords), []);
  });
}

test(`no file of src/ has more than ${longestFile} lines`, () => {
  const long = sources
    .map((file) => ({ file, lines: readFileSync(join(root, file), 'utf8').split('\n').length - 1 }))
    .filter(({ lines }) => lines > longestFile);
  assert.deepEqual(long, []);
});

function importsOf(from: string): Import[] {
  const text = readFileSync(join(root, from), 'utf8');
  return Array.from(
    text.matchAll(/(?:^(?:import|export) [^;']*?from |^import |import\()'([^']+)'/gmu),
    ([, to = '']) => ({
      from,
      to: to.startsWith('.') ? relative(root, resolve(root, dirname(from), to)) : to,
    }),
  );
}

/** `src/engine` */
function roomOf(file: string): string {
  return file.split('/').slice(0, 2).join('/');
}

/** What hidden characters are written out in: see `support/visible.ts`. */
const exits = ['src/cli/program.ts', 'src/cli/write.ts'];

test('text leaves the process by its exits only', () => {
  const direct = /\bstd(?:out|err)\.write\(|\bconsole\.\w+\(/u;
  const strayed = sources.filter((file) => !isTest(file) && direct.test(readFileSync(join(root, file), 'utf8')));
  assert.deepEqual(strayed.sort(), exits);
});

/** The folder, or the file, that stands directly in its room. */
function boxOf(file: string): string {
  return file.split('/')[2] ?? '';
}

function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

function isTest(file: string): boolean {
  return file.endsWith('.test.ts');
}

/** The cells of the first table under a heading, without its head. */
function rowsOf(heading: string): string[][] {
  const section = page.split(/^## /mu).find((text) => text.startsWith(`${heading}\n`)) ?? '';
  const rows = section.split('\n').filter((line) => line.startsWith('|'));
  assert.ok(rows.length > 2, `ARCHITECTURE.md has a table under "${heading}"`);
  return rows.slice(2).map((row) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

function codeIn(cell: string): string[] {
  return Array.from(cell.matchAll(/`([^`]+)`/gu), ([, code = '']) => code);
}

function folderIn(cell: string): string {
  return (codeIn(cell)[0] ?? '').replace(/\/$/u, '');
}

function inWords({ from, to }: Import): string {
  return `${from} imports ${to}`;
}
