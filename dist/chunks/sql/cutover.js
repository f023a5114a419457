import { r as __name } from "../rolldown-runtime.js";
import { a as raw, o as sql, r as join, s as tableName } from "./sql.js";
import { t as isNamed } from "./is-named.js";
import { t as ourMark } from "./marker.js";

// src/sql/aliases.ts
/**
* Under which the source of a comparison, the original and the ghost are read beside one another. Under the cutover lock these are
* locked as well, beside tables of people, of which none is called like that.
*/
const s = raw("ghostship_s");
const o = raw("ghostship_o");
const g = raw("ghostship_g");

// src/sql/cutover.ts
/** It exists so that a RENAME that runs too early fails. Known by its comment, so that no other table is dropped for it. */
const sentryComment = "Ghostship sentry";
/**
* In InnoDB, though one in MEMORY is dropped in a third of the time: with that among the locked tables MySQL takes every
* statement under the lock for one that writes to both kinds of tables, which GTIDs forbid.
*/
function createSentry(sentry) {
	return sql`CREATE TABLE ${tableName(sentry)} (id INT PRIMARY KEY) ENGINE=InnoDB COMMENT=${sentryComment}`;
}
function setLockWait(seconds) {
	return sql`SET SESSION lock_wait_timeout = ${seconds}`;
}
/**
* WRITE asks with priority: it waits for the transactions that are open, and new ones queue up behind it. Measured with 16
* writers: 2 to 7 ms; LOCK … READ lets new writers pass while it waits and takes 120 to 460 ms, FLUSH … WITH READ LOCK
* writes the table's changed pages to disk first and takes 100 to 800 ms.
* The aliases are the ones of the verify statements: a session that has locked tables may use nothing else.
*
* @param besides sequences that columns of the ghost default to, as whoever writes to the ghost opens them; and where rows of it are
*   set aside
*/
function lockTables(original, ghost, sentry, besides) {
	const written = [
		original,
		ghost,
		sentry,
		...besides
	].map((table) => sql`${tableName(table)} WRITE`);
	return sql`LOCK TABLES ${join(written)},
    ${tableName(original)} AS ${s} READ, ${tableName(original)} AS ${o} READ, ${tableName(ghost)} AS ${g} READ`;
}
/**
* Waits for every transaction that has written to the table. With `autocommit` off the statement asks InnoDB for a lock as well
* (MariaDB, `innodb_table_locks`), and so waits for prepared XA transactions whose connection is gone.
*/
function lockAgainstWriters(table) {
	return sql`LOCK TABLES ${tableName(table)} READ`;
}
const withoutAutocommit = raw("SET SESSION autocommit = 0");
const unlockTables = sql`UNLOCK TABLES`;
/** In a transaction this asks for the table's metadata lock, and keeps it. MariaDB's query cache would answer without one. */
function readNothing(table) {
	return sql`SELECT SQL_NO_CACHE 1 FROM ${tableName(table)} LIMIT 0`;
}
function swapTables(original, ghost, retired) {
	return sql`RENAME TABLE ${tableName(original)} TO ${tableName(retired)}, ${tableName(ghost)} TO ${tableName(original)} ${raw(ourMark)}`;
}
/** How long the server lets a session live that asks nothing; what it has locked is given back then. */
function setIdleLimit(seconds) {
	return sql`SET SESSION wait_timeout = ${seconds}`;
}
/**
* What sessions are doing. Not from information_schema, which on MySQL cannot be read as long as any statement on the server
* holds a character beyond the basic plane (error 3854).
*/
const showProcesses = raw("SHOW PROCESSLIST");
/** Locks on one table that another session asks for and does not have. Needs performance_schema. */
function selectPendingExclusive(table, connectionId) {
	return sql`SELECT COUNT(*) AS pending FROM performance_schema.metadata_locks AS l
      JOIN performance_schema.threads AS t ON t.THREAD_ID = l.OWNER_THREAD_ID
    WHERE t.PROCESSLIST_ID = ${connectionId} AND l.OBJECT_TYPE = 'TABLE' AND l.OBJECT_SCHEMA = ${table.schema}
      AND l.OBJECT_NAME = ${table.name} AND l.LOCK_TYPE = 'EXCLUSIVE' AND l.LOCK_STATUS = 'PENDING'`;
}
/** Whether the server watches metadata locks at all: without it the question above is always answered with none. */
const selectMetadataLockInstrument = sql`SELECT COUNT(*) AS enabled FROM performance_schema.setup_instruments
  WHERE NAME = 'wait/lock/metadata/sql/mdl' AND ENABLED = 'YES'`;
