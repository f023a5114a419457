import { commentOrView } from './cutover.ts';
import type { TableName } from './inspect.ts';
import { ourMark } from './marker.ts';
import { ident, join, raw, type Sql, sql, tableName } from './sql.ts';

export function createTableLike(table: TableName, original: TableName): Sql {
  return sql`CREATE TABLE ${tableName(table)} LIKE ${tableName(original)}`;
}

export function createTemporaryLike(table: TableName, original: TableName): Sql {
  return sql`CREATE TEMPORARY TABLE ${tableName(table)} LIKE ${tableName(original)}`;
}

export function dropTemporary(table: TableName): Sql {
  return sql`DROP TEMPORARY TABLE IF EXISTS ${tableName(table)}`;
}

/** @param added as SHOW CREATE TABLE has them */
export function replaceChecks(table: TableName, dropped: readonly string[], added: readonly string[]): Sql {
  const clauses = [
    ...dropped.map((name) => sql`DROP CHECK ${ident(name)}`),
    ...added.map((line) => raw(`ADD ${line}`)),
  ];
  return sql`ALTER TABLE ${tableName(table)} ${join(clauses)} ${raw(ourMark)}`;
}

export function createSchema(schema: string): Sql {
  return sql`CREATE DATABASE IF NOT EXISTS ${ident(schema)}`;
}

/** The default collation of the schema. */
export function selectSchemaCollation(schema: string): Sql {
  return sql`SELECT DEFAULT_COLLATION_NAME AS collation FROM information_schema.SCHEMATA WHERE SCHEMA_NAME = ${schema}`;
}

export function createSchemaWith(schema: string, collation: string): Sql {
  return sql`${createSchema(schema)} COLLATE ${ident(collation)}`;
}

/** A row if the schema is not empty. */
export function selectAnyObject(schema: string): Sql {
  return sql`SELECT 1 FROM information_schema.TABLES WHERE TABLE_SCHEMA = ${schema} UNION ALL ${selectPrograms(schema)} LIMIT 1`;
}

export function selectTables(schema: string): Sql {
  return sql`SELECT TABLE_NAME AS name, ${commentOrView} AS comment FROM information_schema.TABLES WHERE TABLE_SCHEMA = ${schema}`;
}

/** A row if the schema holds something that is no table. */
export function selectNonTables(schema: string): Sql {
  return sql`SELECT 1 FROM information_schema.TABLES WHERE TABLE_SCHEMA = ${schema}
      AND TABLE_TYPE NOT IN ('BASE TABLE', 'SYSTEM VERSIONED')
    UNION ALL ${selectPrograms(schema)} LIMIT 1`;
}

function selectPrograms(schema: string): Sql {
  return sql`SELECT 1 FROM information_schema.ROUTINES WHERE ROUTINE_SCHEMA = ${schema}
    UNION ALL SELECT 1 FROM information_schema.EVENTS WHERE EVENT_SCHEMA = ${schema}`;
}

export function dropSchema(schema: string): Sql {
  return sql`DROP DATABASE IF EXISTS ${ident(schema)}`;
}

/** @param body the clauses of the user's ALTER, without ALGORITHM and LOCK */
export function alterTable(table: TableName, body: string): Sql {
  return sql`ALTER TABLE ${tableName(table)} ${raw(body)}`;
}

export function renameTable(from: TableName, to: TableName): Sql {
  return sql`RENAME TABLE ${tableName(from)} TO ${tableName(to)}`;
}

/** A retired table that becomes a ghost, or the other way round. */
export function moveOwn(from: TableName, to: TableName): Sql {
  return sql`${renameTable(from, to)} ${raw(ourMark)}`;
}

export function dropTable(table: TableName): Sql {
  return sql`DROP TABLE IF EXISTS ${tableName(table)}`;
}

export function dropViews(views: readonly TableName[]): Sql {
  return sql`DROP VIEW IF EXISTS ${join(views.map(tableName))}`;
}

/** Several in one statement. */
export function dropTables(tables: readonly TableName[]): Sql {
  return sql`DROP TABLE IF EXISTS ${join(tables.map(tableName))}`;
}

export function selectAnyRow(table: TableName): Sql {
  return sql`SELECT 1 FROM ${tableName(table)} LIMIT 1`;
}

export function setAutoIncrement(table: TableName, next: bigint): Sql {
  return sql`ALTER TABLE ${tableName(table)} AUTO_INCREMENT = ${next} ${raw(ourMark)}`;
}

export function dropIndexes(table: TableName, names: readonly string[]): Sql {
  return sql`ALTER TABLE ${tableName(table)} ${join(names.map((name) => sql`DROP INDEX ${ident(name)}`))} ${raw(ourMark)}`;
}

export function addIndex(table: TableName, name: string, columns: readonly string[]): Sql {
  return sql`ALTER TABLE ${tableName(table)} ADD INDEX ${ident(name)} (${join(columns.map(ident))}) ${raw(ourMark)}`;
}

/** MySQL since 8.0.27; its default of 1 MiB sorts a large index in many passes. */
export const enlargeSortBuffer = sql`SET SESSION innodb_ddl_buffer_size = ${128 * 1024 * 1024}`;

/** MySQL since 8.0.27. By default four threads read and four sort. */
export const buildWithOneThread = sql`SET SESSION innodb_ddl_threads = 1, innodb_parallel_read_threads = 1`;

/**
 * How far a session is with an ALTER TABLE: `done` of `whole`, in units of the server. A row only where the consumer
 * events_stages_current is on, which by default it is not (MySQL manual, "Monitoring ALTER TABLE Progress").
 */
export function selectStage(connectionId: number): Sql {
  return sql`SELECT s.WORK_COMPLETED AS done, s.WORK_ESTIMATED AS whole FROM performance_schema.events_stages_current AS s
    JOIN performance_schema.threads AS t ON t.THREAD_ID = s.THREAD_ID WHERE t.PROCESSLIST_ID = ${connectionId}`;
}

/** @param definitions lines of SHOW CREATE TABLE, such as KEY `name` (`column`) */
export function addIndexes(table: TableName, definitions: readonly string[]): Sql {
  return sql`ALTER TABLE ${tableName(table)} ALGORITHM=INPLACE, LOCK=NONE, ${join(definitions.map((definition) => raw(`ADD ${definition}`)))} ${raw(ourMark)}`;
}

/** The same indexes once more, under numbers for names. */
export function addDoubles(table: TableName, definitions: readonly string[]): Sql {
  const doubles = definitions.map((definition, number) =>
    raw(`ADD ${definition.replace(/^KEY `(?:[^`]|``)+`/u, `KEY \`ghostship ${number}\``)}`),
  );
  return sql`ALTER TABLE ${tableName(table)} ${join(doubles)}`;
}

export function selectZero(table: TableName, column: string): Sql {
  return sql`SELECT 1 FROM ${tableName(table)} WHERE ${ident(column)} = 0 LIMIT 1`;
}

export function getLock(name: string, timeoutSeconds: number): Sql {
  return sql`SELECT GET_LOCK(${name}, ${timeoutSeconds}) AS taken`;
}

export function releaseLock(name: string): Sql {
  return sql`SELECT RELEASE_LOCK(${name}) AS released`;
}

export function isUsedLock(name: string): Sql {
  return sql`SELECT IS_USED_LOCK(${name}) AS holder`;
}
