import { type IdentityVariable, identityParts, inDialect } from './server.ts';
import { ident, raw, type Sql, sql } from './sql.ts';
import { plainSqlMode } from './sql-mode.ts';

/** What differs between our sessions. Everything else that could change what a statement does is the same in all of them. */
export interface SessionSettings {
  readonly sqlMode: Sql;
  /** `'+00:00'`, or the server's own zone. */
  readonly timeZone: Sql;
  /** What NOW() gives, in seconds since 1970, to the microsecond; `null` is the server's clock. */
  readonly pinnedSeconds: number | null;
  /** Under READ COMMITTED an INSERT … SELECT takes no locks on the original (measured on both servers). */
  readonly isolation: 'READ-COMMITTED' | 'REPEATABLE-READ';
  readonly foreignKeyChecks: boolean;
  /** True where a foreign key may refer to any index of the parent, as those that a table has already may. */
  readonly anyParentKey: boolean;
  readonly notes: boolean;
  /** For a lock on a table. */
  readonly lockWaitSeconds: number;
  /** For a lock on a row. */
  readonly rowLockWaitSeconds: number;
  /** How long the server bears a client that does not read. */
  readonly netWriteSeconds: number;
  /** How long the server bears a client that asks nothing. Its locks are given back then. */
  readonly idleSeconds: number;
  /** False on a replica: what is written there would be a transaction that its source never had. Takes a privilege. */
  readonly isLogged: boolean;
  /** Whether one packet may hold two statements. */
  readonly takesPairs: boolean;
}

/** One variable of a session, and what it must be. */
export interface Setting {
  readonly name: string;
  readonly value: Sql;
  /** Who has such a variable; `null` for both. */
  readonly flavor: 'mysql' | 'mariadb' | null;
}

export const utc = sql`'+00:00'`;
export const serverTimeZone = raw('@@GLOBAL.time_zone');

/** What SET NAMES utf8mb4 gives a client. The texts of a statement, and indexes on what it computes, are compared by it. */
export const clientCollation = raw("COLLATION(_utf8mb4'')");

/**
 * Sessions of ours give a sign of life every ten seconds. Those of a process that is gone, with what they have locked, end after
 * this time.
 */
const idleSeconds = 120;

/** Longer than any run. */
const weekSeconds = 604_800;

/** For a lock that is waited for until its holder gives it back. */
export const patientSeconds = weekSeconds;

/** Questions, notes in the ledger, commands. A lock is waited for as long as a backup may hold it. */
export const ordinary: SessionSettings = {
  sqlMode: plainSqlMode,
  timeZone: serverTimeZone,
  pinnedSeconds: null,
  isolation: 'REPEATABLE-READ',
  foreignKeyChecks: true,
  anyParentKey: false,
  notes: true,
  lockWaitSeconds: 3_600,
  rowLockWaitSeconds: 50,
  netWriteSeconds: 600,
  idleSeconds,
  isLogged: true,
  takesPairs: false,
};

export const personalSqlMode = raw('@@GLOBAL.sql_mode');

/** For a statement that the server carries out as it would for the person who wrote it. */
export const personal: SessionSettings = { ...ordinary, sqlMode: personalSqlMode };

/** For a stream of changes that is not read for a while, because we are behind. */
export const streaming: SessionSettings = { ...ordinary, netWriteSeconds: weekSeconds, idleSeconds: weekSeconds };

/**
 * For the migration. `foreign_key_checks` is off for those who write the ghost: it holds rows the original held already.
 * `sql_notes` too: notes are harmless, there is one for each row at times, and they would push warnings off the list. To make
 * the list longer takes a privilege on MySQL.
 */
export function migrating(own: Pick<SessionSettings, 'sqlMode' | 'timeZone' | 'pinnedSeconds'>): SessionSettings {
  return {
    ...ordinary,
    ...own,
    isolation: 'READ-COMMITTED',
    foreignKeyChecks: false,
    anyParentKey: true,
    notes: false,
    lockWaitSeconds: 10,
    rowLockWaitSeconds: 1,
  };
}

/**
 * Every variable that our statements, what we read of a table, or the protocol depend on. A session inherits all of them from
 * the server's settings, so none is left as it comes; DEFAULT would be the server's setting, too.
 * Not here: what decides how values are computed and tables are made (`div_precision_increment`, `innodb_strict_mode` and the
 * like, see session-settings.test.ts), because the server's own ALTER goes by the server's settings there.
 */
export function settingsFor(session: SessionSettings): readonly Setting[] {
  return [...common(session), ...ofMysql(session), ...ofMariadb(session)];
}

function common(session: SessionSettings): Setting[] {
  return settings(null, {
    sql_mode: session.sqlMode,
    time_zone: session.timeZone,
    ...(session.pinnedSeconds === null ? {} : { timestamp: sql`${session.pinnedSeconds}` }),
    // Where the server is told to pass over what clients say of their letters.
    character_set_client: sql`${'utf8mb4'}`,
    character_set_results: sql`${'utf8mb4'}`,
    collation_connection: clientCollation,
    autocommit: sql`1`,
    completion_type: sql`${'NO_CHAIN'}`,
    // Of unlimited length.
    sql_select_limit: raw('18446744073709551615'),
    sql_big_selects: sql`1`,
    group_concat_max_len: sql`${2 ** 20}`,
    // More than an index can hold.
    max_sort_length: sql`8192`,
    // In bytes. Where fifteen rows do not fit, a statement that sorts is refused.
    sort_buffer_size: sql`${2 ** 21}`,
    sql_safe_updates: sql`0`,
    // A table in between cuts what it takes for the text of a number.
    sql_buffer_result: sql`0`,
    sql_auto_is_null: sql`0`,
    sql_quote_show_create: sql`1`,
    sql_notes: sql`${session.notes ? 1 : 0}`,
    foreign_key_checks: sql`${session.foreignKeyChecks ? 1 : 0}`,
    unique_checks: sql`1`,
    innodb_table_locks: sql`1`,
    lock_wait_timeout: sql`${session.lockWaitSeconds}`,
    innodb_lock_wait_timeout: sql`${session.rowLockWaitSeconds}`,
    wait_timeout: sql`${session.idleSeconds}`,
    net_read_timeout: sql`600`,
    net_write_timeout: sql`${session.netWriteSeconds}`,
    ...(session.isLogged ? {} : { sql_log_bin: sql`0` }),
  });
}

