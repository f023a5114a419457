import { B as tableName, z as sql } from "./ghost.js";
import { t as GhostshipError } from "./errors.js";
// src/sql/inspect.ts
const selectServer = sql`SELECT VERSION() AS version, @@GLOBAL.server_id AS server_id, @@GLOBAL.sql_mode AS sql_mode,
  @@GLOBAL.time_zone AS time_zone, @@system_time_zone AS system_time_zone, @@GLOBAL.lower_case_table_names AS lower_case,
  @@GLOBAL.log_bin AS log_bin, @@GLOBAL.binlog_format AS binlog_format, @@GLOBAL.max_allowed_packet AS max_allowed_packet,
  @@GLOBAL.read_only AS read_only`;
/** One variable, or no row where the server does not have it. */
function showVariable(name) {
	return sql`SHOW GLOBAL VARIABLES LIKE ${name.replaceAll("_", "\\_")}`;
}
function showCreateTable(table) {
	return sql`SHOW CREATE TABLE ${tableName(table)}`;
}
/** `engine` is NULL for a view. `table_rows` and the lengths are estimates. */
function selectTable(table) {
	return sql`SELECT TABLE_NAME AS name, TABLE_TYPE AS type, ENGINE AS engine, TABLE_ROWS AS row_estimate, DATA_LENGTH AS data_bytes,
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
/** Both directions, and children in other schemas too. */
function selectForeignKeys(table) {
	return sql`SELECT DISTINCT CONSTRAINT_NAME AS name, TABLE_SCHEMA AS child_schema, TABLE_NAME AS child,
      REFERENCED_TABLE_SCHEMA AS parent_schema, REFERENCED_TABLE_NAME AS parent
    FROM information_schema.KEY_COLUMN_USAGE
    WHERE (REFERENCED_TABLE_SCHEMA = ${table.schema} AND REFERENCED_TABLE_NAME = ${table.name})
       OR (REFERENCED_TABLE_NAME IS NOT NULL AND TABLE_SCHEMA = ${table.schema} AND TABLE_NAME = ${table.name})
    ORDER BY child_schema, child, name`;
}
/**
* Tables that refer to this one, whoever may see them. Needs PROCESS. MySQL shows names as they are, MariaDB as InnoDB keeps
* them.
*/
function selectInnodbChildren(table, flavor) {
	let [source, name] = flavor === "mysql" ? [sql`information_schema.INNODB_FOREIGN`, sql`${`${table.schema}/${table.name}`}`] : [sql`information_schema.INNODB_SYS_FOREIGN`, innodbName(table, flavor)];
	return sql`SELECT ID AS name, FOR_NAME AS child FROM ${source} WHERE REF_NAME = ${name}`;
}
/** Which of these tables exist. */
function selectExisting(schema, names) {
	let list = names.map((name) => sql`${name}`);
	return sql`SELECT TABLE_NAME AS name FROM information_schema.TABLES
    WHERE TABLE_SCHEMA = ${schema} AND TABLE_NAME IN (${sqlList(list)})`;
}
const showGrants = sql`SHOW GRANTS`;
/** The id InnoDB gave the table: a rebuilt or replaced table has another. Needs PROCESS. MySQL's name, then MariaDB's. */
function selectTableId(table, flavor) {
	let source = flavor === "mysql" ? sql`information_schema.INNODB_TABLES` : sql`information_schema.INNODB_SYS_TABLES`;
	return sql`SELECT TABLE_ID AS id FROM ${source} WHERE NAME = ${innodbName(table, flavor)}`;
}
/** Since MySQL 8.4; older servers and MariaDB know the other name only. */
const showBinlogStatus = sql`SHOW BINARY LOG STATUS`, showMasterStatus = sql`SHOW MASTER STATUS`, withoutBinlog = sql`SET SESSION sql_log_bin = 0`, showReplicas = sql`SHOW REPLICAS`, showSlaveHosts = sql`SHOW SLAVE HOSTS`, showReplicaStatus = sql`SHOW REPLICA STATUS`, showSlaveStatus = sql`SHOW SLAVE STATUS`, xaRecover = sql`XA RECOVER`, xaRecoverReadable = sql`XA RECOVER FORMAT = 'SQL'`, showWarnings = sql`SHOW WARNINGS`;
function showStatus(variable) {
	return sql`SHOW GLOBAL STATUS LIKE ${variable.replaceAll("_", "\\_")}`;
}
function sqlList(parts) {
	return parts.reduce((list, part) => sql`${list}, ${part}`);
}
/**
* InnoDB knows tables by their file names. MariaDB can be asked for them. MySQL cannot: there everything but letters,
* digits and _ is written as @ and four digits, and names with accented letters are not found.
*/
function innodbName({ schema, name }, flavor) {
	if (flavor === "mysql") return sql`${`${fileName(schema)}/${fileName(name)}`}`;
	let parts = [schema, name].map((part) => sql`CONVERT(CAST(CONVERT(${part} USING filename) AS BINARY) USING utf8mb4)`);
	return sql`CONCAT_WS('/', ${sqlList(parts)})`;
}
function fileName(name) {
	return name.replaceAll(/[^A-Za-z0-9_]/gu, (char) => `@${(char.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`);
}
// src/engine/privileges.ts
/** On the table and its siblings; MySQL manual, "Privileges Provided by MySQL". */
const onTable = [
	"SELECT",
	"INSERT",
	"UPDATE",
	"DELETE",
	"CREATE",
	"DROP",
	"ALTER",
	"INDEX",
	"LOCK TABLES",
	"CREATE TEMPORARY TABLES",
	"TRIGGER"
], onServer = [["REPLICATION SLAVE"], ["REPLICATION CLIENT", "BINLOG MONITOR"]], toSeeKeys = ["PROCESS", "SELECT"], toSeeBackups = ["PROCESS"];
/**
* Read from SHOW GRANTS. Privileges that come by a role cannot be read there; who has a role is believed, and learns
* from the server itself.
*/
async function missingPrivileges(session, table, flavor = null) {
	let grants = (await session.rows(showGrants)).map((row) => String(Object.values(row)[0]));
	if (grants.some((grant) => !/^GRANT .* ON /iu.test(grant))) return [];
	let held = grants.flatMap(readGrant).filter(({ scope }) => scope.covers(table)), has = (privilege, serverWide) => held.some(({ names, scope }) => (!serverWide || scope.serverWide) && (names.includes(privilege) || names.includes("ALL PRIVILEGES"))), missing = [...onTable.filter((name) => !has(name, !1)).map((name) => `${name} on ${table.schema}.*`), ...[...onServer, flavor === "mariadb" ? toSeeBackups : toSeeKeys].filter((names) => !names.some((name) => has(name, !0))).map(([name]) => `${name} on *.*`)];
	return missing.length === 0 ? [] : [new GhostshipError("missing-privileges", `The user lacks ${missing.join(", ")}.`, { hint: "Grant these privileges to the user of the target URL; `GRANT … TO …` with the names above." })];
}
/** `GRANT SELECT, INSERT (a, b) ON `shop`.* TO …`; a schema may be a LIKE pattern. Column grants do not count. */
function readGrant(grant) {
	let match = /^GRANT (.*?) ON (?:TABLE )?(\*|`(?:[^`]|``)*`)\.(\*|`(?:[^`]|``)*`) TO /iu.exec(grant);
	if (match === null) return [];
	let [, list = "", schema = "*", name = "*"] = match;
	return [{
		names: list.replaceAll(/\([^)]*\)/gu, "()").split(",").map((part) => part.trim().toUpperCase()).filter((privilege) => !privilege.includes("()")),
		scope: {
			serverWide: schema === "*",
			covers: (table) => schema === "*" || name === "*" && matchesPattern(unquote(schema), table.schema)
		}
	}];
}
function matchesPattern(pattern, name) {
	let source = pattern.replaceAll(/\\?[\s\S]/gu, (part) => part === "%" ? ".*" : part === "_" ? "." : part.replace(/^\\/u, "").replaceAll(/[.*+?^${}()|[\]\\]/gu, "\\$&"));
	return RegExp(`^${source}$`, "isu").test(name);
}
function unquote(name) {
	return name.slice(1, -1).replaceAll("``", "`");
}
export { xaRecoverReadable as S, showStatus as _, selectIndexColumns as a, withoutBinlog as b, selectTable as c, showCreateTable as d, showMasterStatus as f, showSlaveStatus as g, showSlaveHosts as h, selectForeignKeys as i, selectTableId as l, showReplicas as m, selectColumns as n, selectInnodbChildren as o, showReplicaStatus as p, selectExisting as r, selectServer as s, missingPrivileges as t, showBinlogStatus as u, showVariable as v, xaRecover as x, showWarnings as y };
