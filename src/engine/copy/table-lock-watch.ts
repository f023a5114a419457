import type { Flavor } from '../../mysql/server.ts';
import type { Row, Session } from '../../mysql/session.ts';
import { selectHolders, showProcesses } from '../../sql/cutover.ts';
import type { TableName } from '../../sql/inspect.ts';
import { sleep } from '../../support/clock.ts';
import type { Throttle } from './throttle.ts';

const lookEveryMs = 500;
/** Whoever waits for less is not worth a question. */
const longMs = 1_000;

export interface TableLockWatch {
  readonly throttle: Throttle;
  readonly table: TableName;
  readonly flavor: Flavor;
  /** The ones that read the table, and wait on the server while it is locked. */
  readonly readers: readonly Session[];
  /** The ids of all our connections. */
  readonly ours: () => readonly number[];
  /** Is told who holds the lock, `null` where nobody does or the server does not say. */
  readonly tell: (holder: string | null) => void;
}

/** Gives the hold a name while statements of ours wait because somebody has locked the table. They go on when the lock goes. */
export async function watchTableLocks(watch: TableLockWatch, asker: Session, signal: AbortSignal): Promise<void> {
  const { throttle, readers, tell } = watch;
  for (;;) {
    const waiting = readers.filter(({ underWayMs }) => underWayMs > longMs).map(({ id }) => id);
    const processes = waiting.length === 0 ? [] : await asker.rows(showProcesses);
    const isLocked = processes.some(({ Id, State }) => waiting.includes(Number(Id)) && isLockWait(State));
    throttle.set('table-locked', isLocked);
    tell(isLocked ? await describeHolder(watch, asker, processes) : null);
    await sleep(lookEveryMs, signal);
  }
}

function isLockWait(state: Row[string] | undefined): boolean {
  return /^waiting for .*lock/iu.test(String(state ?? ''));
}

async function describeHolder(
  { table, flavor, ours }: TableLockWatch,
  asker: Session,
  processes: readonly Row[],
): Promise<string | null> {
  // Who may not ask, or has performance_schema off, is told of the lock alone.
  const [holder] = await asker.rows(selectHolders(table, ours(), flavor)).catch(() => []);
  if (holder === undefined) return null;
  const process = processes.find(({ Id }) => Number(Id) === Number(holder.id));
  const account = process === undefined ? '' : ` (${String(process.User)}@${String(process.Host)})`;
  return `connection ${String(holder.id)}${account}`;
}
