import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { nodeWarningIn } from '../node-warnings.ts';
import { CommandHost } from './command-host.ts';

/** A program that does what its first argument says. */
const program = `
  const [, , what] = process.argv;
  console.log('does ' + what);
  if (what === 'fails') process.exitCode = 3;
  if (what === 'warns') process.emitWarning('eleven listeners');
  if (what === 'breaks') throw new Error('broken at once');
  if (what === 'lingers') setInterval(() => {}, 1_000);
  if (what === 'ends late') setTimeout(() => console.log('late'), 100);
  if (what === 'breaks late') setTimeout(() => { throw new Error('broken later'); }, 100);
  if (what === 'hangs') await new Promise((resolve) => setTimeout(resolve, 60_000));
`;

describe('a command host', () => {
  let folder = '';
  let file = '';
  const never = new AbortController().signal;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ghostship-host-'));
    file = join(folder, 'program.mjs');
    await writeFile(file, program);
  });
  after(() => rm(folder, { recursive: true }));

  it('runs one command after the other, and tells each by itself', async () => {
    const host = new CommandHost(file);
    assert.deepEqual(await host.run({ args: ['fails'] }, never), { exitCode: 3, output: 'does fails\n' });
    assert.deepEqual(await host.run({ args: ['works'] }, never), { exitCode: 0, output: 'does works\n' });
    assert.ok(host.isReusable);
  });

  it('waits for what a process would wait for', async () => {
    const host = new CommandHost(file);
    assert.deepEqual(await host.run({ args: ['ends late'] }, never), { exitCode: 0, output: 'does ends late\nlate\n' });
    assert.ok(host.isReusable);
  });

  it('shows what Node warns of', async () => {
    const { output } = await new CommandHost(file).run({ args: ['warns'] }, never);
    assert.match(nodeWarningIn(output) ?? '', /Warning: eleven listeners\n.*program\.mjs/su);
  });

  for (const what of ['breaks', 'breaks late']) {
    it(`ends with a command that ${what}`, async () => {
      const host = new CommandHost(file);
      const { exitCode, output } = await host.run({ args: [what] }, never);
      assert.equal(exitCode, 1);
      assert.match(output, new RegExp(`does ${what}`, 'u'));
      assert.match(output, /Error: broken (at once|later)/u);
      assert.ok(!host.isReusable);
    });
  }

  it('is used no more after a command that leaves something behind', async () => {
    const host = new CommandHost(file, 300);
    assert.deepEqual(await host.run({ args: ['lingers'] }, never), { exitCode: 0, output: 'does lingers\n' });
    assert.ok(!host.isReusable);
  });

  it('is killed by the signal', async () => {
    const host = new CommandHost(file);
    const controller = new AbortController();
    const running = host.run({ args: ['hangs'] }, controller.signal);
    controller.abort();
    assert.equal((await running).exitCode, -1);
    assert.ok(!host.isReusable);
  });
});