function ofMysql(session: SessionSettings): Setting[] {
  return settings('mysql', {
    transaction_isolation: sql`${session.isolation}`,
    transaction_read_only: sql`0`,
    max_execution_time: sql`0`,
    // The migration key may be an invisible index.
    optimizer_switch: sql`${'default,use_invisible_indexes=on'}`,
    // 0 is "no limit": past it the optimizer falls back to a full scan.
    range_optimizer_max_mem_size: sql`0`,
    // A copy of the table elsewhere, which lags.
    use_secondary_engine: sql`${'OFF'}`,
    old_alter_table: sql`0`,
    // Since 8.4. For a statement of a person it stays as the server has it.
    ...(session.anyParentKey ? { restrict_fk_on_non_standard_key: sql`0` } : {}),
    show_create_table_verbosity: sql`0`,
    show_gipk_in_create_table_and_information_schema: sql`1`,
    information_schema_stats_expiry: sql`0`,
    terminology_use_previous: sql`${'NONE'}`,
  });
}

function ofMariadb(session: SessionSettings): Setting[] {
  return settings('mariadb', {
    tx_isolation: sql`${session.isolation}`,
    tx_read_only: sql`0`,
    // A statement that meets a row changed since its snapshot would fail, even under READ COMMITTED.
    innodb_snapshot_isolation: sql`0`,
    max_statement_time: sql`0`,
    optimizer_switch: sql`${'default'}`,
    // Long IN lists would become a join with a temporary table and lose the range on the key.
    in_predicate_conversion_threshold: sql`0`,
    check_constraint_checks: sql`1`,
    alter_algorithm: sql`${'DEFAULT'}`,
    sql_if_exists: sql`0`,
    query_cache_type: sql`${'OFF'}`,
    idle_transaction_timeout: sql`0`,
    idle_readonly_transaction_timeout: sql`0`,
    idle_write_transaction_timeout: sql`0`,
  });
}

function settings(flavor: Setting['flavor'], values: Readonly<Record<string, Sql>>): Setting[] {
  return Object.entries(values).map(([name, value]) => ({ name, value, flavor }));
}

/** In one statement; each server passes over what is in the comments of the other. */
export function setAll(chosen: readonly Setting[]): Sql {
  const parts = chosen.map(({ name, value, flavor }) => forServer(flavor, sql`, ${raw(name)} = ${value}`));
  return raw(`SET SESSION${parts.join(' ').replace(',', '')}`);
}

/** One row: what the server is and which one, and for each setting what it is and what it was asked to be. */
export function readAll(chosen: readonly Setting[], identity: readonly IdentityVariable[]): Sql {
  const parts = chosen.map(({ name, value, flavor }) => {
    const columns = namesInReadBack(name);
    return forServer(
      flavor,
      sql`, @@SESSION.${raw(name)} AS ${ident(columns.is)}, ${value} AS ${ident(columns.asked)}`,
    );
  });
  const others = [sql`, @@GLOBAL.version_comment AS version_comment`, ...identityParts(identity)];
  return raw(`SELECT VERSION() AS version${parts.join(' ')}${others.join(' ')}`);
}

export function namesInReadBack(variable: string): { readonly is: string; readonly asked: string } {
  return { is: `is ${variable}`, asked: `asked ${variable}` };
}

/** For a session that is about to read the binary log. MySQL took the second name in 8.0.26; each server passes over the other. */
export function askForHeartbeats(periodMs: number): Sql {
  const nanoseconds = sql`${periodMs * 1_000_000}`;
  return sql`SET @master_heartbeat_period = ${nanoseconds}, @source_heartbeat_period = ${nanoseconds}`;
}

export const withForeignKeyChecks = raw('SET SESSION foreign_key_checks = 1');
export const withoutForeignKeyChecks = raw('SET SESSION foreign_key_checks = 0');

/** What a statement that changes rows means, and what the server guards a person against. */
export const settingsOfPersons: readonly string[] = [
  'sql_mode',
  'sql_safe_updates',
  'sql_buffer_result',
  'sql_select_limit',
  'sql_big_selects',
  'group_concat_max_len',
  'max_sort_length',
  'max_statement_time',
];
const chosenOfPersons = settingsFor(ordinary).filter(({ name }) => settingsOfPersons.includes(name));

/** For the statement of a person among our own, whose texts are quoted for the plain mode. */
export const withSettingsOfPersons = setAll(
  chosenOfPersons.map((setting) => ({ ...setting, value: raw(`@@GLOBAL.${setting.name}`) })),
);
export const withOurSettings = setAll(chosenOfPersons);

export function withSqlMode(mode: Sql): Sql {
  return sql`SET SESSION sql_mode = ${mode}`;
}

/** What the server says of the statement of a person belongs to what that person is told. */
export const withNotes = raw('SET SESSION sql_notes = 1');

function forServer(flavor: Setting['flavor'], part: Sql): string {
  return flavor === null ? part.text : inDialect(flavor, part);
}
