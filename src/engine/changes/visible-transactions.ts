import type { Progress } from '../../binlog/change-stream.ts';
import { GtidSet } from '../../binlog/gtid-set.ts';
import { currentPosition, hasReached, type Position, visiblePosition } from '../../binlog/position.ts';
import type { Flavor } from '../../mysql/server.ts';
import type { Session } from '../../mysql/session.ts';
import { areExecuted } from '../../sql/inspect.ts';
import { nowMs, sleep } from '../../support/clock.ts';
import { Doorbell } from '../../support/doorbell.ts';
import { GhostshipError } from '../../support/errors.ts';
import type { Barriers } from './barriers.ts';
import type { DirtyKeys } from './dirty-keys.ts';

const intervalMs = 100;
const askAgainMs = 5;
/** A commit that takes longer waits for something that does not come, such as an answer of a semi-synchronous replica. */
const visibleWithinMs = 60_000;

/** Where the log ended at a look. */
interface Look {
  readonly end: Position;
  readonly atMs: number;
}

/**
 * Barriers for a run that writes nothing to the binary log, and so has no heartbeats in it.
 *
 * *Visible*: MySQL adds a transaction to `gtid_executed` when its engine has committed it; MariaDB tells, for a snapshot that it
 * takes while no engine commits, where in the log the last visible transaction ends.
 * *Delivered*: a transaction that is acknowledged is in the log; once the stream is past the end that the log had then, it has
 * brought it.
 */
export class VisibleTransactions implements Barriers {
  readonly #session: Session;
  readonly #flavor: Flavor;
  readonly #dirty: DirtyKeys;
  readonly #hurry = new Doorbell();
  readonly #news = new Doorbell();
  /** Looks whose end the stream has not reached. */
  readonly #looks = new Map<number, Look>();
  #gtids = new GtidSet();
  #changedUpTo: Position | null = null;
  #readUpTo: Position | null = null;
  #wanted = 0;
  #mark = 0;
  #confirmed = 0;
  #reached = 0;
  #lagMs = 0;
  #lookMs = 0;

  /** @param session asks nothing else */
  constructor(session: Session, flavor: Flavor, dirty: DirtyKeys) {
    this.#session = session;
    this.#flavor = flavor;
    this.#dirty = dirty;
  }

  /** @throws GhostshipError `stream-broken` where a change does not become visible */
  async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await this.#look(signal);
      if (this.#mark >= this.#wanted) await this.#hurry.wait(signal, intervalMs);
    }
  }

  /** What was in the log at the first look has been delivered when its end is reached. The second one makes all of that ready. */
  async passBarrier(signal: AbortSignal): Promise<void> {
    const first = this.#askForLook();
    await this.#until(() => this.#confirmed >= first && this.#reached >= first, signal);
    const second = this.#askForLook();
    await this.#until(() => this.#confirmed >= second, signal);
  }

  async next(signal: AbortSignal): Promise<void> {
    await this.#news.wait(signal);
  }

  see(_mark: number, progress: Progress | null): void {
    if (progress === null) return;
    this.#gtids.addAll(progress.gtids);
    this.#changedUpTo = progress.changedUpTo;
    this.#readUpTo = progress.readUpTo;
    this.#reach();
  }

  get streamLagMs(): number {
    const [oldest] = this.#looks.values();
    const waiting = oldest === undefined ? 0 : nowMs() - oldest.atMs;
    return Math.max(this.#lagMs, waiting > intervalMs ? waiting : 0);
  }

  get marks(): { readonly sent: number; readonly committed: number; readonly seen: number } {
    return { sent: this.#mark, committed: this.#confirmed, seen: this.#reached };
  }

  /** There are none of our heartbeats that another server could have. */
  ageMs(): number {
    return 0;
  }

  get commitMs(): number {
    return this.#lookMs;
  }

  /** @returns a look that begins after this call */
  #askForLook(): number {
    const needed = this.#mark + 1;
    this.#wanted = Math.max(this.#wanted, needed);
    if (this.#mark === this.#confirmed) this.#hurry.ring();
    return needed;
  }

  async #until(isSo: () => boolean, signal: AbortSignal): Promise<void> {
    while (!isSo()) {
      await this.#news.wait(signal);
    }
  }

  async #look(signal: AbortSignal): Promise<void> {
    this.#dirty.seal();
    const gtids = this.#gtids;
    const changedUpTo = this.#changedUpTo;
    this.#gtids = new GtidSet();
    const mark = ++this.#mark;
    const atMs = nowMs();
    this.#looks.set(mark, { end: await currentPosition(this.#session, this.#flavor), atMs });
    await this.#untilVisible(gtids, changedUpTo, signal);
    this.#lookMs = nowMs() - atMs;
    this.#dirty.confirm();
    this.#confirmed = mark;
    this.#reach();
  }

  async #untilVisible(gtids: GtidSet, changedUpTo: Position | null, signal: AbortSignal): Promise<void> {
    const isVisible = (): Promise<boolean> =>
      this.#flavor === 'mysql' ? this.#areExecuted(gtids) : this.#isInSnapshot(changedUpTo);
    for (const startedAt = nowMs(); !(await isVisible()); ) {
      if (nowMs() - startedAt > visibleWithinMs) throw notVisible();
      await sleep(askAgainMs, signal);
    }
    signal.throwIfAborted();
  }

  async #areExecuted(gtids: GtidSet): Promise<boolean> {
    if (gtids.isEmpty) return true;
    const [row] = await this.#session.rows(areExecuted(gtids.text));
    return Number(row?.executed) === 1;
  }

  async #isInSnapshot(changedUpTo: Position | null): Promise<boolean> {
    if (changedUpTo === null) return true;
    return hasReached(await visiblePosition(this.#session, this.#flavor), changedUpTo);
  }

  #reach(): void {
    for (const [mark, { end, atMs }] of this.#looks) {
      if (!hasReached(this.#readUpTo, end)) break;
      this.#reached = mark;
      this.#lagMs = nowMs() - atMs;
      this.#looks.delete(mark);
    }
    this.#news.ring();
  }
}

function notVisible(): GhostshipError {
  return new GhostshipError(
    'stream-broken',
    `A change is in the binary log of the replica, and is not visible there after ${visibleWithinMs / 1000} s.`,
    { hint: 'Look with SHOW PROCESSLIST what its commit waits for, then rehearse again.' },
  );
}
