/** For a Node that a test starts: a warning says where it comes from. */
export const traceWarnings = '--trace-warnings';

/** As Node writes them: `(node:4711) [DEP0169] DeprecationWarning: …`, and from where. */
const warning = /^\(node:\d+\) .*(?:\n {4}at .*)*/mu;

/** The first warning of Node in what a process wrote; `null` where there is none. */
export function nodeWarningIn(output: string): string | null {
  return warning.exec(output)?.[0] ?? null;
}

/** @throws Error where Node itself warned: a user reads only what Ghostship says */
export function refuseNodeWarnings(output: string): void {
  const found = nodeWarningIn(output);
  if (found !== null) throw new Error(`Node wrote a warning, which a user would see:\n${found}`);
}
