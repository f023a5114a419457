import { run } from 'node:test';
import type { TestEvent } from 'node:test/reporters';
import { traceWarnings } from '../node-warnings.ts';
import { Tally } from './tally.ts';

/** Most of a test's time is waiting for a server, so three at a time keep two cores busy. */
const filesAtATime = 3;

/** Threads that help to collect garbage would take the cores of the servers. */
const thrifty = ['--single-threaded-gc', '--max-semi-space-size=32'];

/** Far above the slowest file: only what hangs takes as long. */
const fileTimeoutMs = 30 * 60 * 1000;

/**
 * Runs the files, each in a process of its own; prints as they finish and the totals last.
 *
 * @param only a pattern for the names of tests
 * @returns whether all passed
 */
export async function runTests(files: readonly string[], signal: AbortSignal, only?: string): Promise<boolean> {
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
  return tally.close();
}
