import { n as __name } from "../rolldown-runtime.js";
import { a as raw, c as unquoteIdent, i as quotedNames, n as ident, o as sql, r as join, s as tableName } from "./sql.js";

// src/sql/marker.ts
/**
* Stands in every definition statement of ours that the change stream will hand back to us: others of its kind mean
* that somebody else changed the table.
*/
const ourMark = "/* by Ghostship */";

// src/sql/foreign-keys.ts
const quoted = "`(?:[^`]|``)+`";
const list = `\\((${quoted}(?:, ?${quoted})*)\\)`;
const line = new RegExp(`^\\s*CONSTRAINT (${quoted}) FOREIGN KEY ${list} REFERENCES (?:(${quoted})\\.)?(${quoted}) ${list}(.*?),?$`, "gmu");
/** @param schema of the table: a parent beside it is named without one */
function readForeignKeys(createStatement, schema) {
	return [...createStatement.matchAll(line)].map(([, name = "", columns = "", of, parent = "", others = "", actions]) => ({
		name: unquoteIdent(name),
		columns: quotedNames(columns),
		parent: {
			schema: of === void 0 ? schema : unquoteIdent(of),
			name: unquoteIdent(parent)
		},
		parentColumns: quotedNames(others),
		actions: (actions ?? "").trim()
	}));
}
/** True where the server itself changes rows of the child when the parent's change. */
function cascades({ actions }) {
	return /\b(?:CASCADE|SET NULL|SET DEFAULT)\b/iu.test(actions);
}
/** The statement with other names for the tables its foreign keys refer to; those in `schema` stand without it. */
function referringTo(createStatement, schema, rename) {
	return createStatement.replaceAll(line, (text, ...groups) => {
		const [, , of, name = ""] = groups;
		const parent = rename({
			schema: of === void 0 ? schema.from : unquoteIdent(of),
			name: unquoteIdent(name)
		});
		const shown = parent.schema === schema.to ? ident(parent.name) : tableName(parent);
		return text.replace(/ REFERENCES (?:`(?:[^`]|``)+`\.)?`(?:[^`]|``)+` /u, () => ` REFERENCES ${shown.text} `);
	});
}
function withoutForeignKeys(createStatement) {
	return createStatement.replaceAll(line, "").replace(/,(?=\s*\n\))/u, "").replaceAll(/\n{2,}/gu, "\n");
}
/**
* With `foreign_key_checks` off no row is looked at. MariaDB makes NO ACTION of RESTRICT where it adds a key in place.
*/
function addForeignKeys(table, keys, algorithm = "INPLACE") {
	const clauses = keys.map(({ name, columns, parent, parentColumns, actions }) => sql`ADD CONSTRAINT ${ident(name)} FOREIGN KEY (${join(columns.map(ident))})
        REFERENCES ${tableName(parent)} (${join(parentColumns.map(ident))}) ${raw(actions)}`);
	return sql`ALTER TABLE ${tableName(table)} ALGORITHM=${raw(algorithm)}, ${join(clauses)} ${raw(ourMark)}`;
}
function dropForeignKeys(table, names) {
	return sql`ALTER TABLE ${tableName(table)} ${join(names.map((name) => sql`DROP FOREIGN KEY ${ident(name)}`))} ${raw(ourMark)}`;
}

// src/sql/ghost.ts
function createTableLike(table, original) {
	return sql`CREATE TABLE ${tableName(table)} LIKE ${tableName(original)}`;
}
/** @param createStatement as SHOW CREATE TABLE has it; like LIKE it leaves out foreign keys */
function createTableAs(table, createStatement) {
	const body = withoutForeignKeys(createStatement).replace(/^CREATE TABLE `(?:[^`]|``)+`/u, "");
	return sql`CREATE TABLE ${tableName(table)}${raw(body)}`;
}
function createSchema(schema) {
	return sql`CREATE DATABASE IF NOT EXISTS ${ident(schema)}`;
}
function countTables(schema) {
	return sql`SELECT COUNT(*) AS tables_left FROM information_schema.TABLES WHERE TABLE_SCHEMA = ${schema}`;
}
function selectTables(schema) {
	return sql`SELECT TABLE_NAME AS name, TABLE_COMMENT AS comment FROM information_schema.TABLES WHERE TABLE_SCHEMA = ${schema}`;
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
function dropTable(table) {
	return sql`DROP TABLE IF EXISTS ${tableName(table)}`;
}
function setComment(table, comment) {
	return sql`ALTER TABLE ${tableName(table)} COMMENT = ${comment}`;
}
function selectAnyRow(table) {
	return sql`SELECT 1 FROM ${tableName(table)} LIMIT 1`;
}
function setAutoIncrement(table, next) {
	return sql`ALTER TABLE ${tableName(table)} AUTO_INCREMENT = ${next} ${raw(ourMark)}`;
}
function dropIndexes(table, names) {
	return sql`ALTER TABLE ${tableName(table)} ${join(names.map((name) => sql`DROP INDEX ${ident(name)}`))}`;
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
function selectZero(table, column) {
	return sql`SELECT 1 FROM ${tableName(table)} WHERE ${ident(column)} = 0 LIMIT 1`;
}
function getLock(name, timeoutSeconds) {
	return sql`SELECT GET_LOCK(${name}, ${timeoutSeconds}) AS taken`;
}
function isUsedLock(name) {
	return sql`SELECT IS_USED_LOCK(${name}) AS holder`;
}

export { dropForeignKeys as C, ourMark as D, withoutForeignKeys as E, cascades as S, referringTo as T, selectTables as _, createSchema as a, setComment as b, dropIndexes as c, enlargeSortBuffer as d, getLock as f, selectStage as g, selectAnyRow as h, countTables as i, dropSchema as l, renameTable as m, alterTable as n, createTableAs as o, isUsedLock as p, buildWithOneThread as r, createTableLike as s, addIndexes as t, dropTable as u, selectZero as v, readForeignKeys as w, addForeignKeys as x, setAutoIncrement as y };