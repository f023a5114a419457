import { n as __name } from "./rolldown-runtime.js";
import { t as GhostshipError } from "./support/errors.js";
import { d as isServerError, n as ServerError } from "./mysql/server-errors.js";
import { a as raw, c as unquoteIdent, n as ident, o as sql, r as join, s as tableName } from "./sql/sql.js";
import { _ as convertingSqlMode, f as utc, u as serverTimeZone, v as copySqlMode } from "./mysql2.js";
import { d as dropSchema, f as dropTable, l as createTemporaryLike, o as countTables, p as dropTemporary, s as createSchema, t as addDoubles } from "./sql/ghost.js";
import { a as sameName, c as unknownTable, i as readCreateStatement, r as inspectTable } from "./support/digest.js";
import { G as changelogKey, H as withSuffix, I as nameSetAside, R as planClone, d as readComments, w as readForeignKeys, z as planCloneAway } from "./engine/tables/ghost.js";
import { o as refusal, s as refuseAll } from "./engine/preflight/target.js";
import { n as mapColumns } from "./engine/mapping/column-map.js";
import { r as unreadable } from "./engine/relations/triggers.js";
import { n as missingPrivileges, r as missingSight, t as knowsToLock } from "./engine/preflight/privileges.js";
import { g as takePlace, h as schemaPlace, l as needsOwnSchema, n as comment, p as readAlter, u as noOwnSchema } from "./engine/tables/keep-out-of-binlog.js";
import { A as hiddenChildren, C as refuseConversions, E as movesPartitionedRows, S as convertedValue, c as readsClock, f as ghostKey, h as originalKey, j as knowForeignKeys, k as foreignKeyRefusals, l as refuseUnpinnable, m as keyRange, n as measure, p as keyIn, t as findNullFree, v as chooseMigrationKey, x as copiedColumns } from "./engine.js";
import { c as selectKeyPart, n as collated, o as literalFromSelected, r as compareLiterals } from "./sql/key-column.js";

