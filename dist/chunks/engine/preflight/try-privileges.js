import { r as __name } from "../../rolldown-runtime.js";
import { t as GhostshipError } from "../../support/errors.js";
import { m as isServerError, n as ServerError } from "../../mysql/server-errors.js";
import { a as raw, n as ident, o as sql, r as join, s as tableName } from "../../sql/sql.js";
import { t as didYouMean } from "../../support/nearest.js";
import { t as _usingCtx } from "../../usingCtx.js";
import { A as showStatus } from "../../sql/inspect.js";
import { C as o } from "../../sql/cutover.js";
import { t as connect } from "../../mysql/session.js";
import { t as Triggers } from "../relations/triggers.js";
import { f as dropTable, o as createSchema } from "../../sql/ghost.js";
import { c as nameTables, l as planClone, u as planCloneAway } from "../tables/table-names.js";
import { D as keyIn, E as ghostKey, F as literalFromSelected, L as selectKeyPart, M as collated, N as compareLiterals, O as keyRange, f as readComments, k as originalKey, s as dropIfEmpty } from "../tables/ghost.js";
import { b as takePlace, d as noOwnSchema, h as privilegeTrials, m as doNothing, n as comment, p as createTrialTable, v as leavePlace, y as schemaPlace } from "../tables/keep-out-of-binlog.js";

// src/sql/copy.ts
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
	#isComparing;
	/**
	* @param orderedHere whether keys can be compared in JavaScript exactly as the server compares them
	* @param start what a run before has completed already; `null` for nothing
	* @param isComparing whether the ghost has rows of the run before that are compared chunk by chunk
	*/
	constructor(tables, orderedHere, start = null, isComparing = false) {
		this.#tables = tables;
		this.#orderedHere = orderedHere;
		this.#isComparing = isComparing;
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
	/** Whether the ghost may have rows that are out of date, and whose changes nobody has read: no chunk has compared them yet. */
	get mayHaveStaleRows() {
		return this.#isComparing && !this.isDone;
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

// src/engine/preflight/load-limits.ts
/** With less no attempt at a cutover comes to its RENAME, whose locks are waited for in whole seconds. */
const leastLockBudgetMs = 1200;
/**
* Whether limits can be kept, and everything is there that they name: else a migration would be held for ever.
*
* @throws GhostshipError `usage`, `cannot-connect`, `access-denied`
*/
async function refuseLimits(session, options) {
	refuseShortBudget(options);
	await refuseUnknownLoads(session, options);
	for (const replica of options.lagReplicas) try {
		var _usingCtx$1 = _usingCtx();
		_usingCtx$1.a(await connect({ ...replica }, "reading its lag, as the option lag-replicas asks"));
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		await _usingCtx$1.d();
	}
}
function refuseShortBudget({ lockBudgetMs }) {
	if (lockBudgetMs >= 1200) return;
	throw new GhostshipError("usage", `No table can be swapped within a lock-budget of ${lockBudgetMs} ms.`, { hint: `A server counts the wait of a RENAME in whole seconds, and an attempt has other steps as well. Give lock-budget ${leastLockBudgetMs}ms or more.` });
}
/**
* Whether the server has every variable that a limit names.
*
* @throws GhostshipError `usage`
*/
async function refuseUnknownLoads(session, { maxLoad, criticalLoad }) {
	const limits = [...maxLoad.map(({ variable }) => ({
		option: "max-load",
		variable
	})), ...criticalLoad.map(({ variable }) => ({
		option: "critical-load",
		variable
	}))];
	for (const { option, variable } of limits) {
		const [row] = await session.rows(showStatus(variable));
		const value = String(row?.Value ?? "").trim();
		if (value !== "" && Number.isFinite(Number(value))) continue;
		const names = (await session.rows(showStatus("%"))).map((one) => String(one.Variable_name));
		const what = row === void 0 ? `The server has no status variable ${variable}.${didYouMean(variable, names)}` : `The status variable ${variable} is no number.`;
		throw new GhostshipError("usage", `${option} cannot be kept. ${what}`, { hint: `Name one that SHOW GLOBAL STATUS lists with a number, such as Threads_running, in the option ${option}.` });
	}
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
	const denied = await trying(session, planClone(original, false, purpose), original, () => tryInSchema(session, original, purpose));
	if (denied !== null || !apart) return denied;
	const own = planClone(original, true, purpose);
	return await trying(session, schemaPlace(own.schema), original, () => tryApart(session, original, own, purpose));
}
/**
* The same for triggers that others have made, which are to be carried over. What they do is left out: it may name columns.
*
* @throws GhostshipError `missing-privileges`, `already-running`
*/
async function tryTriggerRights(session, { table: original, triggers }, purpose) {
	if (triggers.length === 0) return;
	const table = planClone(original, false, purpose);
	const idle = triggers.map((trigger) => ({
		...trigger,
		body: doNothing
	}));
	await trying(session, table, original, async () => {
		if (await isTaken(session, [table])) return;
		await session.run(dropTable(table));
		await session.run(createTrialTable(table, comment));
		try {
			await new Triggers({
				...nameTables(original, false),
				ghost: table
			}, idle).tryOn(session);
		} finally {
			await session.run(dropTable(table));
		}
	});
}
async function trying(session, place, original, attempts) {
	await takePlace(session, place, original.name);
	try {
		return await attempts();
	} finally {
		await leavePlace(session, place);
	}
}
async function tryApart(session, original, own, purpose) {
	if (await isTaken(session, [planCloneAway(own)])) return null;
	const refused = await attempt(session, [dropTable(planCloneAway(own)), createSchema(own.schema)]);
	if (refused !== null) return noOwnSchema(original, refused);
	const inside = await tryInSchema(session, own, purpose);
	await dropIfEmpty(session, own.schema);
	return inside?.cause instanceof ServerError ? noOwnSchema(original, inside.cause) : inside;
}
async function tryInSchema(session, original, purpose) {
	const table = planClone(original, false, purpose);
	const away = planCloneAway(table);
	if (await isTaken(session, [table, away])) return null;
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
/** Somebody else's table has the name, and is refused as such. */
async function isTaken(session, names) {
	return [...(await readComments(session, names)).values()].some((words) => words !== comment);
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

export { refuseUnknownLoads as a, copyKeys as c, deleteRange as d, selectBoundary as f, refuseLimits as i, copyRange as l, tryTriggerRights as n, Chunker as o, selectKeys as p, leastLockBudgetMs as r, readKey as s, tryPrivileges as t, deleteKeys as u };