import { r as __name } from "../../rolldown-runtime.js";
import { n as ServerError } from "../../mysql/server-errors.js";
import { a as raw, n as ident, o as sql, r as join, s as tableName } from "../../sql/sql.js";
import { t as findColumn } from "../../mysql/inspect-table.js";
import { g as refusal } from "./privileges.js";

// src/sql/probes.ts
/** A probe that takes longer than this is given up: it must never become a load of its own. */
const probeTimeoutMs = 1e4;
/** Enough to say that a person has work to do; counting on would only cost. */
const maxCounted = 1e4;
/** Enough to find the cause by. */
const maxSamples = 6;
const maxSampleLetters = 100;
/** Separates sample keys; no key that a person could read has it. */
const sampleSeparator = "";
/** One row: `found` up to one more than {@link maxCounted}, `samples`. Plain reads, no locks. */
function countRowsWhere(flavor, rows, condition) {
	return timed(flavor, countedWhere(rows, condition));
}
/** The same, for as long as it takes. */
function countAllRowsWhere(rows, condition) {
	return sql`SELECT ${countedWhere(rows, condition)}`;
}
function countedWhere(rows, condition) {
	return sql`COUNT(*) AS found, COUNT(*) AS hits, ${samples} AS samples
    FROM (SELECT ${clipped(rows.key)} AS sample FROM ${rows.from} WHERE ${condition} LIMIT ${10001}) AS hits`;
}
/**
* As {@link countRowsWhere}, of rows that have the same value as another one. Each value's first row is not counted: what
* is found must go, or change. NULL is equal to nothing.
*/
function countRepeated(flavor, rows, parts) {
	const known = parts.map((part) => sql`${part} IS NOT NULL`);
	return timed(flavor, sql`COALESCE(SUM(surplus), 0) AS found, COUNT(*) AS hits, ${samples} AS samples
    FROM (SELECT COUNT(*) - 1 AS surplus, CONCAT(MIN(${exact(rows.key)}), ${""}, MAX(${exact(rows.key)})) AS sample
      FROM ${rows.from} WHERE ${join(known, " AND ")}
      GROUP BY ${join(parts)} HAVING COUNT(*) > 1 LIMIT ${10001}) AS hits`);
}
/** Rows that begin before one with the same parts ends that began before them. */
function countOverlapping(flavor, rows, parts, period) {
	const [from, to] = [ident(period.from), ident(period.to)];
	const known = parts.map((part) => sql`${part} IS NOT NULL`);
	const partition = parts.length === 0 ? raw("") : sql`PARTITION BY ${join(parts)}`;
	return timed(flavor, sql`COUNT(*) AS found, COUNT(*) AS hits, ${samples} AS samples
    FROM (SELECT sample FROM (SELECT ${clipped(rows.key)} AS sample, ${from} < MAX(${to}) OVER (${partition}
        ORDER BY ${from} ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS overlaps
      FROM ${rows.from} WHERE ${join([raw("TRUE"), ...known], " AND ")}) AS ordered WHERE overlaps LIMIT ${10001}) AS hits`);
}
const sampledRows = 100;
/** One row: `counted`, at most `limit`, and `row_bytes`, what the first rows take without their headers. */
function measureRows(flavor, table, columns, limit) {
	const widths = columns.map((name) => sql`COALESCE(LENGTH(${ident(name)}), 0)`);
	const from = tableName(table);
	return timed(flavor, sql`COUNT(*) AS counted,
    (SELECT AVG(width) FROM (SELECT ${join(widths, " + ")} AS width FROM ${from} LIMIT ${sampledRows}) AS sampled) AS row_bytes
    FROM (SELECT 1 FROM ${from} LIMIT ${limit}) AS measured`);
}
/** A table as it stands. */
function tableRows(table, key) {
	return {
		from: tableName(table),
		key
	};
}
const keyAlias = ident("ghostship_key");
/** Rows with other columns than the ones they are made from. The servers merge it; nothing is materialized. */
function derivedRows(rows, columns) {
	const list = columns.map(({ value, name }) => sql`${value} AS ${ident(name)}`);
	return {
		from: sql`(SELECT ${join([...list, sql`${rows.key} AS ${keyAlias}`])} FROM ${rows.from}) AS probed`,
		key: keyAlias
	};
}
/** How a key is shown to a person. */
function keyText(columns) {
	if (columns.length === 0) return raw("NULL");
	const parts = columns.map(({ name, dataType }) => {
		if (dataType === "bit") return sql`${ident(name)} + 0`;
		if (dataType.endsWith("binary")) return sql`CONCAT('0x', HEX(${ident(name)}))`;
		return sql`CAST(${ident(name)} AS CHAR)`;
	});
	return sql`CONCAT_WS(', ', ${join(parts)})`;
}
const samples = sql`SUBSTRING_INDEX(GROUP_CONCAT(sample SEPARATOR ${""}), ${""}, ${maxSamples})`;
/** Two keys that the altered table takes for one are still two. */
function exact(key) {
	return sql`CONVERT(${clipped(key)} USING utf8mb4) COLLATE utf8mb4_bin`;
}
function clipped(key) {
	return sql`LEFT(${key}, ${maxSampleLetters})`;
}
/** The server itself stops the statement; MySQL counts in milliseconds, MariaDB in seconds. */
/** A question that is given up after {@link probeTimeoutMs}. */
function timed(flavor, rest) {
	return flavor === "mysql" ? sql`SELECT /*+ MAX_EXECUTION_TIME(${probeTimeoutMs}) */ ${rest}` : sql`SET STATEMENT max_statement_time = ${probeTimeoutMs / 1e3} FOR SELECT ${rest}`;
}

