import { n as __name } from "../../rolldown-runtime.js";
import { a as wholeSeconds, r as sleep } from "../../support/clock.js";
import { t as GhostshipError } from "../../support/errors.js";
import { d as isServerError, n as ServerError } from "../../mysql/server-errors.js";
import { t as _usingCtx } from "../../usingCtx.js";
import { I as setLockWait, z as unlockTables } from "../../mysql2.js";
import { d as lockTable, f as resetTriggerSession, i as readCreateStatement, l as createTrigger, m as setTriggerSession, p as selectTriggers, u as dropTrigger } from "../../support/digest.js";
import { C as dropForeignKeys, H as withSuffix, w as readForeignKeys, x as addForeignKeys } from "../tables/ghost.js";
import { t as ghostColumnOf } from "../mapping/column-map.js";

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
			var _usingCtx$2 = _usingCtx();
			if (this.#carried.length === 0) return;
			const session = _usingCtx$2.a(await sessions.open("trying the foreign keys out"));
			await session.run(setLockWait(wholeSeconds(lockBudgetMs)));
			try {
				await this.place(session);
				await session.run(dropForeignKeys(this.#names.ghost, namesOf(this.#carried)));
			} catch (error) {
				throw error instanceof ServerError ? notCarried$1(this.#names.original, error) : error;
			}
		} catch (_) {
			_usingCtx$2.e = _;
		} finally {
			await _usingCtx$2.d();
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

export { dropOwnForeignKeys as a, ForeignKeys as i, dropTriggers as n, unreadable as r, Triggers as t };