// src/sql/copy.ts
const o = raw("o");
/**
* Copies a range; runs under READ COMMITTED and then locks nothing on the original.
* @param restEvery it sleeps for a moment about once in so many rows; `null` is never
*/
function copyRange(tables, range, restEvery) {
	const resting = restEvery === null ? raw("") : sql` AND ${restingOnceIn(restEvery)}`;
	return sql`${insertSelect(tables)} FORCE INDEX (${ident(tables.index)}) WHERE ${keyRange(originalKey(tables.key), range)}${resting}`;
}
/** Brings these keys over as they are in the original now. Their old rows must have been deleted from the ghost. */
function copyKeys(tables, keys) {
	return sql`${insertSelect(tables)} FORCE INDEX (${ident(tables.index)}) WHERE ${keyIn(originalKey(tables.key), keys)}`;
}
/** Of an index that is not unique the optimizer knows nothing while the ghost is filled, and may read the whole ghost. */
function deleteKeys(tables, keys) {
	const ghost = tableName(tables.ghost);
	const where = keyIn(ghostKey(tables.key), keys);
	if (tables.ghostIsUnique) return sql`DELETE FROM ${ghost} WHERE ${where}`;
	return sql`DELETE FROM ${ghost} USING ${ghost} FORCE INDEX (${ident(tables.ghostIndex)}) WHERE ${where}`;
}
/** Deletes the first rows of a range from the ghost. Call it until it deletes fewer. */
function deleteRange(tables, range, rows) {
	const key = ghostKey(tables.key);
	const order = join(key.map(({ column }) => column));
	return sql`DELETE FROM ${tableName(tables.ghost)} WHERE ${keyRange(key, range)} ORDER BY ${order} LIMIT ${rows}`;
}
/**
* The key `rows` rows behind `after`; no row where fewer are left. One column for each key column: `k0`, `k1`, …
* Not from a derived table, which takes MySQL another millisecond (measured); what is ordered by is qualified, because a
* column may be called `k0`, too.
*/
function selectBoundary(tables, after, rows) {
	const key = originalKey(tables.key, o);
	return sql`SELECT ${keyParts(tables, o)} FROM ${tableName(tables.original)} AS ${o} FORCE INDEX (${ident(tables.index)})
    WHERE ${keyRange(key, {
		after,
		upTo: null
	})} ORDER BY ${join(key.map(({ column }) => column))} LIMIT 1 OFFSET ${rows - 1}`;
}
/** The greatest key of all, as {@link selectBoundary} has it; no row where the table is empty. */
function selectLast(tables) {
	const key = originalKey(tables.key, o);
	return sql`SELECT ${keyParts(tables, o)} FROM ${tableName(tables.original)} AS ${o} FORCE INDEX (${ident(tables.index)})
    ORDER BY ${join(key.map(({ column }) => sql`${column} DESC`))} LIMIT 1`;
}
/** Every key in the range, as {@link selectBoundary} has them. */
function selectKeys(tables, range) {
	return sql`SELECT ${keyParts(tables)} FROM ${tableName(tables.original)} FORCE INDEX (${ident(tables.index)})
    WHERE ${keyRange(originalKey(tables.key), range)}`;
}
/**
* Where keys lie that JavaScript cannot compare, asked of the server that can. One row a key, `n` its number and `place`
* the number of the first range that holds it, or NULL.
*/
function locateKeys(tables, keys, ranges) {
	const located = keys.map((key, n) => {
		const literals = key.split(",");
		const operands = tables.key.map(({ original }, index) => ({
			column: collated(original, literals[index] ?? "NULL"),
			write: raw,
			exact: false
		}));
		const cases = ranges.map((range, index) => sql`WHEN ${keyRange(operands, range)} THEN ${index}`);
		return sql`SELECT ${n} AS n, CASE ${join(cases, " ")} END AS place`;
	});
	return join(located, " UNION ALL ");
}
/**
* True of every row, whatever SLEEP says: a row must not depend on it. Of shorter times than 10 µs MySQL makes nothing at all;
* this one takes some 60 µs, as the operating system will have it.
*/
function restingOnceIn(rows) {
	return sql`(RAND() * ${rows} >= 1 OR SLEEP(0.00001) >= 0)`;
}
function insertSelect(tables) {
	const to = tables.columns.map((column) => ident(column.to));
	const values = tables.columns.map((column) => column.value);
	return sql`INSERT INTO ${tableName(tables.ghost)} (${join(to)}) SELECT ${join(values)} FROM ${tableName(tables.original)}`;
}
function keyParts(tables, alias = null) {
	return join(tables.key.map(({ original }, index) => sql`${selectKeyPart(original, alias)} AS ${raw(`k${index}`)}`));
}

