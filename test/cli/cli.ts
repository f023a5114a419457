import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
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

export function start(folder: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): StartedCli {
  const options = { reject: false, stdin: 'ignore', cwd: folder, env } as const;
  const child = execa(process.execPath, [traceWarnings, main, ...args], options);
  return {
    kill: (signal) => void child.kill(signal),
    ended: child.then(({ exitCode, stdout, stderr }) => {
      refuseNodeWarnings(stderr);
      return { exitCode, stdout: plain(stdout), stderr: plain(stderr) };
    }),
  };
}

export function run(folder: string, args: readonly string[], env: Record<string, string> = {}): Promise<CliRun> {
  return start(folder, args, env).ended;
}

export async function readJson(folder: string, path: string): Promise<Record<string, unknown>> {
  return JSON.parse(await readFile(join(folder, path), 'utf8')) as Record<string, unknown>;
}

function plain(text: string): string {
  return text.replaceAll('\u00A0', ' ');
}
