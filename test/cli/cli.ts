import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';

/** The sources themselves: the bundle is tested where it matters, on the oldest Node. */
const main = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));

export interface CliRun {
  readonly exitCode: number | undefined;
  readonly stdout: string;
  readonly stderr: string;
}

export function start(folder: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): CliProcess {
  return startWith(process.execPath, [main, ...args], folder, env);
}

type CliProcess = ReturnType<typeof startWith>;

function startWith(node: string, args: readonly string[], cwd: string, env: Readonly<Record<string, string>>) {
  return execa(node, args, { reject: false, stdin: 'ignore', cwd, env });
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