// src/engine/copy/dense-keys.ts
/** With a smaller share of the numbers in use, a chunk of so many numbers would have too few rows. */
const minDensity = .5;
/**
* Finds ends of chunks without a question to the server. Where the key is one whole number, the next n numbers hold no more
* than n rows. That is used while most numbers are in use, up to the last key of the table. The last key is read only once.
*/
var DenseKeys = class {
	#tables;
	#isNumber;
	#last = null;
	#isDense = false;
	constructor(tables) {
		this.#tables = tables;
		this.#isNumber = tables.key.length === 1 && tables.key.every(({ original }) => original.consecutive);
	}
	/** @returns `null` where the end must be looked up */
	async endOf(session, after, rows) {
		if (after === null || !this.#isDense) return null;
		this.#last ??= await this.#readLast(session);
		const end = BigInt(after) + BigInt(rows);
		return end <= this.#last ? String(end) : null;
	}
	/** Call it for every chunk, with the number of rows that were found in it. */
	learn({ after, upTo }, rows) {
		if (!this.#isNumber || after === null || upTo === null) return;
		this.#isDense = rows >= minDensity * Number(BigInt(upTo) - BigInt(after));
	}
	async #readLast(session) {
		const [row] = await session.rows(selectLast(this.#tables));
		return row === void 0 ? 0n : BigInt(String(row.k0));
	}
};

// src/engine/copy/chunker.ts
/**
* Gives out chunks in key order. So one key, the end of the newest chunk, divides the keys that a chunk has reached from the
* keys that no chunk has reached.
*/
var Chunker = class {
	#tables;
	#orderedHere;
	#denseKeys;
	#inFlight = /* @__PURE__ */ new Set();
	#claimedUpTo = null;
	#allClaimed = false;
	#claims = 0;
	#lastClaim = Promise.resolve();
	/** Chunks that are completed while an earlier one is not, by number. */
	#completedEarly = /* @__PURE__ */ new Map();
	#nextToComplete = 0;
	#completedRows = 0;
	#watermark;
	/**
	* @param orderedHere whether keys can be compared in JavaScript exactly as the server compares them
	* @param start what a run before has completed already; `null` for nothing
	*/
	constructor(tables, orderedHere, start = null) {
		this.#tables = tables;
		this.#orderedHere = orderedHere;
		this.#denseKeys = new DenseKeys(tables);
		this.#watermark = start;
		this.#claimedUpTo = start?.upTo ?? null;
		this.#allClaimed = start !== null && start.upTo === null;
	}
	/** The next chunk of about `rows` rows, or `null` when every key is claimed. Claims are made one after the other. */
	claim(session, rows) {
		const claim = this.#lastClaim.then(() => this.#claim(session, rows));
		this.#lastClaim = claim.catch(() => null);
		return claim;
	}
	/** @param rows how many rows were found in the chunk */
	complete(chunk, rows) {
		this.#inFlight.delete(chunk);
		this.#denseKeys.learn(chunk, rows);
		this.#completedEarly.set(chunk.number, {
			upTo: chunk.upTo,
			rows
		});
		for (let next = this.#completedEarly.get(this.#nextToComplete); next !== void 0;) {
			this.#completedEarly.delete(this.#nextToComplete);
			this.#watermark = { upTo: next.upTo };
			this.#completedRows += next.rows;
			next = this.#completedEarly.get(++this.#nextToComplete);
		}
	}
	/** The end of the longest row of completed chunks; `null` while there is none. */
	get watermark() {
		return this.#watermark;
	}
	/** What stands behind the watermark, without what a run before has completed. */
	get completed() {
		return {
			rows: this.#completedRows,
			chunks: this.#nextToComplete
		};
	}
	/** True where a part of the chunk lies within. A chunk that begins at its end counts, too. */
	async reachesInto(session, { after }, { upTo }) {
		if (after === null || upTo === null) return true;
		const beyond = [{
			after: upTo,
			upTo: null
		}];
		return (this.#orderedHere ? [this.#findRange(after, beyond)] : await this.#askForRanges(session, [after], beyond))[0] === -1;
	}
	get chunksInFlight() {
		return [...this.#inFlight];
	}
	isInFlight(chunk) {
		return this.#inFlight.has(chunk);
	}
	/** True once every key belongs to a chunk. */
	get isClaimed() {
		return this.#allClaimed;
	}
	get isDone() {
		return this.#allClaimed && this.#inFlight.size === 0;
	}
	/**
	* The stage of each key. A chunk that is claimed while the server is asked does no harm: a key found ahead was visible before
	* that claim, so the chunk reads it.
	*/
	async stagesOf(session, keys) {
		if (this.isDone) return keys.map(() => "copied");
		const inFlight = [...this.#inFlight];
		const ahead = this.#allClaimed ? [] : [{
			after: this.#claimedUpTo,
			upTo: null
		}];
		const ranges = [...inFlight, ...ahead];
		return (this.#orderedHere ? keys.map((key) => this.#findRange(key, ranges)) : await this.#askForRanges(session, keys, ranges)).map((range) => range === -1 ? "copied" : range < inFlight.length ? "in-flight" : "ahead");
	}
	async #claim(session, rows) {
		if (this.#allClaimed) return null;
		const after = this.#claimedUpTo;
		const upTo = await this.#denseKeys.endOf(session, after, rows) ?? await this.#lookUpEnd(session, after, rows);
		const chunk = {
			number: this.#claims++,
			after,
			upTo
		};
		this.#inFlight.add(chunk);
		this.#claimedUpTo = upTo;
		this.#allClaimed = upTo === null;
		return chunk;
	}
	async #lookUpEnd(session, after, rows) {
		const [boundary] = await session.rows(selectBoundary(this.#tables, after, rows));
		return boundary === void 0 ? null : readKey(this.#tables, boundary);
	}
	/** The index of the range that has the key, or -1. */
	#findRange(key, ranges) {
		return ranges.findIndex(({ after, upTo }) => (after === null || this.#compare(key, after) > 0) && (upTo === null || this.#compare(key, upTo) <= 0));
	}
	#compare(left, right) {
		const lefts = left.split(",");
		const rights = right.split(",");
		for (const [index, { original: column }] of this.#tables.key.entries()) {
			const order = compareLiterals(column, lefts[index] ?? "", rights[index] ?? "");
			if (order !== 0) return order;
		}
		return 0;
	}
	/** Like {@link #findRange}, where only the server knows the order of keys. */
	async #askForRanges(session, keys, ranges) {
		const found = keys.map(() => -1);
		for (let start = 0; start < keys.length; start += keysPerQuestion) {
			const asked = keys.slice(start, start + keysPerQuestion);
			for (const row of await session.rows(locateKeys(this.#tables, asked, ranges))) if (row.place !== null) found[start + Number(row.n)] = Number(row.place);
		}
		return found;
	}
};
/** The key in a row that has it as `k0`, `k1`, … */
function readKey(tables, row) {
	return tables.key.map(({ original }, index) => literalFromSelected(original, String(row[`k${index}`]))).join(",");
}
/** A longer UNION ALL costs the parser more time than fewer round trips save. */
const keysPerQuestion = 200;

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
	const needed = [keyIndex, counterIndex(ghost)];
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
/** An AUTO_INCREMENT column needs an index that begins with it. Unique indexes stay anyway. */
function counterIndex({ columns, indexes }) {
	const counter = columns.find((column) => column.autoIncrement)?.name;
	if (counter === void 0) return void 0;
	const serving = indexes.filter((index) => index.columns[0]?.column === counter);
	return serving.some(({ unique }) => unique) ? void 0 : serving[0]?.name;
}

// src/engine/mapping/verified-columns.ts
function verifiedColumns(map, flavor) {
	return map.map((column) => ({
		from: column.from.name,
		to: column.to.name,
		comparison: comparison(column.from, column.to),
		value: convertedValue(column, flavor)
	}));
}
/** With longer rows a hash costs as much as the comparison that it saves (measured with rows of 100 to 2,000 bytes). */
const maxHashedRowBytes = 400;
function hashedColumns(map, rowBytes) {
	if (rowBytes > maxHashedRowBytes || converts(map)) return null;
	const original = [];
	const ghost = [];
	for (const { from, to } of map) {
		const hash = hashOf(from, to);
		if (hash === null) return null;
		const nullable = from.nullable || to.nullable;
		original.push({
			name: from.name,
			hash,
			nullable
		});
		ghost.push({
			name: to.name,
			hash,
			nullable
		});
	}
	return {
		original,
		ghost
	};
}
/** True where the copy converts a value, so that values of original and ghost cannot be compared directly. */
function converts(map) {
	return map.some((column) => !isComparable(column));
}
/** True where the result of a conversion depends on the time zone of the session. */
function dependsOnTimeZone(map) {
	return map.some(({ from, to }) => from.dataType !== to.dataType && [from.dataType, to.dataType].includes("timestamp"));
}
/** True where a date or time is converted. Then the server's sql_mode decides whether zero dates are accepted. */
function convertsTemporals(map) {
	return map.some(({ from, to }) => from.columnType !== to.columnType && [from, to].some(isTemporal));
}
/** Types that may have digits after the second. */
const fractional = [
	"time",
	"datetime",
	"timestamp"
];
const integers = [
	"tinyint",
	"smallint",
	"mediumint",
	"int",
	"bigint"
];
const texts = [
	"char",
	"varchar",
	"tinytext",
	"text",
	"mediumtext",
	"longtext"
];
/** True for the same type, and for two types in which equal values compare as equal. */
function isComparable({ from, to }) {
	if (from.charset !== to.charset || from.collation !== to.collation) return false;
	if (from.columnType === to.columnType) return true;
	const both = (list) => list.includes(from.dataType) && list.includes(to.dataType);
	if (both(["decimal"])) return to.scale >= from.scale;
	if (from.dataType === to.dataType && fractional.includes(to.dataType)) return to.fraction >= from.fraction;
	return both(integers) || both(texts.filter((type) => type !== "char")) || both(["enum"]);
}
/**
* How two values are compared. Strings are not compared by their collation, which calls different strings equal. ENUM and SET
* are compared by number where the definition is the same, else by label. JSON and spatial values have no exact comparison of
* their own.
*/
function comparison(from, to) {
	if (to.dataType === "set" || to.dataType === "enum" && from.columnType === to.columnType) return { by: "number" };
	if (to.dataType === "year") return { by: "number" };
	if (to.dataType === "enum") return { by: "bytes" };
	if (to.dataType === "json") return { by: "text" };
	if (to.charset !== null) return {
		by: "characters",
		charset: to.charset
	};
	return { by: wholeBytes.includes(to.dataType) ? "bytes" : "value" };
}
/** `null` where equal values may have different bytes. */
function hashOf(from, to) {
	if (integers.includes(to.dataType)) return [from, to].some(({ dataType }) => dataType === "bigint") ? "big integer" : "integer";
	if (to.dataType === "enum") return from.columnType === to.columnType ? "number" : "bytes";
	if (texts.includes(to.dataType)) return "bytes";
	if (from.columnType !== to.columnType) return null;
	if (to.dataType === "year") return "integer";
	if (["set", "bit"].includes(to.dataType)) return "number";
	if (to.dataType === "float") return "float";
	return to.dataType === "json" ? "text" : "bytes";
}
const wholeBytes = [
	"geometry",
	"point",
	"linestring",
	"polygon",
	"multipoint",
	"multilinestring",
	"multipolygon",
	"geomcollection",
	"geometrycollection",
	"vector"
];
function isTemporal(column) {
	return [
		"date",
		"datetime",
		"timestamp",
		"time",
		"year"
	].includes(column.dataType);
}

// src/engine/mapping/copy-plan.ts
/** @throws GhostshipError `no-migration-key`, `unsupported-statement`, `unsupported-table` */
function planCopy(names, original, ghost, alter, server, allow, keeps = null) {
	const map = mapColumns(original, ghost, alter);
	refuseNewCounter(ghost, map);
	refuseConversions(map, server.flavor);
	refuseDocumentIds(original);
	refuseUnpinnable(map, ghost, original.table.name);
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
		keeps
	};
	return {
		names,
		map,
		key,
		tables,
		verify: {
			copy: tables,
			columns: verifiedColumns(map, server.flavor),
			converts: converts(map),
			sums: key.columns.some(({ exact }) => exact) ? null : hashedColumns(map, original.rowBytes)
		},
		watched: {
			...watchedTables(names, original, key, server),
			tellsGone: keeps !== null
		},
		settings: {
			timeZone: timeZoneFor(map, key, server),
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
/**
* Sessions use UTC, because in UTC no hour comes twice. But where the statement turns TIMESTAMP into another type, or back, the
* values depend on the time zone. Then sessions use the server's zone, as the server's own ALTER does.
*/
function timeZoneFor(map, key, server) {
	if (!dependsOnTimeZone(map)) return utc;
	if (!["UTC", "+00:00"].includes(server.timeZone.toUpperCase()) && key.columns.some(({ original }) => original.kind === "timestamp")) throw new GhostshipError("unsupported-table", `The migration key ${key.index} has a TIMESTAMP, and the statement converts one in the time zone ${server.timeZone}.`, { hint: "Convert the column in a migration of its own, or give the table a unique key without a TIMESTAMP." });
	return serverTimeZone;
}
/**
* Values are converted in the sql_mode of the server, as its own ALTER does. If that mode forbids zero dates, MySQL's ALTER
* refuses them also in columns that do not change. A person may allow them. MariaDB's ALTER keeps them.
*/
function sqlModeFor(map, server, allow) {
	if ((server.flavor === "mariadb" || allow.includes("zero-dates") || !map.some(({ from }) => isDate(from))) && !convertsTemporals(map)) return copySqlMode;
	return convertingSqlMode(server.sqlMode);
}
function isDate(column) {
	return [
		"date",
		"datetime",
		"timestamp"
	].includes(column.dataType);
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
function planRevert(context, retired) {
	const { control, original, alter, names, request } = context;
	const keeps = keptColumns(names, retired, mapColumns(original, retired, alter));
	const plan = planCopy(names, original, retired, alter, control.server, request.options.allow, keeps);
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

// src/engine/preflight/original.ts
/**
* What must be so before anything is created, for any algorithm.
*
* @throws GhostshipError with every refusal at once; its code is the first one's
*/
async function inspectOriginal(session, server, asked, purpose) {
	const definition = await inspectTable(session, asked);
	if (definition === null) throw await unknownTable(session, asked, "Check the name in the statement and the database in the target URL.");
	const { table } = definition;
	refuseAll([
		kindRefusal(definition),
		engineRefusal(definition),
		...purpose === "migration" ? await missingPrivileges(session, table, server.flavor) : await missingSight(session, table)
	]);
	return await findNullFree(session, await measure(session, server, definition));
}
/** @throws GhostshipError `unsupported-table` for what no statement of ours can change */
function refuseKind(definition) {
	refuseAll([kindRefusal(definition), engineRefusal(definition)]);
}
function kindRefusal({ kind, table }) {
	switch (kind) {
		case "table": return null;
		case "view": return refusal("unsupported-table", `${table.name} is a view.`, "CREATE OR REPLACE VIEW changes it at once.");
		case "versioned": return refusal("unsupported-table", `${table.name} is system-versioned, and a copy would have no history.`, "Run the statement yourself, in a session with system_versioning_alter_history=KEEP.");
		case "sequence": return refusal("unsupported-table", `${table.name} is a sequence.`, "ALTER SEQUENCE changes it at once.");
		case "other": return refusal("unsupported-table", `${table.name} is no table that can be altered.`, "Take it out of the file.");
	}
}
function engineRefusal({ kind, table, engine }) {
	if (kind !== "table" || engine.toLowerCase() === "innodb") return null;
	return refusal("unsupported-table", `${table.name} is stored by ${engine}, and only InnoDB tables can be changed online.`, `Run the statement yourself, when writers may wait. To change it online from then on, run ALTER TABLE ${table.name} ENGINE=InnoDB yourself first.`);
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
	throw new GhostshipError("original-changed", `Somebody changed triggers of ${original.table.name}, or foreign keys from or to it, while its migration began.`, { hint: "Run the migration again when nobody else is changing the table." });
}

// src/engine/preflight/read-alter.ts
/**
* Reads the one statement of a request, which must alter a table.
*
* @param server whose mode it is written for
* @throws GhostshipError `unsupported-statement`, `usage`
*/
function requireAlter(text, server) {
	const statement = readAlter(text, server);
	switch (statement.kind) {
		case "alter": return statement;
		case "not-one-statement": throw new GhostshipError("usage", `Expected one statement and found ${statement.count}.`, { hint: "Give one ALTER TABLE, CREATE INDEX or DROP INDEX." });
		case "not-alter": {
			const { statement: other } = statement;
			const verb = other.kind === "other" ? other.verb : other.kind.replaceAll("-", " ").toUpperCase();
			throw new GhostshipError("unsupported-statement", `${verb} is no online change of a table.`, { hint: "ALTER TABLE, CREATE INDEX and DROP INDEX are. Run anything else by other means." });
		}
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
		binlogFormat === "ROW" ? null : refusal("binlog-not-usable", `binlog_format is ${binlogFormat}.`, `${adviceToSet(facts, "binlog_format", "ROW")} Then let every session that writes reconnect.`),
		variables.binlog_order_commits === "OFF" ? refusal("binlog-not-usable", "binlog_order_commits is OFF: changes may become visible in another order than they have in the binary log.", adviceToSet(facts, "binlog_order_commits", "ON")) : null,
		engine === "" ? null : refusal("binlog-not-usable", `binlog_storage_engine is ${engine}: such a binary log has no positions in files, by which it is read here.`, "Start the server without binlog_storage_engine."),
		maxWriteLocks !== void 0 && Number(maxWriteLocks) < minWriteLocks ? refusal("unsupported-server", `max_write_lock_count is ${maxWriteLocks}: writers may go before a RENAME that waits.`, adviceToSet(facts, "max_write_lock_count", "DEFAULT")) : null
	];
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

// src/engine/preflight/parent-privileges.ts
/**
* What a migration is denied on the tables that the original refers to. MySQL alone needs them: they are locked when the tables
* are swapped, and a key that is carried over refers to them.
*/
async function parentPrivileges(control, original, { foreignKeys }) {
	const keys = readForeignKeys(original.createStatement, original.table.schema);
	if (control.server.flavor === "mariadb" || keys.length === 0) return null;
	const missing = [...await notToLock(control, keys), ...foreignKeys === "carry" ? await notToReferTo(control, original, keys) : []];
	if (missing.length === 0) return null;
	return refusal("missing-privileges", `${original.table.name} refers to other tables, and the user lacks ${[...new Set(missing)].join(", ")}.`, "Grant these privileges to the user of the target URL.");
}
async function notToLock({ session }, keys) {
	const may = await knowsToLock(session);
	return keys.filter(({ parent }) => !may(parent)).map(({ parent }) => `LOCK TABLES on ${parent.schema}.*`);
}
async function notToReferTo({ session }, { table }, keys) {
	const denied = [];
	for (const { parent, parentColumns } of keys) try {
		await session.run(referTo(table, parent, parentColumns));
	} catch (error) {
		if (isServerError(error, "ER_TABLEACCESS_DENIED_ERROR")) denied.push(`REFERENCES on ${parent.schema}.${parent.name}`);
		else if (!isServerError(error, "ER_TABLE_EXISTS_ERROR")) throw error;
	}
	return denied;
}

// src/engine/preflight/triggers.ts
/** What keeps the triggers of the table from being carried over, or from being left where they are. */
function triggerRefusals(original, alter, flavor, { triggers, foreignKeys }) {
	const { name } = original.table;
	if (original.triggers.length === 0) return [];
	if (triggers === "refuse") return [refusal("unsupported-table", `${name} has triggers: ${original.triggers.map((trigger) => trigger.name).join(", ")}.`, "They would be lost with the old table. `triggers: carry` carries them over to the altered one.")];
	const foreign = unreadable(original.triggers);
	return [needsOwnSchema(original, alter, flavor, foreignKeys) ? refusal("unsupported-table", `${name} has triggers, and constraints whose names are to be kept.`, "Only one of the two can be carried over by a RENAME of this server (MySQL manual, \"RENAME TABLE Statement\"). Drop the triggers before the migration and create them again after it.") : null, foreign.length > 0 ? refusal("unsupported-table", `Triggers of ${name} are written in another character set than UTF-8: ${foreign.join(", ")}.`, "Create them again in a session with utf8mb4 first.") : null];
}

// src/engine/preflight/unproven.ts
/** In the option `allow`: a person has accepted to be the first. */
const accepted = "unproven-server";
/**
* A copy relies on changes becoming visible in the order that they have in the binary log. Aurora has a storage of its own, of which
* nobody has shown that. Replicas of it are Aurora too, so a plan on one tells the same.
*/
function unprovenServer({ variables }, { allow }) {
	const { aurora_version: version } = variables;
	if (version === void 0 || allow.includes(accepted)) return null;
	return refusal("unsupported-server", `The server is Aurora ${version}. Nobody has shown yet that changes become visible there in the order of its binary log, on which a copy relies.`, `What the server does instantly or in place is not refused. To copy all the same, try it on a clone of the cluster first, and name ${accepted} in the option allow.`);
}

// src/engine/preflight/table.ts
/**
* What must be so for the ghost-table copy.
*
* @throws GhostshipError with every refusal at once
*/
async function refuseCopy(control, original, alter, options) {
	const { server, session } = control;
	refuseAll([
		...judgeBinlog(server),
		unprovenServer(server.facts, options),
		...tableRefusals(original, alter, await knowForeignKeys(control, original), options),
		await hiddenChildren(session, server, original),
		await parentPrivileges(control, original, options)
	]);
}
/** The part of {@link refuseCopy} that a replica can tell as well. */
async function refuseTable(control, original, alter, options) {
	const { server, session } = control;
	refuseAll([
		unprovenServer(server.facts, options),
		...tableRefusals(original, alter, await knowForeignKeys(control, original), options),
		await hiddenChildren(session, server, original)
	]);
}
function tableRefusals(original, alter, keys, options) {
	return [
		...triggerRefusals(original, alter, keys.flavor, options),
		...foreignKeyRefusals(original, alter, keys, options),
		movesPartitionedRows(alter) ? refusal("unsupported-statement", "The statement drops, empties or exchanges partitions with their rows.", "A copy would bring the rows back. Run it directly: the server does it without copying.") : null
	];
}

// src/engine/preflight/try-privileges.ts
/**
* Does on an empty table of ours, beside the original, what a migration does on its tables. What SHOW GRANTS says is not all:
* privileges come with roles, and parts of them may be revoked.
*
* @param session outside the binlog where that is allowed
* @param apart also in a schema of its own, see `own-schema.ts`
* @returns what the server denies
* @throws GhostshipError `already-running`
*/
async function tryPrivileges(session, original, purpose, apart) {
	await takePlace(session, planClone(original, false, purpose), original.name);
	const denied = await tryInSchema(session, original, purpose);
	if (denied !== null || !apart) return denied;
	const own = planClone(original, true, purpose);
	await takePlace(session, schemaPlace(own.schema), original.name);
	const refused = await attempt(session, [dropTable(planCloneAway(own)), createSchema(own.schema)]);
	if (refused !== null) return noOwnSchema(original, refused);
	const inside = await tryInSchema(session, own, purpose);
	const [left] = await session.rows(countTables(own.schema));
	if (Number(left?.tables_left) === 0) await session.run(dropSchema(own.schema));
	return inside?.cause instanceof ServerError ? noOwnSchema(original, inside.cause) : inside;
}
async function tryInSchema(session, original, purpose) {
	const table = planClone(original, false, purpose);
	const away = planCloneAway(table);
	if ([...(await readComments(session, [table, away])).values()].some((words) => words !== "Ghostship dry run")) return null;
	for (const name of [table, away]) {
		const denied = await attempt(session, [dropTable(name)]);
		if (denied !== null) return lacks([{
			privilege: "DROP",
			denied
		}], original);
	}
	const denied = await attempt(session, [createTrialTable(table, comment)]);
	if (denied !== null) return lacks([{
		privilege: "CREATE",
		denied
	}], original);
	const missing = [];
	try {
		for (const { privilege, statements } of privilegeTrials(table, away)) {
			const refusal = await attempt(session, statements);
			if (refusal !== null) missing.push({
				privilege,
				denied: refusal
			});
		}
	} finally {
		await session.run(dropTable(table));
	}
	return missing.length === 0 ? null : lacks(missing, original);
}
/** @returns the refusal, where it is for want of a privilege */
async function attempt(session, statements) {
	try {
		for (const statement of statements) await session.run(statement);
		return null;
	} catch (error) {
		if (isServerError(error, "ER_DBACCESS_DENIED_ERROR", "ER_TABLEACCESS_DENIED_ERROR")) return error;
		if (isServerError(error, "ER_BINLOG_CREATE_ROUTINE_NEED_SUPER")) return null;
		throw error;
	}
}
function lacks(missing, { schema }) {
	const names = missing.map(({ privilege }) => privilege).join(", ");
	const [first] = missing;
	return new GhostshipError("missing-privileges", `The user lacks ${names} on ${schema}.*: ${first?.denied.message ?? ""}`, {
		hint: "Grant these privileges to the user of the target URL, and look for parts of them that are revoked (SHOW GRANTS).",
		cause: first?.denied
	});
}

export { selectKeys as C, selectBoundary as S, readKey as _, inspectOriginal as a, deleteKeys as b, backwards as c, lostColumns as d, planRevert as f, Chunker as g, deferIndexes as h, requireAlter as i, findColumnWithoutValue as l, planCopy as m, refuseCopy as n, refuseKind as o, refuseShortImages as p, refuseTable as r, refuseNewRelations as s, tryPrivileges as t, hasNoValue as u, copyKeys as v, deleteRange as x, copyRange as y };