/** Numbers as GitHub gives them: one sequence per emulator, never used twice. */
export class Ids {
  #last = 1000;

  next(): number {
    this.#last += 1;
    return this.#last;
  }
}
