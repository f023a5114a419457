import { GhostshipError } from '../support/errors.ts';
import { headerBytes, nextFile, positionIn, typeOf } from './binlog-event.ts';
import { eventTypes } from './event-types.ts';
import { GtidSet } from './gtid-set.ts';
import { LogOffset } from './log-offset.ts';
import type { Position } from './position.ts';

/** Lengths and places in a GTID event (MySQL Internals, "Gtid_log_event"): flags, UUID, number. */
const gtid = { serverAt: headerBytes + 1, numberAt: headerBytes + 17 } as const;

/**
 * How far a stream has come in the log of its server, from the headers of events alone. It is for a run that has nothing of its
 * own in the log.
 */
export class StreamProgress {
  readonly #at = new LogOffset();
  #gtids = new GtidSet();

  /**
   * @param event with its header, without its checksum
   * @throws GhostshipError `stream-broken` for a transaction that cannot be named
   */
  read(event: Buffer): void {
    switch (typeOf(event)) {
      case eventTypes.rotate:
        return this.#rotate(event);
      case eventTypes.heartbeat:
        // It comes where the server has nothing to send, or passes over what was not asked for.
        this.#at.enter(event.subarray(headerBytes).toString('utf8'), null);
        break;
      case eventTypes.gtid:
        this.#gtids.add(uuidIn(event), Number(event.readBigUInt64LE(gtid.numberAt)));
        break;
      case eventTypes.anonymousGtid:
      case eventTypes.taggedGtid:
        throw unnamed(typeOf(event) === eventTypes.taggedGtid ? 'a GTID with a tag' : 'no GTID');
      default:
    }
    this.#at.advance(positionIn(event));
  }

  /** Everything before it has been read; `null` until that is known. */
  get position(): Position | null {
    return this.#at.position;
  }

  /** The transactions that have begun since the last call. On MariaDB there are none. */
  takeGtids(): GtidSet {
    const taken = this.#gtids;
    this.#gtids = new GtidSet();
    return taken;
  }

  /** The one at the end of a file has a position of its own; the one that the server makes up for a reader has none. */
  #rotate(event: Buffer): void {
    if (positionIn(event) !== 0) return;
    const { file, offset } = nextFile(event);
    this.#at.enter(file, offset);
  }
}

function uuidIn(event: Buffer): string {
  const hex = event.subarray(gtid.serverAt, gtid.numberAt).toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

function unnamed(what: string): GhostshipError {
  return new GhostshipError(
    'stream-broken',
    `A transaction in the binary log has ${what}. It cannot be seen when its changes become visible.`,
    { hint: 'Rehearse while gtid_mode is ON everywhere and nobody tags GTIDs.' },
  );
}
