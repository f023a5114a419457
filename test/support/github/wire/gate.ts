/** Who passes waits until it is opened. */
export class Gate {
  readonly #waiting = new Set<() => void>();
  #isOpen = false;

  get waiting(): number {
    return this.#waiting.size;
  }

  async pass(): Promise<void> {
    if (this.#isOpen) return;
    await new Promise<void>((resolve) => this.#waiting.add(resolve));
  }

  open(): void {
    this.#isOpen = true;
    for (const resolve of this.#waiting) resolve();
    this.#waiting.clear();
  }
}
