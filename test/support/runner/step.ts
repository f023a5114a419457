import { createInterface } from 'node:readline';
import { execa } from 'execa';
import { refuseNodeWarnings, traceWarnings } from '../node-warnings.ts';
import type { Environment } from './environment.ts';
import type { StepLog } from './step-log.ts';
import { type Grace, type StopSignal, stopProcess } from './stop-process.ts';

export interface StepProcess {
  readonly node: string;
  readonly script: string;
  readonly cwd: string;
  readonly env: Environment;
  readonly timeoutMs: number;
}

export interface StepExit {
  /** `null` when a signal ended it. */
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  /** What the runner sent, in order. */
  readonly sentSignals: readonly StopSignal[];
}

/** A script that runs as a step: what it writes goes to the log, both streams, line by line. */
export class Step {
  readonly exited: Promise<StepExit>;
  readonly #sentSignals: StopSignal[] = [];
  readonly #kill: (signal: StopSignal) => void;
  #isStopping = false;

  constructor({ node, script, cwd, env, timeoutMs }: StepProcess, log: StepLog) {
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
      for await (const line of createInterface({ input })) log.write(line);
    });
    this.#kill = (signal) => child.kill(signal);
    this.exited = Promise.all([child, ...streams]).then(([result]) => {
      if (result.timedOut) throw new Error(`The step ran for more than ${timeoutMs} ms:\n${log.text}`);
      refuseNodeWarnings(log.text);
      return {
        exitCode: result.exitCode ?? null,
        signal: result.signal ?? null,
        sentSignals: this.#sentSignals,
      };
    });
  }

  cancel(grace: Grace): void {
    if (this.#isStopping) return;
    this.#isStopping = true;
    const gone = this.exited.catch(() => undefined);
    void stopProcess((signal) => this.#send(signal), gone, grace);
  }

  kill(): void {
    this.#kill('SIGKILL');
  }

  #send(signal: StopSignal): void {
    this.#sentSignals.push(signal);
    this.#kill(signal);
  }
}
