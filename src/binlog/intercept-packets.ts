import { typeOf } from './binlog-event.ts';
import { eventTypes } from './event-types.ts';

/** The first byte of a packet. */
const markers = { event: 0x00, failure: 0xff } as const;
const checksumBytes = 4;
const noChecksum = 0;

/**
 * Takes every event out of the packet stream before the library sees it, for three reasons: it passes in silence over
 * types that it does not know, it turns values into JavaScript ones, which is lossy (ENUM labels with commas, integers
 * beyond 2^53 in JSON, FLOAT), and it would spend a core on the rows that our own copy writes to the ghost.
 *
 * @param read is given each event with its header, without its checksum
 * @param onEnd is called where the server sends something that is neither an event nor an error: the end of the dump,
 *   which comes when somebody kills its query and over which the library passes in silence as well
 */
export function interceptPackets(library: PatchedLibrary, read: (event: Buffer) => void, onEnd: () => void): void {
  const dump = library.BinlogClass.prototype;
  const passOn = dump.binlogData;
  dump.binlogData = function intercepted(this: DumpCommand, packet, connection) {
    const { buffer, offset, end } = packet;
    if (buffer[offset] !== markers.event) {
      if (buffer[offset] !== markers.failure) onEnd();
      return passOn.call(this, packet, connection);
    }
    const event = buffer.subarray(offset + 1, end);
    // Each file of the binlog says whether its events have checksums; this event has one in any case.
    if (typeOf(event) === eventTypes.formatDescription)
      library.useChecksum = event.at(-checksumBytes - 1) !== noChecksum;
    read(library.useChecksum ? event.subarray(0, -checksumBytes) : event);
    return dump.binlogData;
  };
}

/** What is reached into of the library; none of it is in its type declarations. */
export interface PatchedLibrary {
  readonly BinlogClass: { prototype: DumpCommand };
  useChecksum: boolean;
}

/** The library's dump command, and the packets of mysql2 that it is given. */
interface DumpCommand {
  binlogData: (this: DumpCommand, packet: Packet, connection: unknown) => unknown;
}

interface Packet {
  readonly buffer: Buffer;
  readonly offset: number;
  readonly end: number;
}
