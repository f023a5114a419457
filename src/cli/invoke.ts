import { writeFile } from 'node:fs/promises';
import { listenForInterruption } from '../commands/interruption.ts';
import { toGhostshipError } from '../commands/known-error.ts';
import { type ExitCode, exitCodeOfError, exitCodes } from '../commands/migrate/exit-code.ts';
import { describeError, runOutcome } from '../commands/migrate/run-outcome.ts';
import { errorText } from '../report/outcome-text.ts';
import { GhostshipError, messageOf } from '../support/errors.ts';
import { sentence } from '../support/sentence.ts';
import type { Invocation, Run } from './invocation.ts';
import { sendTextsTo, writeError, writeJsonOut } from './write.ts';

/** Runs a command, writes what came of it where it was asked for, and tells a person what went wrong. */
export async function invoke(run: Run, invocation: Invocation): Promise<ExitCode> {
  const startedAt = new Date();
  using interruption = listenForInterruption((signal) => {
    writeError(
      `${signal}: stopping. Locks are given back first. What a migration has noted as copied is kept for its next run. Once more ends at once.`,
    );
  }, endAtOnce);
  try {
    sendTextsTo(invocation.json === '-' ? 'stderr' : 'stdout');
    if (invocation.json !== '-')
      await writeJson(invocation.json, { state: 'queued', startedAt: startedAt.toISOString() });
    const finished = await run(invocation, interruption.signal);
    await writeJson(invocation.json, finished.json);
    return finished.exitCode;
  } catch (error) {
    const known = toGhostshipError(error);
    const described = describeError(known);
    writeError(errorText(described, null));
    if (process.env.GHOSTSHIP_DEBUG !== undefined) writeError(debugText(error));
    await writeJson(invocation.json, runOutcome(startedAt, [], error)).catch(() => undefined);
    return known.tableState === 'unchanged' ? exitCodeOfError(described) : exitCodes.mustLook;
  }
}

/** Nothing is asked of the server any more, so nobody knows what became of a table. */
function endAtOnce(signal: string): void {
  writeError(`${signal}: ended at once. Look with \`ghostship status\` what became of the table.`);
  process.exit(exitCodes.mustLook);
}

/**
 * The file is written once before any work starts. A path that cannot be written is found then, and not after hours.
 *
 * @throws GhostshipError `usage`
 */
async function writeJson(path: string | null, value: unknown): Promise<void> {
  if (path === null) return;
  if (path === '-') return writeJsonOut(JSON.stringify(value, null, 2));
  try {
    await writeFile(path, `${JSON.stringify(value, null, 2)}\n`);
  } catch (error) {
    throw new GhostshipError('usage', `The outcome cannot be written: ${sentence(messageOf(error))}`, {
      hint: 'Give --json a path in a folder that exists and may be written to.',
      cause: error,
    });
  }
}

function debugText(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause === undefined ? '' : `\ncaused by ${debugText(error.cause)}`;
  return `${error.stack ?? error.message}${cause}`;
}
