import type { TableName } from './inspect.ts';
import { ourMark } from './marker.ts';
import { clientCollation } from './session-settings.ts';
import { ident, raw, type Sql, sql, tableName } from './sql.ts';

/** A trigger as the server describes it. */
export interface Trigger {
  readonly name: string;
  readonly timing: string;
  readonly event: string;
  /** As it was sent; `null` for a user who may not see it. */
  readonly body: string | null;
  /** `user@host`. */
  readonly definer: string;
  readonly sqlMode: string;
  readonly charset: string;
  readonly collation: string;
}

/**
 * In the order in which they are run. They are seen only by who has the privilege TRIGGER on the table. What they do is asked for with
 * `showCreateStored`.
 */
export function selectTriggers(table: TableName): Sql {
  return sql`SELECT TRIGGER_NAME AS name, ACTION_TIMING AS timing, EVENT_MANIPULATION AS event,
      DEFINER AS definer, SQL_MODE AS sql_mode, CHARACTER_SET_CLIENT AS charset, COLLATION_CONNECTION AS collation
    FROM information_schema.TRIGGERS WHERE EVENT_OBJECT_SCHEMA = ${table.schema} AND EVENT_OBJECT_TABLE = ${table.name}
    ORDER BY ACTION_ORDER, TRIGGER_NAME`;
}

/** A trigger remembers the settings of the session that made it. Only {@link setTriggerSession} and that belong between. */
export function setTriggerSession({ sqlMode, charset, collation }: Trigger): Sql {
  return sql`SET @own_sql_mode = @@SESSION.sql_mode, SESSION sql_mode = ${sqlMode},
    SESSION character_set_client = ${charset}, SESSION collation_connection = ${collation}`;
}

/** What the session had before {@link setTriggerSession}. Text goes over the wire in this character set. */
export const resetTriggerSession = sql`SET SESSION sql_mode = @own_sql_mode, SESSION character_set_client = utf8mb4,
  SESSION collation_connection = ${clientCollation}`;

/**
 * Without its body it is a statement that no server takes.
 *
 * The mark stands behind TRIGGER, because the server writes what comes before it anew when it logs the statement.
 */
export function createTrigger(table: TableName, name: string, trigger: Trigger, isOnGhost: boolean): Sql {
  const at = trigger.definer.lastIndexOf('@');
  const definer =
    at < 0
      ? ident(trigger.definer)
      : sql`${ident(trigger.definer.slice(0, at))}@${ident(trigger.definer.slice(at + 1))}`;
  return sql`CREATE DEFINER = ${definer} TRIGGER ${raw(isOnGhost ? ourMark : '')} ${tableName({ schema: table.schema, name })}
    ${raw(trigger.timing)} ${raw(trigger.event)} ON ${tableName(table)} FOR EACH ROW ${raw(trigger.body ?? '')}`;
}

export function dropTrigger(schema: string, name: string): Sql {
  return sql`DROP TRIGGER IF EXISTS ${raw(ourMark)} ${tableName({ schema, name })}`;
}

/**
 * Two statements in one packet: the server carries out both, also for a process that has died meanwhile. CREATE TRIGGER stands last,
 * because MySQL takes a semicolon behind a body as a part of it.
 */
export function renameTrigger(table: TableName, from: string, trigger: Trigger): Sql {
  return sql`${dropTrigger(table.schema, from)}; ${createTrigger(table, trigger.name, trigger, false)}`;
}

export function lockTable(table: TableName): Sql {
  return sql`LOCK TABLES ${tableName(table)} WRITE`;
}
