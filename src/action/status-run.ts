import { status } from '../commands/control/status.ts';
import { codeBlock } from '../report/markdown.ts';
import { statusText } from '../report/status-text.ts';
import type { ActionRun } from './action-run.ts';
import { log } from './core.ts';
import { summarize } from './job-summary.ts';
import { publish } from './outputs.ts';

/** Shows the migrations in the target database. */
export async function statusRun({ settings, writes }: ActionRun, signal: AbortSignal): Promise<void> {
  const migrations = await status(null, settings, signal);
  const [first] = migrations;
  if (first !== undefined) publish({ state: first.state, 'migration-id': first.id });
  log(statusText(migrations));
  await summarize(codeBlock('', statusText(migrations)), writes);
}
