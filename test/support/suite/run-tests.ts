import { run } from 'node:test';
import type { TestEvent } from 'node:test/reporters';
import { traceWarnings } from '../node-warnings.ts';
import { Tally } from './tally.ts';

/** Most of a test's time is waiting for a server, so four at a time keep two cores busy. */
const filesAtATime = 4;

/** Threads that help to collect garbage would take the cores of the servers. */
const thrifty = ['--single-threaded-gc', '--max-semi-space-size=32'];

/** Far above the slowest file: only what hangs takes as long. */
const fileTimeoutMs = 30 * 60 * 1000;

export interface TestRun {
  /** `false` also where there was nothing to pass. */
  readonly passed: boolean;
  /** Those that were run, and in which something failed. */
  readonly failedFiles: readonly string[];
}

/** More files than that do not fail for a busy machine. */
const mostUnsteady = 5;

/**
 * Runs the files like {@link runTests}. A whole run keeps the machine busy for an hour: what failed in it runs once more, a file at
 * a time. What passes then is told as unsteady.
 *
 * @returns whether all passed
 */
export async function runAll(files: readonly string[], signal: AbortSignal): Promise<boolean> {
  const { passed, failedFiles } = await runTests(files, signal);
  if (passed || signal.aborted || failedFiles.length > mostUnsteady) return passed;
  console.log('\nonce more, a file at a time:');
  for (const file of failedFiles) if (!(await runTests([file], signal)).passed) return false;
  console.log(['', 'unsteady, look for the cause:', ...failedFiles.map((file) => `  ${file}`)].join('\n'));
  return failedFiles.length > 0;
}

/**
 * Runs the files, each in a process of its own; prints as they finish and the totals last.
 *
 * @param only a pattern for the names of tests
 */
export async function runTests(files: readonly string[], signal: AbortSignal, only?: string): Promise<TestRun> {
  const tally = new Tally();
  const events: AsyncIterable<TestEvent> = run({
    files,
    concurrency: filesAtATime,
    isolation: 'process',
    execArgv: [traceWarnings, ...thrifty],
    timeout: fileTimeoutMs,
    ...(only === undefined ? {} : { testNamePatterns: only }),
    signal,
  });
  for await (const event of events) tally.take(event);
  return { passed: tally.close(), failedFiles: tally.failedFiles };
}
