import { EventReader } from './event-reader.ts';
import { eventTypes } from './event-types.ts';

const headerBytes = 19;
const checksumBytes = 4;
const noChecksum = 0;
/** The dump ends with it when somebody kills its query; the library passes over that in silence. */
const endOfFile = 0xfe;

/**
 * Takes row events out of the packet stream before the library decodes them, for two reasons: it turns values into
 * JavaScript ones, which is lossy (ENUM labels with commas, integers beyond 2^53 in JSON, FLOAT), and it would spend a
 * core on the rows that our own copy writes to the ghost.
 */
export function interceptPackets(zongji: object, read: (type: number, body: Buffer) => void, onEnd: () => void): void {
  const library = zongji as { readonly BinlogClass: { prototype: DumpCommand }; useChecksum: boolean };
  const dump = library.BinlogClass.prototype;
  const passOn = dump.binlogData;
  dump.binlogData = function intercepted(this: DumpCommand, packet, connection) {
    const { buffer, offset, end } = packet;
    if (buffer[offset] === endOfFile && end - offset < headerBytes) onEnd();
    const isEvent = buffer[offset] === 0 && end - offset > headerBytes;
    const type = isEvent ? (buffer[offset + 5] ?? 0) : 0;
    // Each file of the binlog says whether its events have checksums; this event has one in any case.
    if (type === eventTypes.formatDescription) library.useChecksum = buffer[end - checksumBytes - 1] !== noChecksum;
    if (!isEvent || !EventReader.reads(type)) return passOn.call(this, packet, connection);
    read(type, buffer.subarray(offset + 1 + headerBytes, library.useChecksum ? end - checksumBytes : end));
    return dump.binlogData;
  };
}

/** The parts of mysql2 and of the library's dump command that are reached into; neither is in their type declarations. */
interface Packet {
  readonly buffer: Buffer;
  readonly offset: number;
  readonly end: number;
}
interface DumpCommand {
  binlogData: (this: DumpCommand, packet: Packet, connection: unknown) => unknown;
}
