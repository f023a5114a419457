import type { NotCompared } from '../commands/binding/nothing-approved.ts';
import { type MigrateWork, migrateSource } from '../commands/migrate/migrate-source.ts';
import type { ObserveRun, RunEvent } from '../commands/migrate/run-event.ts';
import type { RunOutcome } from '../commands/migrate/run-outcome.ts';
import type { Annotation } from '../report/annotation.ts';
import { type NotDue, notDueText } from '../report/not-due.ts';
import { openRunLog } from '../report/run-log.ts';
import { RunRecord } from '../report/run-record/run-record.ts';
import type { ActionRun } from './action-run.ts';
import type { CheckRun } from './check-run.ts';
import { log } from './core.ts';
import type { FileOwners } from './file-owners.ts';
import { Herald } from './herald.ts';
import { LiveCheckRun } from './live-check-run.ts';
import { RunBoard } from './run-board.ts';

export interface WatchedRun {
  readonly outcome: RunOutcome;
  /** Of the ledger's rows of the statements that were started. */
  readonly ids: readonly string[];
  /** The same of statements of lost runs, whose ends this one tells. */
  readonly idsOfOthers: readonly string[];
  readonly isAtGate: boolean;
  /** Milestones that the check run does not have yet. */
  readonly annotations: readonly Annotation[];
  readonly record: RunRecord;
  /** What was left to the run of a newer commit; `null` for nothing. */
  readonly notDue: NotDue | null;
  readonly notCompared: readonly NotCompared[];
}

interface Watching {
  readonly check: CheckRun | null;
  readonly pullRequest: number | null;
  /** Whose files are migrated. */
  readonly owners: Pick<FileOwners, 'ownersOf'> | null;
}

/** A migration that is shown while it runs: in the log, in its check run, and to those it waits for. */
export async function migrateWatched(
  run: ActionRun,
  work: MigrateWork,
  { check, pullRequest, owners }: Watching,
  signal: AbortSignal,
): Promise<WatchedRun> {
  let isAtGate = false;
  const idsOfOthers: string[] = [];
  let notDue: NotDue | null = null;
  const notCompared: NotCompared[] = [];
  const record = new RunRecord();
  const board = new RunBoard();
  const linesOf = openRunLog();
  const look = () => ({ output: board.look(), annotations: board.milestones });
  const live = check === null ? null : new LiveCheckRun(check, look);
  const herald = new Herald(run, () => pullRequest, owners);
  const observe = (event: RunEvent): void => {
    board.observe(event);
    record.observe(event);
    herald.observe(event);
    if (event.type === 'resumed') idsOfOthers.push(event.swap.migrationId);
    if (event.type === 'not-due') notDue = event;
    if (event.type === 'not-compared') notCompared.push(event);
    if (event.type === 'engine' && event.event.type === 'state' && event.event.state !== 'yielded')
      isAtGate = event.event.state === 'waiting_for_cutover';
    linesOf(event).forEach(log);
  };
  const ended = await migrateAmong([live, herald], work, observe, signal);
  const outcome = notDue === null ? ended : { ...ended, notDue: notDueText(notDue) };
  const annotations = live === null ? [] : board.milestones.slice(await live.countAnnotated());
  return { outcome, ids: board.ids, idsOfOthers, isAtGate, annotations, record, notDue, notCompared };
}

/** @param companions that end with the migration */
async function migrateAmong(
  [live, herald]: readonly [AsyncDisposable | null, AsyncDisposable],
  work: MigrateWork,
  observe: ObserveRun,
  signal: AbortSignal,
): Promise<RunOutcome> {
  await using _live = live;
  await using _herald = herald;
  return await migrateSource(work, observe, signal);
}
