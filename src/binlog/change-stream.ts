import type { Target } from '../mysql/target.ts';
import type { Key } from '../sql/keys.ts';
import { nowMs, sleep } from '../support/clock.ts';
import { Doorbell } from '../support/doorbell.ts';
import { GhostshipError, messageOf } from '../support/errors.ts';
import { EventReader, type UnnamedStatement } from './event-reader.ts';
import type { GtidSet } from './gtid-set.ts';
import type { Position } from './position.ts';
import { ReplicaClient, serverHeartbeatMs } from './replica-client.ts';
import type { Gone } from './rows-event.ts';
import type { CharsetsById } from './statement-text.ts';
import { StreamProgress } from './stream-progress.ts';
import { type ReadUpTo, TransactionStarts } from './transaction-starts.ts';
import type { Watched } from './watched.ts';

export interface Changes {
  readonly keys: readonly Key[];
  /** Rows that have their keys no more, where that is watched. The keys are among the others as well. */
  readonly gone: readonly Gone[];
  /** The newest heartbeat that came back so far; every change before it has been handed out. */
  readonly heartbeat: number;
  /** So many of the keys are of changes before that heartbeat. */
  readonly beforeHeartbeat: number;
  /** Prepared XA transactions whose keys are among them, as `writeXid` names them. */
  readonly xaCommits: readonly string[];
  /** Statements in which the original is not named: what they may have changed must be asked before the keys are taken for all. */
  readonly unnamed: readonly UnnamedStatement[];
  /** How far the stream has come; `null` where heartbeats tell. */
  readonly progress: Progress | null;
}

/** Of a stream without heartbeats. */
export interface Progress {
  /** Every change before it has been handed out; `null` until that is known. */
  readonly readUpTo: Position | null;
  /** The end of the newest of the changes; `null` where there was none so far. */
  readonly changedUpTo: Position | null;
  /** MySQL: the transactions that the changes are of, and perhaps some more. */
  readonly gtids: GtidSet;
}

/** The target's binlog as a replica sees it, reduced to the keys of changed rows. Pulled, so that it can be held back. */
export interface ChangeStream extends AsyncDisposable {
  /**
   * All that arrived since the last call; waits for something to arrive.
   * @throws GhostshipError `stream-broken`, `original-changed`
   */
  take(signal: AbortSignal): Promise<Changes>;
  /** True while an XA transaction is prepared that changed the original: its rows may become visible at any time. */
  readonly hasPreparedChanges: boolean;
  /**
   * Every change before it was taken, and the call of {@link take} behind that has begun; a stream that starts there misses nothing
   * that comes behind. `null` until there is such a place, and of a stream that starts afresh or has no heartbeats.
   */
  readonly readUpTo: ReadUpTo | null;
  /** SHA-256 of the first event with which a transaction begins, hexadecimal; `null` before. */
  readonly firstEvent: string | null;
  /** The mark of the first heartbeat that arrived, whichever run has sent it; `null` before. */
  readonly firstMark: number | null;
  /** Whether the swap that has made the original has been read, where the stream starts before it. */
  readonly hasReadSwap: boolean;
  /** Changes that arrived so far, taken or not. */
  readonly changeCount: number;
  /** Statements of others that changed rows of whichever table of the server, as they arrived so far. */
  readonly foreignWriteCount: number;
  /**
   * Waits for the swap to arrive, and ends the reading there: what comes behind it is another table.
   *
   * @returns {@link changeCount} as it was then
   * @throws GhostshipError as {@link take} does
   */
  changesAtSwap(signal: AbortSignal): Promise<number>;
}

/** Above so many keys not taken yet the server is made to wait. */
const maxPendingKeys = 50_000;

const lookEveryMs = 5;

/** The server itself speaks more often than that, whatever happens to tables. */
const silenceMs = 3 * serverHeartbeatMs;

/** @throws GhostshipError `stream-broken`, and as `connect` does */
export async function openChangeStream(
  target: Target,
  from: Position,
  watched: Watched,
  charsets: CharsetsById,
  signal: AbortSignal,
): Promise<ChangeStream> {
  const stream = new ReplicaStream(await ReplicaClient.connect(target), watched, charsets);
  try {
    await stream.start(from, signal);
  } catch (error) {
    await stream[Symbol.asyncDispose]();
    throw error;
  }
  return stream;
}

class ReplicaStream implements ChangeStream {
  readonly #client: ReplicaClient;
  readonly #reader: EventReader;
  readonly #progress: StreamProgress | null;
  /** `null` where nobody will ask how far a gap was read. */
  readonly #starts: TransactionStarts | null;
  #arrived = nothingSince(0);
  #failure: unknown = null;
  #held = false;
  #fresh = false;
  #changes = 0;
  #foreignWrites = 0;
  #changesAtSwap: number | null = null;
  #firstMark: number | null = null;
  #changedUpTo: Position | null = null;
  #hasReadSwap = false;
  readonly #news = new Doorbell();

