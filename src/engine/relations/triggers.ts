import { isDenied, isReadOnlyRefusal, isServerError, ServerError } from '../../mysql/server-errors.ts';
import type { Session } from '../../mysql/session.ts';
import { setLockWait, unlockTables } from '../../sql/cutover.ts';
import type { TableName } from '../../sql/inspect.ts';
import type { Sql } from '../../sql/sql.ts';
import {
  createTrigger,
  dropTrigger,
  lockTable,
  renameTrigger,
  resetTriggerSession,
  selectTriggers,
  setTriggerSession,
  type Trigger,
} from '../../sql/triggers.ts';
import { sleep } from '../../support/clock.ts';
import { GhostshipError } from '../../support/errors.ts';
import type { Sessions } from '../tables/sessions.ts';
import { nameOnGhost, type TableNames } from '../tables/table-names.ts';

/*
 * A trigger must run once for every change of the application and never for a change of ours. While the original has the
 * trigger, its name is taken.
 *
 *   while copying             the original has its triggers, the ghost has none
 *   under the cutover lock    the ghost gets the same triggers under other names; nobody writes to it any more
 *   after the swap            under a short lock of the altered table they get their own names instead
 */

/** Writers wait no longer than this while triggers get their names. */
const namesLockSeconds = 1;
const namesAttempts = 120;
const namesPauseMs = 1_000;

/** Carries the triggers of the original over to the altered table. */
export class Triggers {
  readonly #names: TableNames;
  readonly #triggers: readonly Trigger[];

  constructor(names: TableNames, triggers: readonly Trigger[]) {
    this.#names = names;
    this.#triggers = triggers;
  }

