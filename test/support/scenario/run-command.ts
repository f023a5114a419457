import { resolve } from 'node:path';
import { refuseNodeWarnings } from '../node-warnings.ts';
import { CommandHost, type FinishedCommand } from './command-host.ts';

/** What is built, unless the environment names another build. */
const cli = process.env.GHOSTSHIP_CLI ?? resolve(import.meta.dirname, '../../../dist/cli.js');

/**
 * Runs a command of the built command line, in a child process that may have run others before. Aborting the signal
 * kills it.
 *
 * @throws Error where Node itself wrote a warning
 */
export async function runCommand(args: readonly string[], signal: AbortSignal): Promise<FinishedCommand> {
  const host = idle.pop() ?? new CommandHost(cli);
  const finished = await host.run(args, signal);
  if (host.isReusable) idle.push(host);
  refuseNodeWarnings(finished.output);
  return finished;
}

const idle: CommandHost[] = [];
