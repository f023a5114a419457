import { prose } from '../report/markdown.ts';
import { type NotDue, notDueText } from '../report/not-due.ts';
import { enumerate } from '../report/words.ts';
import { inComment } from '../support/command-words.ts';
import type { ActionRun } from './action-run.ts';
import type { FileOwners } from './file-owners.ts';
import { notePlan } from './plan-note.ts';
import { findWaiting } from './waiting-work.ts';

/** @returns how to get rid of what an earlier run has begun of it, as Markdown; empty for nothing */
export async function howToDrop({ settings }: ActionRun, left: NotDue | null, signal: AbortSignal): Promise<string> {
  if (left === null) return '';
  const files = new Set(left.statements.map(({ file }) => file));
  const begun = signal.aborted ? [] : await findWaiting(settings, signal).catch(() => []);
  const commands = begun.filter(({ file }) => files.has(file)).map(({ table }) => inComment('abort', table));
  return commands.length === 0
    ? ''
    : `An earlier run has begun it, and its copy waits: ${enumerate(commands)} removes it.`;
}

/** The plan of a pull request whose file was left is no promise any more. */
export async function tellNotDue(
  run: ActionRun,
  left: NotDue | null,
  more: string,
  { own, owners }: { readonly own: number | null; readonly owners: FileOwners },
): Promise<void> {
  const file = left?.statements[0]?.file ?? null;
  if (left === null || file === null) return;
  const number = (await owners.ownersOf([file])).get(file)?.number ?? own;
  if (number === null) return;
  const text = `**Not run.** ${prose(notDueText(left))} ${more}`.trim();
  await notePlan(run, number, { text, whenAbsent: 'create' });
}
