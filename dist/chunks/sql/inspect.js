import { r as __name } from "../rolldown-runtime.js";
import { t as isNamed } from "./is-named.js";
import { a as raw, o as sql, r as join, s as tableName } from "./sql.js";

// src/sql/inspect.ts
const selectServer = sql`SELECT @@timestamp AS now_seconds, @@GLOBAL.sql_mode AS sql_mode,
  @@GLOBAL.time_zone AS time_zone, @@system_time_zone AS system_time_zone, @@GLOBAL.lower_case_table_names AS lower_case,
  @@GLOBAL.log_bin AS log_bin, @@GLOBAL.binlog_format AS binlog_format, @@GLOBAL.max_allowed_packet AS max_allowed_packet`;
/** One variable, or no row where the server does not have it. */
function showVariable(name) {
	return sql`SHOW GLOBAL VARIABLES LIKE ${name.replaceAll("_", "\\_")}`;
}
/** MariaDB lists its newest collations, all of Unicode, without a number. */
const selectCollations = sql`SELECT ID AS id, CHARACTER_SET_NAME AS charset FROM information_schema.COLLATIONS
  WHERE ID IS NOT NULL AND CHARACTER_SET_NAME IS NOT NULL`;
function showCreateTable(table) {
	return sql`SHOW CREATE TABLE ${tableName(table)}`;
}
const selectNameCase = sql`SELECT @@GLOBAL.lower_case_table_names AS lower_case`;
/** Tables and views of this name, and in a schema of this name, whatever the case. Slow where a server has many tables. */
function selectInAnyCase(table) {
	return sql`SELECT TABLE_SCHEMA AS schema_name, TABLE_NAME AS name FROM information_schema.TABLES
    WHERE LOWER(TABLE_SCHEMA) = LOWER(${table.schema}) AND LOWER(TABLE_NAME) = LOWER(${table.name})
    ORDER BY CAST(TABLE_SCHEMA AS BINARY), CAST(TABLE_NAME AS BINARY)`;
}
/** `engine` is NULL for a view. `table_rows` and the lengths are estimates. */
function selectTable(table) {
	return sql`SELECT TABLE_SCHEMA AS schema_name, TABLE_NAME AS name, TABLE_TYPE AS type, ENGINE AS engine, TABLE_ROWS AS row_estimate, DATA_LENGTH AS data_bytes,
      INDEX_LENGTH AS index_bytes, AVG_ROW_LENGTH AS row_bytes, TABLE_COLLATION AS collation, CREATE_OPTIONS AS create_options
    FROM information_schema.TABLES WHERE TABLE_SCHEMA = ${table.schema} AND TABLE_NAME = ${table.name}`;
}
function selectColumns(table) {
	return sql`SELECT COLUMN_NAME AS name, ORDINAL_POSITION AS position, DATA_TYPE AS data_type, COLUMN_TYPE AS column_type,
      IS_NULLABLE AS nullable, COLUMN_DEFAULT AS default_value, CHARACTER_SET_NAME AS charset, COLLATION_NAME AS collation, EXTRA AS extra,
      CHARACTER_OCTET_LENGTH AS octets, DATETIME_PRECISION AS fraction, NUMERIC_PRECISION AS digits, NUMERIC_SCALE AS scale,
      GENERATION_EXPRESSION AS generated_as
    FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = ${table.schema} AND TABLE_NAME = ${table.name} ORDER BY ORDINAL_POSITION`;
}
/** `column_name` is NULL for an expression (functional index). */
function selectIndexColumns(table) {
	return sql`SELECT INDEX_NAME AS name, NON_UNIQUE AS non_unique, COLUMN_NAME AS column_name, SUB_PART AS prefix, INDEX_TYPE AS type
    FROM information_schema.STATISTICS WHERE TABLE_SCHEMA = ${table.schema} AND TABLE_NAME = ${table.name}
    ORDER BY INDEX_NAME, SEQ_IN_INDEX`;
}
const foreignKeyColumns = sql`CONSTRAINT_NAME AS name, TABLE_SCHEMA AS child_schema, TABLE_NAME AS child,
  REFERENCED_TABLE_SCHEMA AS parent_schema, REFERENCED_TABLE_NAME AS parent`;
