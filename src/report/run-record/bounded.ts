/** The first and the last of many things. Those between are only counted, so that days of a run take no more memory than an hour. */
export class Bounded<T> {
  readonly #first: T[] = [];
  readonly #last: T[] = [];
  #leftOut = 0;
  readonly #half: number;

  constructor(limit: number) {
    this.#half = Math.ceil(limit / 2);
  }

  add(thing: T): void {
    if (this.#first.length < this.#half) {
      this.#first.push(thing);
      return;
    }
    this.#last.push(thing);
    if (this.#last.length <= this.#half) return;
    this.#last.shift();
    this.#leftOut += 1;
  }

  get all(): readonly T[] {
    return [...this.#first, ...this.#last];
  }

  get leftOut(): number {
    return this.#leftOut;
  }
}
