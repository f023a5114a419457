import { r as __name } from "../../rolldown-runtime.js";
import { m as unknownTable, o as sameName, p as findInAnyCase, r as inspectTable, t as findColumn } from "../../mysql/inspect-table.js";
import { a as readForeignKeys, n as cascades, s as selectForeignKeyNames } from "../../sql/foreign-keys.js";
import { d as selectInnodbChildren } from "../../sql/inspect.js";
import { t as GhostshipError } from "../../support/errors.js";
import { a as raw, n as ident, o as sql, r as join, s as tableName } from "../../sql/sql.js";
import { n as ServerError } from "../../mysql/server-errors.js";
import { n as missingPrivileges, r as missingSight } from "./privileges.js";
import { n as refusal, r as refuseAll } from "./refusals.js";

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

// src/sql/null-keys.ts
/** @param index that begins with the column, so that this is one look into it */
function selectAnyNull(table, index, column) {
	return sql`SELECT 1 AS found FROM ${tableName(table)} FORCE INDEX (${ident(index)}) WHERE ${ident(column)} IS NULL LIMIT 1`;
}

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

// src/engine/preflight/original.ts
/**
* What must be so before anything is created, for any algorithm.
*
* @throws GhostshipError with every refusal at once; its code is the first one's
*/
async function inspectOriginal(session, server, asked, purpose, look = (table) => inspectTable(session, table)) {
	const definition = await look(asked);
	if (definition === null) throw await unknownTable(session, asked, unknownHint);
	await refuseOriginal(session, server, definition, purpose);
	return await findNullFree(session, await measure(session, server, definition));
}
const unknownHint = "Check the name in the statement and the database in the target URL.";
/** @throws GhostshipError `unsupported-table` for what no statement of ours can change, `missing-privileges` */
async function refuseOriginal(session, server, definition, purpose) {
	const { table } = definition;
	refuseAll([
		kindRefusal(definition),
		engineRefusal(definition),
		...purpose === "migration" ? await missingPrivileges(session, table, server.flavor) : await missingSight(session, table)
	]);
}
function kindRefusal({ kind, table }) {
	switch (kind) {
		case "table": return null;
		case "view": return refusal("unsupported-table", `${table.name} is a view.`, "Run CREATE OR REPLACE VIEW by hand: it changes a view at once.");
		case "versioned": return refusal("unsupported-table", `${table.name} is system-versioned, and a copy would have no history.`, "Run the statement yourself, in a session with system_versioning_alter_history=KEEP.");
		case "sequence": return refusal("unsupported-table", `${table.name} is a sequence.`, "ALTER SEQUENCE changes it at once.");
		case "other": return refusal("unsupported-table", `${table.name} is no table that can be altered.`, "Take it out of the file.");
	}
}
function engineRefusal({ kind, table, engine }) {
	if (kind !== "table" || engine.toLowerCase() === "innodb") return null;
	return refusal("unsupported-table", `${table.name} is stored by ${engine}, and only InnoDB tables can be changed online.`, `Run the statement yourself, when writers may wait. To change it online from then on, run ALTER TABLE ${ident(table.name).text} ENGINE=InnoDB yourself first.`);
}
/**
* What belongs to the table is looked at before the stream begins, which tells of every change from then on; in between
* somebody may have added something.
*
* @throws GhostshipError `original-changed`
*/
async function refuseNewRelations(session, original) {
	const now = await inspectTable(session, original.table);
	const relations = (table) => JSON.stringify([table?.triggers, table?.foreignKeys]);
	if (relations(now) === relations(original)) return;
	throw newRelations(original.table);
}
function newRelations({ name }) {
	return new GhostshipError("original-changed", `Somebody changed triggers of ${name}, or foreign keys from or to it, since it was looked at.`, { hint: "Run this again when nobody else is changing the table." });
}

