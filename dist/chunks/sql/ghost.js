import { r as __name } from "../rolldown-runtime.js";
import { t as commentOrView } from "./cutover.js";
import { t as ourMark } from "./marker.js";
import { a as raw, n as ident, o as sql, r as join, s as tableName } from "./sql.js";

// src/sql/ghost.ts
function createTableLike(table, original) {
	return sql`CREATE TABLE ${tableName(table)} LIKE ${tableName(original)}`;
}
function createTemporaryLike(table, original) {
	return sql`CREATE TEMPORARY TABLE ${tableName(table)} LIKE ${tableName(original)}`;
}
function dropTemporary(table) {
	return sql`DROP TEMPORARY TABLE IF EXISTS ${tableName(table)}`;
}
/** @param added as SHOW CREATE TABLE has them */
function replaceChecks(table, dropped, added) {
	const clauses = [...dropped.map((name) => sql`DROP CHECK ${ident(name)}`), ...added.map((line) => raw(`ADD ${line}`))];
	return sql`ALTER TABLE ${tableName(table)} ${join(clauses)} ${raw(ourMark)}`;
}
function createSchema(schema) {
	return sql`CREATE DATABASE IF NOT EXISTS ${ident(schema)}`;
}
/** The default collation of the schema. */
function selectSchemaCollation(schema) {
	return sql`SELECT DEFAULT_COLLATION_NAME AS collation FROM information_schema.SCHEMATA WHERE SCHEMA_NAME = ${schema}`;
}
function createSchemaWith(schema, collation) {
	return sql`${createSchema(schema)} COLLATE ${ident(collation)}`;
}
/** A row if the schema is not empty. */
function selectAnyObject(schema) {
	return sql`SELECT 1 FROM information_schema.TABLES WHERE TABLE_SCHEMA = ${schema} UNION ALL ${selectPrograms(schema)} LIMIT 1`;
}
function selectTables(schema) {
	return sql`SELECT TABLE_NAME AS name, ${commentOrView} AS comment FROM information_schema.TABLES WHERE TABLE_SCHEMA = ${schema}`;
}
/** A row if the schema holds something that is no table. */
function selectNonTables(schema) {
	return sql`SELECT 1 FROM information_schema.TABLES WHERE TABLE_SCHEMA = ${schema}
      AND TABLE_TYPE NOT IN ('BASE TABLE', 'SYSTEM VERSIONED')
    UNION ALL ${selectPrograms(schema)} LIMIT 1`;
}
function selectPrograms(schema) {
	return sql`SELECT 1 FROM information_schema.ROUTINES WHERE ROUTINE_SCHEMA = ${schema}
    UNION ALL SELECT 1 FROM information_schema.EVENTS WHERE EVENT_SCHEMA = ${schema}`;
}
function dropSchema(schema) {
	return sql`DROP DATABASE IF EXISTS ${ident(schema)}`;
}
/** @param body the clauses of the user's ALTER, without ALGORITHM and LOCK */
function alterTable(table, body) {
	return sql`ALTER TABLE ${tableName(table)} ${raw(body)}`;
}
function renameTable(from, to) {
	return sql`RENAME TABLE ${tableName(from)} TO ${tableName(to)}`;
}
/** A retired table that becomes a ghost, or the other way round. */
function moveOwn(from, to) {
	return sql`${renameTable(from, to)} ${raw(ourMark)}`;
}
function dropTable(table) {
	return sql`DROP TABLE IF EXISTS ${tableName(table)}`;
}
function dropViews(views) {
	return sql`DROP VIEW IF EXISTS ${join(views.map(tableName))}`;
}
/** Several in one statement. */
function dropTables(tables) {
	return sql`DROP TABLE IF EXISTS ${join(tables.map(tableName))}`;
}
function selectAnyRow(table) {
	return sql`SELECT 1 FROM ${tableName(table)} LIMIT 1`;
}
function setAutoIncrement(table, next) {
	return sql`ALTER TABLE ${tableName(table)} AUTO_INCREMENT = ${next} ${raw(ourMark)}`;
}
function dropIndexes(table, names) {
	return sql`ALTER TABLE ${tableName(table)} ${join(names.map((name) => sql`DROP INDEX ${ident(name)}`))} ${raw(ourMark)}`;
}
function addIndex(table, name, columns) {
	return sql`ALTER TABLE ${tableName(table)} ADD INDEX ${ident(name)} (${join(columns.map(ident))}) ${raw(ourMark)}`;
}
/** MySQL since 8.0.27; its default of 1 MiB sorts a large index in many passes. */
const enlargeSortBuffer = sql`SET SESSION innodb_ddl_buffer_size = ${134217728}`;
/** MySQL since 8.0.27. By default four threads read and four sort. */
const buildWithOneThread = sql`SET SESSION innodb_ddl_threads = 1, innodb_parallel_read_threads = 1`;
/**
* How far a session is with an ALTER TABLE: `done` of `whole`, in units of the server. A row only where the consumer
* events_stages_current is on, which by default it is not (MySQL manual, "Monitoring ALTER TABLE Progress").
*/
function selectStage(connectionId) {
	return sql`SELECT s.WORK_COMPLETED AS done, s.WORK_ESTIMATED AS whole FROM performance_schema.events_stages_current AS s
    JOIN performance_schema.threads AS t ON t.THREAD_ID = s.THREAD_ID WHERE t.PROCESSLIST_ID = ${connectionId}`;
}
/** @param definitions lines of SHOW CREATE TABLE, such as KEY `name` (`column`) */
function addIndexes(table, definitions) {
	return sql`ALTER TABLE ${tableName(table)} ALGORITHM=INPLACE, LOCK=NONE, ${join(definitions.map((definition) => raw(`ADD ${definition}`)))} ${raw(ourMark)}`;
}
/** The same indexes once more, under numbers for names. */
function addDoubles(table, definitions) {
	const doubles = definitions.map((definition, number) => raw(`ADD ${definition.replace(/^KEY `(?:[^`]|``)+`/u, `KEY \`ghostship ${number}\``)}`));
	return sql`ALTER TABLE ${tableName(table)} ${join(doubles)}`;
}
function selectZero(table, column) {
	return sql`SELECT 1 FROM ${tableName(table)} WHERE ${ident(column)} = 0 LIMIT 1`;
}
function getLock(name, timeoutSeconds) {
	return sql`SELECT GET_LOCK(${name}, ${timeoutSeconds}) AS taken`;
}
function releaseLock(name) {
	return sql`SELECT RELEASE_LOCK(${name}) AS released`;
}
function isUsedLock(name) {
	return sql`SELECT IS_USED_LOCK(${name}) AS holder`;
}

export { setAutoIncrement as A, selectAnyObject as C, selectStage as D, selectSchemaCollation as E, selectTables as O, replaceChecks as S, selectNonTables as T, getLock as _, buildWithOneThread as a, releaseLock as b, createTableLike as c, dropSchema as d, dropTable as f, enlargeSortBuffer as g, dropViews as h, alterTable as i, selectZero as k, createTemporaryLike as l, dropTemporary as m, addIndex as n, createSchema as o, dropTables as p, addIndexes as r, createSchemaWith as s, addDoubles as t, dropIndexes as u, isUsedLock as v, selectAnyRow as w, renameTable as x, moveOwn as y };