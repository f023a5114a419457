/** Walks over bytes from front to back. Integers are little-endian, as everywhere in the protocol. */
export class ByteReader {
  offset = 0;
  readonly #bytes: Buffer;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  get atEnd(): boolean {
    return this.offset >= this.#bytes.length;
  }

  get length(): number {
    return this.#bytes.length;
  }

  /** @param size 1 to 6 bytes */
  uint(size: number): number {
    const value = this.#bytes.readUIntLE(this.offset, size);
    this.offset += size;
    return value;
  }

  /** Length-encoded integer; the row format never needs more than 2^53. */
  lengthEncoded(): number {
    const first = this.uint(1);
    if (first < 0xfb) return first;
    if (first === 0xfc) return this.uint(2);
    if (first === 0xfd) return this.uint(3);
    const value = this.#bytes.readBigUInt64LE(this.offset);
    this.offset += 8;
    return Number(value);
  }

  /** A view, not a copy. */
  take(size: number): Buffer {
    if (this.offset + size > this.#bytes.length) throw new RangeError('a binlog event is shorter than it says');
    const bytes = this.#bytes.subarray(this.offset, this.offset + size);
    this.offset += size;
    return bytes;
  }

  skip(size: number): void {
    if (this.offset + size > this.#bytes.length) throw new RangeError('a binlog event is shorter than it says');
    this.offset += size;
  }

  rest(): Buffer {
    return this.take(this.#bytes.length - this.offset);
  }
}
