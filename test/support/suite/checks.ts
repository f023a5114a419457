import { execa } from 'execa';

const checks: readonly { name: string; command: readonly [string, ...string[]] }[] = [
  { name: 'types (tsc)', command: ['tsc'] },
  { name: 'lint (oxlint)', command: ['oxlint', '--type-aware'] },
  { name: 'format (biome)', command: ['biome', 'check', '.'] },
  { name: 'dist/ is fresh', command: ['script/check-dist'] },
];

/** Runs every check, prints what failed in its own words, and returns the names of those that did. */
export async function runChecks(signal: AbortSignal): Promise<string[]> {
  const failed: string[] = [];
  for (const { name, command } of checks) {
    signal.throwIfAborted();
    const [file, ...args] = command;
    const { failed: isFailed, all } = await execa(file, args, {
      all: true,
      reject: false,
      preferLocal: true,
      cancelSignal: signal,
    });
    console.log(`${isFailed ? '✖' : '✔'} ${name}`);
    if (!isFailed) continue;
    failed.push(name);
    console.log(all);
  }
  return failed;
}
