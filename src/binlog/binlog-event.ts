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
/** `LOG_EVENT_ARTIFICIAL_F`: it stands in no file. */
const artificial = 0x20;

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
    isIgnorable: (flagsIn(bytes) & ignorable) !== 0,
    body: bytes.subarray(headerBytes),
  };
}

/** @returns 0, which is no event's, where the bytes end before it */
export function typeOf(bytes: Buffer): number {
  return bytes[4] ?? 0;
}

/** Where it ends in its file, in 32 bits; 0 for one that the server has made up for the reader. */
export function positionIn(bytes: Buffer): number {
  return bytes.readUInt32LE(13);
}

/** Of a rotate event. */
export function nextFile(bytes: Buffer): { readonly file: string; readonly offset: number } {
  return {
    file: bytes.subarray(headerBytes + 8).toString('utf8'),
    offset: Number(bytes.readBigUInt64LE(headerBytes)),
  };
}

/** Whether the server has made it up for the reader. */
export function isArtificial(bytes: Buffer): boolean {
  return positionIn(bytes) === 0 || (flagsIn(bytes) & artificial) !== 0;
}

function flagsIn(bytes: Buffer): number {
  return bytes.readUInt16LE(17);
}
