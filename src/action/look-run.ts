import { cleanup } from '../commands/control/cleanup.ts';
import { status } from '../commands/control/control.ts';
import { cleanupText } from '../report/cleanup-text.ts';
import { codeBlock } from '../report/markdown.ts';
import { statusText } from '../report/status-text.ts';
import type { ActionRun } from './action-run.ts';
import { log } from './core.ts';
import { summarize } from './job-summary.ts';
import { publish } from './outputs.ts';

export async function statusRun({ settings, delivery }: ActionRun, signal: AbortSignal): Promise<void> {
  const migrations = await status(null, settings, signal);
  const [first] = migrations;
  if (first !== undefined) publish({ state: first.progress.state, 'migration-id': first.migrationId });
  log(statusText(migrations));
  await summarize(codeBlock('', statusText(migrations)), delivery);
}

export async function cleanupRun({ settings, delivery }: ActionRun, signal: AbortSignal): Promise<void> {
  const text = cleanupText(await cleanup(null, settings, signal));
  publish({ state: 'completed' });
  log(text);
  await summarize(codeBlock('', text), delivery);
}
