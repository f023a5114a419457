import { randomInt } from 'node:crypto';
import ZongJi from '@vlasky/zongji';
import { connectDriver, type PreparedDriver, type Session } from '../mysql/session.ts';
import type { Target } from '../mysql/target.ts';
import { askForHeartbeats, ordinary, streaming } from '../sql/session-settings.ts';
import { reasonOf } from '../support/clock.ts';
import { onAbort } from '../support/on-abort.ts';
import { interceptPackets, type PatchedLibrary } from './intercept-packets.ts';
import { type Position, startOptions } from './position.ts';

/** What the client calls, as things arrive. None of them may throw. */
export interface ReplicaHandlers {
  /** One event with its header, without its checksum. */
  readonly onEvent: (event: Buffer) => void;
  /** The stream is broken, or the server has ended it. */
  readonly onBroken: (error: unknown) => void;
}

/** While there is nothing to send, the server says so this often. */
export const serverHeartbeatMs = 5_000;

/** Server ids of replicas must differ; people choose small ones. */
const serverIds = { min: 2 ** 31, max: 2 ** 32 - 1 } as const;

/**
 * Asks a server for its binary log, as a replica does. This is the only place that knows the client library,
 * `@vlasky/zongji`. The library speaks the replication protocol for us; it decodes nothing.
 *
 * Its public events are used (`ready`, `error`, `stopped`), and `start` and `stop`. These internals of version 0.9 are relied
 * on as well:
 *  - `ctrlConnection`, `ctrlConnectionOwner`, `connection`: the two connections it works with, which are replaced by ours;
 *  - `connection.pause()` and `resume()`: to hold the server back;
 *  - `BinlogClass.prototype.binlogData` and `useChecksum`: where packets arrive, see `intercept-packets.ts`.
 *
 * An upgrade that changes one of them fails `change-stream.server.test.ts` (events arrive, a stream ends), the tests of
 * `test/tls/` (connections are ours), `test/faults/slow-stream.server.test.ts` (the server is held back) and
 * `test/invariants/i7-every-event.server.test.ts` (every event is seen, with checksums and without).
 */
export class ReplicaClient implements AsyncDisposable {
  readonly #library: ZongJi & LibraryInternals;
  readonly #sessions: readonly Session[];

  private constructor(library: ZongJi & LibraryInternals, sessions: readonly Session[]) {
    this.#library = library;
    this.#sessions = sessions;
  }

  /**
   * The library would make its two connections in its own way, and ask questions on them at once. It is given ours, which are
   * encrypted as the others are and run under settings that we chose.
   *
   * @throws GhostshipError as `connect` does
   */
  static async connect(target: Target): Promise<ReplicaClient> {
    const opened: PreparedDriver[] = [];
    try {
      const asking = await connectDriver(target, 'asking about the binary log', ordinary, true);
      opened.push(asking);
      const reading = await connectDriver(target, 'reading the binary log', streaming, false);
      opened.push(reading);
      await reading.session.run(askForHeartbeats(serverHeartbeatMs));
      // None of what is set here is in the type declarations of the library.
      const library = new ZongJi({}) as unknown as ZongJi & LibraryInternals;
      for (const { driver } of opened) driver.on('error', (error: unknown) => library.emit('error', error));
      const connections = { ctrlConnection: asking.driver, ctrlConnectionOwner: true, connection: reading.driver };
      return new ReplicaClient(
        Object.assign(library, connections),
        opened.map(({ session }) => session),
      );
    } catch (error) {
      for (const { session } of opened) session.destroy();
      throw error;
    }
  }

  /** Resolves when the server has accepted the request; rejects with what the library, or the server, says against it. */
  async start(from: Position, { onEvent, onBroken }: ReplicaHandlers, signal: AbortSignal): Promise<void> {
    this.#library.on('error', onBroken);
    await new Promise<void>((resolve, reject) => {
      const listening = onAbort(signal, () => reject(reasonOf(signal)));
      this.#library.once('ready', () => {
        listening[Symbol.dispose]();
        interceptPackets(this.#library, onEvent, () => onBroken(new Error('the server ended it')));
        resolve();
      });
      this.#library.once('error', (error: unknown) => {
        listening[Symbol.dispose]();
        reject(error);
      });
      this.#library.start({ ...startOptions(from), serverId: randomInt(serverIds.min, serverIds.max) });
    });
  }

  /** Reads nothing more from the network, so that the server must wait. */
  pause(): void {
    this.#library.connection?.pause();
  }

  resume(): void {
    this.#library.connection?.resume();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    // The library waits a second at most for the server to end the dump.
    await new Promise<void>((resolve) => {
      this.#library.once('stopped', () => resolve());
      this.#library.stop();
    });
    // It would leave them half open where the server does not hear of it.
    for (const session of this.#sessions) session.destroy();
  }
}

interface LibraryInternals extends PatchedLibrary {
  readonly connection: PreparedDriver['driver'] | null;
}
