import { cleanup } from '../commands/control/cleanup.ts';
import { cleanupText } from '../report/cleanup-text.ts';
import { codeBlock } from '../report/markdown.ts';
import type { ActionRun } from './action-run.ts';
import { log } from './core.ts';
import { summarize } from './job-summary.ts';
import { publish } from './outputs.ts';

/** Drops what migrations have left behind in the target database. */
export async function cleanupRun({ settings, writes }: ActionRun, signal: AbortSignal): Promise<void> {
  const takesOver = settings.values['take-over'] === 'true';
  const text = cleanupText(await cleanup(null, settings, signal, { dryRun: false, takesOver, olderThanMs: 0 }));
  publish({ state: 'completed' });
  log(text);
  await summarize(codeBlock('', text), writes);
}
