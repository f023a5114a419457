import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { waitFor } from '../wait-for.ts';
import { account } from './account.ts';
import { query } from './test-database.ts';

/** One run of a server program, from spawn to exit. */
export interface ServerProcess {
  readonly pid: number;
  readonly version: string;
  /** How it ended without being asked to, with the end of its error log; `null` while it runs or once it was asked. */
  unexpectedEnd(): string | null;
  /** Asks it to shut down; resolves when it has. */
  stop(): Promise<void>;
  /** SIGKILL; resolves when it is gone. */
  kill(): Promise<void>;
}

export interface Launch {
  readonly command: readonly [string, ...string[]];
  readonly flags: readonly string[];
  readonly errorLog: string;
  readonly port: number;
  /** Called as soon as there is a process, long before it is ready. */
  readonly onSpawn?: (pid: number) => void;
}

const readyWithinMs = 120_000;

/**
 * Starts the program and waits until it accepts our account.
 *
 * @throws Error with the end of the error log when it exits first or is not ready in time
 */
export async function launch({ command, flags, errorLog, port, onSpawn }: Launch): Promise<ServerProcess> {
  const [program, ...prefix] = command;
  // What it says before it has opened its log goes to the same place.
  const log = openSync(errorLog, 'a');
  const child = spawn(program, [...prefix, ...flags], { detached: true, stdio: ['ignore', log, log] });
  closeSync(log);
  await once(child, 'spawn');
  const { pid } = child;
  if (pid === undefined) throw new Error(`${program} did not start.`);
  onSpawn?.(pid);
  child.unref();
  try {
    const version = await waitFor(() => (isGone(child) ? exited() : askVersion(port)), {
      timeoutMs: readyWithinMs,
      what: 'the server to accept connections',
      everyMs: 50,
    });
    return handle(child, pid, version, errorLog);
  } catch (error) {
    await end(child, 'SIGKILL');
    throw new Error(`${command.at(-1)} is not up.\n${lastLines(errorLog)}`, { cause: error });
  }
}

function handle(child: ChildProcess, pid: number, version: string, errorLog: string): ServerProcess {
  let isAsked = false;
  const endBy = async (signal: 'SIGTERM' | 'SIGKILL'): Promise<void> => {
    // One that is gone by now went by itself.
    isAsked ||= !isGone(child);
    await end(child, signal);
  };
  return {
    pid,
    version,
    unexpectedEnd: () =>
      isGone(child) && !isAsked ? `exit ${child.exitCode ?? child.signalCode}\n${lastLines(errorLog, 120)}` : null,
    stop: () => endBy('SIGTERM'),
    kill: () => endBy('SIGKILL'),
  };
}

/**
 * The version of the server on that port, as it says itself; `null` when none answers.
 *
 * @throws when one does and refuses the account: waiting would not help
 */
export async function askVersion(port: number): Promise<string | null> {
  try {
    const [row] = await query({ host: '127.0.0.1', port, ...account }, 'SELECT VERSION() AS version');
    return String(row?.version);
  } catch (error) {
    if ((error as { code?: unknown }).code === 'ER_ACCESS_DENIED_ERROR') throw error;
    return null;
  }
}

export function lastLines(file: string, count = 40): string {
  return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-count).join('\n');
}

function exited(): never {
  throw new Error('It exited while starting.');
}

function isGone(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

async function end(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  if (isGone(child)) return;
  child.ref();
  const exit = once(child, 'exit');
  child.kill(signal);
  await exit;
}
