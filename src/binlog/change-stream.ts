import { randomInt } from 'node:crypto';
import ZongJi from '@vlasky/zongji';
import { connectionOptions } from '../mysql/session.ts';
import type { Target } from '../mysql/target.ts';
import type { Key } from '../sql/keys.ts';
import { keepAlive } from '../sql/session-settings.ts';
import { nowMs, reasonOf, sleep } from '../support/clock.ts';
import { Doorbell } from '../support/doorbell.ts';
import { GhostshipError, messageOf } from '../support/errors.ts';
import { onAbort } from '../support/on-abort.ts';
import { EventReader, type Watched } from './event-reader.ts';
import { interceptPackets } from './intercept-packets.ts';
import { type Position, startOptions } from './position.ts';

export interface Changes {
  readonly keys: readonly Key[];
  /** The newest heartbeat that came back so far; every change before it has been handed out. */
  readonly heartbeat: number;
  /** So many of the keys are of changes before that heartbeat. */
  readonly beforeHeartbeat: number;
  /** Prepared XA transactions whose keys are among them, as `writeXid` names them. */
  readonly xaCommits: readonly string[];
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

/** Our own heartbeats come ten times a second. */
const silenceMs = 60_000;

/** Server ids of replicas must differ; people choose small ones. */
const serverIds = { min: 2 ** 31, max: 2 ** 32 - 1 } as const;

export async function openChangeStream(
  target: Target,
  from: Position,
  watched: Watched,
  signal: AbortSignal,
): Promise<ChangeStream> {
  const stream = new ZongJiStream(target, watched);
  try {
    await stream.start(from, signal);
  } catch (error) {
    await stream[Symbol.asyncDispose]();
    throw error;
  }
  return stream;
}

class ZongJiStream implements ChangeStream {
  readonly #zongji: ZongJi;
  readonly #reader: EventReader;
  #arrived = nothingSince(0);
  #failure: unknown = null;
  #held = false;
  #fresh = false;
  #changes = 0;
  #foreignWrites = 0;
  #changesAtSwap: number | null = null;
  readonly #news = new Doorbell();

  constructor(target: Target, watched: Watched) {
    this.#zongji = new ZongJi(connectionOptions(target));
    this.#reader = new EventReader(watched, {
      onChange: (key) => {
        this.#changes++;
        this.#arrived.keys.push(key);
      },
      onXaCommit: (xid) => {
        this.#arrived.xaCommits.push(xid);
      },
      onSwap: () => {
        this.#changesAtSwap ??= this.#changes;
      },
      onHeartbeat: (mark) => {
        this.#arrived.heartbeat = mark;
        this.#arrived.beforeHeartbeat = this.#arrived.keys.length;
      },
      onForeignWrite: () => {
        this.#foreignWrites++;
      },
    });
  }

  async start(from: Position, signal: AbortSignal): Promise<void> {
    this.#zongji.on('error', (error: unknown) => this.#fail(lost(error)));
    await new Promise<void>((resolve, reject) => {
      const listening = onAbort(signal, () => reject(reasonOf(signal)));
      this.#zongji.once('ready', () => {
        listening[Symbol.dispose]();
        interceptPackets(
          this.#zongji,
          (event) => this.#guard(() => this.#reader.readEvent(event)),
          () => this.#fail(lost(new Error('the server ended it'))),
        );
        // The library asks nothing on it after the start, and the server closes connections that ask nothing.
        controlConnectionOf(this.#zongji).query(keepAlive.text, () => {});
        resolve();
      });
      this.#zongji.once('error', (error: unknown) => {
        listening[Symbol.dispose]();
        reject(lost(error));
      });
      this.#zongji.start({ ...startOptions(from), serverId: randomInt(serverIds.min, serverIds.max) });
      // Before the dump, after which nothing can be said on it.
      connectionOf(this.#zongji)?.query(keepAlive.text, () => {});
    });
  }

  async take(signal: AbortSignal): Promise<Changes> {
    while (!this.#fresh && this.#failure === null) {
      const waitedFrom = nowMs();
      await this.#news.wait(signal, silenceMs);
      signal.throwIfAborted();
      if (!this.#fresh && nowMs() - waitedFrom >= silenceMs)
        this.#fail(lost(new Error('it has been silent for a minute')));
    }
    if (this.#failure !== null) throw this.#failure;
    this.#fresh = false;
    const changes = this.#arrived;
    this.#arrived = nothingSince(changes.heartbeat);
    if (this.#held) {
      this.#held = false;
      connectionOf(this.#zongji)?.resume();
    }
    return changes;
  }

  get hasPreparedChanges(): boolean {
    return this.#reader.hasPreparedChanges;
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
    await new Promise<void>((resolve) => {
      this.#zongji.once('stopped', () => resolve());
      this.#zongji.stop();
    });
  }

  /** Whatever goes wrong while reading an event must stop the migration, not the event loop. */
  #guard(read: () => void): void {
    if (this.#failure !== null || this.#changesAtSwap !== null) return;
    try {
      read();
    } catch (error) {
      return this.#fail(error);
    }
    if (!this.#held && this.#arrived.keys.length > maxPendingKeys) {
      this.#held = true;
      connectionOf(this.#zongji)?.pause();
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
  heartbeat: number;
  beforeHeartbeat: number;
  readonly xaCommits: string[];
}

function nothingSince(heartbeat: number): Arrived {
  return { keys: [], heartbeat, beforeHeartbeat: 0, xaCommits: [] };
}

/** What is used of the library's connections; they are not in its type declarations. */
interface Connection {
  query(text: string, done: () => void): void;
  pause(): void;
  resume(): void;
}

function connectionOf(zongji: ZongJi): Connection | null {
  return (zongji as unknown as { connection: Connection | null }).connection;
}

function controlConnectionOf(zongji: ZongJi): Connection {
  return (zongji as unknown as { ctrlConnection: Connection }).ctrlConnection;
}

function lost(error: unknown): GhostshipError {
  const words = messageOf(error);
  return new GhostshipError('stream-broken', `The change stream from the server broke: ${words}`, {
    hint: 'Check that binary logs are kept long enough and the connection is stable, then run the migration again.',
    cause: error,
  });
}
