import { type ChildProcess, fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { z } from 'zod';
import { traceWarnings } from '../node-warnings.ts';
import type { StepProcess } from './start-script.ts';
import type { StopSignal } from './stop-process.ts';

/** How a script ended. */
export interface ScriptEnd {
  /** `null` when a signal ended it. */
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** A process that runs one script after the other. A signal, or a script that ends the process, makes it the last one. */
export class StepHost implements Disposable {
  readonly #child: ChildProcess;
  readonly #streams: readonly Readable[];
  /** The toolkit of actions writes all summaries of a process where it has written the first one. */
  readonly #summary = join(tmpdir(), `ghostship-summary-${randomUUID()}`);
  #isReusable = true;

  constructor(node: string) {
    this.#child = fork(join(import.meta.dirname, 'step-host.mjs'), [], {
      execPath: node,
      execArgv: [traceWarnings],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    this.#streams = [this.#child.stdout, this.#child.stderr].filter((stream) => stream !== null);
  }

  get isReusable(): boolean {
    return this.#isReusable && this.#child.connected;
  }

  kill(signal: StopSignal): void {
    this.#isReusable = false;
    this.#child.kill(signal);
  }

  async run({ script, cwd, env }: StepProcess, onLine: (line: string) => void): Promise<ScriptEnd> {
    const child = this.#child;
    const settled = new AbortController();
    const end = randomUUID();
    const closed = once(child, 'close', settled).then(() => null);
    const told = once(child, 'message', settled).then(([message]) => endSchema.parse(message));
    const read = Promise.all(this.#streams.map((stream) => readUntil(stream, end, onLine)));
    writeFileSync(this.#summary, '');
    try {
      child.send({ script, cwd, env: { ...env, GITHUB_STEP_SUMMARY: this.#summary }, end });
      const ended = await Promise.race([told, closed]);
      await read;
      if (ended === null) return { exitCode: child.exitCode, signal: child.signalCode };
      this.#isReusable &&= ended.isClean;
      return { exitCode: ended.exitCode, signal: null };
    } finally {
      settled.abort();
      const { GITHUB_STEP_SUMMARY: wanted } = env;
      if (wanted !== undefined) writeFileSync(wanted, readFileSync(this.#summary));
      rmSync(this.#summary);
    }
  }

  [Symbol.dispose](): void {
    this.#child.kill('SIGKILL');
  }
}

const endSchema = z.object({ exitCode: z.number(), isClean: z.boolean() });

/** Reads lines until one ends with the mark, or the stream does. */
function readUntil(stream: Readable, mark: string, onLine: (line: string) => void): Promise<void> {
  return new Promise((resolve) => {
    const lines = createInterface({ input: stream });
    lines.on('close', resolve);
    lines.on('line', (line) => {
      if (!line.endsWith(mark)) return onLine(line);
      if (line !== mark) onLine(line.slice(0, -mark.length));
      lines.close();
    });
  });
}
