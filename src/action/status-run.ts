import { type MigrationStatus, status } from '../commands/control/status.ts';
import { codeBlock } from '../report/markdown.ts';
import { statusText } from '../report/status-text.ts';
import type { ActionRun } from './action-run.ts';
import { log } from './core.ts';
import { summarize } from './job-summary.ts';
import { publish } from './outputs.ts';
import { findOrphaned } from './tell-orphaned.ts';

/** Shows the migrations in the target database. */
export async function statusRun(run: ActionRun, signal: AbortSignal): Promise<void> {
  const migrations = await status(null, run.settings, signal);
  const [first] = migrations;
  if (first !== undefined) publish({ state: first.state, 'migration-id': first.id });
  const text = await statusWords(run, migrations);
  log(text);
  await summarize(codeBlock('', text), run.writes);
}

/** With what no run goes on with any more. */
export async function statusWords(run: ActionRun, migrations: readonly MigrationStatus[]): Promise<string> {
  return statusText(migrations, await findOrphaned(run, migrations).catch(() => []));
}