  constructor(client: ReplicaClient, watched: Watched, charsets: CharsetsById) {
    this.#client = client;
    this.#progress = watched.isUnlogged ? new StreamProgress() : null;
    this.#starts = watched.isUnlogged || watched.startsAfresh === true ? null : new TransactionStarts();
    this.#reader = new EventReader(watched, charsets, {
      onChange: (key) => {
        this.#changes++;
        this.#arrived.keys.push(key);
      },
      onGone: (gone) => {
        this.#arrived.gone.push(gone);
      },
      onXaCommit: (xid) => {
        this.#arrived.xaCommits.push(xid);
      },
      onSwap: () => {
        this.#changesAtSwap ??= this.#changes;
      },
      onMade: () => {
        this.#hasReadSwap = true;
      },
      onHeartbeat: (mark) => {
        this.#firstMark ??= mark;
        this.#arrived.heartbeat = mark;
        this.#arrived.beforeHeartbeat = this.#arrived.keys.length;
      },
      onForeignWrite: () => {
        this.#foreignWrites++;
      },
      onUnnamed: (statement) => {
        this.#arrived.unnamed.push(statement);
      },
    });
  }

  async start(from: Position, signal: AbortSignal): Promise<void> {
    const handlers = {
      onEvent: (event: Buffer) =>
        this.#guard(() => {
          const before = this.#changes;
          this.#starts?.read(event, this.#arrived.heartbeat, () => this.hasPreparedChanges);
          this.#reader.readEvent(event);
          this.#progress?.read(event);
          if (this.#changes > before) this.#changedUpTo = this.#progress?.position ?? null;
        }),
      onBroken: (error: unknown) => this.#fail(lost(error)),
    };
    await this.#client.start(from, handlers, signal).catch((error: unknown) => {
      throw signal.aborted ? error : lost(error);
    });
  }

  async take(signal: AbortSignal): Promise<Changes> {
    this.#starts?.pass();
    const waitsUntil = nowMs() + silenceMs;
    while (!this.#fresh && this.#failure === null) {
      // A timer may ring a fraction of a millisecond early.
      const leftMs = Math.ceil(waitsUntil - nowMs());
      if (leftMs > 0) await this.#news.wait(signal, leftMs);
      else this.#fail(lost(new Error(`it has been silent for ${Math.round(silenceMs / 1000)} s`)));
      signal.throwIfAborted();
    }
    if (this.#failure !== null) throw this.#failure;
    this.#fresh = false;
    this.#starts?.take();
    const changes = this.#arrived;
    this.#arrived = nothingSince(changes.heartbeat);
    if (this.#held) {
      this.#held = false;
      this.#client.resume();
    }
    return { ...changes, progress: this.#takeProgress() };
  }

  #takeProgress(): Progress | null {
    if (this.#progress === null) return null;
    return {
      readUpTo: this.#progress.position,
      changedUpTo: this.#changedUpTo,
      gtids: this.#progress.takeGtids(),
    };
  }

  get hasPreparedChanges(): boolean {
    return this.#reader.hasPreparedChanges;
  }

  get readUpTo(): ReadUpTo | null {
    return this.#starts?.passed ?? null;
  }

  get firstEvent(): string | null {
    return this.#starts?.first ?? null;
  }

  get firstMark(): number | null {
    return this.#firstMark;
  }

  get hasReadSwap(): boolean {
    return this.#hasReadSwap;
  }

  get changeCount(): number {
    return this.#changes;
  }

  get foreignWriteCount(): number {
    return this.#foreignWrites;
  }

  async changesAtSwap(signal: AbortSignal): Promise<number> {
    for (;;) {
      if (this.#changesAtSwap !== null) return this.#changesAtSwap;
      if (this.#failure !== null) throw this.#failure;
      await sleep(lookEveryMs, signal);
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#failure ??= new Error('the change stream is closed');
    await this.#client[Symbol.asyncDispose]();
  }

  /** Whatever goes wrong while reading an event must stop the migration, not the event loop. */
  #guard(read: () => void): void {
    if (this.#failure !== null || this.#changesAtSwap !== null) return;
    try {
      read();
    } catch (error) {
      return this.#fail(error);
    }
    if (!this.#held && this.#arrived.keys.length + this.#arrived.unnamed.length > maxPendingKeys) {
      this.#held = true;
      this.#client.pause();
    }
    this.#fresh = true;
    this.#news.ring();
  }

  #fail(error: unknown): void {
    this.#failure ??= error;
    this.#news.ring();
  }
}

/** {@link Changes} as they come in. */
interface Arrived {
  readonly keys: Key[];
  readonly gone: Gone[];
  heartbeat: number;
  beforeHeartbeat: number;
  readonly xaCommits: string[];
  readonly unnamed: UnnamedStatement[];
}

function nothingSince(heartbeat: number): Arrived {
  return { keys: [], gone: [], heartbeat, beforeHeartbeat: 0, xaCommits: [], unnamed: [] };
}

function lost(error: unknown): GhostshipError {
  if (error instanceof GhostshipError) return error;
  return new GhostshipError('stream-broken', `The change stream from the server broke: ${messageOf(error)}`, {
    hint: 'Check that binary logs are kept long enough and the connection is stable, then run the migration again.',
    cause: error,
  });
}