/**
* Sessions that hold the table in an open transaction or statement; ours left out. Needs performance_schema. On MySQL that
* knows transactions as well; INNODB_TRX cannot be read there for the reason of {@link showProcesses}.
*/
function selectHolders(table, ours, flavor) {
	const [transactions, age] = flavor === "mysql" ? [sql`performance_schema.events_transactions_current AS x ON x.THREAD_ID = t.THREAD_ID AND x.STATE = 'ACTIVE'`, sql`x.TIMER_WAIT DIV 1000000000`] : [sql`information_schema.INNODB_TRX AS x ON x.trx_mysql_thread_id = t.PROCESSLIST_ID`, ageMs(sql`x.trx_started`)];
	return sql`SELECT DISTINCT t.PROCESSLIST_ID AS id, COALESCE(${age}, t.PROCESSLIST_TIME * 1000) AS age_ms
    FROM performance_schema.metadata_locks AS l
      JOIN performance_schema.threads AS t ON t.THREAD_ID = l.OWNER_THREAD_ID
      LEFT JOIN ${transactions}
    WHERE l.OBJECT_TYPE = 'TABLE' AND l.OBJECT_SCHEMA = ${table.schema} AND l.OBJECT_NAME = ${table.name}
      AND l.LOCK_STATUS = 'GRANTED' AND t.PROCESSLIST_ID IS NOT NULL AND t.PROCESSLIST_ID NOT IN (${numbers(ours)})`;
}
/** The same question where metadata locks cannot be seen: any transaction of other sessions. */
function selectOpenTransactions(ours) {
	return sql`SELECT trx_mysql_thread_id AS id, ${ageMs(sql`trx_started`)} AS age_ms
    FROM information_schema.INNODB_TRX WHERE trx_mysql_thread_id NOT IN (${numbers(ours)})`;
}
/** What these connections run, or ran last. Needs performance_schema. */
function selectStatements(connectionIds) {
	return sql`SELECT t.PROCESSLIST_ID AS id, s.SQL_TEXT AS statement
    FROM performance_schema.threads AS t
      JOIN performance_schema.events_statements_current AS s ON s.THREAD_ID = t.THREAD_ID
    WHERE t.PROCESSLIST_ID IN (${numbers(connectionIds)}) AND s.NESTING_EVENT_LEVEL = 0`;
}
function killConnection(connectionId) {
	return sql`KILL ${connectionId}`;
}
function killQuery(connectionId) {
	return sql`KILL QUERY ${connectionId}`;
}
/** InnoDB shows times in the zone of the machine, whatever the session's is. */
function ageMs(started) {
	return sql`TIMESTAMPDIFF(MICROSECOND, ${started}, CONVERT_TZ(NOW(6), @@SESSION.time_zone, 'SYSTEM')) DIV 1000`;
}
function numbers(list) {
	return [0, ...list].map((number) => sql`${number}`).reduce((all, number) => sql`${all}, ${number}`);
}
/** What stands for the comment of a view. */
const viewComment = "VIEW";
const commentOrView = sql`IF(TABLE_TYPE = 'VIEW', ${viewComment}, TABLE_COMMENT)`;
/** Of these tables, the ones that exist, with their comments. */
function selectComments(schema, names) {
	const list = names.map((name) => isNamed("TABLE_NAME", name));
	return sql`SELECT TABLE_NAME AS name, ${commentOrView} AS comment FROM information_schema.TABLES
    WHERE TABLE_SCHEMA = ${schema} AND (${join(list, " OR ")})`;
}

export { o as C, g as S, showProcesses as _, lockAgainstWriters as a, viewComment as b, selectComments as c, selectOpenTransactions as d, selectPendingExclusive as f, setLockWait as g, setIdleLimit as h, killQuery as i, selectHolders as l, sentryComment as m, createSentry as n, lockTables as o, selectStatements as p, killConnection as r, readNothing as s, commentOrView as t, selectMetadataLockInstrument as u, swapTables as v, s as w, withoutAutocommit as x, unlockTables as y };