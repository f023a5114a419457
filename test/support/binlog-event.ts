const headerBytes = 19;

/** `LOG_EVENT_IGNORABLE_F` */
export const ignorable = 0x80;

/** As a server writes it, without a checksum. */
export function binlogEvent(type: number, body: Buffer = Buffer.of(), flags = 0): Buffer {
  const header = Buffer.alloc(headerBytes);
  header[4] = type;
  header.writeUInt32LE(headerBytes + body.length, 9);
  header.writeUInt16LE(flags, 17);
  return Buffer.concat([header, body]);
}

export const compressions = { zstd: 0, none: 255 } as const;

/** The body of a compressed transaction: one field, the compression; numbers above 250 take three bytes. */
export function payloadBody(compression: number, bytes: Buffer): Buffer {
  const value = compression > 250 ? [0xfc, compression, 0] : [compression];
  return Buffer.concat([Buffer.from([2, value.length, ...value, 0]), bytes]);
}