/** Those that lead from the table. */
function selectOwnForeignKeys(table) {
	return sql`SELECT DISTINCT ${foreignKeyColumns} FROM information_schema.KEY_COLUMN_USAGE
    WHERE REFERENCED_TABLE_NAME IS NOT NULL AND TABLE_SCHEMA = ${table.schema} AND TABLE_NAME = ${table.name}
    ORDER BY child_schema, child, name`;
}
/** Both directions, and children in other schemas too. One condition for both would make the server look at all foreign keys. */
function selectForeignKeys(table) {
	return sql`SELECT * FROM (SELECT ${foreignKeyColumns} FROM information_schema.KEY_COLUMN_USAGE
      WHERE ${isNamed("REFERENCED_TABLE_SCHEMA", table.schema)} AND ${isNamed("REFERENCED_TABLE_NAME", table.name)}
    UNION SELECT ${foreignKeyColumns} FROM information_schema.KEY_COLUMN_USAGE
      WHERE REFERENCED_TABLE_NAME IS NOT NULL AND TABLE_SCHEMA = ${table.schema} AND TABLE_NAME = ${table.name}) AS found
    ORDER BY child_schema, child, name`;
}
/** All that this user may see. A server looks at all of them for those that lead to one table, too. */
const selectAllForeignKeys = sql`SELECT DISTINCT ${foreignKeyColumns} FROM information_schema.KEY_COLUMN_USAGE
  WHERE REFERENCED_TABLE_NAME IS NOT NULL ORDER BY child_schema, child, name`;
