/** An event as the binlog has it, taken apart as far as all events are alike. */
export interface BinlogEvent {
  readonly type: number;
  /** Its writer says that whoever does not know the type may pass over it. */
  readonly isIgnorable: boolean;
  /** Without header and checksum. */
  readonly body: Buffer;
}

export const headerBytes = 19;
/** `LOG_EVENT_IGNORABLE_F`; MariaDB has the same. */
const ignorable = 0x80;

/**
 * Layout as in MySQL Internals, "Binlog Event Header": time, type, server, length, position and flags.
 *
 * @param bytes the event with its header, without its checksum
 * @throws RangeError where there is no whole header
 */
export function splitEvent(bytes: Buffer): BinlogEvent {
  if (bytes.length < headerBytes) throw new RangeError('a binlog event is shorter than its header');
  return {
    type: typeOf(bytes),
    isIgnorable: (bytes.readUInt16LE(17) & ignorable) !== 0,
    body: bytes.subarray(headerBytes),
  };
}

/** @returns 0, which is no event's, where the bytes end before it */
export function typeOf(bytes: Buffer): number {
  return bytes[4] ?? 0;
}
