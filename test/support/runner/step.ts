import { refuseNodeWarnings } from '../node-warnings.ts';
import type { ScriptStarter, StepProcess } from './start-script.ts';
import type { StepLog } from './step-log.ts';
import { type Grace, type StopSignal, stopProcess } from './stop-process.ts';

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

  constructor(process: StepProcess, starter: ScriptStarter, log: StepLog) {
    const script = starter.start(process, (line) => log.write(line));
    this.#kill = script.kill;
    this.exited = script.ended.then(
      (end) => {
        refuseNodeWarnings(log.text);
        return { ...end, sentSignals: this.#sentSignals };
      },
      (error: unknown) => {
        throw new Error(`${String(error)}:\n${log.text}`, { cause: error });
      },
    );
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
