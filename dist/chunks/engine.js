import { r as __name } from "./rolldown-runtime.js";
import { t as GhostshipError } from "./support/errors.js";
import { i as isBadData, n as ServerError, t as ConnectionLost } from "./mysql/server-errors.js";
import { a as raw, c as unquoteIdent, n as ident, o as sql, r as join, s as tableName } from "./sql/sql.js";
import { n as readTable } from "./sql/type-families.js";
import { t as groupBy } from "./support/group-by.js";
import { t as _usingCtx } from "./usingCtx.js";
import { n as refusal } from "./engine/preflight/refusals.js";
import { u as isOn } from "./engine/preflight/privileges.js";
import { n as changelogKey } from "./sql/changelog.js";
import { b as convertingSqlMode, m as utc, u as serverTimeZone, x as copySqlMode } from "./sql/session-settings.js";
import { i as readCreateStatement, o as sameName } from "./mysql/inspect-table.js";
import { l as createTemporaryLike, m as dropTemporary, t as addDoubles } from "./sql/ghost.js";
import { a as nameOnGhost, p as withSuffix, s as nameSetAside } from "./engine/tables/table-names.js";
import { a as readForeignKeys } from "./sql/foreign-keys.js";
import { r as hintFor } from "./engine/tables/zero-dates.js";
import { a as mapColumns } from "./engine/relations/foreign-keys.js";
import { T as timed } from "./engine/preflight/foreign-keys.js";
import { C as converts$1, E as verifiedColumns, O as refuseConversions, S as copiedColumns, T as hashedColumns, _ as readsClock, f as chooseMigrationKey, g as refuseModeDependent, k as familyOf, v as refuseUnpinnable, w as convertsTemporals, x as convertsAsServer, y as withoutTexts } from "./engine2.js";
import { i as managedService, r as adviceToSet } from "./engine/preflight/binlog.js";

// src/sql/reach.ts
/** The tables whose changes make the server itself change rows of this one. */
function selectCascadingParents(table) {
	return sql`SELECT UNIQUE_CONSTRAINT_SCHEMA AS schema_name, REFERENCED_TABLE_NAME AS name
    FROM information_schema.REFERENTIAL_CONSTRAINTS
    WHERE CONSTRAINT_SCHEMA = ${table.schema} AND TABLE_NAME = ${table.name}
      AND (UPDATE_RULE NOT IN ('NO ACTION', 'RESTRICT') OR DELETE_RULE NOT IN ('NO ACTION', 'RESTRICT'))`;
}
/** Stored functions of these names, in whichever schema. Who has EXECUTE on the whole server sees all of them. */
function selectFunctionsNamed(names) {
	return sql`SELECT ROUTINE_NAME AS name FROM information_schema.ROUTINES
    WHERE ROUTINE_TYPE = 'FUNCTION' AND ROUTINE_NAME IN (${join(names.map((name) => sql`${name}`))}) LIMIT 1`;
}
/** Stored functions and packages of these names, in whichever schema. Whoever may call one sees it. */
function selectRoutinesNamed(names) {
	return sql`SELECT ROUTINE_SCHEMA AS schema_name, ROUTINE_NAME AS name FROM information_schema.ROUTINES
    WHERE ROUTINE_TYPE <> 'PROCEDURE' AND ROUTINE_NAME IN (${join(names.map((name) => sql`${name}`))})`;
}

// src/engine/copy/row-errors.ts
/** Explains an error about a row of the original that cannot be a row of the ghost. Returns any other error as it is. */
function dataDoesNotFit(error, original) {
	if (!isBadData(error)) return error;
	return new GhostshipError("data-does-not-fit", `A row of ${original.name} does not fit the altered table: ${error.message}`, {
		hint: hintFor(error, "Correct the rows, or change the statement, and run this again."),
		cause: error
	});
}
function duplicateRows(error, original) {
	return new GhostshipError("duplicate-rows", `Rows of ${original.name} collide under a unique key of the altered table: ${error.message}`, {
		hint: "Remove or change one of the rows that have this value, or leave the key as it is, and run the migration again.",
		cause: error
	});
}

