import { ConnectionLost, isReadOnlyRefusal } from '../../mysql/server-errors.ts';
import type { Session } from '../../mysql/session.ts';
import { writeStatus } from '../../sql/changelog.ts';
import type { TableName } from '../../sql/inspect.ts';
import { causesOf, type ErrorCode, GhostshipError, type TableState } from '../../support/errors.ts';
import type { MigrationContext } from '../run/context.ts';
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

/** Whether the run was told to end, and nothing has failed. */
export function isYield(error: unknown, signal: AbortSignal): boolean {
  return !isDecided(error) && (signal.aborted || causesOf(error).first instanceof ClosedGate);
}

/** Whether another run may go on where this one has failed. */
export function mayGoOn(error: unknown): boolean {
  if (isDecided(error)) return false;
  const { first } = causesOf(error);
  if (first instanceof ConnectionLost || isReadOnlyRefusal(first)) return true;
  return first instanceof GhostshipError && passing.includes(first.code);
}

/**
 * Keeps the ghost, and says in the changelog that nobody works on it. Where the server is away, that can be seen there as well.
 *
 * @throws GhostshipError `lock-lost` where another run has gone on with the work meanwhile: `unknown` unless the table is as it was
 */
export async function keepWork(
  { control, original, fingerprint, names, nameLock, recorder }: MigrationContext,
  tables: GhostTables,
  hasYielded: boolean,
): Promise<void> {
  tables.keep();
  await using session = await control.sessions.open('noting how it ended').catch(() => null);
  if (session !== null && (await isTakenOver(session, names.changelog, nameLock))) {
    const isAsBefore = await fingerprint.confirm(session).then(
      () => true,
      () => false,
    );
    throw takenOver(original.table.name, isAsBefore ? 'unchanged' : 'unknown');
  }
  recorder.keepWork();
  const status = recorder.status();
  const ended = {
    ...status,
    progress: { ...status.progress, state: hasYielded ? 'yielded' : 'failed' },
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

function takenOver(table: string, tableState: TableState): GhostshipError {
  return new GhostshipError(
    'lock-lost',
    `Another run has gone on with the migration of ${table} while this one was out of touch.`,
    {
      hint: 'Look with `ghostship status` what it has come to. This run has nothing more to do.',
      tableState,
    },
  );
}
