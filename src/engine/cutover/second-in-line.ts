import { findProcess, waitsForTable } from '../../mysql/find-process.ts';
import type { Session } from '../../mysql/session.ts';
import { readNothing, setLockWait, withoutAutocommit } from '../../sql/cutover.ts';
import { sleepUncancelled, wholeSeconds } from '../../support/clock.ts';
import type { TableNames } from '../tables/table-names.ts';
import { NotNow } from './errors.ts';
import type { LockBudget } from './lock-budget.ts';
import type { Rename } from './rename.ts';
import { whichTableIsWhich } from './which-table.ts';

const pollMs = 2;

/**
 * A reader that waits for the original right behind the RENAME, and keeps it once it has it. MariaDB's RENAME asks for the lock of
 * backups when it has the tables. Where a backup, FLUSH TABLES WITH READ LOCK or SET GLOBAL read_only waits for that lock, RENAME
 * gives the tables back, waits, and takes them again; what is written in between the ghost would lack. The reader gets the table when
 * RENAME has swapped it, or has given it back, and then RENAME cannot take it again.
 */
export class SecondInLine implements AsyncDisposable {
  readonly #session: Session;
  readonly #names: TableNames;
  #reading: Promise<boolean> | null = null;

  /** @param session for nothing else */
  constructor(session: Session, names: TableNames) {
    this.#session = session;
    this.#names = names;
  }

  /**
   * Returns when it waits. Call it while the table is locked and RENAME is first in line.
   * @throws NotNow
   */
  async lineUp(watcher: Session, budget: LockBudget): Promise<void> {
    await this.#session.run(withoutAutocommit);
    await this.#session.run(setLockWait(wholeSeconds(budget.leftMs)));
    let hasEnded = false;
    this.#reading = this.#session
      .rows(readNothing(this.#names.original))
      .then(
        () => true,
        () => false,
      )
      .finally(() => {
        hasEnded = true;
      });
    while (!(await this.#isWaiting(watcher))) {
      if (hasEnded || budget.leftMs <= 0) throw new NotNow('nobody could stand in line behind the swap');
      await sleepUncancelled(pollMs);
    }
  }

  /**
   * Call it after UNLOCK.
   * @returns true where RENAME has given the tables back. Until the reader is disposed of it cannot swap them.
   */
  async keepsOut(rename: Rename): Promise<boolean> {
    if (this.#reading === null) return false;
    const hasTable = await Promise.race([this.#reading, rename.end().then(() => false)]);
    if (!hasTable) return false;
    const which = await whichTableIsWhich(this.#session, this.#names).catch(() => null);
    return which?.state === 'unchanged';
  }

  async #isWaiting(watcher: Session): Promise<boolean> {
    const process = await findProcess(watcher, this.#session.id);
    return process !== null && waitsForTable(process);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#session[Symbol.asyncDispose]();
  }
}
