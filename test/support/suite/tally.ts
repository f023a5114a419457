import { relative } from 'node:path';
import type { EventData } from 'node:test';
import type { TestEvent } from 'node:test/reporters';
import { inspect } from 'node:util';
import { nodeWarningIn } from '../node-warnings.ts';

/** How many of the slowest files are worth a look. */
const shownSlowest = 10;

/** How much of each failure is told once more at the end, for those who keep only the end of a log. */
const shownOfFailure = 800;

type Ended = EventData.TestPass | EventData.TestFail;

/** Turns the events of a test run into one line per file, every failure in full, and the totals. */
export class Tally {
  readonly #print: (line: string) => void;
  /** What the files have written so far; shown only where a file fails. */
  readonly #written = new Map<string, string>();
  readonly #failuresOf = new Map<string, string[]>();
  readonly #failedFiles = new Set<string>();
  readonly #skipped: string[] = [];
  readonly #shown = new Set<string>();
  readonly #secondsOf = new Map<string, number>();
  #totals: EventData.TestSummary | null = null;

  constructor(print: (line: string) => void = console.log) {
    this.#print = print;
  }

  take({ type, data }: TestEvent): void {
    if (type === 'test:pass') this.#ended(data, null);
    if (type === 'test:fail') this.#ended(data, data.details.error);
    if (type === 'test:stdout' || type === 'test:stderr') {
      this.#written.set(data.file, (this.#written.get(data.file) ?? '') + data.message);
    }
    if (type === 'test:stderr' && nodeWarningIn(data.message) !== null) {
      this.#failedFiles.add(data.file);
      this.#fail(data.file, '✖ Node wrote a warning');
    }
    if (type === 'test:summary') this.#summed(data);
  }

  /** Prints what was skipped, what took longest and the totals. Returns whether everything passed and there was something to pass. */
  close(): boolean {
    if (this.#skipped.length > 0) this.#print(['', 'skipped:', ...this.#skipped.map((line) => `  ${line}`)].join('\n'));
    // A test belongs to the file that declares it, which need not be the one that was run.
    for (const file of this.#failuresOf.keys()) if (!this.#shown.has(file)) this.#show(file);
    this.#showSlowest();
    this.#showFailures();
    const counts = this.#totals?.counts ?? { tests: 0, passed: 0, skipped: 0, todo: 0 };
    const { tests, passed, skipped, todo } = counts;
    const failed = failedOf(counts);
    this.#print(`\n# tests ${tests}\n# pass ${passed}\n# fail ${failed}\n# skipped ${skipped}\n# todo ${todo}`);
    this.#print(`# duration_ms ${Math.round(this.#totals?.duration_ms ?? 0)}`);
    return tests > 0 && failed === 0 && this.#failuresOf.size === 0;
  }

  /** Those that were run: a test that failed may be declared by another file, which says nothing of who ran it. */
  get failedFiles(): readonly string[] {
    return [...this.#failedFiles];
  }

  #ended(test: Ended, error: Error | null): void {
    const file = test.file ?? '';
    if (test.skip !== undefined && test.skip !== false) {
      const reason = typeof test.skip === 'string' && test.skip !== '' ? test.skip : 'no reason given';
      this.#skipped.push(`${short(file)}: ${test.name}: ${reason}`);
    }
    if (error !== null && !isEcho(error) && test.todo === undefined) this.#fail(file, describeFailure(test, error));
    // A process that ends without having run a test is reported as one test, named like the file, and never summed up.
    if (test.name !== file) return;
    this.#failedFiles.add(file);
    if (error === null) this.#fail(file, '✖ there are no tests in it');
    this.#print(`✖ ${short(file)}`);
    this.#show(file);
  }

  #fail(file: string, description: string): void {
    this.#failuresOf.set(file, [...(this.#failuresOf.get(file) ?? []), description]);
  }

  #summed(summary: EventData.TestSummary): void {
    if (summary.file === undefined) {
      this.#totals = summary;
      return;
    }
    const { counts, file } = summary;
    // A test of this file may be declared by another one, which has its failure then.
    const hasFailed = this.#failuresOf.has(file) || failedOf(counts) > 0;
    if (hasFailed) this.#failedFiles.add(file);
    const mark = hasFailed ? '✖' : '✔';
    const seconds = summary.duration_ms / 1000;
    this.#secondsOf.set(file, seconds);
    this.#print(`${mark} ${short(file)}  ${counts.passed}/${counts.tests}  ${seconds.toFixed(1)} s`);
    this.#show(file);
  }

  /** One file is no choice. */
  #showSlowest(): void {
    if (this.#secondsOf.size < 2) return;
    const slowest = [...this.#secondsOf].sort(([, one], [, other]) => other - one).slice(0, shownSlowest);
    const lines = slowest.map(([file, seconds]) => `${seconds.toFixed(1).padStart(8)} s  ${short(file)}`);
    this.#print(['', 'slowest:', ...lines].join('\n'));
  }

  #showFailures(): void {
    if (this.#failuresOf.size === 0) return;
    this.#print('\nfailed:');
    for (const [file, failures] of this.#failuresOf) {
      this.#print(`  ${short(file)}`);
      for (const failure of failures) this.#print(indented(failure.slice(0, shownOfFailure)));
    }
  }

  #show(file: string): void {
    this.#shown.add(file);
    const failures = this.#failuresOf.get(file);
    if (failures === undefined) return;
    for (const failure of failures) this.#print(indented(failure));
    const written = this.#written.get(file);
    if (written !== undefined) this.#print(indented(`--- it wrote:\n${written.trimEnd()}\n---`));
  }
}

/** Cancelled tests did not pass either. */
function failedOf({ tests, passed, skipped, todo }: Record<'tests' | 'passed' | 'skipped' | 'todo', number>): number {
  return tests - passed - skipped - todo;
}

function describeFailure(test: Ended, error: Error): string {
  const place = test.line === undefined ? '' : ` (line ${test.line})`;
  return `✖ ${test.name === test.file ? 'the file itself' : test.name}${place}\n${inspect(causeOf(error))}`;
}

/** Of a failure inside the suite, which has been reported already. */
function isEcho(error: Error): boolean {
  return (error as { failureType?: unknown }).failureType === 'subtestsFailed';
}

/** The runner wraps what was thrown. */
function causeOf(error: Error): unknown {
  return error.cause ?? error;
}

function indented(text: string): string {
  return text.replaceAll(/^/gmu, '    ');
}

function short(file: string): string {
  return relative(process.cwd(), file);
}
