import { isDone, type RunOutcome } from '../commands/migrate/run-outcome.ts';
import { filesOf } from '../commands/statements/file-statement.ts';
import type { Outcome } from '../engine/outcome.ts';
import { outcomeVerdict } from '../report/outcome-verdict.ts';
import { stoppedBy, turnVerdict } from '../report/turn-verdict.ts';
import type { ActionRun } from './action-run.ts';
import type { FileOwners } from './file-owners.ts';
import { type ToldEnd, tellEnd, tellOfOthers } from './tell-end.ts';

export interface Concerned {
  /** The pull request of the run, if it has one. */
  readonly own: number | null;
  readonly owners: FileOwners;
  /** How the run goes on, as Markdown; empty where it is over. */
  readonly next: string;
}

/**
 * Tells every pull request whose files the run was about: each is told of its own statements. What belongs to none, and what went
 * wrong before any statement, is told to that of the run.
 *
 * @param markdown of an outcome
 * @returns the comment of the run's own pull request, and whether all were told
 */
export async function tellPullRequests(
  run: ActionRun,
  outcome: RunOutcome,
  { own, owners, next }: Concerned,
  markdown: (outcome: RunOutcome) => string,
): Promise<ToldEnd> {
  const pullOf = await pullsOf(outcome, owners, own);
  const concerned = new Set(outcome.migrations.map(pullOf));
  if (outcome.error !== null) concerned.add(own);
  let commentId: number | null = null;
  let isTold = true;
  for (const number of concerned) {
    if (number === null) continue;
    const isOwn = (migration: Outcome): boolean => pullOf(migration) === number;
    const part = partOf(outcome, isOwn, pullOf);
    const verdict = turnVerdict({ part, whole: outcome, isOwn, pullOf });
    const told = await tellEnd(run, number, part, verdict, { how: markdown(part), next });
    if (number === own) commentId = told.commentId;
    isTold &&= told.isTold;
  }
  const others = [...concerned].filter((number) => number !== null);
  if (own !== null && !concerned.has(own)) await tellOfOthers(run, own, outcomeVerdict(outcome), others);
  return { commentId, isTold };
}

/** Whose a statement is: that of the pull request that has brought its file, or else of the run. */
export async function pullsOf(
  { migrations }: RunOutcome,
  owners: FileOwners,
  own: number | null,
): Promise<(migration: Outcome) => number | null> {
  const found = await owners.ownersOf(filesOf(migrations));
  return ({ file }) => found.get(file ?? '')?.number ?? own;
}

/** The statements of some files: what came of them, where they are done, whatever came of others. */
function partOf(
  outcome: RunOutcome,
  isMeant: (migration: Outcome) => boolean,
  pullOf: (migration: Outcome) => number | null,
): RunOutcome {
  const migrations = outcome.migrations.filter(isMeant);
  const isWhole = migrations.length > 0 && migrations.every(({ state }) => isDone(state));
  const last = migrations.at(-1);
  if (isWhole && last !== undefined) return { ...outcome, migrations, state: last.state, error: null };
  const other = outcome.migrations.find(({ error }) => error !== null);
  const isOthers = other !== undefined && migrations.length > 0 && migrations.every(({ error }) => error === null);
  return { ...outcome, migrations, error: isOthers ? stoppedBy(other, pullOf(other)) : outcome.error };
}