  /**
   * Creates them on the empty ghost and drops them again. So anything that prevents them shows before a row is copied.
   *
   * @throws GhostshipError `missing-privileges`, `unsupported-table`
   */
  async tryOut(sessions: Sessions): Promise<void> {
    if (this.#triggers.length === 0) return;
    await using session = await sessions.open('trying the triggers out');
    await this.tryOn(session);
  }

  /** The same in a session that is there. */
  async tryOn(session: Session): Promise<void> {
    if (this.#triggers.length === 0) return;
    try {
      await this.place(session);
    } catch (error) {
      throw error instanceof ServerError ? notCarried(this.#names.original, error) : error;
    } finally {
      await dropTriggers(session, this.#names.ghost);
    }
  }

  /** @param session under the cutover lock, the session that holds it */
  async place(session: Session): Promise<void> {
    if (this.#triggers.length === 0) return;
    for (const trigger of this.#triggers) await create(session, this.#names.ghost, otherName(trigger), trigger, true);
  }

  /**
   * Drops them from the ghost after an attempt that failed, before anything is written to the ghost again. After a swap no table
   * has the ghost's name, and there is nothing to drop.
   */
  async takeBack(open: (purpose: string) => Promise<Session>): Promise<void> {
    if (this.#triggers.length === 0) return;
    await using session = await open('taking the triggers back from the ghost');
    await dropTriggers(session, this.#names.ghost);
  }

  /** Of a table that somebody has altered or replaced since the swap: those that it still has under their other names. */
  async thoseOnAltered(session: Session): Promise<Triggers> {
    const present = await presentNames(session, this.#names.original);
    return new Triggers(
      this.#names,
      this.#triggers.filter((trigger) => present.has(otherName(trigger))),
    );
  }

  /**
   * Gives the triggers of the altered table their own names. It is tried again until it is done. Between two tries each trigger
   * works under one of its two names, also where this process has died. Only a session or a server that is ended between the two
   * statements for a trigger leaves none, until the next try or the next run.
   *
   * @returns notices for a person
   * @throws GhostshipError where the server takes no writes
   */
  async giveNames(sessions: Sessions, signal: AbortSignal): Promise<readonly string[]> {
    const gone = new Set<string>();
    for (let attempt = 1; this.#triggers.length > 0; attempt++) {
      try {
        await using session = await sessions.openForPairs('naming the triggers');
        await this.#swapNames(session, gone);
        break;
      } catch (error) {
        if (isReadOnlyRefusal(error)) throw error;
        if (attempt === namesAttempts || signal.aborted) return [this.#unnamed(gone)];
        // The second try follows at once, because a connection that broke may have left a trigger out.
        if (attempt > 1) await sleep(namesPauseMs, signal).catch(() => {});
      }
    }
    return wereGone(gone);
  }

  /** @param gone takes the names of those that are not there under any name */
  async #swapNames(session: Session, gone: Set<string>): Promise<void> {
    const { original, retired } = this.#names;
    const present = await presentNames(session, original);
    const unnamed = this.#triggers.filter(({ name }) => !present.has(name));
    for (const trigger of unnamed) if (!present.has(otherName(trigger))) gone.add(trigger.name);
    // Elsewhere somebody else may have made one of that name by now.
    const left = await presentNames(session, retired);
    for (const { name } of unnamed) if (left.has(name)) await session.run(dropTrigger(retired.schema, name));
    await session.run(setLockWait(namesLockSeconds));
    await session.run(lockTable(original));
    for (const trigger of unnamed) await rename(session, original, trigger);
    await session.run(unlockTables);
  }

  #unnamed(gone: ReadonlySet<string>): string {
    const names = this.#triggers.filter(({ name }) => !gone.has(name)).map(otherName);
    const working = names.length === 0 ? '' : ` They work under the names ${names.join(', ')}.`;
    const missing =
      gone.size === 0 ? '' : ` Look after these, which were gone after the swap: ${[...gone].join(', ')}.`;
    return `The triggers could not be given their own names.${working}${missing}`;
  }
}

function wereGone(names: ReadonlySet<string>): string[] {
  if (names.size === 0) return [];
  const list = [...names].join(', ');
  return [`Triggers were gone after the swap and are made again; until then they did not run: ${list}.`];
}

/**
 * Creates one on an empty table of ours, and drops it again.
 *
 * @returns what the server says against it; `null` for nothing
 */
export async function tryTrigger(session: Session, table: TableName, trigger: Trigger): Promise<ServerError | null> {
  try {
    await create(session, table, otherName(trigger), trigger, true);
  } catch (error) {
    if (error instanceof ServerError) return error;
    throw error;
  }
  await session.run(dropTrigger(table.schema, otherName(trigger)));
  return null;
}

/** Whether it is the user, and not the trigger, that the server refuses. */
export function deniesTriggers(error: ServerError): boolean {
  return isDenied(error) || isServerError(error, 'ER_BINLOG_CREATE_ROUTINE_NEED_SUPER');
}

/** All that the table has. */
export async function dropTriggers(session: Session, table: TableName): Promise<void> {
  for (const row of await session.rows(selectTriggers(table))) {
    const name = String(row.name);
    await session.run(dropTrigger(table.schema, name)).catch((error: unknown) => {
      throw error instanceof ServerError && deniesTriggers(error) ? notOurs(table, name, error) : error;
    });
  }
}

/** Ours are never there between two runs, unless one was lost under the lock of its cutover. */
function notOurs(table: TableName, trigger: string, cause: unknown): GhostshipError {
  return new GhostshipError(
    'missing-privileges',
    `${table.name} has the trigger ${trigger}, and this user may not drop it.`,
    { hint: `Run DROP TRIGGER ${trigger} yourself, and then this again.`, cause },
  );
}

async function create(
  session: Session,
  ...[table, name, trigger, isOnGhost]: Parameters<typeof createTrigger>
): Promise<void> {
  await runAsMade(session, trigger, createTrigger(table, name, trigger, isOnGhost));
}

/** A trigger that is refused its name keeps the other one. Nobody can write meanwhile. */
async function rename(session: Session, table: TableName, trigger: Trigger): Promise<void> {
  try {
    await runAsMade(session, trigger, renameTrigger(table, otherName(trigger), trigger));
  } catch (error) {
    await create(session, table, otherName(trigger), trigger, false).catch(() => {});
    throw error;
  }
}

/** What follows in the session is in its own mode again. */
async function runAsMade(session: Session, trigger: Trigger, statement: Sql): Promise<void> {
  await session.run(setTriggerSession(trigger));
  try {
    await session.run(statement);
  } finally {
    await session.run(resetTriggerSession);
  }
}

async function presentNames(session: Session, table: TableName): Promise<ReadonlySet<string>> {
  return new Set((await session.rows(selectTriggers(table))).map((row) => String(row.name)));
}

function otherName({ name }: Pick<Trigger, 'name'>): string {
  return nameOnGhost(name);
}

/** MySQL asks for it where the definer of a trigger has it, and says so. */
function lacksSystemUser(error: ServerError): boolean {
  return isDenied(error) && /\bSYSTEM_USER\b/u.test(error.message);
}

function notCarried(table: TableName, error: ServerError): GhostshipError {
  const denied = deniesTriggers(error);
  if (lacksSystemUser(error))
    return new GhostshipError(
      'missing-privileges',
      `A trigger of ${table.name} cannot be carried over to the altered table, because it belongs to a user who has SYSTEM_USER: ${error.message}`,
      {
        hint: 'Grant SYSTEM_USER on *.* to the user of the target URL, or make the trigger again with a definer who does not have it.',
        cause: error,
      },
    );
  return new GhostshipError(
    denied ? 'missing-privileges' : 'unsupported-table',
    `A trigger of ${table.name} cannot be carried over to the altered table: ${error.message}`,
    {
      hint: denied
        ? 'Grant TRIGGER on it, and SET_ANY_DEFINER (MariaDB: SET USER) where triggers belong to others. A server with a binary log also needs log_bin_trust_function_creators=ON, or SUPER.'
        : 'Change the trigger so that it works before and after the statement, or drop it before the migration and create it again after it.',
      cause: error,
    },
  );
}

/** Names of the triggers whose text cannot be sent unchanged, because we send text as UTF-8. */
export function unreadable(triggers: readonly Trigger[]): readonly string[] {
  return triggers
    .filter(({ body, charset }) => !charset.startsWith('utf8') && /[^\0-\x7F]/u.test(body ?? ''))
    .map(({ name }) => name);
}
