import { r as __name } from "../../rolldown-runtime.js";
import { i as readCreateStatement, o as sameName, t as findColumn } from "../../mysql/inspect-table.js";
import { a as isDenied, m as isServerError, n as ServerError } from "../../mysql/server-errors.js";
import { n as isMadeUp, r as readChecks, t as dropChecks } from "../../sql/checks.js";
import { g as setLockWait } from "../../sql/cutover.js";
import { a as readForeignKeys, r as dropForeignKeys, t as addForeignKeys } from "../../sql/foreign-keys.js";
import { a as wholeSeconds } from "../../support/clock.js";
import { t as GhostshipError } from "../../support/errors.js";
import { t as _usingCtx } from "../../usingCtx.js";

// src/engine/mapping/column-map.ts
const noChanges = {
	columnRenames: [],
	droppedColumns: [],
	addedColumns: []
};
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
	const present = readForeignKeys(await definitionOf(session, table), table.schema);
	if (present.length > 0) await session.run(dropForeignKeys(table, namesOf(present)));
}
async function definitionOf(session, table) {
	return await readCreateStatement(session, table).catch((error) => {
		if (isServerError(error, "ER_NO_SUCH_TABLE", "ER_BAD_DB_ERROR")) return "";
		throw error;
	});
}
/**
* As after DROP TABLE: no row of others is held back by the table, and the names of its constraints are free. Those of checks
* are names of the schema on MySQL alone.
*/
async function releaseNames(session, table, flavor) {
	await dropOwnForeignKeys(session, table);
	if (flavor !== "mysql") return;
	const checks = readChecks(await definitionOf(session, table)).filter(({ name }) => !isMadeUp(name, table));
	if (checks.length > 0) await session.run(dropChecks(table, namesOf(checks)));
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

export { mapColumns as a, ghostColumnOf as i, dropOwnForeignKeys as n, noChanges as o, releaseNames as r, ForeignKeys as t };