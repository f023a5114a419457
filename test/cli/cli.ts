import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { execa, type ResultPromise } from 'execa';

/** The sources themselves: the bundle is tested where it matters, on the oldest Node. */
const main = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));

export interface CliRun {
  readonly exitCode: number | undefined;
  readonly stdout: string;
  readonly stderr: string;
}

type CliProcess = ResultPromise<{ reject: false; stdin: 'ignore'; cwd: string; env: Record<string, string> }>;

export function start(folder: string, args: readonly string[], env: Record<string, string> = {}): CliProcess {
  return execa(process.execPath, [main, ...args], { reject: false, stdin: 'ignore', cwd: folder, env });
}

export async function run(folder: string, args: readonly string[], env: Record<string, string> = {}): Promise<CliRun> {
  const { exitCode, stdout, stderr } = await start(folder, args, env);
  return { exitCode, stdout: plain(stdout), stderr: plain(stderr) };
}

export async function readJson(folder: string, path: string): Promise<Record<string, unknown>> {
  return JSON.parse(await readFile(join(folder, path), 'utf8')) as Record<string, unknown>;
}

function plain(text: string | undefined): string {
  return (text ?? '').replaceAll('\u00A0', ' ');
}
