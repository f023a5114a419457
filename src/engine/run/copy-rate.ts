/** So long a look back smooths single chunks out, and still follows the server's load. */
const windowMs = 20_000;

interface Sample {
  readonly atMs: number;
  readonly rows: number;
}

/** How fast rows are copied now: over the last seconds, and since the copy was let go on. */
export class CopyRate {
  readonly #samples: Sample[] = [];

  /** @param isStopped whether a person holds the copy: that time says nothing about how long the rest takes */
  add(atMs: number, rows: number, isStopped: boolean): void {
    if (isStopped) this.#samples.length = 0;
    this.#samples.push({ atMs, rows });
    while ((this.#samples[1]?.atMs ?? atMs) <= atMs - windowMs) this.#samples.shift();
  }

  /** 0 until a second sample is there. */
  get rowsPerSecond(): number {
    const [first] = this.#samples;
    const last = this.#samples.at(-1);
    if (first === undefined || last === undefined || last.atMs <= first.atMs) return 0;
    return ((last.rows - first.rows) * 1_000) / (last.atMs - first.atMs);
  }
}
