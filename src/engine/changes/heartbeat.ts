import { isLockConflict } from '../../mysql/server-errors.ts';
import type { Session } from '../../mysql/session.ts';
import { writeHeartbeat } from '../../sql/changelog.ts';
import type { TableName } from '../../sql/inspect.ts';
import { nowMs } from '../../support/clock.ts';
import { Doorbell } from '../../support/doorbell.ts';
import type { DirtyKeys } from './dirty-keys.ts';

/** Heartbeats this often keep barriers cheap and lag known; each is one small commit. */
const intervalMs = 100;
const historyLength = 36_000;

/**
 * Writes heartbeats to the changelog: the source of barriers, and of the stream lag. One connection, one beat at a time,
 * so beats commit in order.
 */
export class Heart {
  readonly #session: Session;
  readonly #changelog: TableName;
  readonly #dirty: DirtyKeys;
  readonly #hurry = new Doorbell();
  readonly #news = new Doorbell();
  readonly #sentAt = new Map<number, number>();
  /** When heartbeats were sent, by mark modulo the length; far enough back for any lag worth a number. */
  readonly #history = new Float64Array(historyLength);
  /** Somebody waits for this mark to be committed and to come back, unless that is done. */
  #wanted = 0;
  #mark = 0;
  #committed = 0;
  #seen = 0;
  #lagMs = 0;
  #commitMs = 0;

  constructor(session: Session, changelog: TableName, dirty: DirtyKeys) {
    this.#session = session;
    this.#changelog = changelog;
    this.#dirty = dirty;
  }

  /** Beats until the signal is aborted. */
  async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await this.#beat(signal);
      if (this.#mark >= this.#wanted) await this.#hurry.wait(signal, intervalMs);
    }
  }

  /**
   * The barrier: after it, every change that was committed before the call has been delivered by the stream, is visible to
   * readers and `ready`.
   */
  async drain(signal: AbortSignal): Promise<void> {
    // The beat under way may have been sent before the change was committed; the one after it was not.
    const needed = this.#mark + 1;
    this.#wanted = needed;
    if (this.#mark === this.#committed) this.#hurry.ring();
    while (this.#committed < needed || this.#seen < needed) {
      await this.#news.wait(signal);
      signal.throwIfAborted();
    }
  }

  /** Waits for the next heartbeat to be committed or to come back. */
  async nextBeat(signal: AbortSignal): Promise<void> {
    await this.#news.wait(signal);
  }

  /** Called by the reader of the stream, for every heartbeat that came back, when all changes before it are dirty keys. */
  see(mark: number): void {
    if (mark <= this.#seen) return;
    // Keys that nobody waits for can wait for the next heartbeat: each time some become ready costs a commit.
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

  /** Age of the oldest heartbeat that has not come back, or of the newest that has. */
  get streamLagMs(): number {
    const [oldest] = this.#sentAt.values();
    const waiting = oldest === undefined ? 0 : nowMs() - oldest;
    return Math.max(this.#lagMs, waiting > intervalMs ? waiting : 0);
  }

  /** The newest heartbeat that was sent, and the newest that came back. */
  get marks(): { readonly sent: number; readonly seen: number } {
    return { sent: this.#mark, seen: this.#seen };
  }

  /** How far behind somebody is who has seen this heartbeat and not the next. */
  ageMs(mark: number): number {
    if (mark >= this.#committed) return 0;
    if (mark <= this.#mark - historyLength) return Number.POSITIVE_INFINITY;
    return nowMs() - (this.#history[(mark + 1) % historyLength] ?? 0);
  }

  /** How long the latest heartbeat took to commit. */
  get commitMs(): number {
    return this.#commitMs;
  }

  /** A global read lock, of a backup for instance, holds heartbeats back as it holds everybody. */
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

  async #beat(signal: AbortSignal): Promise<void> {
    this.#dirty.seal();
    const mark = ++this.#mark;
    const sentAt = nowMs();
    this.#sentAt.set(mark, sentAt);
    this.#history[mark % historyLength] = sentAt;
    await this.#write(mark, signal);
    this.#commitMs = nowMs() - sentAt;
    this.#dirty.confirm();
    this.#committed = mark;
    this.#news.ring();
  }
}
