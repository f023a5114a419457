import { join, raw, type Sql, sql } from './sql.ts';

export interface SessionSettings {
  /** `'+00:00'`, or the server's own zone where the ALTER converts between TIMESTAMP and other types. */
  readonly timeZone: Sql;
  readonly sqlMode: Sql;
  readonly flavor: 'mysql' | 'mariadb';
}

/**
 * No NO_ZERO_DATE and no NO_ZERO_IN_DATE: rows that the table holds today must be copied as they are, and the server's
 * own ALTER keeps them too. STRICT_ALL_TABLES: nothing is coerced in silence. NO_AUTO_VALUE_ON_ZERO: a row whose
 * AUTO_INCREMENT column is 0 keeps its 0.
 */
export const copySqlMode = sql`'STRICT_ALL_TABLES,NO_AUTO_VALUE_ON_ZERO,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION,ALLOW_INVALID_DATES'`;

export const utc = sql`'+00:00'`;

/**
 * READ COMMITTED, so that INSERT … SELECT takes no locks on the original (measured on both servers).
 * `foreign_key_checks` is off for those who write the ghost: it holds rows the original held already. See {@link withChecks}.
 * `sql_notes` too: notes are harmless, there is one for each row at times, and they would push warnings off the list. To make
 * the list longer takes a privilege on MySQL.
 */
export function setSession(settings: SessionSettings): Sql {
  const common = sql`SET SESSION sql_mode = ${settings.sqlMode}, time_zone = ${settings.timeZone},
    foreign_key_checks = 0, sql_notes = 0, lock_wait_timeout = 10, innodb_lock_wait_timeout = 1,
    wait_timeout = 604800, net_read_timeout = 600, net_write_timeout = 600, sql_safe_updates = 0,
    sql_select_limit = DEFAULT, autocommit = 1`;
  const own =
    settings.flavor === 'mysql'
      ? // 0 is "no limit": past it the optimizer falls back to a full scan.
        [
          sql`range_optimizer_max_mem_size = 0`,
          sql`max_execution_time = 0`,
          // The migration key may be an invisible index.
          sql`optimizer_switch = 'use_invisible_indexes=on'`,
        ]
      : // Long IN lists would become a join with a temporary table and lose the range on the key.
        [sql`in_predicate_conversion_threshold = 0`, sql`max_statement_time = 0`];
  return join([common, ...own]);
}

/**
 * MariaDB, ON since 11.6: a statement that meets a row changed since its snapshot fails, even under READ COMMITTED. Servers
 * that do not have it answer ER_UNKNOWN_SYSTEM_VARIABLE.
 */
export const setNoSnapshotIsolation = raw('SET SESSION innodb_snapshot_isolation = OFF');

/**
 * The checks that the session of a person has. A statement of theirs on a table of theirs is carried out with these, whatever
 * the server's own defaults: without them MySQL and MariaDB add foreign keys that rows break, and MariaDB drops indexes that
 * foreign keys need.
 */
export const withChecks = raw('SET SESSION foreign_key_checks = 1, unique_checks = 1, sql_notes = 1');

export const withoutForeignKeyChecks = raw('SET SESSION foreign_key_checks = 0');

/** What a statement means that is sent as it was written. */
export const withServersSqlMode = raw('SET SESSION sql_mode = @@GLOBAL.sql_mode');

/** What the server says of the statement of a person belongs to what that person is told. */
export const withNotes = raw('SET SESSION sql_notes = 1');

export function setSqlMode(mode: Sql): Sql {
  return sql`SET SESSION sql_mode = ${mode}`;
}

/** A week: longer than any run, so that a session that waits, or that is not read from for a while, is not closed behind our back. */
export const keepAlive = raw('SET SESSION wait_timeout = 604800, net_write_timeout = 604800, autocommit = 1');

export const setReadCommitted = raw('SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED');