/**
* Tables that refer to this one, whoever may see them. Needs PROCESS. MySQL shows names as they are, MariaDB as InnoDB keeps
* them.
*/
function selectInnodbChildren(table, flavor) {
	const [source, name] = flavor === "mysql" ? [sql`information_schema.INNODB_FOREIGN`, sql`${`${table.schema}/${table.name}`}`] : [sql`information_schema.INNODB_SYS_FOREIGN`, innodbName(table, flavor)];
	return sql`SELECT ID AS name, FOR_NAME AS child FROM ${source} WHERE ${isNamed("REF_NAME", name)}`;
}
/** Which of these tables exist. */
function selectExisting(schema, names) {
	const list = names.map((name) => isNamed("TABLE_NAME", name));
	return sql`SELECT TABLE_NAME AS name FROM information_schema.TABLES
    WHERE TABLE_SCHEMA = ${schema} AND (${join(list, " OR ")})`;
}
function selectSchema(schema) {
	return sql`SELECT SCHEMA_NAME AS name FROM information_schema.SCHEMATA WHERE SCHEMA_NAME = ${schema}`;
}
const selectSchemas = sql`SELECT SCHEMA_NAME AS name FROM information_schema.SCHEMATA`;
const showGrants = sql`SHOW GRANTS`;
/**
* The id InnoDB gave the table, or those of its partitions, or of their files: a rebuilt or replaced table has others. Needs PROCESS.
* The first question that finds something answers.
*
* MySQL's INNODB_TABLES opens every table of the server, so it waits behind any of them that somebody waits to drop or to alter.
* The list of files waits for nobody. It lacks tables that share a file with others (`innodb_file_per_table=OFF`).
*/
function selectTableIds(table, flavor) {
	const name = innodbName(table, flavor);
	if (flavor === "mariadb") {
		const isTable = isNamed("SUBSTRING_INDEX(NAME, '#', 1)", name);
		return [sql`SELECT TABLE_ID AS id FROM information_schema.INNODB_SYS_TABLES WHERE ${isTable} ORDER BY id`];
	}
	const file = `${table.schema}/${table.name}`;
	const ofPartitions = `${file.replaceAll(/[|%_]/gu, "|$&")}#p#%`;
	return [sql`SELECT CAST(SPACE AS UNSIGNED) AS id FROM information_schema.INNODB_TABLESPACES_BRIEF
      WHERE NAME = ${file} OR NAME LIKE ${ofPartitions} ESCAPE '|' ORDER BY id`, sql`SELECT TABLE_ID AS id FROM information_schema.INNODB_TABLES WHERE ${isNamed("NAME", name)}`];
}
/** MySQL from 8.0.29 on: the tables, or their partitions, with that many row versions. Needs PROCESS, and opens every table as well. */
function selectWithRowVersions(table, least) {
	const isTable = isNamed("SUBSTRING_INDEX(NAME, '#', 1)", innodbName(table, "mysql"));
	return sql`SELECT TOTAL_ROW_VERSIONS AS versions FROM information_schema.INNODB_TABLES
    WHERE TOTAL_ROW_VERSIONS >= ${least} AND ${isTable} LIMIT 1`;
}
/** Since MySQL 8.4; older servers and MariaDB know the other name only. */
const showBinlogStatus = sql`SHOW BINARY LOG STATUS`;
const showMasterStatus = sql`SHOW MASTER STATUS`;
/** MySQL: the transactions that readers see. One gets in when its engine has committed it. */
const selectExecuted = raw("SELECT @@GLOBAL.gtid_executed AS executed");
/** MySQL. @param gtids a set as text */
function areExecuted(gtids) {
	return sql`SELECT GTID_SUBSET(${gtids}, @@GLOBAL.gtid_executed) AS executed`;
}
/**
* MariaDB: the session then knows the end of the last transaction that readers see. The server looks it up while no engine commits
* (MariaDB Knowledge Base, "Enhancements for START TRANSACTION WITH CONSISTENT SNAPSHOT").
*/
const takeSnapshot = raw("START TRANSACTION WITH CONSISTENT SNAPSHOT");
const showSnapshot = sql`SHOW SESSION STATUS LIKE ${"Binlog\\_snapshot\\_%"}`;
const withoutBinlog = sql`SET SESSION sql_log_bin = 0`;
/** Registered replicas; MySQL's name since 8.0.22, then everybody's. */
const showReplicas = sql`SHOW REPLICAS`;
const showSlaveHosts = sql`SHOW SLAVE HOSTS`;
/** A row where the server is a replica itself; the names as above. */
const showReplicaStatus = sql`SHOW REPLICA STATUS`;
const showSlaveStatus = sql`SHOW SLAVE STATUS`;
/** Prepared XA transactions. MySQL needs XA_RECOVER_ADMIN. */
const xaRecover = sql`XA RECOVER`;
/** The same with the bytes of both parts in hexadecimal. MySQL only. */
const xaRecoverBytes = sql`XA RECOVER CONVERT XID`;
/** The same with readable names: `X'6162',X'63',1`, where all of it can be printed `'ab'`. MariaDB only. */
const xaRecoverReadable = sql`XA RECOVER FORMAT = 'SQL'`;
const showWarnings = sql`SHOW WARNINGS`;
/** By the server's clock. */
const selectClock = raw("SELECT UNIX_TIMESTAMP() AS now_seconds");
/** How often each statement was run since the server was started, of those with START in their names. */
const showStarts = sql`SHOW GLOBAL STATUS LIKE ${"Com\\_%start%"}`;
function showStatus(variable) {
	return sql`SHOW GLOBAL STATUS LIKE ${variable.replaceAll("_", "\\_")}`;
}
/**
* InnoDB knows tables by their file names. MariaDB can be asked for them. MySQL cannot: there everything but letters,
* digits and _ is written as @ and four digits, and names with accented letters are not found.
*/
function innodbName({ schema, name }, flavor) {
	if (flavor === "mysql") return sql`${`${fileName(schema)}/${fileName(name)}`}`;
	const parts = [schema, name].map((part) => sql`CONVERT(CAST(CONVERT(${part} USING filename) AS BINARY) USING utf8mb4)`);
	return sql`CONCAT_WS('/', ${join(parts)})`;
}
function fileName(name) {
	return name.replaceAll(/[^A-Za-z0-9_]/gu, (char) => `@${(char.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`);
}

export { showStatus as A, showMasterStatus as C, showSlaveStatus as D, showSlaveHosts as E, xaRecover as F, xaRecoverBytes as I, xaRecoverReadable as L, showWarnings as M, takeSnapshot as N, showSnapshot as O, withoutBinlog as P, showGrants as S, showReplicas as T, selectTable as _, selectColumns as a, showBinlogStatus as b, selectForeignKeys as c, selectInnodbChildren as d, selectNameCase as f, selectServer as g, selectSchemas as h, selectCollations as i, showVariable as j, showStarts as k, selectInAnyCase as l, selectSchema as m, selectAllForeignKeys as n, selectExecuted as o, selectOwnForeignKeys as p, selectClock as r, selectExisting as s, areExecuted as t, selectIndexColumns as u, selectTableIds as v, showReplicaStatus as w, showCreateTable as x, selectWithRowVersions as y };