// src/engine/indexes/generated-indexes.ts
/**
* Of these indexes, the ones that the server has made itself for a foreign key. No server shows which they are; but it drops
* them when the same index is added. So that is tried on a temporary table.
*/
async function generatedIndexes(session, table, original, indexes) {
	const temporary = {
		schema: table.schema,
		name: withSuffix(table.name, "_try")
	};
	const definitions = indexes.map(({ definition }) => definition);
	try {
		await session.run(createTemporaryLike(temporary, table));
		await session.run(addDoubles(temporary, definitions));
		const left = await readCreateStatement(session, temporary);
		return indexes.map(({ name }) => name).filter((name) => !left.includes(`\n  KEY ${ident(name).text} (`));
	} catch (error) {
		if (error instanceof ServerError) return onForeignKeys(original);
		throw error;
	} finally {
		await session.run(dropTemporary(temporary));
	}
}
/** Those that might be. */
function onForeignKeys({ createStatement, table, indexes }) {
	const keys = readForeignKeys(createStatement, table.schema);
	return indexes.filter((index) => keys.some(({ columns }) => columns.length === index.columns.length && columns.every((column, place) => sameName(column, index.columns[place]?.column ?? "")))).map(({ name }) => name);
}

// src/engine/indexes/deferral.ts
/** In smaller tables it is faster to fill an index row by row than to build it afterwards. */
const smallTableBytes = 8388608;
/** Replicas run ADD INDEX as one event. At about 50 MB/s they fall behind by about 20 s. */
const maxBytesWithReplicas = 1073741824;
/**
* As {@link chooseDeferral}, without the indexes that the server has made itself for a foreign key. It drops such an index when
* another one does the same, which it does not with one that is built by its name.
*/
async function deferIndexes(session, ghost, original, wish, hasReplicas, keyIndex) {
	const deferral = chooseDeferral(ghost, original, wish, hasReplicas, keyIndex);
	if (deferral === null || deferral.indexes.length === 0) return deferral;
	const generated = await generatedIndexes(session, ghost.table, original, deferral.indexes);
	const last = deferral.indexes.findLastIndex(({ name }) => generated.includes(name));
	const indexes = deferral.indexes.slice(last + 1);
	return indexes.length > 0 ? {
		...deferral,
		indexes
	} : {
		indexes,
		reason: "they belong to foreign keys"
	};
}
/**
* Filling a table with its secondary indexes takes about twice as long as building them at the end (measured: 20.1 s
* against 14.2 s for two million rows and one index). But for a replica the build is one long statement.
*
* @param keyIndex the index of the ghost by which rows are found
* @returns `null` where there is no index that could be deferred
*/
function chooseDeferral(ghost, original, wish, hasReplicas, keyIndex) {
	const keep = (reason) => ({
		indexes: [],
		reason
	});
	const all = deferrableIndexes(ghost.createStatement);
	const needed = [
		keyIndex,
		counterIndex(ghost),
		...functionalIndexes(ghost)
	];
	const indexes = all.slice(all.findLastIndex(({ name }) => needed.includes(name)) + 1);
	if (indexes.length === 0) return null;
	if (/^\s*SPATIAL KEY /mu.test(ghost.createStatement)) return keep("the table has a spatial index");
	if (wish === "keep") return keep("it is asked for");
	if (wish === "defer") return {
		indexes,
		reason: "it is asked for"
	};
	if (original.dataBytes < smallTableBytes) return keep("the table is small");
	if (hasReplicas && original.indexBytes > maxBytesWithReplicas) return keep("replicas would fall behind while they build large indexes");
	return {
		indexes,
		reason: "that is faster than to fill them row by row"
	};
}
/** Unique indexes are not deferred, because they find duplicates during the copy. */
function deferrableIndexes(createStatement) {
	return createStatement.split("\n").flatMap((line) => {
		const definition = line.trim().replace(/,$/u, "");
		const name = /^KEY (`(?:[^`]|``)+`)/u.exec(definition)?.[1];
		return name === void 0 ? [] : [{
			name: unquoteIdent(name),
			definition
		}];
	});
}
/** MySQL makes columns for them, and for that writers would have to wait. */
function functionalIndexes({ indexes }) {
	return indexes.filter(({ columns }) => columns.some(({ column }) => column === null)).map(({ name }) => name);
}
/** An AUTO_INCREMENT column needs an index that begins with it. Unique indexes stay anyway. */
function counterIndex({ columns, indexes }) {
	const counter = columns.find((column) => column.autoIncrement)?.name;
	if (counter === void 0) return void 0;
	const serving = indexes.filter((index) => index.columns[0]?.column === counter);
	return serving.some(({ unique }) => unique) ? void 0 : serving[0]?.name;
}

// src/engine/mapping/rows-per-insert.ts
/** The server keeps 1,024 warnings of a statement (`max_error_count`). */
const keptWarnings = 900;
const written = [
	"text",
	"binary",
	"enum",
	"set"
];
const temporal = ["date", "time"];
/**
* How many rows one statement may write so that the server keeps all its warnings. MySQL warns of each date such as `2024/1/2`
* that it reads from a text, so there may be one for each such column of each row.
*/
function rowsPerInsert(map, flavor) {
	if (flavor === "mariadb") return Number.POSITIVE_INFINITY;
	const read = map.filter(({ from, to }) => written.includes(familyOf(from)) && temporal.includes(familyOf(to)));
	return read.length === 0 ? Number.POSITIVE_INFINITY : Math.max(1, Math.floor(keptWarnings / read.length));
}

// src/engine/mapping/time-zone.ts
/**
* Sessions use UTC, because in UTC no hour comes twice. But where the statement turns TIMESTAMP into another type, or back, or the
* server computes something of a row, the values depend on the time zone. Then sessions use the server's zone, as the server's own
* ALTER does.
*
* @throws GhostshipError `unsupported-table`
*/
function timeZoneFor(map, ghost, key, server) {
	if (!converts(map) && !computes(map, ghost)) return utc;
	if (!["UTC", "+00:00"].includes(server.timeZone.toUpperCase()) && key.columns.some(({ original }) => original.kind === "timestamp")) throw new GhostshipError("unsupported-table", `The migration key ${key.index} has a TIMESTAMP, and the copy must convert or compute values in the time zone ${server.timeZone}.`, { hint: "Give the table a unique key without a TIMESTAMP. Where the statement converts the column, do that in a migration of its own." });
	return serverTimeZone;
}
/** True where the result of a conversion depends on the time zone of the session. */
function converts(map) {
	return map.some(({ from, to }) => from.dataType !== to.dataType && [from.dataType, to.dataType].includes("timestamp"));
}
/** Whether the server computes anything of the ghost's rows that depends on it: columns, defaults, keys, checks. */
function computes(map, { createStatement, columns }) {
	const copied = new Set(map.map(({ to }) => to.name.toLowerCase()));
	const instants = columns.filter(({ dataType }) => dataType === "timestamp").map(({ name }) => name.toLowerCase());
	return (readTable(createStatement)?.elements ?? []).some((element) => {
		if (!isComputed(element, copied)) return false;
		const text = withoutTexts(createStatement.slice(element.start, element.end)).toLowerCase();
		return readsZone.test(text) || instants.some((name) => text.includes(name));
	});
}
function isComputed(element, copied) {
	if (element.kind === "add-check") return true;
	if (element.kind === "add-index") return element.parts.some(({ column }) => column === null);
	if (element.kind !== "add-column") return false;
	const { name, generated, default: byDefault, checks } = element.column;
	const isFilled = !copied.has(name.text.toLowerCase()) && ["now", "expression"].includes(byDefault?.kind ?? "");
	return generated !== null || checks.length > 0 || isFilled;
}
/** Functions that read the clock or count from an instant, and the type that is one. */
const readsZone = /\b(?:now|curdate|curtime|current_(?:date|time|timestamp)|local(?:time|timestamp)|from_unixtime|unix_timestamp|convert_tz|timestamp)\b/u;

// src/engine/mapping/copy-plan.ts
/** @throws GhostshipError `no-migration-key`, `unsupported-statement`, `unsupported-table` */
function planCopy(names, original, ghost, alter, server, allow, keeps = null) {
	const map = mapColumns(original, ghost, alter);
	refuseNewCounter(ghost, map);
	refuseConversions(map, server.flavor);
	refuseDocumentIds(original);
	refuseUnpinnable(map, ghost, original.table.name);
	refuseModeDependent(map, ghost, server);
	const { key, obstacle } = chooseMigrationKey(original, ghost, map, server);
	if (key === null) throw noKey(obstacle);
	const tables = {
		original: names.original,
		ghost: names.ghost,
		columns: copiedColumns(map, ghost, server),
		index: key.index,
		ghostIndex: key.onGhost.name,
		ghostIsUnique: key.onGhost.isUnique,
		key: key.columns,
		neverNull: key.neverNull,
		keeps,
		rowsPerInsert: rowsPerInsert(map, server.flavor)
	};
	return {
		names,
		map,
		key,
		tables,
		verify: {
			copy: tables,
			columns: verifiedColumns(map, server.flavor),
			converts: converts$1(map, server.flavor),
			sums: key.columns.some(({ exact }) => exact) ? null : hashedColumns(map, original.rowBytes, server.flavor)
		},
		watched: {
			...watchedTables(names, original, key, server),
			tellsGone: keeps !== null
		},
		settings: {
			timeZone: timeZoneFor(map, ghost, key, server),
			sqlMode: sqlModeFor(map, server, allow),
			pinnedSeconds: readsClock(map, ghost) ? server.askedAtSeconds : null
		},
		rowsEstimated: original.rowsEstimated,
		rowBytes: original.rowBytes,
		hasCounter: ghost.columns.some((column) => column.autoIncrement)
	};
}
function watchedTables({ original: table, changelog, ghost }, original, key, { nameCase }) {
	return {
		original: {
			table,
			key: key.columns.map((column) => column.original),
			width: original.columns.length,
			hashes: original.indexes.filter(({ unique, type }) => unique && type === "HASH").length,
			functionalKeys: original.indexes.filter(({ columns }) => columns.some(({ column }) => column === null)).map(({ name }) => name)
		},
		changelog: {
			table: changelog,
			key: changelogKey,
			width: 5
		},
		ghost,
		carriedTriggers: new Map(original.triggers.map(({ name }) => [nameOnGhost(name), name])),
		nameCase
	};
}
/** @param obstacle why no key of the table serves, in whole sentences */
function noKey(obstacle) {
	return new GhostshipError("no-migration-key", `${obstacle} Rows could not be told apart while they are copied.`, { hint: "Let the server alter the table itself, at a time when writers may wait: name blocking in the option allow." });
}
/** ALTER TABLE numbers rows in the order of the primary key. A copy among writers cannot keep that order. */
function refuseNewCounter(ghost, map) {
	const counter = ghost.columns.find((column) => column.autoIncrement);
	if (counter === void 0 || map.some(({ to }) => to === counter)) return;
	throw new GhostshipError("unsupported-statement", `The statement adds the AUTO_INCREMENT column ${counter.name}; existing rows would get numbers in no particular order.`, { hint: "Add the column without AUTO_INCREMENT, number the rows, and make it AUTO_INCREMENT in a second migration." });
}
/** InnoDB requires that the ids of a full-text index ascend in the order in which rows are written. */
function refuseDocumentIds(original) {
	if (!original.columns.some((column) => column.name.toUpperCase() === "FTS_DOC_ID")) return;
	throw new GhostshipError("unsupported-table", `${original.table.name} has a column FTS_DOC_ID, whose values must be written in ascending order.`, { hint: "A table that is copied in parallel cannot promise that. Run the statement directly." });
}
/** A person may allow zero dates in columns that do not change. */
function sqlModeFor(map, server, allow) {
	return allow.includes("zero-dates") && !convertsTemporals(map) || !convertsAsServer(map, server.flavor) ? copySqlMode(server.sqlMode) : convertingSqlMode(server.sqlMode);
}

// src/sql/misplaced-rows.ts
/** One row for each: `name`; none where the table has no partitions. */
function selectPartitions({ schema, name }) {
	return sql`SELECT DISTINCT PARTITION_NAME AS name FROM information_schema.PARTITIONS
    WHERE TABLE_SCHEMA = ${schema} AND TABLE_NAME = ${name} AND PARTITION_NAME IS NOT NULL`;
}
/**
* One row: `found`, how many rows the server does not find by their key. It looks for a key only in the partition where that belongs,
* and reads all rows of a partition without asking where they belong.
*/
function countMisplaced(looked, partition) {
	return sql`SELECT ${misplaced$1(looked, sql`PARTITION (${ident(partition)})`)}`;
}
/** The same of all partitions, given up after some seconds. */
function countMisplacedInTime(flavor, looked) {
	return timed(flavor, misplaced$1(looked, raw("")));
}
function misplaced$1({ table, index, columns }, within) {
	const [row, found] = [ident("a"), ident("b")];
	const same = columns.map((column) => sql`${found}.${ident(column)} = ${row}.${ident(column)}`);
	const known = columns.map((column) => sql`${row}.${ident(column)} IS NOT NULL`);
	return sql`COUNT(*) AS found FROM ${tableName(table)} ${within} AS ${row}
    LEFT JOIN ${tableName(table)} AS ${found} FORCE INDEX (${ident(index)}) ON ${join(same, " AND ")}
    WHERE ${found}.${ident(columns[0] ?? "")} IS NULL AND ${join(known, " AND ")}`;
}
__name(misplaced$1, "misplaced");

// src/engine/preflight/misplaced-rows.ts
/**
* Looks at every row, for as long as that takes; a partition at a time, so that no view of the rows is kept for long.
*
* @throws GhostshipError `unsupported-table`
*/
async function refuseMisplaced(sessions, original, key, signal) {
	try {
		var _usingCtx$1 = _usingCtx();
		if (!mayHavePartitions(original)) return;
		const session = _usingCtx$1.a(await sessions.open("looking for rows in the wrong partition"));
		for (const { name } of await session.rows(selectPartitions(original.table))) {
			const [row] = await sessions.rowsLong(session, countMisplaced(lookedBy(original, key), String(name)), signal);
			const found = Number(row?.found ?? 0);
			if (found > 0) throw misplaced(original, String(name), found);
		}
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		await _usingCtx$1.d();
	}
}
/**
* The same for a plan, which does not wait for long. What it does not find out in time, the migration does.
*
* @throws GhostshipError `unsupported-table`
*/
async function refuseMisplacedInTime(session, flavor, original, key) {
	if (!mayHavePartitions(original)) return;
	const found = await session.rows(countMisplacedInTime(flavor, lookedBy(original, key))).then(([row]) => Number(row?.found ?? 0), (error) => {
		if (error instanceof ServerError || error instanceof ConnectionLost) return 0;
		throw error;
	});
	if (found > 0) throw misplaced(original, null, found);
}
/** The words may also stand in a comment. */
function mayHavePartitions({ createStatement }) {
	return /\bPARTITION BY\b/u.test(createStatement);
}
function lookedBy({ table }, { index, columns }) {
	return {
		table,
		index,
		columns: columns.map(({ original }) => original.name)
	};
}
/** @param partition `null` where it is not known which */
function misplaced({ table }, partition, rows) {
	const stand = rows === 1 ? "1 row stands" : `${rows} rows stand`;
	const where = partition === null ? "partitions" : `the partition ${partition}`;
	const named = partition === null ? "ALL" : ident(partition).text;
	return new GhostshipError("unsupported-table", `${stand} in ${where} of ${table.name} where other rows belong. The server finds no such row by its key, so a copy would lose it.`, { hint: `Put them where they belong: ALTER TABLE ${ident(table.name).text} REPAIR PARTITION ${named} moves them.` });
}

// src/engine/preflight/row-image.ts
/**
* A short row image holds the columns by which the server itself tells rows apart, and those that change: of every other key it may
* lack columns (MySQL manual, `binlog_row_image`; MariaDB's FULL_NODUP shortens the second image of an update only). The setting is one
* of sessions. The global one, which is looked at here, is what they begin with.
*
* @throws GhostshipError `binlog-not-usable`
*/
function refuseShortImages(facts, original, key) {
	const image = facts.variables.binlog_row_image ?? "FULL";
	if (!["MINIMAL", "NOBLOB"].includes(image.toUpperCase()) || isInEveryImage(key, original)) return;
	throw refusal("binlog-not-usable", `binlog_row_image is ${image}, and the migration key ${key.index} is not the key that such images hold.`, `${adviceToSet(facts, "binlog_row_image", "FULL")} Then let every session that writes reconnect.`);
}
/** The primary key, or else the one unique key that could be it. */
function isInEveryImage({ index }, { indexes, columns }) {
	if (indexes.some(({ name }) => name === "PRIMARY")) return index === "PRIMARY";
	const isNotNull = (candidate) => candidate.columns.every(({ column, isPrefix }) => !isPrefix && columns.some(({ name, nullable }) => name === column && !nullable));
	const candidates = indexes.filter((candidate) => candidate.unique && isNotNull(candidate));
	return candidates.length === 1 && candidates[0]?.name === index;
}

// src/engine/resume/plan-revert.ts
/**
* How changes get from the altered table to the retired one, which has nearly all of its rows already.
*
* @param retired its definition, whatever its name is now
* @throws GhostshipError `cannot-revert`, and as {@link planCopy} does
*/
function planRevert({ control, original, alter, names, request }, retired) {
	return planBack({
		names,
		original,
		retired,
		changes: alter,
		server: control.server,
		allow: request.options.allow
	});
}
/** @throws GhostshipError as {@link planRevert} does: the plan asks beforehand */
function planBack({ names, original, retired, changes, server, allow }) {
	const keeps = keptColumns(names, retired, mapColumns(original, retired, changes));
	const plan = planCopy(names, original, retired, changes, server, allow, keeps);
	const { onGhost, columns } = plan.key;
	if (onGhost.isTemporary || !onGhost.isUnique || columns.some(({ exact }) => exact)) throw noCommonKey(names);
	return plan;
}
/** The other way round: what the statement has added goes, and what it has dropped comes back. */
function backwards({ columnRenames, addedColumns, droppedColumns }) {
	return {
		columnRenames: columnRenames.map(({ from, to }) => ({
			from: to,
			to: from
		})),
		addedColumns: droppedColumns,
		droppedColumns: addedColumns
	};
}
/** Columns whose values no column of the old definition takes. */
function lostColumns({ columns }, map) {
	return columns.filter((column) => column.generated === null && !map.some(({ from }) => from.name === column.name)).map(({ name }) => name);
}
/** A column that only the old definition has, and that rows inserted since could not get; `null` where there is none. */
function findColumnWithoutValue(retired, map) {
	return onlyThere(retired, map).find(({ nullable, hasDefault }) => !nullable && !hasDefault)?.name ?? null;
}
function keptColumns(names, retired, map) {
	const empty = findColumnWithoutValue(retired, map);
	if (empty !== null) throw noValue(names, empty);
	const kept = onlyThere(retired, map);
	if (kept.length === 0) return null;
	return {
		columns: kept.map(({ name }) => name),
		setAside: nameSetAside(names),
		written: retired.columns.filter(({ generated }) => generated === null).map(({ name }) => name)
	};
}
function onlyThere(retired, map) {
	return retired.columns.filter((column) => column.generated === null && !map.some(({ to }) => to === column));
}
function noValue({ original, retired }, column) {
	return new GhostshipError("cannot-revert", hasNoValue(original.name, column), { hint: `Give ${retired.name} another name, add ${column} again by a new statement, with a default, and bring its values over.` });
}
/** For rows that come after the swap. */
function hasNoValue(table, column) {
	return `Rows of ${table} that are inserted after the swap have no value for ${column}, which is NOT NULL and has no default.`;
}
function noCommonKey({ original: { name }, retired }) {
	return new GhostshipError("cannot-revert", `${name} and the table as it was have no unique key in common by which their rows could be found, in the same collation.`, { hint: `Give ${retired.name} another name, and write the change that undoes the statement as a new one.` });
}

// src/sql/statistics.ts
/** Histograms of MySQL: `name`, `buckets`, `auto_update` (since 8.4). */
function selectHistograms({ schema, name }) {
	return sql`SELECT COLUMN_NAME AS name, JSON_EXTRACT(HISTOGRAM, '$."number-of-buckets-specified"') AS buckets,
      COALESCE(JSON_EXTRACT(HISTOGRAM, '$."auto-update"') = TRUE, 0) AS auto_update
    FROM information_schema.COLUMN_STATISTICS WHERE SCHEMA_NAME = ${schema} AND TABLE_NAME = ${name} ORDER BY 1`;
}
/** What MariaDB keeps of a table beyond what InnoDB counts by itself: `name` of each column. */
function selectColumnStatistics({ schema, name }) {
	return sql`SELECT column_name AS name FROM mysql.column_stats WHERE db_name = ${schema} AND table_name = ${name}`;
}
/** For a person to run. */
function updateHistograms(table, columns, buckets, auto) {
	const list = join(columns.map(ident));
	const update = auto ? sql` AUTO UPDATE` : sql``;
	return sql`ANALYZE TABLE ${tableName(table)} UPDATE HISTOGRAM ON ${list} WITH ${buckets} BUCKETS${update}`;
}
/** For a person to run. */
function collectStatistics(table) {
	return sql`ANALYZE TABLE ${tableName(table)} PERSISTENT FOR ALL`;
}

// src/engine/preflight/lost-statistics.ts
/**
* What a person has had collected of the values in the columns, beyond what the server collects by itself, stays with the table as
* it was. Without it the server may choose other plans for queries.
*
* @param changes of the names by the statement
* @returns what is lost, and what brings it back; `null` where nothing is, or this user may not look (MariaDB: `mysql.column_stats`)
*/
async function lostStatistics(session, flavor, original, changes) {
	const { table } = original.source ?? original;
	const select = flavor === "mysql" ? selectHistograms(table) : selectColumnStatistics(table);
	const kept = (await session.rows(select).catch((error) => {
		if (error instanceof ServerError) return [];
		throw error;
	})).flatMap((row) => {
		const name = nameAfter(String(row.name), changes);
		return name === null ? [] : [{
			...row,
			name
		}];
	});
	if (kept.length === 0) return null;
	const statements = flavor === "mysql" ? forHistograms(original.table, kept) : [collectStatistics(original.table).text];
	return `The altered table will be without the ${`${flavor === "mysql" ? "histograms" : "statistics"} of ${kept.map(({ name }) => name).join(", ")}`}, and the server may choose other plans for queries. After the swap, run ${statements.join("; ")}`;
}
/** A statement for each number of buckets. */
function forHistograms(table, rows) {
	return [...groupBy(rows, (row) => JSON.stringify([Number(row.buckets), Number(row.auto_update) === 1])).values()].map((own) => {
		const [first] = own;
		const columns = own.map(({ name }) => name);
		return updateHistograms(table, columns, Number(first?.buckets), Number(first?.auto_update) === 1).text;
	});
}
function nameAfter(name, { columnRenames, droppedColumns }) {
	if (droppedColumns.some((dropped) => sameName(dropped, name))) return null;
	return columnRenames.find(({ from }) => sameName(from, name))?.to ?? name;
}

// src/sql/use.ts
/** MySQL: `name` of an index, NULL for reads without one, and `read_rows` since the server started, or somebody has cleared them. */
function selectIndexReads({ schema, name }) {
	return sql`SELECT INDEX_NAME AS name, COUNT_FETCH AS read_rows
    FROM performance_schema.table_io_waits_summary_by_index_usage
    WHERE OBJECT_SCHEMA = ${schema} AND OBJECT_NAME = ${name}`;
}
/** MariaDB, the same where `userstat` is ON: of the table with `name` NULL, then of its indexes. What was not read has no row. */
function selectUserStatistics({ schema, name }) {
	return sql`SELECT NULL AS name, ROWS_READ AS read_rows FROM information_schema.TABLE_STATISTICS
      WHERE TABLE_SCHEMA = ${schema} AND TABLE_NAME = ${name}
    UNION ALL SELECT INDEX_NAME, ROWS_READ FROM information_schema.INDEX_STATISTICS
      WHERE TABLE_SCHEMA = ${schema} AND TABLE_NAME = ${name}`;
}
/** RDS: for how many hours it keeps the binary log; NULL for no longer than it must. */
const selectRdsRetention = sql`SELECT value AS hours FROM mysql.rds_configuration
  WHERE name = 'binlog retention hours'`;

// src/engine/preflight/retention.ts
const hourMs = 36e5;
/** Somebody starts the next run by a schedule, or by hand on the next day. */
const lyingMs = 24 * hourMs;
/** Among writers a copy takes two to three times as long as a sample on an idle replica tells. */
const amongWriters = 3;
/**
* Whether the server may purge what the migration still has to read. It is only a warning: a run that finds its position purged
* compares all rows instead.
*
* @param session may be of any user
* @param copyMs how long the copy is expected to take; `null` where nobody knows
* @returns a sentence or two; `null` where the log is kept long enough
*/
async function retentionWarning(session, facts, options, copyMs) {
	const keptMs = await retentionMs(session, facts);
	const gapMs = expectedGapMs(options, copyMs);
	if (keptMs === null || keptMs >= gapMs) return null;
	const kept = keptMs === 0 ? "no longer than it must" : `for ${inHours(keptMs)}`;
	const why = mayYield(options, copyMs) ? `a run that yields may lie still for ${inHours(lyingMs)} or more before the next one goes on` : "the copy may take as long";
	return `The server keeps its binary log ${kept}, and this migration may need ${inHours(gapMs)} of it: ${why}. Where a part that it needs is purged, nothing is lost, but the next run must compare every row of both tables, which reads each of them once more. Keep the log longer to avoid that.`;
}
/** Beside the copy itself, which reads the log all along but may fall behind, the time between two runs. */
function expectedGapMs(options, copyMs) {
	return (copyMs ?? 0) * amongWriters + (mayYield(options, copyMs) ? lyingMs : 0);
}
function mayYield({ cutover, gate, maxRuntimeMs = null }, copyMs) {
	if (cutover === "wait" && gate === "yield") return true;
	return maxRuntimeMs !== null && (copyMs === null || copyMs * amongWriters > maxRuntimeMs);
}
/** `null` where the server never purges by age. 0 where it purges as soon as it may. */
async function retentionMs(session, facts) {
	const { variables } = facts;
	if (managedService(facts) === "RDS") {
		const rows = await session.rows(selectRdsRetention).catch((error) => {
			if (error instanceof ServerError) return null;
			throw error;
		});
		const hours = rows?.[0]?.hours;
		if (rows !== null) return hours == null ? 0 : Number(hours) * hourMs;
	}
	if (variables.binlog_expire_logs_auto_purge !== void 0 && !isOn(variables.binlog_expire_logs_auto_purge)) return null;
	const seconds = Number(variables.binlog_expire_logs_seconds ?? 0);
	const days = Number(variables.expire_logs_days ?? 0);
	const ms = seconds > 0 ? seconds * 1e3 : days * 24 * hourMs;
	return ms > 0 ? ms : null;
}
function inHours(ms) {
	if (ms < hourMs) return `${Math.max(1, Math.round(ms / 6e4))} min`;
	return `${Math.round(ms / hourMs)} h`;
}

export { selectFunctionsNamed as _, backwards as a, planRevert as c, refuseMisplacedInTime as d, planCopy as f, selectCascadingParents as g, duplicateRows as h, lostStatistics as i, refuseShortImages as l, dataDoesNotFit as m, selectIndexReads as n, lostColumns as o, deferIndexes as p, selectUserStatistics as r, planBack as s, retentionWarning as t, refuseMisplaced as u, selectRoutinesNamed as v };