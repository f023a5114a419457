import { isServerError, ServerError } from '../../mysql/server-errors.ts';
import type { Session } from '../../mysql/session.ts';
import { setLockWait, unlockTables } from '../../sql/cutover.ts';
import type { TableName } from '../../sql/inspect.ts';
import {
  createTrigger,
  dropTrigger,
  lockTable,
  selectTriggers,
  setClientCharset,
  setTriggerSession,
  type Trigger,
} from '../../sql/triggers.ts';
import { sleep } from '../../support/clock.ts';
import { GhostshipError } from '../../support/errors.ts';
import type { Sessions } from '../tables/sessions.ts';
import { type TableNames, withSuffix } from '../tables/table-names.ts';

/*
 * A trigger must run once for every change of the application and never for one of ours, and its name is taken as long as
 * the original has it:
 *
 *   while copying             the original's triggers, none on the ghost
 *   under the cutover lock    the same ones on the ghost, under other names; nobody writes it any more
 *   after the swap            under a short lock of the altered table: their own names, then the others go
 */

const suffix = '_gho';
/** Writers wait no longer than this for the altered table. */
const namesLockSeconds = 1;
const namesAttempts = 120;
const namesPauseMs = 1_000;

/** The triggers of the original on their way to the altered table. */
export class Triggers {
  readonly #names: TableNames;
  readonly #triggers: readonly Trigger[];

  constructor(names: TableNames, triggers: readonly Trigger[]) {
    this.#names = names;
    this.#triggers = triggers;
  }

  /**
   * Makes them on the empty ghost and takes them back: whatever would keep them from the altered table shows before a row is
   * copied.
   *
   * @throws GhostshipError `missing-privileges`, `unsupported-table`
   */
  async tryOut(sessions: Sessions): Promise<void> {
    if (this.#triggers.length === 0) return;
    await using session = await sessions.open('trying the triggers out');
    try {
      await this.place(session);
    } catch (error) {
      throw error instanceof ServerError ? notCarried(this.#names.original, error) : error;
    } finally {
      await this.#takeBackThrough(session);
    }
  }

  /** @param session under the cutover lock the one that holds it */
  async place(session: Session): Promise<void> {
    if (this.#triggers.length === 0) return;
    for (const trigger of this.#triggers) {
      await session.run(setTriggerSession(trigger));
      await session.run(createTrigger(this.#names.ghost, otherName(trigger), trigger, true));
    }
    await session.run(setClientCharset);
  }

  /**
   * After an attempt that failed, before anything is written to the ghost again. Once the tables are swapped there is
   * nothing to take back: the ghost's name is nobody's then.
   */
  async takeBack(open: (purpose: string) => Promise<Session>): Promise<void> {
    if (this.#triggers.length === 0) return;
    await using session = await open('taking the triggers back from the ghost');
    await this.#takeBackThrough(session);
  }

  /**
   * Gives the triggers of the altered table their own names. Tried again until it is done: between two tries every one of
   * them does its work under one name or the other.
   *
   * @returns what a person should know of it
   */
  async giveNames(sessions: Sessions, signal: AbortSignal): Promise<readonly string[]> {
    const notices: string[] = [];
    for (let attempt = 1; this.#triggers.length > 0; attempt++) {
      try {
        await using session = await sessions.open('naming the triggers');
        const doubled = await this.#dropDoubles(session);
        if (doubled.length > 0) {
          notices.push(
            `The connection broke while triggers were named: ${doubled.join()} ran twice until it was back.`,
          );
        }
        await this.#swapNames(session);
        break;
      } catch {
        if (attempt === namesAttempts || signal.aborted) return [...notices, this.#unnamed()];
        // At once the first time: a connection that broke may have left a double.
        if (attempt > 1) await sleep(namesPauseMs, signal).catch(() => {});
      }
    }
    return notices;
  }

  /** Two of a kind, left behind by a try that broke off. */
  async #dropDoubles(session: Session): Promise<readonly string[]> {
    const { original } = this.#names;
    const present = await this.#presentNames(session);
    const doubled = this.#triggers.filter((trigger) => present.has(trigger.name) && present.has(otherName(trigger)));
    for (const trigger of doubled) await session.run(dropTrigger(original.schema, otherName(trigger)));
    return doubled.map(({ name }) => name);
  }

  async #swapNames(session: Session): Promise<void> {
    const { original, retired } = this.#names;
    const present = await this.#presentNames(session);
    const unnamed = this.#triggers.filter(({ name }) => !present.has(name));
    for (const { name } of unnamed) await session.run(dropTrigger(retired.schema, name));
    await session.run(setLockWait(namesLockSeconds));
    await session.run(lockTable(original));
    for (const trigger of unnamed) {
      await session.run(setTriggerSession(trigger));
      await session.run(createTrigger(original, trigger.name, trigger, false));
      await session.run(setClientCharset);
      await session.run(dropTrigger(original.schema, otherName(trigger)));
    }
    await session.run(unlockTables);
  }

  async #presentNames(session: Session): Promise<ReadonlySet<string>> {
    return new Set((await session.rows(selectTriggers(this.#names.original))).map((row) => String(row.name)));
  }

  #unnamed(): string {
    const names = this.#triggers.map(otherName).join(', ');
    return `The triggers could not be given their own names and do their work as ${names}.`;
  }

  async #takeBackThrough(session: Session): Promise<void> {
    await session.run(setClientCharset);
    for (const row of await session.rows(selectTriggers(this.#names.ghost)))
      await session.run(dropTrigger(this.#names.ghost.schema, String(row.name)));
  }
}

/** Free as long as nobody else carries a trigger of this name over. */
function otherName({ name }: Trigger): string {
  return withSuffix(name, suffix);
}

function notCarried(table: TableName, error: ServerError): GhostshipError {
  const isDenied = isServerError(
    error,
    'ER_TABLEACCESS_DENIED_ERROR',
    'ER_SPECIFIC_ACCESS_DENIED_ERROR',
    'ER_BINLOG_CREATE_ROUTINE_NEED_SUPER',
  );
  return new GhostshipError(
    isDenied ? 'missing-privileges' : 'unsupported-table',
    `A trigger of ${table.name} cannot be carried over to the altered table: ${error.message}`,
    {
      hint: isDenied
        ? 'Grant TRIGGER on it, and SET_ANY_DEFINER (MariaDB: SET USER) where triggers belong to others; a server with a binary log also wants log_bin_trust_function_creators=ON, or SUPER.'
        : 'Change the trigger so that it works before and after, or drop it before the migration and create it again after it.',
      cause: error,
    },
  );
}

/** Names of those whose text we could not send as it was written: it goes over the wire as UTF-8. */
export function unreadable(triggers: readonly Trigger[]): readonly string[] {
  return triggers
    .filter(({ body, charset }) => !charset.startsWith('utf8') && /[^\0-\x7F]/u.test(body))
    .map(({ name }) => name);
}
