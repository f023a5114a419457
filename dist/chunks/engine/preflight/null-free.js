import { r as __name } from "../../rolldown-runtime.js";
import { n as ServerError } from "../../mysql/server-errors.js";
import { a as raw, n as ident, o as sql, r as join, s as tableName } from "../../sql/sql.js";
import { t as findColumn } from "../../mysql/inspect-table.js";
import { h as refusal } from "./privileges.js";
import { i as convertLiteral } from "../../sql/key-column.js";

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
function timed(flavor, rest) {
	return flavor === "mysql" ? sql`SELECT /*+ MAX_EXECUTION_TIME(${probeTimeoutMs}) */ ${rest}` : sql`SET STATEMENT max_statement_time = ${probeTimeoutMs / 1e3} FOR SELECT ${rest}`;
}

// src/sql/keys.ts
/** The key on the original; `alias` qualifies its columns. */
function originalKey(key, alias = null) {
	return key.map(({ original, exact }) => ({
		column: qualified(original.name, alias),
		write: raw,
		exact
	}));
}
/** The key on the ghost, under the names and in the character set it has there. */
function ghostKey(key, alias = null) {
	return key.map(({ ghostName, convertTo, exact }) => ({
		column: qualified(ghostName, alias),
		write: convertTo === null ? raw : (literal) => convertLiteral(literal, convertTo),
		exact
	}));
}
function qualified(name, alias) {
	return alias === null ? ident(name) : sql`${alias}.${ident(name)}`;
}
/**
* `column IN (…)`, or for a composite key `a = 1 AND b IN (…) OR a = 2 AND b IN (…)`: row constructors lose the range on
* MariaDB, and keys that share their leading columns are found together.
*/
function keyIn(operands, keys) {
	return literalsIn(operands, keys.map((key) => key.split(",")));
}
function literalsIn([lead, ...others], keys) {
	if (lead === void 0) return raw("TRUE");
	if (others.length === 0) return isOneOf(lead, keys.map(([literal = "NULL"]) => literal));
	const groups = /* @__PURE__ */ new Map();
	for (const [literal = "NULL", ...rest] of keys) groups.set(literal, [...groups.get(literal) ?? [], rest]);
	const alternatives = [...groups].map(([literal, members]) => sql`${isOneOf(lead, [literal])} AND ${literalsIn(others, members)}`);
	return sql`(${join(alternatives, " OR ")})`;
}
function isOneOf({ column, write, exact }, literals) {
	const values = literals.map(write);
	const found = sql`${column} IN (${join(values)})`;
	return exact ? sql`${found} AND ${bytes(column)} IN (${join(values.map(bytes))})` : found;
}
/**
* Composite keys are expanded: `a > 1 OR (a = 1 AND b > 2)`. A row constructor `(a, b) > (1, 2)` says the same, but
* neither server walks the index for it.
*/
function keyRange(operands, range) {
	const conditions = [];
	if (range.after !== null) conditions.push(...beyond(operands, range.after.split(","), ">", ">"));
	if (range.upTo !== null) conditions.push(...beyond(operands, range.upTo.split(","), "<", "<="));
	return conditions.length === 0 ? raw("TRUE") : join(conditions, " AND ");
}
/**
* The first condition is implied by the second; it is what lets the optimizer see one range on the leading column.
*/
function beyond(operands, literals, inner, last) {
	const alternatives = operands.map((operand, depth) => {
		const equals = operands.slice(0, depth).map(({ column, write }, index) => sql`${column} = ${write(literals[index] ?? "NULL")}`);
		const comparison = depth === operands.length - 1 ? last : inner;
		const step = sql`${operand.column} ${raw(comparison)} ${operand.write(literals[depth] ?? "NULL")}`;
		return sql`(${join([...equals, step], " AND ")})`;
	});
	const lead = operands[0];
	if (lead === void 0 || operands.length === 1) return alternatives;
	return [sql`${lead.column} ${raw(`${inner}=`)} ${lead.write(literals[0] ?? "NULL")}`, sql`(${join(alternatives, " OR ")})`];
}
function bytes(value) {
	return sql`CAST(${value} AS BINARY)`;
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

// src/sql/trial.ts
/** The body of a trigger of any event. */
const doNothing = "SET @ghostship_trial = NULL";
/** In an order in which each finds what it needs. The table is there, and empty, before the first and after the last. */
function privilegeTrials(table, away) {
	const name = tableName(table);
	const trigger = tableName({
		schema: table.schema,
		name: `${away.name.slice(0, 60)}_tr`
	});
	return [
		{
			privilege: "INSERT",
			statements: [sql`INSERT INTO ${name} (id, n) VALUES (1, 1)`]
		},
		{
			privilege: "SELECT",
			statements: [sql`SELECT n FROM ${name} WHERE id = 1`]
		},
		{
			privilege: "UPDATE",
			statements: [sql`UPDATE ${name} SET n = 2 WHERE id = 1`]
		},
		{
			privilege: "DELETE",
			statements: [sql`DELETE FROM ${name} WHERE id = 1`]
		},
		{
			privilege: "ALTER",
			statements: [sql`ALTER TABLE ${name} ADD COLUMN m INT`]
		},
		{
			privilege: "INDEX",
			statements: [sql`CREATE INDEX i ON ${name} (n)`]
		},
		{
			privilege: "LOCK TABLES",
			statements: [sql`LOCK TABLES ${name} WRITE`, raw("UNLOCK TABLES")]
		},
		{
			privilege: "TRIGGER",
			statements: [sql`CREATE TRIGGER ${trigger} BEFORE INSERT ON ${name} FOR EACH ROW SET NEW.n = 1`, sql`DROP TRIGGER ${trigger}`]
		},
		{
			privilege: "ALTER and DROP",
			statements: [sql`RENAME TABLE ${name} TO ${tableName(away)}`, sql`RENAME TABLE ${tableName(away)} TO ${name}`]
		}
	];
}
/**
* Never does anything: the table exists, and has no such column. But MySQL asks first whether the user may refer to the parent,
* and locks nothing for that (seen on 9.7, with the parent locked by another session).
*/
function referTo(existing, parent, columns) {
	const none = join(columns.map((_, index) => ident(`none ${index}`)));
	return sql`CREATE TABLE ${tableName(existing)} (id INT NOT NULL PRIMARY KEY,
    FOREIGN KEY (${none}) REFERENCES ${tableName(parent)} (${join(columns.map(ident))}))`;
}
function createTrialTable(table, comment) {
	return sql`CREATE TABLE ${tableName(table)} (id INT NOT NULL PRIMARY KEY, n INT) ENGINE=InnoDB COMMENT=${comment}`;
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

export { derivedRows as C, tableRows as E, countRowsWhere as S, maxCounted as T, originalKey as _, createTrialTable as a, countOverlapping as b, referTo as c, adviceToSet as d, managedService as f, keyRange as g, keyIn as h, selectAnyNull as i, judgeBinlog as l, ghostKey as m, isCounted as n, doNothing as o, bytes as p, measure as r, privilegeTrials as s, findNullFree as t, refuseUnwritable as u, qualified as v, keyText as w, countRepeated as x, countAllRowsWhere as y };