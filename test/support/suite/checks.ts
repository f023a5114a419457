import { execa } from 'execa';

export interface Check {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
}

/** What needs neither a server nor dist/. */
export const quickChecks: readonly Check[] = [
  // What it found last time it does not look at again.
  { name: 'types (tsc)', command: ['tsc', '--incremental', '--tsBuildInfoFile', 'node_modules/.cache/tsc.json'] },
  { name: 'lint (oxlint)', command: ['oxlint'] },
  { name: 'format (biome)', command: ['biome', 'check', '.'] },
];

export const checks: readonly Check[] = [
  ...quickChecks,
  // Rules that ask for types take ten times as long as the others.
  { name: 'lint with types (oxlint)', command: ['oxlint', '--type-aware'] },
  { name: 'dist/ is fresh', command: ['script/check-dist'] },
];

/** Runs them side by side, prints what failed in its own words, and returns the names of those that did. */
export async function runChecks(wanted: readonly Check[], signal: AbortSignal): Promise<string[]> {
  const failed: string[] = [];
  await Promise.all(
    wanted.map(async ({ name, command: [file, ...args] }) => {
      const startedMs = performance.now();
      const { failed: isFailed, all } = await execa(file, args, {
        all: true,
        reject: false,
        preferLocal: true,
        cancelSignal: signal,
      });
      const seconds = ((performance.now() - startedMs) / 1000).toFixed(1);
      console.log(`${isFailed ? '✖' : '✔'} ${name}  ${seconds} s`);
      if (!isFailed) return;
      failed.push(name);
      console.log(all);
    }),
  );
  return failed;
}
