import { n as __name } from "../../rolldown-runtime.js";
import { a as wholeSeconds, n as reasonOf, o as onAbort, r as sleep } from "../../support/clock.js";
import { t as GhostshipError } from "../../support/errors.js";
import { d as isServerError, r as ServerError, t as _usingCtx } from "../../mysql/server-errors.js";
import { a as raw, n as ident, o as sql, t as hexLiteral } from "../sql.js";
import { t as askServer } from "../../mysql/server.js";
import { I as setLockWait, S as withZeroDates, T as killQuery, b as givenSqlMode, c as patientSeconds, i as Naming, o as migrating, t as connect, u as serverTimeZone, x as strictSqlMode, y as definingSqlMode, z as unlockTables } from "../../mysql2.js";
import { A as readCreateStatement, B as setTriggerSession, F as createTrigger, I as dropTrigger, K as withSuffix, L as lockTable, O as findColumn, R as resetTriggerSession, S as readForeignKeys, j as sameName, x as dropForeignKeys, y as addForeignKeys, z as selectTriggers } from "../../sql.js";
import { r as lexemeAt } from "../../sql2.js";

// src/engine/mapping/column-map.ts
/**
* Finds the original column of each ghost column. A name alone is not enough: `DROP a, ADD a` makes a new, empty `a`,
* and `RENAME COLUMN a TO b, RENAME COLUMN b TO a` swaps two.
*
* @throws GhostshipError `unsupported-statement` where the origin of a column cannot be found
*/
function mapColumns(original, ghost, changes) {
	return ghost.columns.flatMap((to) => {
		const from = originOf(to, original, changes);
		return from === null || to.generated !== null ? [] : [{
			from,
			to
		}];
	});
}
/** The name that an original column has in the ghost; `undefined` where it is dropped. */
function ghostColumnOf(map, name) {
	return map.find(({ from }) => sameName(from.name, name))?.to.name;
}
function originOf(to, original, changes) {
	const rename = changes.columnRenames.find((candidate) => sameName(candidate.to, to.name));
	if (rename !== void 0) {
		const from = findColumn(original, rename.from);
		if (from !== void 0) return from;
	}
	const gone = changes.droppedColumns.some((name) => sameName(name, to.name)) || changes.columnRenames.some((candidate) => sameName(candidate.from, to.name) && !sameName(candidate.to, to.name));
	const same = findColumn(original, to.name);
	if (same !== void 0 && !gone) return same;
	if (changes.addedColumns.some((name) => sameName(name, to.name))) return null;
	throw new GhostshipError("unsupported-statement", `It is not clear where the values of column ${to.name} come from.`, { hint: "Write the change of this column as ADD COLUMN, CHANGE COLUMN or RENAME COLUMN in a statement of its own." });
}

