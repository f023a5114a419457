import { isLockConflict } from '../../mysql/server-errors.ts';
import type { Session } from '../../mysql/session.ts';
import { writeHeartbeat } from '../../sql/changelog.ts';
import type { TableName } from '../../sql/inspect.ts';
import { nowMs } from '../../support/clock.ts';
import { Doorbell } from '../../support/doorbell.ts';
import { GhostshipError } from '../../support/errors.ts';
import type { Barriers } from './barriers.ts';
import type { DirtyKeys } from './dirty-keys.ts';

/** Heartbeats this often make barriers short and keep the lag known. Each is one small commit. */
const intervalMs = 100;
const historyLength = 36_000;
/** When none has come back for so long, none will. */
const silenceMs = 60_000;

/**
 * Writes heartbeats to the changelog. Barriers and the stream lag are made of them. One connection writes one heartbeat at a
 * time, so heartbeats commit in order.
 */
export class Heartbeat implements Barriers {
  readonly #session: Session;
  readonly #changelog: TableName;
  readonly #dirty: DirtyKeys;
  readonly #hurry = new Doorbell();
  readonly #news = new Doorbell();
  readonly #sentAt = new Map<number, number>();
  /** When heartbeats were sent, by mark modulo the length. An hour is enough for any lag that is worth a number. */
  readonly #history = new Float64Array(historyLength);
  /** Somebody waits until this mark is committed and has come back, unless that has happened. */
  #wanted = 0;
  readonly #marksAfter: number;
  readonly #readsGap: boolean;
  #mark: number;
  #committed: number;
  #seen: number;
  #lagMs = 0;
  #commitMs = 0;
  #firstCommittedAt: number | null = null;

  /**
   * @param marksAfter its marks are greater than this; heartbeats with other marks are those of an earlier run
   * @param readsGap whether the stream starts in the past, so that it may take long until a heartbeat comes back
   */
  constructor(session: Session, changelog: TableName, dirty: DirtyKeys, marksAfter = 0, readsGap = false) {
    this.#session = session;
    this.#changelog = changelog;
    this.#dirty = dirty;
    this.#marksAfter = marksAfter;
    this.#readsGap = readsGap;
    this.#mark = marksAfter;
    this.#committed = marksAfter;
    this.#seen = marksAfter;
  }

  /**
   * Writes heartbeats until the signal is aborted.
   *
   * @throws GhostshipError `stream-broken` where none of them ever comes back
   */
  async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await this.#send(signal);
      this.#refuseSilence();
      if (this.#mark >= this.#wanted) await this.#hurry.wait(signal, intervalMs);
    }
  }

  /**
   * The barrier. When it returns, every change that was committed before the call has been delivered by the stream, is
   * visible to readers and is `ready`.
   */
  async passBarrier(signal: AbortSignal): Promise<void> {
    // The heartbeat under way may have been sent before the change was committed; the next one is sent after it.
    const needed = this.#mark + 1;
    this.#wanted = needed;
    if (this.#mark === this.#committed) this.#hurry.ring();
    while (this.#committed < needed || this.#seen < needed) {
      await this.#news.wait(signal);
    }
  }

  /** Waits until a heartbeat is committed or comes back. */
  async next(signal: AbortSignal): Promise<void> {
    await this.#news.wait(signal);
  }

  /** The reader of the stream calls it for every heartbeat that came back, after all changes before it became dirty keys. */
  see(mark: number): void {
    // One that was not sent yet is of a run that has lost the name lock, and still writes.
    if (mark <= this.#seen || mark > this.#mark) return;
    // Each time keys become ready costs a commit. So keys that nobody waits for become ready with the next heartbeat.
    if (Math.min(this.#committed, this.#seen) < this.#wanted) {
      this.#dirty.seal();
      if (mark <= this.#committed) this.#dirty.confirm();
    }
    this.#seen = mark;
    for (const [sent, at] of this.#sentAt) {
      if (sent > mark) break;
      if (sent === mark) this.#lagMs = nowMs() - at;
      this.#sentAt.delete(sent);
    }
    this.#news.ring();
  }

  /** How long the newest heartbeat that came back was under way, or the age of the oldest that has not, if that is more. */
  get streamLagMs(): number {
    const [oldest] = this.#sentAt.values();
    const waiting = oldest === undefined ? 0 : nowMs() - oldest;
    return Math.max(this.#lagMs, waiting > intervalMs ? waiting : 0);
  }

  /** The newest heartbeat that was sent, that is committed, and that came back. */
  get marks(): { readonly sent: number; readonly committed: number; readonly seen: number } {
    return { sent: this.#mark, committed: this.#committed, seen: this.#seen };
  }

  /** How far behind a server is that has this heartbeat and not the next one. */
  ageMs(found: number): number {
    // Before the first one there is what an earlier run has left, or nothing.
    const mark = Math.max(found, this.#marksAfter);
    if (mark >= this.#committed) return 0;
    if (mark <= this.#mark - historyLength) return Number.POSITIVE_INFINITY;
    return nowMs() - (this.#history[(mark + 1) % historyLength] ?? 0);
  }

  /** How long the latest heartbeat took to commit. */
  get commitMs(): number {
    return this.#commitMs;
  }

  /** A global read lock, of a backup for instance, holds heartbeats back as it holds every write. */
  async #write(mark: number, signal: AbortSignal): Promise<void> {
    for (;;) {
      signal.throwIfAborted();
      try {
        await this.#session.run(writeHeartbeat(this.#changelog, mark));
        return;
      } catch (error) {
        if (!isLockConflict(error)) throw error;
      }
    }
  }

  async #send(signal: AbortSignal): Promise<void> {
    this.#dirty.seal();
    const mark = ++this.#mark;
    const sentAt = nowMs();
    this.#sentAt.set(mark, sentAt);
    this.#history[mark % historyLength] = sentAt;
    await this.#write(mark, signal);
    this.#commitMs = nowMs() - sentAt;
    this.#dirty.confirm();
    this.#committed = mark;
    this.#firstCommittedAt ??= nowMs();
    this.#news.ring();
  }

  /** Without the first heartbeat nothing goes on, and whatever else the stream brings looks like lag. */
  #refuseSilence(): void {
    const waitedMs = nowMs() - (this.#firstCommittedAt ?? nowMs());
    if (this.#readsGap || this.#seen > this.#marksAfter || waitedMs < silenceMs) return;
    const { schema, name } = this.#changelog;
    throw new GhostshipError(
      'stream-broken',
      `The server committed ${this.#committed - this.#marksAfter} changes of ${schema}.${name} in ${Math.round(waitedMs / 1000)} s, and its change stream brought none of them.`,
      {
        hint: `Look whether binlog_do_db or binlog_ignore_db keeps ${schema} out of the binary log (SHOW BINARY LOG STATUS; before MySQL 8.4 and on MariaDB SHOW MASTER STATUS), then run the migration again.`,
      },
    );
  }
}
