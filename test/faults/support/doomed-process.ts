import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { type Change, type Place, requestFor } from './request.ts';

/** A migration in a process of its own. */
export interface DoomedProcess extends AsyncDisposable {
  /** SIGKILL: nothing is tidied up, no connection is closed in order. Resolves when it is gone. */
  kill(): Promise<void>;
  /** It does nothing until it is woken up, and its connections stay open. */
  stop(): void;
  wake(): void;
}

export function startDoomed(place: Place, change: Partial<Change> = {}): DoomedProcess {
  const script = join(import.meta.dirname, 'doomed.ts');
  const child = spawn(process.execPath, [script, JSON.stringify(requestFor(place, change))], { stdio: 'inherit' });
  return {
    kill: () => end(child),
    stop: () => void child.kill('SIGSTOP'),
    wake: () => void child.kill('SIGCONT'),
    [Symbol.asyncDispose]: () => end(child),
  };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill('SIGKILL');
  await exit;
}