// src/mysql/managed-service.ts
/** `null` for a server that nobody manages, and for a service that cannot be told from one. */
function managedService({ version, versionComment, variables }) {
	if (variables.aurora_version !== void 0) return "Aurora";
	if (variables.basedir?.startsWith("/rdsdbbin/") === true) return "RDS";
	if (/google/iu.test(`${version} ${versionComment}`)) return "Cloud SQL";
	return /azure/iu.test(version) ? "Azure" : null;
}
/** How a person changes a global variable there: most services forbid SET GLOBAL. */
function adviceToSet(facts, variable, value) {
	switch (managedService(facts)) {
		case "Aurora": return `Set ${variable} to ${value} in the DB cluster parameter group, and restart where it asks for that.`;
		case "RDS": return `Set ${variable} to ${value} in the DB parameter group.`;
		case "Cloud SQL": return `Set the database flag ${variable} to ${value}.`;
		case "Azure": return `Set the server parameter ${variable} to ${value}.`;
		case null: return `SET GLOBAL ${variable} = ${value} (where somebody manages the server for you: in the parameter group, as a flag or as a server parameter).`;
	}
}

// src/engine/preflight/binlog.ts
/** After so many strong locks in a row the server grants weaker ones first, and writers need only weak ones. The default is far larger. */
const minWriteLocks = 1e6;
/** Settings with which the binlog lacks changes, or has them in another order than they become visible. */
function judgeBinlog({ binlogEnabled, binlogFormat, facts }) {
	const { variables } = facts;
	const { max_write_lock_count: maxWriteLocks, binlog_storage_engine: engine = "" } = variables;
	return [
		binlogEnabled ? null : refusal("binlog-not-usable", "The server writes no binary log.", adviceToLog(facts)),
		binlogFormat === "ROW" ? null : otherFormat({
			binlogFormat,
			facts
		}),
		variables.binlog_order_commits === "OFF" ? refusal("binlog-not-usable", "binlog_order_commits is OFF: changes may become visible in another order than they have in the binary log.", adviceToSet(facts, "binlog_order_commits", "ON")) : null,
		engine === "" ? null : refusal("binlog-not-usable", `binlog_storage_engine is ${engine}: such a binary log has no positions in files, by which it is read here.`, "Start the server without binlog_storage_engine."),
		maxWriteLocks !== void 0 && Number(maxWriteLocks) < minWriteLocks ? refusal("unsupported-server", `max_write_lock_count is ${maxWriteLocks}: writers may go before a RENAME that waits.`, adviceToSet(facts, "max_write_lock_count", "DEFAULT")) : null
	];
}
/**
* No session of a migration can write by statements, not even its notes (MySQL manual, "Binary Logging Formats": InnoDB under READ
* COMMITTED).
*
* @throws GhostshipError `binlog-not-usable`
*/
function refuseUnwritable({ binlogEnabled, binlogFormat, facts }) {
	if (binlogEnabled && binlogFormat === "STATEMENT") throw otherFormat({
		binlogFormat,
		facts
	});
}
function otherFormat({ binlogFormat, facts }) {
	return refusal("binlog-not-usable", `binlog_format is ${binlogFormat}.`, `${adviceToSet(facts, "binlog_format", "ROW")} Then let every session that writes reconnect.`);
}
function adviceToLog(facts) {
	switch (managedService(facts)) {
		case "Aurora": return "Set binlog_format to ROW in the DB cluster parameter group, and restart.";
		case "RDS": return "Turn automated backups on.";
		case "Cloud SQL": return "Turn point-in-time recovery on.";
		case "Azure":
		case null: return "Start it with log_bin and binlog_format=ROW.";
	}
}

