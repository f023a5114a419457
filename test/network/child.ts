import { stripVTControlCharacters } from 'node:util';
import { execa } from 'execa';
import { messageOf } from '../../src/support/errors.ts';
import { waitFor } from '../support/wait-for.ts';

/** The built command line in a process of its own. */
export interface Child extends AsyncDisposable {
  /** Everything it has said so far, on both streams. */
  readonly said: string;
  kill(signal: NodeJS.Signals): void;
  says(pattern: RegExp, timeoutMs?: number): Promise<void>;
  /** Waits for the process to be gone. @throws Error where it is still there after the time */
  ends(timeoutMs: number): Promise<Ended>;
}

export interface Ended {
  readonly exitCode: number | undefined;
  readonly said: string;
  /** How long the process was there after it had said its last word. */
  readonly lingeredMs: number;
}

const node = process.env.GHOSTSHIP_NODE ?? process.execPath;

export function startChild(main: string, args: readonly string[], password: string, cwd = process.cwd()): Child {
  let said = '';
  let saidAt = performance.now();
  const env = { GHOSTSHIP_PASSWORD: password };
  // A process that is asked to end has the time that it takes: how long that is, is what the tests look at.
  const options = { reject: false, stdin: 'ignore', env, cwd, buffer: false, forceKillAfterDelay: false } as const;
  const child = execa(node, [main, ...args], options);
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8');
    stream.on('data', (text: string) => {
      said += stripVTControlCharacters(text);
      saidAt = performance.now();
    });
  }
  let gone: Ended | null = null;
  const ended = child.then(({ exitCode }) => {
    gone = { exitCode, said, lingeredMs: performance.now() - saidAt };
  });
  return {
    get said() {
      return said;
    },
    kill: (signal) => void child.kill(signal),
    async says(pattern, timeoutMs = 30_000) {
      await waitFor(() => pattern.test(said) || gone, { timeoutMs, what: `${String(pattern)} to be said` });
      if (!pattern.test(said)) throw new Error(`It ended without ${String(pattern)}: ${said}`);
    },
    async ends(timeoutMs) {
      return await waitFor(() => gone, { timeoutMs, what: 'the process to end' }).catch((error: unknown) => {
        throw new Error(`${messageOf(error)} It has said: ${said}`);
      });
    },
    async [Symbol.asyncDispose]() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