// src/engine/relations/foreign-keys.ts
/** The foreign keys of the table itself, on their way to the altered table; none of those of other tables. */
var ForeignKeys = class {
	#names;
	#own;
	#carried;
	/** @throws GhostshipError `invalid-statement` where the statement drops a column that a carried key needs */
	constructor(names, original, map, option) {
		this.#names = names;
		this.#own = readForeignKeys(original.createStatement, original.table.schema);
		this.#carried = option === "carry" ? this.#own.map((key) => follow(key, map, original.table)) : [];
	}
	/** What a RENAME of the original locks besides, and must have locked before. */
	get parents() {
		return [...new Map(this.#own.map(({ parent }) => [`${parent.schema}.${parent.name}`, parent])).values()];
	}
	/**
	* Adds them to the empty ghost and takes them back.
	*
	* @throws GhostshipError `invalid-statement`, `missing-privileges`, `cutover-gave-up`
	*/
	async tryOut(sessions, lockBudgetMs) {
		try {
			var _usingCtx$3 = _usingCtx();
			if (this.#carried.length === 0) return;
			const session = _usingCtx$3.a(await sessions.open("trying the foreign keys out"));
			await session.run(setLockWait(wholeSeconds(lockBudgetMs)));
			try {
				await this.place(session);
				await session.run(dropForeignKeys(this.#names.ghost, namesOf(this.#carried)));
			} catch (error) {
				throw error instanceof ServerError ? notCarried$1(this.#names.original, error) : error;
			}
		} catch (_) {
			_usingCtx$3.e = _;
		} finally {
			await _usingCtx$3.d();
		}
	}
	/** @param session under the cutover lock the one that holds it */
	async place(session) {
		if (this.#carried.length > 0) await session.run(addForeignKeys(this.#names.ghost, this.#carried));
	}
	/** After an attempt that failed, before anything is written to the ghost again. */
	async takeBack(open) {
		try {
			var _usingCtx3 = _usingCtx();
			if (this.#carried.length === 0) return;
			await dropOwnForeignKeys(_usingCtx3.a(await open("taking the foreign keys back from the ghost")), this.#names.ghost);
		} catch (_) {
			_usingCtx3.e = _;
		} finally {
			await _usingCtx3.d();
		}
	}
	/** Or else parents could not be deleted because of rows that nobody uses any more. */
	async dropFromRetired(session) {
		if (this.#own.length > 0) await dropOwnForeignKeys(session, this.#names.retired);
	}
};
/** Those that the table has now; a table that is not there has none. */
async function dropOwnForeignKeys(session, table) {
	const createStatement = await readCreateStatement(session, table).catch((error) => {
		if (isServerError(error, "ER_NO_SUCH_TABLE", "ER_BAD_DB_ERROR")) return "";
		throw error;
	});
	const present = readForeignKeys(createStatement, table.schema);
	if (present.length > 0) await session.run(dropForeignKeys(table, namesOf(present)));
}
function follow(key, map, table) {
	const columns = key.columns.map((column) => {
		const now = ghostColumnOf(map, column);
		if (now !== void 0) return now;
		throw new GhostshipError("invalid-statement", `The foreign key ${key.name} of ${table.name} needs the column ${column}, which the statement drops.`, { hint: "Drop the foreign key first." });
	});
	return {
		...key,
		columns
	};
}
function namesOf(keys) {
	return keys.map(({ name }) => name);
}
function notCarried$1(table, error) {
	const words = error.message;
	if (isServerError(error, "ER_LOCK_WAIT_TIMEOUT")) return new GhostshipError("cutover-gave-up", `A table that ${table.name} refers to was in use for too long.`, {
		hint: "Look for long transactions on it and run the migration again.",
		cause: error
	});
	const isDenied = isServerError(error, "ER_TABLEACCESS_DENIED_ERROR");
	return new GhostshipError(isDenied ? "missing-privileges" : "invalid-statement", `The foreign keys of ${table.name} cannot be carried over to the altered table: ${words}`, {
		hint: isDenied ? "Grant REFERENCES on the tables it refers to." : "Its own ALTER TABLE would fail in the same way.",
		cause: error
	});
}
__name(notCarried$1, "notCarried");

// src/sql/key-column.ts
/** The expression that selects a key column in the form {@link literalFromSelected} reads. */
function selectKeyPart(column, qualifier = null) {
	const name = qualifier === null ? ident(column.name) : sql`${qualifier}.${ident(column.name)}`;
	switch (column.kind) {
		case "integer": return sql`CAST(${name} + 0 AS CHAR)`;
		case "decimal":
		case "date":
		case "datetime":
		case "timestamp":
		case "time": return sql`CAST(${name} AS CHAR)`;
		case "text":
		case "binary":
		case "varbinary":
		case "uuid":
		case "inet4":
		case "inet6": return sql`HEX(${name})`;
	}
}
/** @param text of the original's column, or of the ghost's that holds the same value */
function literalFromSelected(column, text) {
	switch (column.kind) {
		case "integer": return text;
		case "decimal": return withoutZeros(text, column.fraction);
		case "date":
		case "datetime":
		case "timestamp":
		case "time": return temporalLiteral(withoutZeros(text, column.fraction));
		case "text":
		case "binary":
		case "varbinary":
		case "uuid":
		case "inet4":
		case "inet6": return bytesLiteral(column, Buffer.from(text, "hex"));
	}
}
/** The ghost's column may have more digits than the original's, and a key is its text. */
function withoutZeros(text, digits) {
	const point = text.indexOf(".");
	if (point === -1) return text;
	const end = digits === 0 ? point : point + 1 + digits;
	return /^\.?0*$/u.test(text.slice(end)) ? text.slice(0, end) : text;
}
/** @param text as the server prints it: digits, `-`, `:`, `.` and a space */
function temporalLiteral(text) {
	return `'${text}'`;
}
function bytesLiteral(column, bytes) {
	return hexLiteral(padded(column, bytes), column.charset);
}
/** All the bytes of a value, also those the binlog leaves away. */
function padded(column, bytes) {
	if (bytes.length >= column.paddedBytes) return bytes;
	const whole = Buffer.alloc(column.paddedBytes);
	whole.set(bytes);
	return whole;
}
/** A literal of a `text` column as the ghost has it. */
function convertLiteral(literal, { charset, collation }) {
	return sql`CONVERT(${raw(literal)} USING ${raw(charset)}) COLLATE ${raw(collation)}`;
}
/** A literal that compares as a value of the column does, also away from the column. */
function collated(column, literal) {
	if (isNative(column.kind)) return sql`CAST(${raw(literal)} AS ${raw(column.kind)})`;
	return column.collation === null ? raw(literal) : sql`(${raw(literal)} COLLATE ${raw(column.collation)})`;
}
/**
* True where {@link compareLiterals} orders values exactly as the server does. Strings follow a collation: never. A UUID is
* ordered by version and by the parts of it, in ways that differ between releases.
*/
function isOrderedHere(column) {
	return column.kind !== "text" && !isNative(column.kind);
}
function isNative(kind) {
	return kind === "uuid" || kind === "inet4" || kind === "inet6";
}
/**
* Negative, zero or positive, as the server compares the two values.
* Bytes: `BINARY` is of one length and `VARBINARY` does not pad, so hexadecimal text sorts as memcmp does.
* Dates: fixed width, zero-padded text.
*/
function compareLiterals(column, left, right) {
	if (left === right) return 0;
	switch (column.kind) {
		case "integer": return compareIntegers(left, right);
		case "decimal": return compareBigInts(scaled(left), scaled(right));
		case "time": return compareBigInts(ticks(left), ticks(right));
		case "date":
		case "datetime":
		case "timestamp":
		case "binary":
		case "varbinary": return left < right ? -1 : 1;
		case "text":
		case "uuid":
		case "inet4":
		case "inet6": throw new TypeError(`${column.name} is ordered by the server alone`);
	}
}
/** 15 digits are below 2^53 with or without a sign. */
function compareIntegers(left, right) {
	if (left.length <= 15 && right.length <= 15) return Number(left) - Number(right);
	return compareBigInts(BigInt(left), BigInt(right));
}
function compareBigInts(left, right) {
	return left < right ? -1 : left > right ? 1 : 0;
}
/** Two values of one DECIMAL column have the same number of digits after the point. */
function scaled(literal) {
	return BigInt(literal.replace(".", ""));
}
/** `'-838:59:59.000000'` of one TIME column: same number of digits after the point, hours of any width. */
function ticks(literal) {
	const [hours = "0", minutes = "0", rest = "0"] = literal.replaceAll(/['.]/gu, "").split(":");
	const negative = hours.startsWith("-");
	const scale = 10n ** BigInt(Math.max(rest.length - 2, 0));
	const total = (BigInt(hours.replace("-", "")) * 3600n + BigInt(minutes) * 60n) * scale + BigInt(rest);
	return negative ? -total : total;
}

// src/support/settle-all.ts
/** Like Promise.all, but no promise is left running when one fails. */
async function settleAll(promises) {
	return (await Promise.allSettled(promises)).map((result) => {
		if (result.status === "rejected") throw result.reason;
		return result.value;
	});
}

// src/engine/tables/sessions.ts
/** What is almost done is let finish. */
const graceMs = 1e3;
const stopWithinMs = 4e3;
/** Opens connections that all have the same settings, and closes them all: those, too, that are still being opened when it ends. */
var Sessions = class {
	#target;
	#opened = /* @__PURE__ */ new Set();
	#opening = /* @__PURE__ */ new Set();
	#settings;
	#givenSqlMode;
	/** Of all its sessions. */
	naming;
	/** @param givenSqlMode of the sessions that run a statement of a person; the others never have it */
	constructor(target, settings, { naming = new Naming(), givenSqlMode = settings.sqlMode } = {}) {
		this.naming = naming;
		this.#target = target;
		this.#givenSqlMode = givenSqlMode;
		this.#settings = migrating(settings);
	}
	/** @throws GhostshipError as {@link connect} does */
	open(purpose) {
		return this.#open(purpose, this.#settings);
	}
	/** For what tells the time itself, such as a heartbeat: by the server's clock even where the others have it pinned. */
	openWithClock(purpose) {
		return this.#open(purpose, {
			...this.#settings,
			pinnedSeconds: null
		});
	}
	/**
	* For what stands in for the table and its foreign keys.
	*
	* @throws GhostshipError as {@link connect} does
	*/
	openWithChecks(purpose) {
		return this.#open(purpose, {
			...this.#settings,
			foreignKeyChecks: true,
			notes: true
		});
	}
	/**
	* For a statement of a person, to be read, and taken or refused, by the server as if that person had typed it. Statements of
	* ours have no business there: where the mode says so, a backslash or a double quote means another thing.
	*
	* Without foreign_key_checks MySQL and MariaDB add foreign keys that rows break, and MariaDB drops indexes that foreign keys
	* need.
	*
	* @throws GhostshipError as {@link connect} does
	*/
	openAsGiven(purpose, foreignKeyChecks) {
		return this.#open(purpose, {
			...this.#settings,
			sqlMode: this.#givenSqlMode,
			foreignKeyChecks: foreignKeyChecks === "with checks",
			anyParentKey: false,
			notes: true
		});
	}
	/** Many that wait for the lock of a table for as long as somebody has it. */
	openMany(count, purpose) {
		const settings = {
			...this.#settings,
			lockWaitSeconds: patientSeconds
		};
		return settleAll(Array.from({ length: count }, () => this.#open(purpose, settings)));
	}
	/** Runs a long statement. An abort also stops it on the server. */
	runLong(session, statement, signal) {
		return this.#stoppable(session, () => session.run(statement), signal);
	}
	/** The same for a question. */
	rowsLong(session, statement, signal) {
		return this.#stoppable(session, () => session.rows(statement), signal);
	}
	async #stoppable(session, work, signal) {
		try {
			var _usingCtx$2 = _usingCtx();
			signal.throwIfAborted();
			_usingCtx$2.u(onAbort(signal, () => void this.#stop(session)));
			try {
				return await work();
			} catch (error) {
				throw signal.aborted ? reasonOf(signal) : error;
			}
		} catch (_) {
			_usingCtx$2.e = _;
		} finally {
			_usingCtx$2.d();
		}
	}
	async #open(purpose, settings) {
		const opening = connect(this.#target, purpose, settings, this.naming);
		this.#opening.add(opening);
		try {
			const session = await opening;
			this.#opened.add(session);
			return session;
		} finally {
			this.#opening.delete(opening);
		}
	}
	/**
	* A statement that was under way when the signal was aborted, and still is a moment later, is stopped on the server: it may wait
	* there for a lock, and whoever waits for its answer does not hear the signal.
	*/
	stopWhenAborted(signal) {
		return onAbort(signal, () => {
			const before = [...this.#opened].map((session) => ({
				session,
				count: session.statementCount
			}));
			setTimeout(() => {
				const stuck = before.filter(({ session, count }) => session.statementCount === count);
				for (const { session } of stuck) if (session.underWayMs > graceMs / 2) this.#stop(session);
			}, graceMs).unref();
		});
	}
	async #stop(session) {
		const timer = setTimeout(() => session.destroy(), stopWithinMs);
		try {
			try {
				var _usingCtx3 = _usingCtx();
				await _usingCtx3.a(await connect(this.#target, "stopping a statement")).run(killQuery(session.id));
			} catch (_) {
				_usingCtx3.e = _;
			} finally {
				await _usingCtx3.d();
			}
		} catch {
			session.destroy();
		} finally {
			clearTimeout(timer);
		}
	}
	/** The ids of our open connections on the server. */
	get ids() {
		return [...this.#opened].filter((session) => session.alive).map((session) => session.id);
	}
	/** How many statements were sent so far, also on sessions that are closed now. */
	get statementCount() {
		return [...this.#opened].reduce((sum, session) => sum + session.statementCount, 0);
	}
	async [Symbol.asyncDispose]() {
		while (this.#opening.size > 0) await Promise.allSettled(this.#opening);
		await Promise.all([...this.#opened].map((session) => session[Symbol.asyncDispose]()));
	}
};

// src/engine/tables/control-connection.ts
/** Like those of a control connection, for a statement of a person that converts rows. */
function openStrictSessions(target, { server, sessions }) {
	const settings = {
		timeZone: serverTimeZone,
		sqlMode: definingSqlMode(server.sqlMode),
		pinnedSeconds: null
	};
	return new Sessions(target, settings, {
		naming: sessions.naming,
		givenSqlMode: strictSqlMode(server.sqlMode)
	});
}
/**
* @param allow with `zero-dates`, the server's sql_mode is taken to be without what forbids them
* @throws GhostshipError `cannot-connect`, `access-denied`
*/
async function openControlConnection(target, allow = []) {
	const session = await connect(target, "asking the server");
	const asked = await askServer(session).catch(async (error) => {
		await session[Symbol.asyncDispose]();
		throw error;
	});
	const server = allow.includes("zero-dates") ? {
		...asked,
		sqlMode: withZeroDates(asked.sqlMode)
	} : asked;
	const settings = {
		timeZone: serverTimeZone,
		sqlMode: definingSqlMode(server.sqlMode),
		pinnedSeconds: null
	};
	const sessions = new Sessions(target, settings, { givenSqlMode: givenSqlMode(server.sqlMode) });
	return {
		server,
		session,
		sessions,
		async [Symbol.asyncDispose]() {
			await sessions[Symbol.asyncDispose]();
			await session[Symbol.asyncDispose]();
		}
	};
}

// src/engine/relations/triggers.ts
const suffix = "_gho";
/** Writers wait no longer than this while triggers get their names. */
const namesLockSeconds = 1;
const namesAttempts = 120;
const namesPauseMs = 1e3;
/** Carries the triggers of the original over to the altered table. */
var Triggers = class {
	#names;
	#triggers;
	constructor(names, triggers) {
		this.#names = names;
		this.#triggers = triggers;
	}
	/**
	* Creates them on the empty ghost and drops them again. So anything that prevents them shows before a row is copied.
	*
	* @throws GhostshipError `missing-privileges`, `unsupported-table`
	*/
	async tryOut(sessions) {
		try {
			var _usingCtx$1 = _usingCtx();
			if (this.#triggers.length === 0) return;
			const session = _usingCtx$1.a(await sessions.open("trying the triggers out"));
			try {
				await this.place(session);
			} catch (error) {
				throw error instanceof ServerError ? notCarried(this.#names.original, error) : error;
			} finally {
				await dropTriggers(session, this.#names.ghost);
			}
		} catch (_) {
			_usingCtx$1.e = _;
		} finally {
			await _usingCtx$1.d();
		}
	}
	/** @param session under the cutover lock, the session that holds it */
	async place(session) {
		if (this.#triggers.length === 0) return;
		for (const trigger of this.#triggers) await create(session, this.#names.ghost, otherName(trigger), trigger, true);
	}
	/**
	* Drops them from the ghost after an attempt that failed, before anything is written to the ghost again. After a swap no table
	* has the ghost's name, and there is nothing to drop.
	*/
	async takeBack(open) {
		try {
			var _usingCtx3 = _usingCtx();
			if (this.#triggers.length === 0) return;
			await dropTriggers(_usingCtx3.a(await open("taking the triggers back from the ghost")), this.#names.ghost);
		} catch (_) {
			_usingCtx3.e = _;
		} finally {
			await _usingCtx3.d();
		}
	}
	/**
	* Gives the triggers of the altered table their own names. It is tried again until it is done. Between two tries each trigger
	* works under one of its two names.
	*
	* @returns notices for a person
	*/
	async giveNames(sessions, signal) {
		const notices = [];
		for (let attempt = 1; this.#triggers.length > 0; attempt++) try {
			try {
				var _usingCtx4 = _usingCtx();
				const session = _usingCtx4.a(await sessions.open("naming the triggers"));
				const doubled = await this.#dropDoubles(session);
				if (doubled.length > 0) notices.push(`The connection broke while triggers were renamed: ${doubled.join()} ran twice until it was back.`);
				await this.#swapNames(session);
				break;
			} catch (_) {
				_usingCtx4.e = _;
			} finally {
				await _usingCtx4.d();
			}
		} catch {
			if (attempt === namesAttempts || signal.aborted) return [...notices, this.#unnamed()];
			if (attempt > 1) await sleep(namesPauseMs, signal).catch(() => {});
		}
		return notices;
	}
	/** Drops the second copy of a trigger where an earlier try was interrupted. */
	async #dropDoubles(session) {
		const { original } = this.#names;
		const present = await this.#presentNames(session);
		const doubled = this.#triggers.filter((trigger) => present.has(trigger.name) && present.has(otherName(trigger)));
		for (const trigger of doubled) await session.run(dropTrigger(original.schema, otherName(trigger)));
		return doubled.map(({ name }) => name);
	}
	async #swapNames(session) {
		const { original, retired } = this.#names;
		const present = await this.#presentNames(session);
		const unnamed = this.#triggers.filter(({ name }) => !present.has(name));
		for (const { name } of unnamed) await session.run(dropTrigger(retired.schema, name));
		await session.run(setLockWait(namesLockSeconds));
		await session.run(lockTable(original));
		for (const trigger of unnamed) {
			await create(session, original, trigger.name, trigger, false);
			await session.run(dropTrigger(original.schema, otherName(trigger)));
		}
		await session.run(unlockTables);
	}
	async #presentNames(session) {
		return new Set((await session.rows(selectTriggers(this.#names.original))).map((row) => String(row.name)));
	}
	#unnamed() {
		return `The triggers could not be given their own names. They work under the names ${this.#triggers.map(otherName).join(", ")}.`;
	}
};
/** All that the table has. */
async function dropTriggers(session, table) {
	for (const row of await session.rows(selectTriggers(table))) await session.run(dropTrigger(table.schema, String(row.name)));
}
/** What follows in the session is in its own mode again. */
async function create(session, ...[table, name, trigger, isOnGhost]) {
	await session.run(setTriggerSession(trigger));
	try {
		await session.run(createTrigger(table, name, trigger, isOnGhost));
	} finally {
		await session.run(resetTriggerSession);
	}
}
/** The name on the ghost. It is free unless somebody else carries over a trigger of the same name. */
function otherName({ name }) {
	return withSuffix(name, suffix);
}
function notCarried(table, error) {
	const isDenied = isServerError(error, "ER_TABLEACCESS_DENIED_ERROR", "ER_SPECIFIC_ACCESS_DENIED_ERROR", "ER_BINLOG_CREATE_ROUTINE_NEED_SUPER");
	return new GhostshipError(isDenied ? "missing-privileges" : "unsupported-table", `A trigger of ${table.name} cannot be carried over to the altered table: ${error.message}`, {
		hint: isDenied ? "Grant TRIGGER on it, and SET_ANY_DEFINER (MariaDB: SET USER) where triggers belong to others. A server with a binary log also needs log_bin_trust_function_creators=ON, or SUPER." : "Change the trigger so that it works before and after the statement, or drop it before the migration and create it again after it.",
		cause: error
	});
}
/** Names of the triggers whose text cannot be sent unchanged, because we send text as UTF-8. */
function unreadable(triggers) {
	return triggers.filter(({ body, charset }) => !charset.startsWith("utf8") && /[^\0-\x7F]/u.test(body)).map(({ name }) => name);
}

// src/sql/parser/usual-quotes.ts
/** The same statement as a session without these modes would write it. */
function inUsualQuotes(text, quoting) {
	const { ansiQuotes, plainBackslashes } = quoting;
	if (!(ansiQuotes && text.includes("\"")) && !(plainBackslashes && text.includes("\\"))) return text;
	let usual = "";
	for (let at = 0; at < text.length;) {
		const { kind, start, end } = lexemeAt(text, at, true, quoting);
		const piece = text.slice(start, end);
		if (kind === "string" && plainBackslashes) usual += piece.replaceAll("\\", "\\\\");
		else if (kind === "identifier" && piece.startsWith("\"")) usual += nameOf(piece);
		else usual += piece;
		at = end;
	}
	return usual;
}
function nameOf(quoted) {
	return `\`${quoted.slice(1, -1).replaceAll("\"\"", "\"").replaceAll("`", "``")}\``;
}

export { temporalLiteral as _, openControlConnection as a, ghostColumnOf as b, settleAll as c, compareLiterals as d, convertLiteral as f, selectKeyPart as g, padded as h, unreadable as i, bytesLiteral as l, literalFromSelected as m, Triggers as n, openStrictSessions as o, isOrderedHere as p, dropTriggers as r, Sessions as s, inUsualQuotes as t, collated as u, ForeignKeys as v, mapColumns as x, dropOwnForeignKeys as y };