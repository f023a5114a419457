import { digest } from '../support/digest.ts';
import { isArtificial, nextFile, positionIn, typeOf } from './binlog-event.ts';
import { eventTypes } from './event-types.ts';
import { LogOffset } from './log-offset.ts';
import { canStartAt, type Position } from './position.ts';

/** A place between two transactions. */
export interface ReadUpTo {
  readonly position: Position;
  /** Of the newest heartbeat before it; 0 where none has arrived. */
  readonly mark: number;
  /** SHA-256 of the event behind it, hexadecimal. */
  readonly nextEvent: string;
}

/** Each transaction begins with one of these, with GTIDs switched off as well. */
const begins: ReadonlySet<number> = new Set([
  eventTypes.gtid,
  eventTypes.anonymousGtid,
  eventTypes.taggedGtid,
  eventTypes.mariadbGtid,
]);

/** The places in the log in front of transactions, from the headers of events. */
export class TransactionStarts {
  readonly #at = new LogOffset();
  #first: string | null = null;
  #newest: Place | null = null;
  #taken: Place | null = null;
  #passed: Place | null = null;

  /**
   * @param event with its header, without its checksum
   * @param mark of the newest heartbeat that has arrived
   * @param isUnfinished whether something before it is prepared and not committed: a stream that starts there would not know of it
   */
  read(event: Buffer, mark: number, isUnfinished: () => boolean): void {
    const type = typeOf(event);
    if (type === eventTypes.rotate) {
      const { file, offset } = nextFile(event);
      return this.#at.enter(file, offset);
    }
    if (begins.has(type)) {
      this.#first ??= digest(event);
      const { position } = this.#at;
      // The memory of the event is used again.
      if (position !== null && canStartAt(position) && !isUnfinished())
        this.#newest = { position, mark, event: Buffer.from(event) };
    }
    if (type !== eventTypes.heartbeat && !isArtificial(event)) this.#at.advance(positionIn(event));
  }

  /** All that was read is handed out. */
  take(): void {
    this.#taken = this.#newest;
  }

  /** Whoever it was handed out to is done with it. */
  pass(): void {
    this.#passed = this.#taken;
  }

  /** SHA-256 of the event with which the first transaction begins, hexadecimal; `null` before. */
  get first(): string | null {
    return this.#first;
  }

  /** The newest place that was passed. */
  get passed(): ReadUpTo | null {
    if (this.#passed === null) return null;
    const { position, mark, event } = this.#passed;
    return { position, mark, nextEvent: digest(event) };
  }
}

interface Place {
  readonly position: Position;
  readonly mark: number;
  readonly event: Buffer;
}
