import { NoStage } from '../../engine/plan/no-stage.ts';
import type { Stage } from '../../engine/plan/stage.ts';
import type { PlanDatabase } from './plan-task.ts';

/** The stage of a plan, made when the first statement needs it. */
export class Staging implements AsyncDisposable {
  readonly #database: PlanDatabase;
  readonly #allow: readonly string[];
  #opened: Promise<Stage | NoStage> | null = null;

  constructor(database: PlanDatabase, allow: readonly string[]) {
    this.#database = database;
    this.#allow = allow;
  }

  /**
   * @returns why there is none where the user may not make it
   * @throws GhostshipError as `Stage.open` does
   */
  open(): Promise<Stage | NoStage> {
    this.#opened ??= this.#open();
    return this.#opened;
  }

  async #open(): Promise<Stage | NoStage> {
    const { target, replica } = this.#database;
    try {
      // Loaded only where there is a server to ask: it brings the engine with it.
      const { Stage } = await import('../../engine/plan/stage.ts');
      return await Stage.open(replica ?? target, replica !== null, this.#allow);
    } catch (error) {
      if (error instanceof NoStage) return error;
      throw error;
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const opened = await this.#opened?.catch(() => null);
    if (opened != null && !(opened instanceof NoStage)) await opened[Symbol.asyncDispose]();
  }
}
