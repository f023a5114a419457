import { isOtherServer } from '../../mysql/same-server.ts';
import { ConnectionLost, isDenied, isPassing, isReadOnlyRefusal } from '../../mysql/server-errors.ts';
import type { Session } from '../../mysql/session.ts';
import { writeStatus } from '../../sql/changelog.ts';
import type { TableName } from '../../sql/inspect.ts';
import { causesOf, type ErrorCode, GhostshipError } from '../../support/errors.ts';
import type { MigrationContext } from '../run/context.ts';
import type { Recorder } from '../run/recorder.ts';
import { readStatusRow } from '../run/status-row.ts';
import type { GhostTables } from '../tables/ghost.ts';
import type { NameLock } from '../tables/name-lock.ts';

/** What says nothing against the rows that are copied, and may be over when the next run comes. */
const passing: readonly ErrorCode[] = [
  'cannot-connect',
  'connection-lost',
  'no-answer',
  'lock-lost',
  'stream-broken',
  'cannot-keep-up',
  'critical-load',
  'cutover-gave-up',
  'leftover-tables',
  'missing-privileges',
];

/** Everything is copied and verified, nobody has ordered the cutover, and the run is not to wait for that. */
export class ClosedGate extends Error {
  constructor() {
    super('The cutover waits for a person');
    this.name = 'ClosedGate';
  }
}

/** Whether the table was changed, or nobody knows: no run goes on then. */
export function isDecided(error: unknown): boolean {
  const { first } = causesOf(error);
  return first instanceof GhostshipError && first.tableState !== 'unchanged';
}

/** Whether nobody knows if the tables were swapped. All must stay then: by the ghost a person sees which it is, and the next run too. */
export function isUnconfirmed(error: unknown): boolean {
  const { first } = causesOf(error);
  return first instanceof GhostshipError && first.tableState === 'unknown';
}

/** Whether the run was told to end, and nothing has failed. */
export function isYield(error: unknown, signal: AbortSignal): boolean {
  return !isDecided(error) && (signal.aborted || isAtClosedGate(error));
}

/** Whether another run is to swap the tables. There is always one that can, though it may have to copy again. */
function isAtClosedGate(error: unknown): boolean {
  return causesOf(error).first instanceof ClosedGate;
}

/** Whether a migration, which could begin anew as well, leaves its ghost to another run. */
export function isWorthKeeping(
  error: unknown,
  { keepsChunks }: Pick<Recorder, 'keepsChunks'>,
  hasYielded: boolean,
): boolean {
  return (keepsChunks || isAtClosedGate(error)) && (hasYielded || mayGoOn(error));
}

/** Whether another run may go on where this one has failed. */
export function mayGoOn(error: unknown): boolean {
  if (isDecided(error)) return false;
  const { first } = causesOf(error);
  if (first instanceof ConnectionLost || isReadOnlyRefusal(first) || isOtherServer(first)) return true;
  if (isDenied(first) || isPassing(first)) return true;
  return first instanceof GhostshipError && passing.includes(first.code);
}

/**
 * Keeps the ghost, and says in the changelog that nobody works on it. Where the server is away, that can be seen there as well.
 *
 * @throws GhostshipError `unsupported-server` where another server answers at the address by now
 * @throws GhostshipError where another run has taken the work over meanwhile: `lock-lost`, or `original-changed` where the table is
 * not as it was, and this run has sent nothing that could have changed it
 */
export async function keepWork(
  { control, original, fingerprint, names, nameLock, recorder }: MigrationContext,
  tables: GhostTables,
  hasYielded: boolean,
): Promise<void> {
  tables.keep();
  let refusal: unknown = null;
  await using session = await control.sessions.open('noting how it ended').catch((error: unknown) => {
    refusal = error;
    return null;
  });
  if (session !== null && (await isTakenOver(session, names.changelog, nameLock))) {
    const isAsBefore = await fingerprint.confirm(session).then(
      () => true,
      () => false,
    );
    throw takenOver(original.table.name, isAsBefore, recorder.state === 'cutting_over' || !session.alive);
  }
  recorder.keepWork();
  if (isOtherServer(refusal)) throw movedAway(original.table.name, refusal);
  const status = recorder.status();
  const ended = {
    ...status,
    progress: { ...status.progress, state: hasYielded ? 'yielded' : 'failed' },
    isAtGate: hasYielded && status.progress.state === 'waiting_for_cutover',
    connections: [],
  };
  await session?.run(writeStatus(names.changelog, JSON.stringify(ended))).catch(() => {});
}

/** A run that was out of touch has lost the name lock. Whoever goes on has it, or has done with the changelog. */
async function isTakenOver(session: Session, changelog: TableName, nameLock: NameLock): Promise<boolean> {
  try {
    return (await nameLock.isTakenOver(session)) || (await readStatusRow(session, changelog)) === null;
  } catch {
    return false;
  }
}

/**
 * @param isUnknown whether the run had come to its cutover, or could not look at the table; before its cutover it has sent nothing
 * that swaps the tables
 */
function takenOver(table: string, isAsBefore: boolean, isUnknown: boolean): GhostshipError {
  const hint = 'Look with `ghostship status` what it has come to. This run has nothing more to do.';
  const what = `Another run has resumed the migration of ${table} while this one was out of touch`;
  if (isAsBefore) return new GhostshipError('lock-lost', `${what}.`, { hint });
  if (isUnknown) return new GhostshipError('lock-lost', `${what}.`, { hint, tableState: 'unknown' });
  return new GhostshipError('original-changed', `${what}, and ${table} was changed meanwhile, not by this run.`, {
    hint,
  });
}

function movedAway(table: string, cause: GhostshipError): GhostshipError {
  return new GhostshipError(
    'unsupported-server',
    `Another server has taken the place of the one on which the migration of ${table} was running. ${cause.message}`,
    { hint: `If it is the source now, run the same statement there: it goes on with what was replicated.`, cause },
  );
}
