import { r as __name } from "../../rolldown-runtime.js";
import { i as readCreateStatement } from "../../mysql/inspect-table.js";
import { a as isDenied, n as ServerError, p as isServerError } from "../../mysql/server-errors.js";
import { g as setLockWait } from "../../sql/cutover.js";
import { a as readForeignKeys, r as dropForeignKeys, t as addForeignKeys } from "../../sql/foreign-keys.js";
import { a as wholeSeconds } from "../../support/clock.js";
import { t as GhostshipError } from "../../support/errors.js";
import { t as ghostColumnOf } from "../mapping/column-map.js";
import { t as _usingCtx } from "../../usingCtx.js";

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
			var _usingCtx$1 = _usingCtx();
			if (this.#carried.length === 0) return;
			const session = _usingCtx$1.a(await sessions.open("trying the foreign keys out"));
			await session.run(setLockWait(wholeSeconds(lockBudgetMs)));
			try {
				await this.place(session);
				await session.run(dropForeignKeys(this.#names.ghost, namesOf(this.#carried)));
			} catch (error) {
				throw error instanceof ServerError ? notCarried(this.#names.original, error) : error;
			}
		} catch (_) {
			_usingCtx$1.e = _;
		} finally {
			await _usingCtx$1.d();
		}
	}
	/** @param session under the cutover lock the one that holds it */
	async place(session) {
		if (this.#carried.length === 0) return;
		for (const statement of addForeignKeys(this.#names.ghost, this.#carried)) await session.run(statement);
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
function notCarried(table, error) {
	const words = error.message;
	if (isServerError(error, "ER_LOCK_WAIT_TIMEOUT")) return new GhostshipError("cutover-gave-up", `A table that ${table.name} refers to was in use for too long.`, {
		hint: "Look for long transactions on it and run the migration again.",
		cause: error
	});
	const denied = isDenied(error);
	return new GhostshipError(denied ? "missing-privileges" : "invalid-statement", `The foreign keys of ${table.name} cannot be carried over to the altered table: ${words}`, {
		hint: denied ? "Grant REFERENCES on the tables it refers to." : "Its own ALTER TABLE would fail in the same way.",
		cause: error
	});
}

export { dropOwnForeignKeys as n, ForeignKeys as t };