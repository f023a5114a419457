import { isDone, type RunOutcome } from '../commands/migrate/run-outcome.ts';
import { filesOf } from '../commands/statements/file-statement.ts';
import { prose } from '../report/markdown.ts';
import type { ActionRun } from './action-run.ts';
import type { FileOwners } from './file-owners.ts';
import { notePlan } from './plan-note.ts';

interface HeldUp {
  /** The pull request of the run, if it has one. */
  readonly own: number | null;
  readonly owners: FileOwners;
  /** The pull request that holds the others up: it knows. */
  readonly by: number | null;
  /** Sentences of plain text. */
  readonly why: string;
}

/** Tells each pull request whose statements were not started that another migration comes first. Its plan is no promise for now. */
export async function tellHeldUp(
  run: ActionRun,
  { migrations }: RunOutcome,
  { own, owners, by, why }: HeldUp,
): Promise<void> {
  const left = migrations.filter(({ state }) => !isDone(state));
  const found = await owners.ownersOf(filesOf(left));
  const waiting = new Set(left.map(({ file }) => found.get(file ?? '')?.number ?? own));
  const text = `**Not started.** ${prose(why)} Once that has ended, run the workflow again, or write \`/ghostship migrate\` here.`;
  for (const number of waiting) {
    if (number !== null && number !== by) await notePlan(run, number, { text, whenAbsent: 'create' });
  }
}
