import { findOwner } from '../commands/control/owner.ts';
import { exitCodeOf } from '../commands/migrate/exit-code.ts';
import type { RunOutcome } from '../commands/migrate/run-outcome.ts';
import type { Settings } from '../commands/options/settings.ts';
import { runErrorTexts, runText } from '../report/outcome-text.ts';
import { ownerText } from '../report/owner-text.ts';
import type { Finished } from './invocation.ts';
import { writeError, writeOut } from './write.ts';

/** Writes what a run came to, and who has the table where another run has it. */
export async function tellOutcome(outcome: RunOutcome, settings: Settings, signal: AbortSignal): Promise<Finished> {
  for (const text of runErrorTexts(outcome)) writeError(text);
  const owner = outcome.error?.code === 'already-running' ? await findOwner(outcome, settings, signal) : null;
  if (owner !== null) writeError(ownerText(owner));
  writeOut(runText(outcome));
  return { json: outcome, exitCode: exitCodeOf(outcome) };
}
