import { r as __name } from "../rolldown-runtime.js";
import { i as inDialect, n as identityParts } from "./server.js";
import { a as raw, n as ident, o as sql } from "./sql.js";

// src/sql/sql-mode.ts
/** In all our sessions as the server has it: its tables compute under the mode of whoever opened them (measured on both servers). */
const noUnsignedSubtraction = sql`IF(FIND_IN_SET('NO_UNSIGNED_SUBTRACTION', @@GLOBAL.sql_mode), 'NO_UNSIGNED_SUBTRACTION', NULL)`;
/** For questions and notes of ours: nothing is coerced in silence, and our own SQL means what it says. */
const plainSqlMode = sql`CONCAT_WS(',', 'STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION', ${noUnsignedSubtraction})`;
/**
* No NO_ZERO_DATE and no NO_ZERO_IN_DATE: rows that the table holds today must be copied as they are, and the server's
* own ALTER keeps them too. STRICT_ALL_TABLES: nothing is coerced in silence. NO_AUTO_VALUE_ON_ZERO: a row whose
* AUTO_INCREMENT column is 0 keeps its 0.
*/
const copyModes = [
	"STRICT_ALL_TABLES",
	"NO_AUTO_VALUE_ON_ZERO",
	"ERROR_FOR_DIVISION_BY_ZERO",
	"NO_ENGINE_SUBSTITUTION",
	"ALLOW_INVALID_DATES"
];
const zeroDates = ["NO_ZERO_DATE", "NO_ZERO_IN_DATE"];
/** What decides the value of an expression, as of a generated column. Our own SQL means the same under each. */
const expressionModes = [
	"NO_UNSIGNED_SUBTRACTION",
	"TIME_TRUNCATE_FRACTIONAL",
	"TIME_ROUND_FRACTIONAL"
];
/** What decides how a value is converted. All the others would change what our own SQL means. */
const aboutValues = [
	...zeroDates,
	...expressionModes,
	"ALLOW_INVALID_DATES",
	"ERROR_FOR_DIVISION_BY_ZERO",
	"NO_ENGINE_SUBSTITUTION"
];
/**
* @param serverMode the server's sql_mode, as it writes it; what the ghost computes has the value that the server's own ALTER
*   would compute
*/
function copySqlMode(serverMode) {
	return sql`${[...copyModes, ...modesOf(serverMode, expressionModes)].join(",")}`;
}
/**
* Values are converted as the server's own ALTER would, and nothing is coerced in silence.
*
* @param serverMode the server's sql_mode, as it writes it
*/
function convertingSqlMode(serverMode) {
	return sql`${[
		"STRICT_ALL_TABLES",
		"NO_AUTO_VALUE_ON_ZERO",
		...modesOf(serverMode, aboutValues)
	].join(",")}`;
}
/**
* For definitions that we write, or have the server copy: as strict about values as the server is, and without what would change
* the meaning of our own SQL or of what SHOW CREATE TABLE has printed. In ORACLE mode a DATE is a DATETIME.
*/
function definingSqlMode(serverMode) {
	return sql`${modesOf(serverMode, [...aboutValues, ...strictness]).join(",")}`;
}
/** For the statement of a person, and for nothing of ours: the mode that the server gives everybody. */
function givenSqlMode(serverMode) {
	return sql`${serverMode}`;
}
/** The same for a statement that converts rows: nothing is coerced in silence. */
function strictSqlMode(serverMode) {
	return sql`${`${serverMode},STRICT_ALL_TABLES`}`;
}
const strictness = ["STRICT_ALL_TABLES", "STRICT_TRANS_TABLES"];
/** TRADITIONAL stands for several modes. The server lists them as well, and adds them again where it is set. */
function withZeroDates(serverMode) {
	const isKept = (mode) => mode !== "TRADITIONAL" && !zeroDates.includes(mode);
	return serverMode.split(",").filter(isKept).join(",");
}
function hasMode(serverMode, mode) {
	return serverMode.split(",").includes(mode);
}
function modesOf(serverMode, wanted) {
	return serverMode.split(",").filter((mode) => wanted.includes(mode));
}

