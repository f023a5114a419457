import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { Socket } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { traceWarnings } from '../node-warnings.ts';

/** As a user has it: the bundle promises to run on an older Node than the tests do. */
const node = process.env.GHOSTSHIP_NODE || process.execPath;

/** As quick as one core can collect what a short run leaves; the threads that help would take the cores of the servers. */
const nodeFlags = [traceWarnings, '--single-threaded-gc', '--max-semi-space-size=32'];

/** Far above the slowest scenario: what hangs is stopped, and fails by its exit code. */
const limitMs = 150_000;

export interface Command {
  readonly args: readonly string[];
  /** Default that of this process. */
  readonly cwd?: string;
  /** Added to the variables of this process. */
  readonly env?: Readonly<Record<string, string>>;
}

export interface FinishedCommand {
  /** -1 where it was stopped for taking too long, or because the signal said so. */
  readonly exitCode: number;
  /** What it wrote to the terminal. */
  readonly output: string;
}

/** A child process that runs one command after the other. It ends with this process, and does not keep it alive. */
export class CommandHost {
  readonly #child: ChildProcess;
  #isClean = true;
  /** By Node itself, such as why the process ended. */
  #written = '';

  /**
   * @param program the module that reads `process.argv` and runs the command
   * @param lingerMs how long it waits after a command for what still holds the process; the usual value is above the
   *   limit in `src/support/end-soon.ts`
   */
  constructor(program: string, lingerMs = 4_000) {
    const args = [pathToFileURL(program).href, String(lingerMs)];
    this.#child = fork(join(import.meta.dirname, 'command-host.mjs'), args, {
      execPath: node,
      execArgv: nodeFlags,
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      // Our own zone must not matter, so it is one that nobody shares.
      env: { ...process.env, TZ: 'Pacific/Chatham' },
    });
    this.#child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.#written += text;
    });
    this.#hold(false);
  }

  /** False once it has ended, and where a command has left something that would have held a process of its own. */
  get isReusable(): boolean {
    return this.#isClean && this.#child.connected;
  }

  /** Aborting the signal kills it. */
  async run({ args, cwd = process.cwd(), env = {} }: Command, signal: AbortSignal): Promise<FinishedCommand> {
    const child = this.#child;
    const settled = new AbortController();
    const stop = AbortSignal.any([signal, AbortSignal.timeout(limitMs)]);
    const kill = (): void => void child.kill('SIGKILL');
    this.#hold(true);
    stop.addEventListener('abort', kill, { signal: settled.signal });
    try {
      const answer = once(child, 'message', settled).then(([message]) => answerSchema.parse(message));
      const end = once(child, 'close', settled).then(() => null);
      child.send({ args, cwd, env });
      if (stop.aborted) kill();
      const answered = await Promise.race([answer, end]);
      if (answered === null) return { exitCode: child.exitCode ?? -1, output: this.#written };
      this.#isClean = answered.isClean;
      if (!this.#isClean) kill();
      return { exitCode: answered.exitCode, output: answered.output };
    } finally {
      settled.abort();
      this.#hold(false);
    }
  }

  /** Whether our own process waits for it. */
  #hold(isHeld: boolean): void {
    const { channel, stderr } = this.#child;
    for (const handle of [this.#child, channel, stderr instanceof Socket ? stderr : null]) {
      if (isHeld) handle?.ref();
      else handle?.unref();
    }
  }
}

const answerSchema = z.object({
  exitCode: z.number(),
  output: z.string(),
  isClean: z.boolean(),
});
