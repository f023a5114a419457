import { reasonOf } from './clock.ts';
import { GhostshipError } from './errors.ts';

/**
 * Tasks that stand and fall together: the first one to fail aborts the signal all of them share, and leaving the group
 * waits until every one of them has ended. No task outlives its group, no failure goes unheard.
 *
 *     await using group = new TaskGroup(signal);
 *     group.spawn((signal) => keepReading(signal));
 *     await group.lead(copyEverything(group.signal));
 */
export class TaskGroup implements AsyncDisposable {
  readonly signal: AbortSignal;
  readonly #controller = new AbortController();
  readonly #tasks = new Set<Promise<void>>();
  #failure: { readonly error: unknown } | null = null;

  constructor(parent: AbortSignal) {
    this.signal = AbortSignal.any([parent, this.#controller.signal]);
  }

  spawn(task: (signal: AbortSignal) => Promise<void>): void {
    const running = task(this.signal)
      .catch((error: unknown) => this.#fail(error))
      .finally(() => this.#tasks.delete(running));
    this.#tasks.add(running);
  }

  /**
   * The result of `work`, which must listen to {@link signal}: the first task to fail ends it, and it is that failure
   * which is thrown. Work that succeeds returns its result even if a task fails meanwhile. The next call then throws.
   */
  async lead<T>(work: Promise<T>): Promise<T> {
    try {
      return await work;
    } catch (error) {
      this.#fail(error);
      // That the table is not as it was outweighs whatever went wrong first.
      if (error instanceof GhostshipError && error.tableState !== 'unchanged') throw error;
      throw this.#failure?.error ?? error;
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#controller.abort(new TaskGroupClosed());
    await Promise.all(this.#tasks);
  }

  #fail(error: unknown): void {
    // What tasks throw because the group is being torn down is not news.
    if (this.signal.aborted && (error === reasonOf(this.signal) || error instanceof TaskGroupClosed)) return;
    if (this.#failure === null && !this.#controller.signal.aborted) this.#failure = { error };
    this.#controller.abort(error);
  }
}

class TaskGroupClosed extends Error {
  constructor() {
    super('The task group is closed');
    this.name = 'TaskGroupClosed';
  }
}
