import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { checks, runChecks } from './checks.ts';
import { keepCompiled } from './keep-compiled.ts';
import { runAll, runTests } from './run-tests.ts';
import { provideServers, reportDeaths } from './servers-for-run.ts';
import { findTestFiles } from './test-files.ts';

/** A run that takes longer is stuck, even on a slow machine: it ends with what it has found by then. */
const runLimitMs = 80 * 60 * 1000;
const longRunLimitMs = 4 * 60 * 60 * 1000;

keepCompiled();

await new Command('script/test')
  .description(
    'Checks, builds and tests everything against real servers, private ones unless the environment names some.',
  )
  .argument('[paths...]', 'test files, or folders of them, to run without the checks; by default everything')
  .option('--long', 'also what takes hours: every case on every server, long forms, and files named *.long.*')
  .option('--only <pattern>', 'run only tests whose name matches, the names of what they stand in before it')
  .action(async (paths: string[], { long = false, only }: { long?: boolean; only?: string }) => {
    if (long) process.env.GHOSTSHIP_LONG = '1';
    if (!long && paths.length === 0) process.env.GHOSTSHIP_TURNS = '1';
    process.exitCode = (await runSuite({ paths, long, only })) ? 0 : 1;
  })
  .parseAsync();

interface Wanted {
  readonly paths: readonly string[];
  readonly long: boolean;
  readonly only: string | undefined;
}

async function runSuite({ paths, long, only }: Wanted): Promise<boolean> {
  const files = findTestFiles(paths, long);
  const signal = AbortSignal.any([interruption(), AbortSignal.timeout(long ? longRunLimitMs : runLimitMs)]);
  const problems = paths.length === 0 ? await runChecks(checks, signal) : [];
  await using owner = new AsyncDisposableStack();
  process.env.GHOSTSHIP_RUN_FOLDER = await makeRunFolder(owner);
  const provided = await provideServers(owner);
  problems.push(...provided.problems);
  const isWhole = paths.length === 0 && only === undefined;
  const passed = isWhole ? await runAll(files, signal) : (await runTests(files, signal, only)).passed;
  problems.push(...reportDeaths(provided.servers));
  for (const problem of problems) console.log(`✖ ${problem.split('\n', 1)[0]}`);
  if (signal.aborted) console.log(`✖ stopped early: ${String(signal.reason)}`);
  return passed && problems.length === 0 && !signal.aborted;
}

/** Where files of one run leave for the others what need not be made twice. */
async function makeRunFolder(owner: AsyncDisposableStack): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'ghostship-run-'));
  owner.defer(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Ctrl-C stops the tests and the servers, and still prints what was found. */
function interruption(): AbortSignal {
  const controller = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) {
    process.once(name, () => controller.abort(new Error(`received ${name}`)));
  }
  return controller.signal;
}
