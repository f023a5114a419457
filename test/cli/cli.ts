import { AsyncLocalStorage } from 'node:async_hooks';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { mock } from 'node:test';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { runProgram } from '../../src/cli/program.ts';
import { refuseNodeWarnings, traceWarnings } from '../support/node-warnings.ts';

/** The sources themselves: the bundle is tested where it matters, on the oldest Node. */
const main = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));

export interface CliRun {
  readonly exitCode: number | undefined;
  readonly stdout: string;
  readonly stderr: string;
}

export interface StartedCli {
  kill(signal: NodeJS.Signals): void;
  /** Rejects where Node itself wrote a warning. */
  readonly ended: Promise<CliRun>;
}

/** A run that is told to stop has ended by then. */
const endsWithinMs = 10_000;

/** In a process of its own, which can be sent signals. */
export function start(folder: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): StartedCli {
  const options = { reject: false, stdin: 'ignore', cwd: folder, env, forceKillAfterDelay: endsWithinMs } as const;
  const child = execa(process.execPath, [traceWarnings, main, ...args], options);
  return {
    kill: (signal) => void child.kill(signal),
    ended: child.then(({ exitCode, stdout, stderr }) => {
      refuseNodeWarnings(stderr);
      return { exitCode, stdout: plain(stdout), stderr: plain(stderr) };
    }),
  };
}

/** In this process, which saves starting another. Folder and environment are the process's, so only one runs at a time. */
export async function run(folder: string, args: readonly string[], env: Record<string, string> = {}): Promise<CliRun> {
  const written = { stdout: '', stderr: '' };
  const restore = [enter(folder), setVariables(env), divert('stdout'), divert('stderr')];
  try {
    const exitCode = await outputs.run(written, () => runProgram([process.execPath, main, ...args]));
    return { exitCode, stdout: plain(written.stdout), stderr: plain(written.stderr) };
  } finally {
    for (const undo of restore.reverse()) undo();
  }
}

export async function readJson(folder: string, path: string): Promise<Record<string, unknown>> {
  return JSON.parse(await readFile(join(folder, path), 'utf8')) as Record<string, unknown>;
}

type Undo = () => void;

/** What the program has written, known wherever it does: the test run writes its results to the same streams meanwhile. */
const outputs = new AsyncLocalStorage<Record<'stdout' | 'stderr', string>>();

function divert(name: 'stdout' | 'stderr'): Undo {
  const stream = process[name];
  const write = stream.write.bind(stream) as (...args: unknown[]) => boolean;
  const diverted = mock.method(stream, 'write', (...args: unknown[]): boolean => {
    const written = outputs.getStore();
    if (written === undefined) return write(...args);
    written[name] += String(args[0]);
    return true;
  });
  return () => diverted.mock.restore();
}

function enter(folder: string): Undo {
  const before = process.cwd();
  process.chdir(folder);
  return () => process.chdir(before);
}

function setVariables(env: Readonly<Record<string, string>>): Undo {
  const before = { ...process.env };
  Object.assign(process.env, env);
  return () => {
    for (const name of Object.keys(env)) {
      if (before[name] === undefined) delete process.env[name];
      else process.env[name] = before[name];
    }
  };
}

function plain(text: string): string {
  return text.replaceAll('\u00A0', ' ');
}
