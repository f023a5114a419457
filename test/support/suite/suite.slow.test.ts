import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { execa } from 'execa';

const preamble = `import { describe, test } from 'node:test';\nimport assert from 'node:assert/strict';\n`;

/** They wait for processes more than they compute. */
const concurrency = 4;

describe('the test run', { concurrency }, () => {
  test('passing tests pass, and what was skipped is listed with its reason', async () => {
    const result = await runSuite({
      a: `${preamble}test('one', () => {}); test('two', { skip: 'no such server' }, () => {});`,
    });
    assert.equal(result.exitCode, 0);
    assert.match(result.output, /✔ .*a\.test\.ts {2}1\/2/u);
    assert.match(result.output, /skipped:\n.*a\.test\.ts: two: no such server/u);
    assert.match(result.output, /# tests 2\n# pass 1\n# fail 0\n# skipped 1\n/u);
  });

  test('a failing test fails the run, and shows what was thrown and what the file wrote', async () => {
    const result = await runSuite({
      a: `${preamble}console.log('a hint'); test('sums', () => assert.equal(1 + 1, 3));`,
      b: `${preamble}test('fine', () => {});`,
    });
    assert.equal(result.exitCode, 1);
    assert.match(result.output, /✖ sums \(line \d+\)\n.*2 !== 3/su);
    assert.match(result.output, /a hint/u);
    assert.match(result.output, /slowest:\n +\d+\.\d s {2}.*\.test\.ts\n +\d+\.\d s {2}.*\.test\.ts\n/u);
    assert.match(result.output, /# tests 2\n# pass 1\n# fail 1\n/u);
    assert.match(result.output, /failed:\n.*a\.test\.ts\n.*✖ sums.*2 !== 3.*# tests 2/su, 'and once more at the end');
  });

  test('a file is marked as failed by a test that another file declares for it', async () => {
    const result = await runSuite({
      a: `${preamble}await import('./declared.test.ts').then(({ declare }) => declare());`,
      declared: `${preamble}export const declare = () => test('sums', () => assert.equal(1 + 1, 3));`,
    });
    assert.match(result.output, /✖ .*a\.test\.ts {2}0\/1/u);
    assert.equal(result.exitCode, 1);
  });

  test('a failing test that draws numbers says how to draw the same again', async () => {
    const random = JSON.stringify(join(import.meta.dirname, '../random.ts'));
    const drawing = {
      a: `${preamble}import { seededRandom, seedFor } from ${random};
        test('one', () => assert.fail(String(seededRandom(seedFor('one')).between(0, 1e9))));`,
    };
    const first = await runSuite(drawing);
    const seed = /GHOSTSHIP_SEED=(\d+)/u.exec(first.output)?.[1];
    assert.notEqual(seed, undefined, first.output);
    const drawn = ({ output }: { output: string }) => /AssertionError.*: (\d+)/u.exec(output)?.[1];
    assert.notEqual(drawn(first), undefined, first.output);
    assert.equal(drawn(await runSuite(drawing, { GHOSTSHIP_SEED: seed })), drawn(first));
    assert.notEqual(drawn(await runSuite(drawing)), drawn(first));
  });

  test('a file that cannot be loaded fails the run', async () => {
    const result = await runSuite({ a: `throw new Error('broken at once');` });
    assert.equal(result.exitCode, 1);
    assert.match(result.output, /broken at once/u);
  });

  test('a warning of Node fails the run, and says where it comes from', async () => {
    const result = await runSuite({
      a: `${preamble}test('one', function leaky() { process.emitWarning('eleven listeners'); });`,
    });
    assert.equal(result.exitCode, 1);
    assert.match(result.output, /Node wrote a warning/u);
    assert.match(result.output, /Warning: eleven listeners\n.*leaky/su);
  });

  test('a file without tests fails the run', async () => {
    const result = await runSuite({ a: 'export {};' });
    assert.equal(result.exitCode, 1);
    assert.match(result.output, /there are no tests in it/u);
  });

  test('in a whole run, what fails once and passes alone is told as unsteady', async () => {
    const result = await runSuite({ ...failsOnce(1), b: `${preamble}test('fine', () => {});` }, {}, 'whole');
    assert.equal(result.exitCode, 0, result.output);
    assert.match(result.output, /✖ one0 \(line \d+\)/u);
    assert.match(result.output, /unsteady, look for the cause:\n.*f0\.test\.ts/u);
  });

  test('in a whole run, a test that another file declares is run again with the file that has it', async () => {
    const { f0 } = failsOnce(1);
    const result = await runSuite({ 'shared.ts': f0 ?? '', a: `await import('./shared.ts');` }, {}, 'whole');
    assert.equal(result.exitCode, 0, result.output);
    assert.match(result.output, /unsteady, look for the cause:\n.*a\.test\.ts/u);
  });

  test('in a whole run, what fails twice fails the run', async () => {
    const result = await runSuite({ a: `${preamble}test('one', () => assert.fail('twice'));` }, {}, 'whole');
    assert.equal(result.exitCode, 1);
    assert.doesNotMatch(result.output, /unsteady/u);
  });

  test('in a whole run, many files that fail once fail the run', async () => {
    const result = await runSuite(failsOnce(6), {}, 'whole');
    assert.equal(result.exitCode, 1);
    assert.doesNotMatch(result.output, /once more/u);
  });

  test('a hook that fails fails the run', async () => {
    const result = await runSuite({
      a: `${preamble}import { after } from 'node:test'; after(() => { throw new Error('left over'); }); test('one', () => {});`,
    });
    assert.equal(result.exitCode, 1);
    assert.match(result.output, /left over/u);
  });
});

/** Files that pass in their second run. */
function failsOnce(count: number): Record<string, string> {
  const files = Array.from({ length: count }, (_, index) => [
    `f${index}`,
    `${preamble}import { existsSync, writeFileSync } from 'node:fs';
      const mark = import.meta.filename + '.ran';
      test('one${index}', () => { const ran = existsSync(mark); writeFileSync(mark, ''); assert.ok(ran); });`,
  ]);
  return Object.fromEntries(files) as Record<string, string>;
}

/** The run of the files alone: what starts servers for it takes longer to load than these files take. */
const programs = {
  some: `
  import { runTests } from ${JSON.stringify(join(import.meta.dirname, 'run-tests.ts'))};
  process.exitCode = (await runTests(process.argv.slice(2), new AbortController().signal)).passed ? 0 : 1;`,
  whole: `
  import { runAll } from ${JSON.stringify(join(import.meta.dirname, 'run-tests.ts'))};
  process.exitCode = (await runAll(process.argv.slice(2), new AbortController().signal)) ? 0 : 1;`,
};

/** @param files those to run; one whose name ends with `.ts` is there for others to import */
async function runSuite(
  files: Readonly<Record<string, string>>,
  env: NodeJS.ProcessEnv = {},
  program: keyof typeof programs = 'some',
): Promise<{ exitCode: number; output: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'ghostship-suite-'));
  try {
    const paths: string[] = [];
    for (const [name, text] of Object.entries(files)) {
      const isRun = !name.endsWith('.ts');
      const path = join(folder, isRun ? `${name}.test.ts` : name);
      await writeFile(path, text);
      if (isRun) paths.push(path);
    }
    const entry = join(folder, 'run.mjs');
    await writeFile(entry, programs[program]);
    const { exitCode = -1, all } = await execa(process.execPath, [entry, ...paths], {
      all: true,
      reject: false,
      // A run inside a test run would be skipped.
      env: { NODE_TEST_CONTEXT: undefined, ...env },
    });
    return { exitCode, output: all };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