// src/engine/preflight/foreign-keys.ts
/** True where the server makes a foreign key of what the statement says. */
function addsForeignKeys(alter, server) {
	return alter.addsForeignKey && (hasForeignKeyClause(alter) || !ignoresReferences(server));
}
/**
* The clone that the statement was tried on is in another schema, where all names are free. What the table has that its
* definition is without is dropped before the statement is carried out.
*
* @throws GhostshipError `invalid-statement`
*/
async function refuseTakenNames(session, { table, createStatement }, added, isTriedWith) {
	const names = added.map(({ name }) => name);
	const own = readForeignKeys(createStatement, table.schema);
	const isLeft = (child, key) => sameName(child, table.name) && !own.some(({ name }) => sameName(name, key));
	const found = names.length === 0 ? [] : await session.rows(selectForeignKeyNames(table.schema, names));
	const isKnown = (child) => !sameName(child, table.name) && isTriedWith({
		schema: table.schema,
		name: child
	});
	const taken = found.find(({ child, name }) => !isLeft(String(child), String(name)) && !isKnown(String(child)));
	if (taken === void 0) return;
	throw new GhostshipError("invalid-statement", `The server refuses the statement on ${table.name}: Duplicate foreign key constraint name '${String(taken.name)}'. ${String(taken.child)} has a foreign key of this name.`, { hint: "Give the foreign key another name." });
}
function hasForeignKeyClause(alter) {
	return alter.statement.clauses.some(({ kind }) => kind === "add-foreign-key");
}
/** Those of a column, which MySQL makes a foreign key of since 9.0 (MySQL 9.0 release notes). */
function ignoresReferences({ flavor, version }) {
	return flavor === "mysql" && Number.parseInt(version, 10) < 9;
}
/** Since 9.6 MySQL carries foreign keys out above InnoDB, where they reach the binlog (MySQL manual, `innodb_native_foreign_keys`). */
async function knowForeignKeys({ server, session }, { createStatement, table, parentsByThen = [] }) {
	const withoutParent = [];
	const own = server.flavor === "mysql" ? readForeignKeys(createStatement, table.schema) : [];
	for (const key of own) {
		if (parentsByThen.some((parent) => sameTable(parent, key.parent))) continue;
		if ((await findInAnyCase(session, key.parent)).length === 0) withoutParent.push(key);
	}
	return {
		flavor: server.flavor,
		cascadesAreLogged: server.facts.variables.innodb_native_foreign_keys === "OFF",
		withoutParent
	};
}
/** What stands in the way of a copy. */
function foreignKeyRefusals(original, alter, keys, options) {
	const { name } = original.table;
	const children = keysTo(original.table, original);
	const isOwn = ({ child }) => sameTable(child, original.table);
	const [others, itself] = [children.filter((key) => !isOwn(key)), children.filter(isOwn)];
	return [
		others.length > 0 ? refusal("unsupported-table", `Other tables refer to ${name}: ${others.map(describeForeignKey).join(", ")}. Their foreign keys would follow the old table out of the way.`, dropAndAdd) : null,
		itself.length > 0 ? refusal("unsupported-table", `${name} refers to itself: ${itself.map((key) => key.name).join(", ")}. A copy would refer to the old table.`, dropAndAdd) : null,
		...ownKeyRefusals(original, alter, keys, options),
		droppedForeignKeys(original, alter).length > 0 ? refusal("unsupported-statement", `The statement drops a foreign key of ${name}, and does something else for which the table must be copied.`, "The copy has no foreign keys yet. Drop the foreign key in a statement of its own, which the server carries out in place.") : null
	];
}
/** InnoDB tells of a foreign key at once, and of the others {@link original} may be older. */
async function hiddenChildren(session, server, original) {
	const names = await namesOfHiddenChildren(session, server, original);
	if (names.length === 0) return null;
	const known = original.source ?? original;
	const now = await inspectTable(session, known.table);
	if (keysTo(known.table, now).length > keysTo(known.table, known).length) return newRelations(known.table);
	return refusal("unsupported-table", `Tables that this user may not see refer to ${original.table.name}: ${names.join(", ")}. Their foreign keys would follow the old table out of the way.`, dropAndAdd);
}
const dropAndAdd = "Drop these foreign keys before the migration and add them again after it.";
/**
* Children in schemas that this user may not look into: only InnoDB's own list has them, and only with PROCESS.
*
* @returns none where all are seen
*/
async function namesOfHiddenChildren(session, { flavor }, definition) {
	const known = definition.source ?? definition;
	const rows = await session.rows(selectInnodbChildren(known.table, flavor)).catch(() => []);
	const seen = keysTo(known.table, known);
	if (rows.length <= seen.length) return [];
	const isSeen = (name) => seen.some(({ child }) => sameName(name, `${child.schema}/${child.name}`));
	return rows.map((row) => String(row.child)).filter((name) => !isSeen(name));
}
/** Foreign keys that lead to the table, its own among them. */
function keysTo(table, definition) {
	return (definition?.foreignKeys ?? []).filter(({ parent }) => sameTable(parent, table));
}
/** DROP CONSTRAINT may mean a foreign key, too. */
function droppedForeignKeys({ createStatement, table }, alter) {
	const wanted = [...alter.droppedForeignKeys, ...alter.droppedConstraints];
	return readForeignKeys(createStatement, table.schema).map(({ name }) => name).filter((key) => wanted.some((name) => sameName(name, key)));
}
function ownKeyRefusals(original, alter, keys, { foreignKeys }) {
	const { table } = original;
	const { flavor, cascadesAreLogged } = keys;
	const dropped = droppedForeignKeys(original, alter);
	const own = readForeignKeys(original.createStatement, table.schema).filter(({ name, parent }) => !dropped.includes(name) && !sameTable(parent, table));
	if (own.length === 0) return [];
	const list = own.map((key) => `${key.name} (${table.schema}.${table.name} → ${key.parent.name})`).join(", ");
	const unlogged = cascadesAreLogged ? [] : own.filter(cascades);
	const isRefused = foreignKeys === "refuse" || foreignKeys === "carry" && flavor === "mariadb";
	const carry = flavor === "mysql" ? "`foreign-keys: carry` carries them over to the altered table. " : "";
	return [
		isRefused ? refusal("unsupported-table", foreignKeys === "carry" ? `${table.name} has foreign keys, which no session of MariaDB can carry over in one step: ${list}.` : `${table.name} has foreign keys: ${list}.`, unlogged.length > 0 ? dropAndAdd : `${carry}\`foreign-keys: drop\` leaves them out. ${carry === "" ? dropAndAdd : ""}`.trim()) : null,
		parentless(original, own, keys),
		unlogged.length > 0 ? refusal("unsupported-table", `Rows of ${table.name} are changed by ${unlogged.map(({ name, actions }) => `${name} (${actions})`).join(", ")}, which this server does not log.`, dropAndAdd) : null
	];
}
/** MySQL locks the parents when the tables are swapped, and a key cannot be added where there is none. */
function parentless({ table }, own, { withoutParent }) {
	const found = own.filter(({ name }) => withoutParent.some((key) => key.name === name));
	if (found.length === 0) return null;
	const list = found.map(({ name, parent }) => `${name} (${parent.schema}.${parent.name})`).join(", ");
	return refusal("unsupported-table", `Foreign keys of ${table.name} refer to tables that do not exist, or that this user may not see: ${list}.`, "Drop these foreign keys in a statement of their own.");
}
function describeForeignKey(key) {
	return `${key.name} (${key.child.schema}.${key.child.name} → ${key.parent.name})`;
}
function sameTable(left, right) {
	return left.schema.toLowerCase() === right.schema.toLowerCase() && left.name.toLowerCase() === right.name.toLowerCase();
}

export { maxCounted as C, keyText as S, timed as T, countAllRowsWhere as _, knowForeignKeys as a, countRowsWhere as b, sameTable as c, refuseOriginal as d, unknownHint as f, measure as g, isCounted as h, keysTo as i, inspectOriginal as l, selectAnyNull as m, foreignKeyRefusals as n, namesOfHiddenChildren as o, findNullFree as p, hiddenChildren as r, refuseTakenNames as s, addsForeignKeys as t, refuseNewRelations as u, countOverlapping as v, tableRows as w, derivedRows as x, countRepeated as y };