// src/sql/null-keys.ts
/** @param index that begins with the column, so that this is one look into it */
function selectAnyNull(table, index, column) {
	return sql`SELECT 1 AS found FROM ${tableName(table)} FORCE INDEX (${ident(index)}) WHERE ${ident(column)} IS NULL LIMIT 1`;
}

// src/engine/preflight/measure.ts
/** From so many rows on a table is large, whatever they are exactly; fewer are counted. */
const largeRows = 5e5;
/**
* The table with its rows and bytes as far as a short look can tell. The server measures a table anew when a part of it has changed, after some
* seconds, or where somebody has turned that off, never: until then 300,000 rows may take 64 KiB.
*/
async function measure(session, { flavor }, definition) {
	const limit = definition.rowsEstimated < largeRows ? largeRows : 1;
	const names = definition.columns.map(({ name }) => name);
	const [row] = await session.rows(measureRows(flavor, definition.table, names, limit)).catch((error) => {
		if (error instanceof ServerError) return [];
		throw error;
	});
	if (row === void 0) return definition;
	const counted = Number(row.counted);
	const rows = counted < limit ? counted : Math.max(definition.rowsEstimated, counted);
	const rowBytes = Math.ceil(Number(row.row_bytes ?? 0)) + rowHeadBytes;
	const isStale = definition.dataBytes * implausible < rows * rowBytes;
	return {
		...definition,
		rowsEstimated: rows,
		...isStale ? {
			rowBytes,
			dataBytes: rows * rowBytes
		} : {}
	};
}
/** Whether so many rows were counted; of more only an estimate is known. */
function isCounted(rows) {
	return rows < largeRows;
}
const implausible = 4;
/** Head, transaction id and roll pointer (MySQL manual, "InnoDB Row Formats"). */
const rowHeadBytes = 20;

// src/engine/preflight/null-free.ts
/**
* Looks for NULL at the beginning of unique keys, where the table has no key that can have none. Further columns of a key are not
* looked at: that would take a look at every row, under the cutover lock as well.
*/
async function findNullFree(session, definition) {
	const unique = definition.indexes.filter(({ unique: isUnique, ignored }) => isUnique && !ignored);
	if (unique.some((index) => index.columns.every((part) => isNotNull(part, definition)))) return definition;
	const nullFree = [];
	for (const { name, columns } of unique) {
		const [first, ...others] = columns;
		if (first?.column == null || first.isPrefix || !others.every((part) => isNotNull(part, definition))) continue;
		if ((await session.rows(selectAnyNull(definition.table, name, first.column))).length === 0) nullFree.push(first.column);
	}
	return {
		...definition,
		nullFree
	};
}
function isNotNull({ column, isPrefix }, definition) {
	return column !== null && !isPrefix && findColumn(definition, column)?.nullable === false;
}

export { timed as _, judgeBinlog as a, managedService as c, countRepeated as d, countRowsWhere as f, tableRows as g, maxCounted as h, selectAnyNull as i, countAllRowsWhere as l, keyText as m, isCounted as n, refuseUnwritable as o, derivedRows as p, measure as r, adviceToSet as s, findNullFree as t, countOverlapping as u };