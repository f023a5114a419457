import { resolve } from 'node:path';
import { refuseNodeWarnings } from '../node-warnings.ts';
import { type Command, CommandHost, type FinishedCommand } from './command-host.ts';

/** What is built, unless the environment names another build. */
const cli = process.env.GHOSTSHIP_CLI ?? resolve(import.meta.dirname, '../../../dist/cli.js');

/**
 * Runs a command of the built command line, in a child process that may have run others before. Aborting the signal
 * kills it.
 *
 * @param program another build of it
 * @throws Error where Node itself wrote a warning
 */
export async function runCommand(
  { program = cli, ...command }: Command & { readonly program?: string },
  signal: AbortSignal,
): Promise<FinishedCommand> {
  const hosts = idle.get(program) ?? [];
  idle.set(program, hosts);
  const host = hosts.pop() ?? new CommandHost(program);
  const finished = await host.run(command, signal);
  if (host.isReusable) hosts.push(host);
  refuseNodeWarnings(finished.output);
  return finished;
}

/** By their program. */
const idle = new Map<string, CommandHost[]>();
