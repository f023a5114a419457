import type { DryRun, DryRunPlace } from '../../engine/plan/dry-run.ts';
import { NoStage } from '../../engine/plan/no-stage.ts';
import type { Stage } from '../../engine/plan/stage.ts';

/** The stage of a plan, and what its statements share besides, each made when the first statement needs it. */
export class Staging implements AsyncDisposable {
  readonly #database: DryRunPlace;
  readonly #allow: readonly string[];
  readonly #statements: number;
  /** What a table may have decides in which mode the server reads a statement. */
  readonly #dryRuns = new Map<boolean, Promise<DryRun>>();
  #opened: Promise<Stage | NoStage> | null = null;

  /** @param statements how many are to be planned */
  constructor(database: DryRunPlace, allow: readonly string[], statements: number) {
    this.#database = database;
    this.#allow = allow;
    this.#statements = statements;
  }

  /**
   * @param allow of one table
   * @throws GhostshipError as `DryRun.open` does
   */
  dryRun(allow: readonly string[]): Promise<DryRun> {
    const mayBeZero = allow.includes('zero-dates');
    const opened = this.#dryRuns.get(mayBeZero) ?? this.#openDryRun(allow);
    this.#dryRuns.set(mayBeZero, opened);
    return opened;
  }

  /**
   * @returns why there is none where the user may not make it
   * @throws GhostshipError as `Stage.open` does
   */
  open(): Promise<Stage | NoStage> {
    this.#opened ??= this.#open();
    return this.#opened;
  }

  /** The server that was asked, with its version; `null` where no statement has asked it. */
  async asked(): Promise<string | null> {
    for (const opened of this.#dryRuns.values()) {
      const dryRun = await opened.catch(() => null);
      if (dryRun !== null) return `${dryRun.control.server.flavor} ${dryRun.control.server.version}`;
    }
    return null;
  }

  async #openDryRun(allow: readonly string[]): Promise<DryRun> {
    // Loaded only where there is a server to ask: it brings the engine with it.
    const { DryRun } = await import('../../engine/plan/dry-run.ts');
    return await DryRun.open(this.#database, allow, this.#statements);
  }

  async #open(): Promise<Stage | NoStage> {
    const dryRun = await this.dryRun(this.#allow);
    try {
      const { Stage } = await import('../../engine/plan/stage.ts');
      return await Stage.open(dryRun);
    } catch (error) {
      if (error instanceof NoStage) return error;
      throw error;
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const opened = await this.#opened?.catch(() => null);
    if (opened != null && !(opened instanceof NoStage)) await opened[Symbol.asyncDispose]();
    for (const dryRun of this.#dryRuns.values()) await (await dryRun.catch(() => null))?.[Symbol.asyncDispose]();
  }
}
