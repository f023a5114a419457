import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import mysql from 'mysql2/promise';
import { waitFor } from '../wait-for.ts';
import { account } from './account.ts';

/** One run of a server program, from spawn to exit. */
export interface ServerProcess {
  readonly pid: number;
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
    await waitFor(() => isGone(child) || accepts(port), {
      timeoutMs: readyWithinMs,
      what: 'the server to accept connections',
      everyMs: 50,
    });
    if (isGone(child)) throw new Error('The server exited while starting.');
  } catch (error) {
    await end(child, 'SIGKILL');
    throw new Error(`${program} is not up.\n${lastLines(errorLog)}`, { cause: error });
  }
  return { pid, stop: () => end(child, 'SIGTERM'), kill: () => end(child, 'SIGKILL') };
}

/** @throws when the server is up and refuses the account: waiting would not help. */
export async function accepts(port: number): Promise<boolean> {
  try {
    const connection = await mysql.createConnection({ host: '127.0.0.1', port, ...account });
    await connection.end();
    return true;
  } catch (error) {
    if ((error as { code?: unknown }).code === 'ER_ACCESS_DENIED_ERROR') throw error;
    return false;
  }
}

export function lastLines(file: string, count = 40): string {
  return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-count).join('\n');
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
