import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { after, before, test } from 'node:test';
import { globSync } from 'tinyglobby';
import { commentVerbs } from '../../src/action/command-help.ts';
import { subcommands } from '../../src/cli/subcommands.ts';
import { readJson, run } from './cli.ts';

/* What a terminal answers without a database. */

const root = resolve(import.meta.dirname, '../..');
let folder = '';
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ghostship-cli-'));
});
after(() => rm(folder, { recursive: true }));

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), text);
}

test('help is no error, and every command has its own', async () => {
  const { exitCode, stdout } = await run(folder, ['--help']);
  assert.equal(exitCode, 0);
  const commands = 'lint plan migrate baseline cutover pause resume throttle abort status doctor cleanup'.split(' ');
  for (const command of commands) {
    assert.match(stdout, new RegExp(`^ {2}${command} `, 'mu'));
    assert.equal((await run(folder, [command, '--help'])).exitCode, 0);
  }
});

test('what help, hints and pages name is there', async () => {
  const { stdout } = await run(folder, ['--help']);
  assert.doesNotMatch(stdout, /not in this version/u);
  const names = new Set(subcommands.map(({ name }) => name));
  const files = globSync(['src/**/*.ts', 'docs/**/*.md', 'README.md', 'action.yml'], { cwd: root });
  for (const file of files) {
    const text = await readFile(join(root, file), 'utf8');
    for (const [, slash, name = ''] of text.matchAll(/`(\/?)ghostship ([a-z]+)/gu))
      assert.ok(slash === '/' ? commentVerbs.includes(name) : names.has(name), `${file}: ${name}`);
  }
});

test('a table or a path is not empty', async () => {
  const named = ['table', 'through', 'report', 'explain'] as const;
  for (const { name, flags, argument } of subcommands)
    for (const flag of named.filter((one) => flags.includes(one)))
      for (const value of ['', ' ']) {
        const words = [name, ...(argument === null ? [] : ['50']), '--target', 'mysql://u@127.0.0.1:1/d'];
        const { exitCode, stderr } = await run(folder, [...words, `--${flag}`, value]);
        assert.equal(exitCode, 2, `${name} --${flag}`);
        assert.match(stderr, new RegExp(`--${flag} <\\w+>' argument '${value}' is invalid\\. It is empty`, 'u'));
      }
});

test('wrong usage ends with 2 and says what to write', async () => {
  const cases: [string[], RegExp][] = [
    [['migrate', '--fils', 'x'], /--files/u],
    [['sail'], /sail/u],
    [['migrate', '--alter', 'ALTER TABLE t ADD a INT'], /target: .*mysql:\/\/user@host/u],
    [
      ['migrate', '--target', 'mysql://h', '--max-lag', '3', '--cutover', 'later'],
      /cutover: "later"[\s\S]*max-lag: "3"[\s\S]*target: /u,
    ],
    [['migrate', '--target', 'mysql://u@h/d', '--alter', 'DROP TABLE a; DROP TABLE b'], /2 statements/u],
    [['plan', '--alter', 'ALTER TABLE t ADD a INT', '--files', 'x.sql'], /both given/u],
    [['lint', '--files', 'nowhere.sql'], /no file nowhere\.sql/u],
    [['lint', '--config', 'nowhere.yml'], /nowhere\.yml/u],
    [['lint', '--json', 'nowhere/out.json'], /cannot be written/u],
    [['throttle'], /missing required argument/u],
    [['throttle', '101'], /"101" is no percentage/u],
    [['rehearse'], /replica: it is missing/u],
    [['rehearse', '--target', 'mysql://u@h/d'], /replica: it is missing/u],
    [['shift'], /unknown command/u],
    [['migrate', '--dry-run'], /unknown option '--dry-run'/u],
    [['migrate', '--table', 't'], /unknown option '--table'/u],
    [['status', '--alter', 'ALTER TABLE t ADD a INT'], /unknown option '--alter'/u],
  ];
  for (const [args, complaint] of cases) {
    const { exitCode, stderr } = await run(folder, args);
    assert.equal(exitCode, 2, args.join(' '));
    assert.match(stderr, complaint);
    assert.doesNotMatch(stderr, /^ +at /mu, 'a stack is no help');
  }
});

test('lint ends with 1 for an error that stands, and with 0 for one that was accepted', async () => {
  await write('migrations/1.sql', 'ALTER TABLE t\n  DROP COLUMN a;\n');
  const refused = await run(folder, ['lint', '--json', 'out.json']);
  assert.equal(refused.exitCode, 1);
  assert.match(refused.stdout, /^migrations\/1\.sql:2:\d+ error drop-column: /mu);
  const { findings } = await readJson(folder, 'out.json');
  assert.ok(Array.isArray(findings) && findings.length === 1);

  assert.equal((await run(folder, ['lint', '--allow', 'rename-column', '--allow', 'drop-column'])).exitCode, 0);
  await write('.github/ghostship.yml', 'rules: { drop-column: warning }');
  assert.equal((await run(folder, ['lint'])).exitCode, 0);
  await write('.github/ghostship.yml', 'rules: { drop-colum: off }\nfile: x');
  assert.equal((await run(folder, ['lint'])).exitCode, 2);
  await rm(join(folder, '.github'), { recursive: true });
});

test('lint reads the statement that was typed, and not the files', async () => {
  await write('migrations/1.sql', 'DROP DATABASE d;\n');
  const typed = await run(folder, ['lint', '--alter', 'ALTER TABLE t DROP COLUMN a']);
  assert.equal(typed.exitCode, 0, typed.stderr);
  assert.match(typed.stdout, /^--alter:1:\d+ warning drop-column: /mu);
  assert.doesNotMatch(typed.stdout, /drop-database/u);
  assert.equal((await run(folder, ['lint', '--alter', 'DROP DATABASE d'])).exitCode, 1);
});

test('a plan without a database reads what there is', async () => {
  await write('migrations/1.sql', 'ALTER TABLE t ADD COLUMN a INT;\n');
  const { exitCode, stdout } = await run(folder, ['plan']);
  assert.equal(exitCode, 0);
  assert.match(stdout, /no dry run/u);
});

test('a server that is not there is told from a wrong flag', async () => {
  const args = [
    'migrate',
    '--target',
    'mysql://root@127.0.0.1:1/shop',
    '--alter',
    'ALTER TABLE t ADD a INT',
    '--json',
    'out.json',
  ];
  const { exitCode, stderr } = await run(folder, args, { GHOSTSHIP_PASSWORD: 'secret-word' });
  assert.equal(exitCode, 1);
  assert.match(stderr, /What happened: Cannot reach root@127\.0\.0\.1:1\/shop/u);
  assert.doesNotMatch(stderr, /secret-word/u);
  const { state, error, migrations } = await readJson(folder, 'out.json');
  assert.equal(state, 'failed');
  assert.partialDeepStrictEqual(error, { code: 'cannot-connect' });
  assert.partialDeepStrictEqual(migrations, [{ state: 'failed', tableState: 'unchanged' }]);
});