// src/sql/session-settings.ts
const utc = sql`'+00:00'`;
const serverTimeZone = raw("@@GLOBAL.time_zone");
/** What SET NAMES utf8mb4 gives a client. The texts of a statement, and indexes on what it computes, are compared by it. */
const clientCollation = raw("COLLATION(_utf8mb4'')");
/**
* Sessions of ours give a sign of life every ten seconds. Those of a process that is gone, with what they have locked, end after
* this time.
*/
const idleSeconds = 120;
/** Longer than any run. */
const weekSeconds = 604800;
/** For a lock that is waited for until its holder gives it back. */
const patientSeconds = weekSeconds;
/** Questions, notes in the ledger, commands. A lock is waited for as long as a backup may hold it. */
const ordinary = {
	sqlMode: plainSqlMode,
	timeZone: serverTimeZone,
	pinnedSeconds: null,
	isolation: "REPEATABLE-READ",
	foreignKeyChecks: true,
	anyParentKey: false,
	notes: true,
	lockWaitSeconds: 3600,
	rowLockWaitSeconds: 50,
	netWriteSeconds: 600,
	idleSeconds,
	isLogged: true,
	takesPairs: false
};
const personalSqlMode = raw("@@GLOBAL.sql_mode");
/** For a statement that the server carries out as it would for the person who wrote it. */
const personal = {
	...ordinary,
	sqlMode: personalSqlMode
};
/** For a stream of changes that is not read for a while, because we are behind. */
const streaming = {
	...ordinary,
	netWriteSeconds: weekSeconds,
	idleSeconds: weekSeconds
};
/**
* For the migration. `foreign_key_checks` is off for those who write the ghost: it holds rows the original held already.
* `sql_notes` too: notes are harmless, there is one for each row at times, and they would push warnings off the list. To make
* the list longer takes a privilege on MySQL.
*/
function migrating(own) {
	return {
		...ordinary,
		...own,
		isolation: "READ-COMMITTED",
		foreignKeyChecks: false,
		anyParentKey: true,
		notes: false,
		lockWaitSeconds: 10,
		rowLockWaitSeconds: 1
	};
}
/**
* Every variable that our statements, what we read of a table, or the protocol depend on. A session inherits all of them from
* the server's settings, so none is left as it comes; DEFAULT would be the server's setting, too.
* Not here: what decides how values are computed and tables are made (`div_precision_increment`, `innodb_strict_mode` and the
* like, see session-settings.test.ts), because the server's own ALTER goes by the server's settings there.
*/
function settingsFor(session) {
	return [
		...common(session),
		...ofMysql(session),
		...ofMariadb(session)
	];
}
function common(session) {
	return settings(null, {
		sql_mode: session.sqlMode,
		time_zone: session.timeZone,
		...session.pinnedSeconds === null ? {} : { timestamp: sql`${session.pinnedSeconds}` },
		character_set_client: sql`${"utf8mb4"}`,
		character_set_results: sql`${"utf8mb4"}`,
		collation_connection: clientCollation,
		autocommit: sql`1`,
		completion_type: sql`${"NO_CHAIN"}`,
		sql_select_limit: raw("18446744073709551615"),
		sql_big_selects: sql`1`,
		group_concat_max_len: sql`${2 ** 20}`,
		max_sort_length: sql`8192`,
		sort_buffer_size: sql`${2 ** 21}`,
		sql_safe_updates: sql`0`,
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
		...session.isLogged ? {} : { sql_log_bin: sql`0` }
	});
}
function ofMysql(session) {
	return settings("mysql", {
		transaction_isolation: sql`${session.isolation}`,
		transaction_read_only: sql`0`,
		max_execution_time: sql`0`,
		optimizer_switch: sql`${"default,use_invisible_indexes=on"}`,
		range_optimizer_max_mem_size: sql`0`,
		use_secondary_engine: sql`${"OFF"}`,
		old_alter_table: sql`0`,
		...session.anyParentKey ? { restrict_fk_on_non_standard_key: sql`0` } : {},
		show_create_table_verbosity: sql`0`,
		show_gipk_in_create_table_and_information_schema: sql`1`,
		information_schema_stats_expiry: sql`0`,
		terminology_use_previous: sql`${"NONE"}`
	});
}
function ofMariadb(session) {
	return settings("mariadb", {
		tx_isolation: sql`${session.isolation}`,
		tx_read_only: sql`0`,
		innodb_snapshot_isolation: sql`0`,
		max_statement_time: sql`0`,
		optimizer_switch: sql`${"default"}`,
		in_predicate_conversion_threshold: sql`0`,
		check_constraint_checks: sql`1`,
		alter_algorithm: sql`${"DEFAULT"}`,
		sql_if_exists: sql`0`,
		query_cache_type: sql`${"OFF"}`,
		idle_transaction_timeout: sql`0`,
		idle_readonly_transaction_timeout: sql`0`,
		idle_write_transaction_timeout: sql`0`
	});
}
function settings(flavor, values) {
	return Object.entries(values).map(([name, value]) => ({
		name,
		value,
		flavor
	}));
}
/** In one statement; each server passes over what is in the comments of the other. */
function setAll(chosen) {
	const parts = chosen.map(({ name, value, flavor }) => forServer(flavor, sql`, ${raw(name)} = ${value}`));
	return raw(`SET SESSION${parts.join(" ").replace(",", "")}`);
}
/** One row: what the server is and which one, and for each setting what it is and what it was asked to be. */
function readAll(chosen, identity) {
	const parts = chosen.map(({ name, value, flavor }) => {
		const columns = namesInReadBack(name);
		return forServer(flavor, sql`, @@SESSION.${raw(name)} AS ${ident(columns.is)}, ${value} AS ${ident(columns.asked)}`);
	});
	const others = [sql`, @@GLOBAL.version_comment AS version_comment`, ...identityParts(identity)];
	return raw(`SELECT VERSION() AS version${parts.join(" ")}${others.join(" ")}`);
}
function namesInReadBack(variable) {
	return {
		is: `is ${variable}`,
		asked: `asked ${variable}`
	};
}
/** For a session that is about to read the binary log. MySQL took the second name in 8.0.26; each server passes over the other. */
function askForHeartbeats(periodMs) {
	const nanoseconds = sql`${periodMs * 1e6}`;
	return sql`SET @master_heartbeat_period = ${nanoseconds}, @source_heartbeat_period = ${nanoseconds}`;
}
const withForeignKeyChecks = raw("SET SESSION foreign_key_checks = 1");
const withoutForeignKeyChecks = raw("SET SESSION foreign_key_checks = 0");
/** What a statement that changes rows means, and what the server guards a person against. */
const settingsOfPersons = [
	"sql_mode",
	"sql_safe_updates",
	"sql_buffer_result",
	"sql_select_limit",
	"sql_big_selects",
	"group_concat_max_len",
	"max_sort_length",
	"max_statement_time"
];
const chosenOfPersons = settingsFor(ordinary).filter(({ name }) => settingsOfPersons.includes(name));
/** For the statement of a person among our own, whose texts are quoted for the plain mode. */
const withSettingsOfPersons = setAll(chosenOfPersons.map((setting) => ({
	...setting,
	value: raw(`@@GLOBAL.${setting.name}`)
})));
const withOurSettings = setAll(chosenOfPersons);
function withSqlMode(mode) {
	return sql`SET SESSION sql_mode = ${mode}`;
}
/** What the server says of the statement of a person belongs to what that person is told. */
const withNotes = raw("SET SESSION sql_notes = 1");
function forServer(flavor, part) {
	return flavor === null ? part.text : inDialect(flavor, part);
}

export { expressionModes as C, strictSqlMode as D, modesOf as E, withZeroDates as O, definingSqlMode as S, hasMode as T, withSettingsOfPersons as _, ordinary as a, convertingSqlMode as b, personalSqlMode as c, setAll as d, settingsFor as f, withOurSettings as g, withForeignKeyChecks as h, namesInReadBack as i, readAll as l, utc as m, clientCollation as n, patientSeconds as o, streaming as p, migrating as r, personal as s, askForHeartbeats as t, serverTimeZone as u, withSqlMode as v, givenSqlMode as w, copySqlMode as x, withoutForeignKeyChecks as y };