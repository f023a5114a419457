import { filePosition, type Position } from './position.ts';

const low32Bits = 2 ** 32;

/** A place in the log of a server, as its events tell it. */
export class LogOffset {
  #file: string | null = null;
  #offset = 0;

  /** `null` until a file is known. */
  get position(): Position | null {
    return this.#file === null ? null : filePosition(this.#file, this.#offset);
  }

  enter(file: string, offset: number | null): void {
    this.#file = file;
    this.#offset = offset ?? this.#offset;
  }

  /** @param low of the position in a header, which has 32 bits for it; a file with one very large transaction is longer */
  advance(low: number): void {
    if (low === 0) return;
    const high = Math.floor(this.#offset / low32Bits);
    const offset = high * low32Bits + low;
    this.#offset = offset < this.#offset ? offset + low32Bits : offset;
  }
}
