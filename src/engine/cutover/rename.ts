import { isPassing, isServerError, ServerError } from '../../mysql/server-errors.ts';
import type { Session } from '../../mysql/session.ts';
import { setLockWait, swapTables } from '../../sql/cutover.ts';
import { wholeSeconds } from '../../support/clock.ts';
import { messageOf } from '../../support/errors.ts';
import type { TableNames } from '../tables/table-names.ts';
import { NotNow } from './errors.ts';

/** `refusal` is an answer that would be the same next time. */
export type RenameResult =
  | { readonly ok: true; readonly why: null }
  | { readonly ok: false; readonly why: string; readonly refusal: ServerError | null };

/** The RENAME of one attempt. */
export class Rename {
  readonly #session: Session;
  readonly #names: TableNames;
  #running: Promise<RenameResult> | null = null;
  #result: RenameResult | null = null;

  /** @param session the one that renames */
  constructor(session: Session, names: TableNames) {
    this.#session = session;
    this.#names = names;
  }

  get session(): Session {
    return this.#session;
  }

  start(budgetMs: number): void {
    this.#running = this.#run(budgetMs).then((result) => {
      this.#result = result;
      return result;
    });
  }

  get isStarted(): boolean {
    return this.#running !== null;
  }

  get isEnded(): boolean {
    return this.#result !== null;
  }

  /** Waits for the end; `null` where it was never started. Never rejects. */
  async end(): Promise<RenameResult | null> {
    return await this.#running;
  }

  async throwUnlessDone(): Promise<void> {
    const result = await this.end();
    if (result?.ok === false) throw result.refusal ?? new NotNow(result.why);
  }

  async #run(budgetMs: number): Promise<RenameResult> {
    const { original, ghost, retired } = this.#names;
    try {
      await this.#session.run(setLockWait(wholeSeconds(budgetMs)));
      await this.#session.run(swapTables(original, ghost, retired));
      return { ok: true, why: null };
    } catch (error) {
      if (isServerError(error, 'ER_LOCK_WAIT_TIMEOUT')) {
        return { ok: false, why: 'a transaction that reads the table did not end in time', refusal: null };
      }
      return { ok: false, why: messageOf(error), refusal: isRefusal(error) ? error : null };
    }
  }
}

/** ER_TABLE_EXISTS_ERROR is no refusal: the sentry was still there, as it should be. */
function isRefusal(error: unknown): error is ServerError {
  return error instanceof ServerError && !isPassing(error) && !isServerError(error, 'ER_TABLE_EXISTS_ERROR');
}
