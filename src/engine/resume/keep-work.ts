import { ConnectionLost, isReadOnlyRefusal } from '../../mysql/server-errors.ts';
import { writeStatus } from '../../sql/changelog.ts';
import { causesOf, type ErrorCode, GhostshipError } from '../../support/errors.ts';
import type { MigrationContext } from '../run/context.ts';
import type { GhostTables } from '../tables/ghost.ts';

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

/** Keeps the ghost, and says in the changelog that nobody works on it. Where the server is away, that can be seen there as well. */
export async function keepWork(
  { control, names, recorder }: MigrationContext,
  tables: GhostTables,
  hasYielded: boolean,
): Promise<void> {
  tables.keep();
  recorder.keepWork();
  const status = recorder.status();
  const ended = {
    ...status,
    progress: { ...status.progress, state: hasYielded ? 'yielded' : 'failed' },
    connections: [],
  };
  await using session = await control.sessions.open('noting how it ended').catch(() => null);
  await session?.run(writeStatus(names.changelog, JSON.stringify(ended))).catch(() => {});
}
