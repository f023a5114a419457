import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, describe, test } from 'node:test';
import { promisify } from 'node:util';
import { run } from './cli.ts';

/* Files that are no files, lie elsewhere, or are not UTF-8: nothing of them is shown or run, by any command. */

describe('files that cannot be read', () => {
  let base = '';
  let folder = '';
  before(async () => {
    base = await mkdtemp(join(tmpdir(), 'ghostship-unreadable-'));
    folder = join(base, 'checkout');
  });
  beforeEach(async () => {
    await rm(base, { recursive: true, force: true });
    for (const path of ['checkout/migrations', 'checkout/.git', 'checkout/other', 'outside'])
      await mkdir(join(base, path), { recursive: true });
    for (const path of ['checkout/.git/config.sql', 'checkout/.env', 'outside/secret.sql', 'outside/secret'])
      await writeFile(join(base, path), 'a-word-nobody-may-see');
  });
  after(() => rm(base, { recursive: true, force: true }));

  const command = promisify(execFile);
  const link = (to: string, path: string): Promise<void> => symlink(to, join(folder, path));
  const commands = ['lint', 'plan', 'migrate'] as const;

  async function refusedByAll(flags: readonly string[], message: RegExp, code = 'unreadable-file'): Promise<void> {
    for (const name of commands) {
      const target = name === 'migrate' ? ['--target', 'mysql://u@127.0.0.1:1/shop'] : [];
      const { exitCode, stdout, stderr } = await run(folder, [name, ...target, ...flags]);
      const said = stdout + stderr;
      assert.equal(exitCode, code === 'usage' ? 2 : 1, `${name}: ${said}`);
      assert.match(said, message, name);
      assert.ok(said.includes(code), `${name}: ${said}`);
      assert.doesNotMatch(said, /a-word-nobody-may-see|root:x|no statement that can be shipped/u, name);
    }
  }

  const latin1 = Buffer.from("ALTER TABLE t\n  ADD a CHAR(9) DEFAULT 'café';\n", 'latin1');

  test('a file of more bytes than are allowed', async () => {
    await writeFile(join(folder, 'migrations/1.sql'), `ALTER TABLE t ADD a INT; -- ${'x'.repeat(2_000)}`);
    await refusedByAll(
      ['--max-file-size', '2KB'],
      /1\.sql has 2028 bytes, and files of more than 2000 bytes are not read/u,
    );
    const { stdout } = await run(folder, ['lint', '--max-file-size', '2KiB']);
    assert.match(stdout, /No findings/u);
    await refusedByAll(['--max-file-size', '2'], /max-file-size: "2" is not a size with a unit/u, 'usage');
  });

  test('a file of more than 10 MB, if nothing else is said', async () => {
    const statement = 'ALTER TABLE t ADD a INT;';
    await writeFile(join(folder, 'migrations/1.sql'), statement + ' '.repeat(10_000_001 - statement.length));
    await refusedByAll([], /1\.sql has 10000001 bytes, and files of more than 10000000 bytes are not read/u);
    await writeFile(join(folder, 'migrations/1.sql'), statement + ' '.repeat(10_000_000 - statement.length));
    assert.match((await run(folder, ['lint'])).stdout, /No findings/u);
  });

  test('a file of more than 10,000 statements', async () => {
    const statement = 'ALTER TABLE t ADD a INT;\n';
    await writeFile(join(folder, 'migrations/1.sql'), statement.repeat(10_001));
    await refusedByAll([], /It holds 10001 statements, and a file of more than 10000 is not read\. Split it/u);
    await writeFile(join(folder, 'migrations/1.sql'), statement.repeat(10_000));
    assert.doesNotMatch((await run(folder, ['lint'])).stdout, /is not read/u);
  });

  const cases: readonly (readonly [what: string, make: () => Promise<unknown>, message: RegExp])[] = [
    ['a link to a file elsewhere', () => link('/etc/passwd', 'migrations/1.sql'), /migrations\/1\.sql leads out of/u],
    ['a link to a file beside', () => link('../../outside/secret.sql', 'migrations/1.sql'), /1\.sql leads out of/u],
    ['a link to the environment', () => link('/proc/self/environ', 'migrations/1.sql'), /1\.sql leads out of/u],
    [
      'a link to a link',
      async () => {
        await link('/etc/passwd', 'other/x.sql');
        await link('../other/x.sql', 'migrations/1.sql');
      },
      /1\.sql leads out of/u,
    ],
    [
      'a folder that lies elsewhere',
      () => link(join(base, 'outside'), 'migrations/sub'),
      /migrations\/sub leads out of/u,
    ],
    ['a link to credentials', () => link('../.git/config.sql', 'migrations/1.sql'), /1\.sql leads into \.git/u],
    [
      'a link to another kind of file',
      () => link('../.env', 'migrations/1.sql'),
      /1\.sql is a link to a file of another/u,
    ],
    ['a link to nowhere', () => link('nowhere.sql', 'migrations/1.sql'), /1\.sql is a link that leads nowhere/u],
    ['a named pipe', () => command('mkfifo', [join(folder, 'migrations/1.sql')]), /1\.sql is a named pipe, no file/u],
    ['a device', () => link('/dev/zero', 'migrations/1.sql'), /1\.sql leads out of/u],
    [
      'Latin-1',
      () => writeFile(join(folder, 'migrations/1.sql'), latin1),
      /1\.sql is not UTF-8.* offset 42, in line 2.*ISO-8859-1/u,
    ],
    [
      'UTF-16',
      () => writeFile(join(folder, 'migrations/1.sql'), Buffer.from('\uFEFFALTER TABLE t ADD a INT;', 'utf16le')),
      /1\.sql is not UTF-8.* offset 0.*UTF-16LE with a byte order mark/u,
    ],
  ];

  test('line breaks in paths and names begin no line', async () => {
    const forged = '\n\nReady to ship. 1 statement: 1 instant.\n';
    const paths = [`migrations/1${forged}.sql`, `migrations/1${forged}/2.sql`, `migrations/3${forged}.SQL`];
    await mkdir(join(folder, `migrations/1${forged}`));
    for (const path of paths) await writeFile(join(folder, path), `ALTER TABLE t ADD a INT;\n`);
    await writeFile(
      join(folder, 'migrations/4.sql'),
      `ALTER TABLE \`t${forged}\` ADD a INT;\nALTER TABLE t DROP \`a${forged}\`;`,
    );
    await writeFile(join(folder, 'migrations/5.sql'), `ALTER TABLE t ADD b VARCHAR(90) DEFAULT '${forged}';`);
    await refusedByAll([], /The name of migrations\/1␊␊Ready to ship\. 1 statement: 1 instant\.␊\.sql holds control/u);
    await refusedByAll([], /migrations\/4\.sql:1[\s\S]*A line break stands in this name, and no log can show it/u);
    for (const name of [...commands, 'baseline']) {
      const target = ['migrate', 'baseline'].includes(name) ? ['--target', 'mysql://u@127.0.0.1:1/shop'] : [];
      const { stdout, stderr } = await run(folder, [name, ...target]);
      assert.doesNotMatch(stdout + stderr, /^Ready to ship/mu, name);
    }
    const { stdout } = await run(folder, ['lint', '--format', 'github']);
    assert.doesNotMatch(stdout, /%0AReady|^Ready/mu);
  });

  for (const [what, make, message] of cases) {
    test(`${what} is refused by name`, async () => {
      await writeFile(join(folder, 'migrations/0.sql'), 'ALTER TABLE t ADD a INT;\n');
      await make();
      await refusedByAll([], message);
    });
  }

  test('a socket is refused by name', async () => {
    const server = createServer();
    await new Promise<void>((done) => server.listen(join(folder, 'migrations/1.sql'), done));
    await refusedByAll([], /1\.sql is a socket, no file/u);
    await new Promise((done) => server.close(done));
  });

  test('a directory that is named is refused', () =>
    refusedByAll(['--files', 'migrations'], /migrations is a directory, no file/u));

  test('a glob that leads out is refused', async () => {
    for (const glob of ['../outside/*.sql', 'migrations/../../outside/*', join(base, 'outside/*.sql')])
      await refusedByAll(['--files', glob], /leads out of/u, 'usage');
  });

  test('a file that somebody names may lie elsewhere, unless a file of the checkout names it', async () => {
    await writeFile(join(base, 'outside/1.sql'), 'ALTER TABLE t ADD a INT;\n');
    for (const path of ['../outside/1.sql', join(base, 'outside/1.sql')]) {
      const { exitCode, stdout } = await run(folder, ['plan', '--files', path]);
      assert.equal(exitCode, 0, stdout);
      assert.match(stdout, /ADD a INT/u);
    }
    await mkdir(join(folder, '.github'));
    await writeFile(join(folder, '.github/ghostship.yml'), 'files: ../outside/1.sql');
    await refusedByAll([], /outside\/1\.sql leads out of/u);
  });

  test('links within the checkout are followed, and a loop of them ends', async () => {
    await writeFile(join(folder, 'other/9.sql'), 'ALTER TABLE t ADD nine INT;\n');
    await link('../other/9.sql', 'migrations/1.sql');
    await link('../other', 'migrations/sub');
    await link('.', 'migrations/loop');
    const { exitCode, stdout } = await run(folder, ['plan']);
    assert.equal(exitCode, 0, stdout);
    assert.match(stdout, /migrations\/1\.sql:1[\s\S]*migrations\/sub\/9\.sql:1/u);
  });

  test('UTF-8 with a byte order mark is fine', async () => {
    await writeFile(join(folder, 'migrations/1.sql'), '\uFEFFALTER TABLE t DROP a;\n');
    assert.match((await run(folder, ['lint'])).stdout, /migrations\/1\.sql:1:15 error drop-column/u);
  });

  test('what the refusal of another encoding advises works', async () => {
    await writeFile(join(folder, 'migrations/1.sql'), latin1);
    const { stdout } = await run(folder, ['plan']);
    const [, advice = ''] = /for example: (iconv .*) > new\.sql/u.exec(stdout) ?? [];
    const { stdout: converted } = await command('sh', ['-c', advice], { cwd: folder });
    await writeFile(join(folder, 'migrations/1.sql'), converted);
    const again = await run(folder, ['plan']);
    assert.equal(again.exitCode, 0);
    assert.match(again.stdout, /'café'/u);
  });

  test('the config file of a checkout is read by the same rules', async () => {
    await mkdir(join(folder, '.github'));
    await link('../../outside/secret', '.github/ghostship.yml');
    await refusedByAll([], /ghostship\.yml leads out of/u, 'usage');
    await rm(join(folder, '.github/ghostship.yml'));
    await writeFile(join(folder, '.github/ghostship.yml'), Buffer.from('files: é.sql', 'latin1'));
    await refusedByAll([], /ghostship\.yml is not UTF-8/u, 'usage');
  });
});
