import { n as __name } from "../../rolldown-runtime.js";
import { t as GhostshipError } from "../../support/errors.js";
import { r as placeOf } from "../statements/file-statement.js";

// src/commands/ledger/applied.ts
/**
* A statement is known by its file and its place in the file. When every statement of a file was completed, the file must not
* change. When only some were, the statements after the last completed one may change.
*
* @param statements all of the files, not only some
*/
function partApplied(statements, completed) {
	const parted = {
		applied: [],
		pending: [],
		changed: []
	};
	for (const [file, own] of groupByFile(statements)) {
		const rows = file === null ? [] : completed.filter((row) => row.file === file);
		const changed = findChange(own, rows);
		if (changed !== null) {
			parted.changed.push(changed);
			continue;
		}
		for (const statement of own) {
			const row = rows.findLast(({ ordinal }) => ordinal === statement.ordinal);
			if (row === void 0) parted.pending.push(statement);
			else parted.applied.push({
				...statement,
				applied: row
			});
		}
	}
	return parted;
}
/** `on 2026-01-02 03:04:05`, or how else to say when. */
function appliedWhen({ finished }) {
	return finished === null ? "before Ghostship came" : `on ${finished}`;
}
function groupByFile(statements) {
	const files = /* @__PURE__ */ new Map();
	for (const statement of statements) {
		const own = files.get(statement.file);
		if (own === void 0) files.set(statement.file, [statement]);
		else own.push(statement);
	}
	return files;
}
function findChange(statements, rows) {
	const last = statements.at(-1);
	if (last === void 0) return null;
	for (const row of rows) {
		const statement = statements.find(({ ordinal }) => ordinal === row.ordinal);
		if (statement?.digest !== row.digest) return change(statement ?? last, row);
	}
	const newest = rows.at(-1);
	const added = newest !== void 0 && new Set(rows.map(({ ordinal }) => ordinal)).size === newest.statementCount ? statements.find(({ ordinal }) => ordinal > newest.statementCount) : void 0;
	return newest === void 0 || added === void 0 ? null : change(added, newest);
}
function change(statement, row) {
	return {
		statement,
		error: changedAfterApply(placeOf(statement), row)
	};
}
/** @param place the statement, or the file as a whole */
function changedAfterApply(place, row) {
	return new GhostshipError("file-changed-after-apply", `${place} differs from what was applied ${appliedWhen(row)} (ledger entry ${row.id}).`, { hint: "Put the file back as it was and write the new change into a new file." });
}

export { changedAfterApply as n, partApplied as r, appliedWhen as t };