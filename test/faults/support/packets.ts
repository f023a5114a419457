/** One packet of the MySQL protocol: three bytes of length, a sequence number, the payload. */
export interface Packet {
  readonly sequence: number;
  readonly payload: Buffer;
  /** As it came, header included. */
  readonly bytes: Buffer;
}

const headerBytes = 4;

/** Puts packets together from the pieces a socket delivers. */
export class PacketSplitter {
  #rest: Buffer = Buffer.alloc(0);

  /** The packets that are complete now. */
  take(piece: Buffer): Packet[] {
    this.#rest = Buffer.concat([this.#rest, piece]);
    const packets: Packet[] = [];
    for (;;) {
      if (this.#rest.length < headerBytes) return packets;
      const end = headerBytes + this.#rest.readUIntLE(0, 3);
      if (this.#rest.length < end) return packets;
      const bytes = this.#rest.subarray(0, end);
      packets.push({ sequence: bytes[3] ?? 0, payload: bytes.subarray(headerBytes), bytes });
      this.#rest = this.#rest.subarray(end);
    }
  }
}

const queryCommand = 0x03;
const dumpCommands: readonly number[] = [0x12, 0x1e];

/** What a client asks of the server: the text of a statement, `BINLOG DUMP`, or `null` where the packet is neither. */
export function readCommand({ sequence, payload }: Packet): string | null {
  if (sequence !== 0) return null;
  const command = payload[0] ?? 0;
  if (command === queryCommand) return payload.subarray(hasAttributes(payload) ? 3 : 1).toString('utf8');
  return dumpCommands.includes(command) ? 'BINLOG DUMP' : null;
}

/** Query attributes, where client and server agreed on them: none, in one set. No statement starts with a zero byte. */
function hasAttributes(payload: Buffer): boolean {
  return payload[1] === 0 && payload[2] === 1;
}

/** The connection id in the greeting, the first thing a server says. */
export function readConnectionId(greeting: Buffer): number {
  const version = greeting.indexOf(0, headerBytes + 1);
  return greeting.readUInt32LE(version + 1);
}
