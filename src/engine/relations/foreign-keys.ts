import { readCreateStatement, type TableDefinition } from '../../mysql/inspect-table.ts';
import type { Flavor } from '../../mysql/server.ts';
import { isDenied, isServerError, ServerError } from '../../mysql/server-errors.ts';
import type { Session } from '../../mysql/session.ts';
import { dropChecks, isMadeUp, readChecks } from '../../sql/checks.ts';
import { setLockWait } from '../../sql/cutover.ts';
import { addForeignKeys, dropForeignKeys, type OwnForeignKey, readForeignKeys } from '../../sql/foreign-keys.ts';
import type { TableName } from '../../sql/inspect.ts';
import { wholeSeconds } from '../../support/clock.ts';
import { GhostshipError } from '../../support/errors.ts';
import { type ColumnMap, ghostColumnOf } from '../mapping/column-map.ts';
import type { MigrateOptions } from '../request.ts';
import type { Sessions } from '../tables/sessions.ts';
import type { TableNames } from '../tables/table-names.ts';

/*
 * A foreign key on the ghost while rows are copied would make writers of the parent wait for the copy, and refuse what they
 * may do by rows of the ghost that are not up to date. So the ghost gets them under the cutover lock, when it equals the
 * original, and the original, which is in nobody's way before, loses them under the same lock. That takes a session that
 * can rename tables it has locked, the parents among them (MySQL manual, "RENAME TABLE Statement", since 8.0.13); MariaDB has none.
 */

/** The foreign keys of the table itself, on their way to the altered table; none of those of other tables. */
export class ForeignKeys {
  readonly #names: TableNames;
  readonly #own: readonly OwnForeignKey[];
  readonly #carried: readonly OwnForeignKey[];

  /** @throws GhostshipError `invalid-statement` where the statement drops a column that a carried key needs */
  constructor(names: TableNames, original: TableDefinition, map: ColumnMap, option: MigrateOptions['foreignKeys']) {
    this.#names = names;
    this.#own = readForeignKeys(original.createStatement, original.table.schema);
    this.#carried = option === 'carry' ? this.#own.map((key) => follow(key, map, original.table)) : [];
  }

  /** What a RENAME of the original locks besides, and must have locked before. */
  get parents(): readonly TableName[] {
    const known = new Map(this.#own.map(({ parent }) => [`${parent.schema}.${parent.name}`, parent]));
    return [...known.values()];
  }

  /**
   * Adds them to the empty ghost and takes them back.
   *
   * @throws GhostshipError `invalid-statement`, `missing-privileges`, `cutover-gave-up`
   */
  async tryOut(sessions: Sessions, lockBudgetMs: number): Promise<void> {
    if (this.#carried.length === 0) return;
    await using session = await sessions.open('trying the foreign keys out');
    await session.run(setLockWait(wholeSeconds(lockBudgetMs)));
    try {
      await this.place(session);
      await session.run(dropForeignKeys(this.#names.ghost, namesOf(this.#carried)));
    } catch (error) {
      throw error instanceof ServerError ? notCarried(this.#names.original, error) : error;
    }
  }

  /** @param session under the cutover lock the one that holds it */
  async place(session: Session): Promise<void> {
    if (this.#carried.length === 0) return;
    for (const statement of addForeignKeys(this.#names.ghost, this.#carried)) await session.run(statement);
  }

  /** After an attempt that failed, before anything is written to the ghost again. */
  async takeBack(open: (purpose: string) => Promise<Session>): Promise<void> {
    if (this.#carried.length === 0) return;
    await using session = await open('taking the foreign keys back from the ghost');
    await dropOwnForeignKeys(session, this.#names.ghost);
  }

  /** Or else parents could not be deleted because of rows that nobody uses any more. */
  async dropFromRetired(session: Session): Promise<void> {
    if (this.#own.length > 0) await dropOwnForeignKeys(session, this.#names.retired);
  }
}

/** Those that the table has now; a table that is not there has none. */
export async function dropOwnForeignKeys(session: Session, table: TableName): Promise<void> {
  const present = readForeignKeys(await definitionOf(session, table), table.schema);
  if (present.length > 0) await session.run(dropForeignKeys(table, namesOf(present)));
}

async function definitionOf(session: Session, table: TableName): Promise<string> {
  return await readCreateStatement(session, table).catch((error: unknown) => {
    if (isServerError(error, 'ER_NO_SUCH_TABLE', 'ER_BAD_DB_ERROR')) return '';
    throw error;
  });
}

/**
 * As after DROP TABLE: no row of others is held back by the table, and the names of its constraints are free. Those of checks
 * are names of the schema on MySQL alone.
 */
export async function releaseNames(session: Session, table: TableName, flavor: Flavor): Promise<void> {
  await dropOwnForeignKeys(session, table);
  if (flavor !== 'mysql') return;
  const checks = readChecks(await definitionOf(session, table)).filter(({ name }) => !isMadeUp(name, table));
  if (checks.length > 0) await session.run(dropChecks(table, namesOf(checks)));
}

function follow(key: OwnForeignKey, map: ColumnMap, table: TableName): OwnForeignKey {
  const columns = key.columns.map((column) => {
    const now = ghostColumnOf(map, column);
    if (now !== undefined) return now;
    throw new GhostshipError(
      'invalid-statement',
      `The foreign key ${key.name} of ${table.name} needs the column ${column}, which the statement drops.`,
      { hint: 'Drop the foreign key first.' },
    );
  });
  return { ...key, columns };
}

function namesOf(keys: readonly { readonly name: string }[]): string[] {
  return keys.map(({ name }) => name);
}

function notCarried(table: TableName, error: ServerError): GhostshipError {
  const words = error.message;
  if (isServerError(error, 'ER_LOCK_WAIT_TIMEOUT')) {
    return new GhostshipError('cutover-gave-up', `A table that ${table.name} refers to was in use for too long.`, {
      hint: 'Look for long transactions on it and run the migration again.',
      cause: error,
    });
  }
  const denied = isDenied(error);
  return new GhostshipError(
    denied ? 'missing-privileges' : 'invalid-statement',
    `The foreign keys of ${table.name} cannot be carried over to the altered table: ${words}`,
    {
      hint: denied ? 'Grant REFERENCES on the tables it refers to.' : 'Its own ALTER TABLE would fail in the same way.',
      cause: error,
    },
  );
}
