import { r as __name } from "../../rolldown-runtime.js";
import { n as shownCharacters } from "../../sql/completed-columns.js";
import { t as GhostshipError } from "../../support/errors.js";
import { t as groupBy } from "../../support/group-by.js";
import { i as placeOf } from "../statements/file-statement.js";

// src/support/changed-lines.ts
/**
* The lines that one text has and the other has not, each with `-` or `+` before it, in their order. A line that only moved is
* left out.
*
* @param most as many are given; the last one says how many more there are
*/
function changedLines(before, after, most = 20) {
	const gone = linesOf(before);
	const come = [];
	for (const line of linesOf(after)) {
		const at = gone.indexOf(line);
		if (at === -1) come.push(line);
		else gone.splice(at, 1);
	}
	const lines = [...gone.map((line) => `- ${line}`), ...come.map((line) => `+ ${line}`)];
	const more = lines.length - most;
	return more > 0 ? [...lines.slice(0, most), `… and ${more} more`] : lines;
}
/** A comma at its end does not make another line of a definition. */
function linesOf(text) {
	return text.split(/\r?\n/u).map((line) => line.trim().replace(/,$/u, "")).filter((line) => line !== "");
}

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
	const rowsOf = groupBy(completed, (row) => row.file);
	for (const [file, own] of groupBy(statements, ({ file }) => file)) {
		const rows = (file === null ? void 0 : rowsOf.get(file)) ?? [];
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
/** `on 2026-01-02 03:04:05 UTC`, or how else to say when; and as which file, where that is another one by now. */
function appliedWhen({ finished, movedFrom, isUnwritten }) {
	const when = finished === null ? isUnwritten === true ? "by a run that died before it could say so" : "before Ghostship came" : `on ${finished}`;
	return movedFrom === void 0 ? when : `${when} as ${movedFrom}`;
}
function findChange(statements, rows) {
	const last = statements.at(-1);
	if (last === void 0) return null;
	for (const row of rows) {
		if (row.doubt !== void 0) return {
			statement: statements.find(({ ordinal }) => ordinal === row.ordinal) ?? last,
			error: row.doubt
		};
		const statement = statements.find(({ ordinal }) => ordinal === row.ordinal);
		if (statement?.digest !== row.digest) return change(statement ?? last, row);
	}
	const newest = rows.at(-1);
	const added = newest !== void 0 && new Set(rows.map(({ ordinal }) => ordinal)).size === newest.statementCount ? statements.find(({ ordinal }) => ordinal > newest.statementCount) : void 0;
	return newest === void 0 || added === void 0 ? null : change(added, newest);
}
function change(statement, row) {
	const isPlace = statement.ordinal === row.ordinal;
	const isGone = statement.ordinal < row.ordinal;
	const texts = isPlace ? {
		applied: row.statement,
		now: statement.text
	} : isGone ? {
		applied: row.statement,
		now: ""
	} : {
		applied: "",
		now: statement.text
	};
	return {
		statement,
		error: changedAfterApply(placeOf(statement), row, texts)
	};
}
/**
* @param place the statement, or the file as a whole
* @param texts `null` where the ledger has no text
*/
function changedAfterApply(place, row, texts) {
	const message = `${place} differs from what was applied ${appliedWhen(row)} (ledger entry ${row.id}).`;
	const lines = texts === null ? [] : changedLines(texts.applied, texts.now.slice(0, shownCharacters));
	return new GhostshipError("file-changed-after-apply", [message, ...lines.length === 0 ? [] : ["- as applied, + as it is now:", ...lines]].join("\n"), { hint: "Put the file back as it was and write the new change into a new file." });
}

export { changedLines as i, changedAfterApply as n, partApplied as r, appliedWhen as t };