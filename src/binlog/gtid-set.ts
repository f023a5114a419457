/** GTIDs of MySQL, as they come one by one. The server is asked about them by their text. */
export class GtidSet {
  /** By the server that has made the transactions: ranges of numbers, each with both ends. */
  readonly #ranges = new Map<string, [first: number, last: number][]>();

  add(server: string, number: number): void {
    const ranges = this.#ranges.get(server) ?? [];
    this.#ranges.set(server, ranges);
    const newest = ranges.at(-1);
    if (newest !== undefined && number === newest[1] + 1) newest[1] = number;
    else ranges.push([number, number]);
  }

  addAll(other: GtidSet): void {
    for (const [server, ranges] of other.#ranges) {
      const own = this.#ranges.get(server) ?? [];
      this.#ranges.set(server, own);
      for (const [first, last] of ranges) own.push([first, last]);
    }
  }

  get isEmpty(): boolean {
    return this.#ranges.size === 0;
  }

  /** `uuid:1-5:9,uuid:3`; a range may come twice. */
  get text(): string {
    return [...this.#ranges]
      .map(([server, ranges]) => [server, ...ranges.map(([first, last]) => `${first}-${last}`)].join(':'))
      .join();
  }
}
