import { createInterface } from 'node:readline';
import { execa } from 'execa';
import { traceWarnings } from '../node-warnings.ts';
import type { Environment } from './environment.ts';
import { type ScriptEnd, StepHost } from './step-host.ts';
import type { StopSignal } from './stop-process.ts';

export interface StepProcess {
  readonly node: string;
  readonly script: string;
  readonly cwd: string;
  readonly env: Environment;
  readonly timeoutMs: number;
}

export interface StartedScript {
  /** Once all that it wrote has been read. @throws Error where it took too long */
  readonly ended: Promise<ScriptEnd>;
  readonly kill: (signal: StopSignal) => void;
}

export interface ScriptStarter {
  /** @param onLine gets what it writes, both streams, line by line */
  start(step: StepProcess, onLine: (line: string) => void): StartedScript;
}

/** Each script in a process of its own, as the runner does. */
export const oneProcessEach: ScriptStarter = {
  start({ node, script, cwd, env, timeoutMs }, onLine) {
    const child = execa(node, [traceWarnings, script], {
      cwd,
      env,
      extendEnv: false,
      stdin: 'ignore',
      buffer: false,
      reject: false,
      timeout: timeoutMs,
      killSignal: 'SIGKILL',
    });
    const streams = [child.stdout, child.stderr].map(async (input) => {
      for await (const line of createInterface({ input })) onLine(line);
    });
    const ended = Promise.all([child, ...streams]).then(([{ exitCode, signal, timedOut }]) => {
      if (timedOut) throw tookTooLong(timeoutMs);
      return { exitCode: exitCode ?? null, signal: signal ?? null };
    });
    return { ended, kill: (signal) => child.kill(signal) };
  },
};

/** Processes that run more than one script, for tests that are about what a script does and not about its process. */
export class StepHosts implements ScriptStarter, Disposable {
  readonly #all = new Set<StepHost>();
  #idle: StepHost[] = [];

  start(step: StepProcess, onLine: (line: string) => void): StartedScript {
    const host = this.#idle.pop() ?? new StepHost(step.node);
    this.#all.add(host);
    return { ended: this.#run(host, step, onLine), kill: (signal) => host.kill(signal) };
  }

  async #run(host: StepHost, step: StepProcess, onLine: (line: string) => void): Promise<ScriptEnd> {
    let timedOut = false;
    const timer = setTimeout(() => {
      timedOut = true;
      host.kill('SIGKILL');
    }, step.timeoutMs);
    try {
      const end = await host.run(step, onLine);
      if (timedOut) throw tookTooLong(step.timeoutMs);
      if (host.isReusable) this.#idle.push(host);
      else this.#drop(host);
      return end;
    } finally {
      clearTimeout(timer);
    }
  }

  #drop(host: StepHost): void {
    host[Symbol.dispose]();
    this.#all.delete(host);
  }

  [Symbol.dispose](): void {
    for (const host of this.#all) this.#drop(host);
    this.#idle = [];
  }
}

function tookTooLong(timeoutMs: number): Error {
  return new Error(`The step ran for more than ${timeoutMs} ms`);
}
