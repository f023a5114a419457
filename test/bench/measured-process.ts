import { readFile } from 'node:fs/promises';
import { execa } from 'execa';

/** What a program used, from its start to its end. */
export interface ProcessUse {
  /** Largest resident set. `null` where there is no /proc to ask. */
  readonly peakBytes: number | null;
  /** User and system time of all its threads. */
  readonly cpuMs: number | null;
}

const lookEveryMs = 100;
/** Linux counts processor time in hundredths of a second, whatever the kernel's own tick is. */
const msPerTick = 10;

/**
 * Runs a program to its end.
 * @throws ExecaError with what it said, when it does not exit with 0
 */
export async function runMeasured(
  command: readonly [string, ...string[]],
  env: Readonly<Record<string, string>> = {},
): Promise<ProcessUse> {
  const [program, ...args] = command;
  const child = execa(program, args, { env, stdin: 'ignore', all: true });
  let use: ProcessUse = { peakBytes: null, cpuMs: null };
  const look = async (): Promise<void> => {
    if (child.pid !== undefined) use = (await useOf(child.pid)) ?? use;
  };
  const timer = setInterval(() => void look(), lookEveryMs);
  try {
    await child;
  } finally {
    clearInterval(timer);
  }
  return use;
}

/** What a process used so far; `null` where it cannot be asked, or once it is gone. */
export async function useOf(pid: number): Promise<ProcessUse | null> {
  try {
    const [status, stat] = await Promise.all(
      ['status', 'stat'].map((file) => readFile(`/proc/${pid}/${file}`, 'utf8')),
    );
    const peak = /^VmHWM:\s+(\d+) kB$/mu.exec(status ?? '')?.[1];
    // The second field is the program's name in parentheses and may hold blanks; times are the 14th and 15th.
    const fields = (stat ?? '').slice((stat ?? '').lastIndexOf(')') + 2).split(' ');
    if (peak === undefined) return null;
    return { peakBytes: Number(peak) * 1024, cpuMs: (Number(fields[11]) + Number(fields[12])) * msPerTick };
  } catch {
    return null;
  }
}
