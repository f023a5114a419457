import { t as GhostshipError } from "./errors.js";
import { i as tableOf, t as placeOf } from "./file-statement.js";
// src/commands/applied.ts
/**
* A statement is known by its file and its place in it. A file of which every statement was completed must stay as it
* was; in one that stopped half-way, the statements after the last completed one may change.
*
* @param statements all of the files, not only some
*/
function partApplied(statements, completed) {
	let parted = {
		applied: [],
		pending: [],
		changed: []
	};
	for (let [file, own] of groupByFile(statements)) {
		let rows = file === null ? [] : completed.filter((row) => row.file === file), changed = findChange(own, rows);
		if (changed !== null) parted.changed.push(changed);
		else for (let statement of own) {
			let row = rows.findLast(({ ordinal }) => ordinal === statement.ordinal);
			row === void 0 ? parted.pending.push(statement) : parted.applied.push({
				...statement,
				applied: row
			});
		}
	}
	return parted;
}
function groupByFile(statements) {
	let files = /* @__PURE__ */ new Map();
	for (let statement of statements) {
		let own = files.get(statement.file) ?? [];
		files.set(statement.file, [...own, statement]);
	}
	return files;
}
function findChange(statements, rows) {
	let last = statements.at(-1);
	if (last === void 0) return null;
	for (let row of rows) {
		let statement = statements.find(({ ordinal }) => ordinal === row.ordinal);
		if (statement?.digest !== row.digest) return change(statement ?? last, row);
	}
	let newest = rows.at(-1), added = newest !== void 0 && new Set(rows.map(({ ordinal }) => ordinal)).size === newest.statementCount ? statements.find(({ ordinal }) => ordinal > newest.statementCount) : void 0;
	return newest === void 0 || added === void 0 ? null : change(added, newest);
}
function change(statement, row) {
	return {
		statement,
		error: new GhostshipError("file-changed-after-apply", `${placeOf(statement)} differs from what was applied on ${row.finished} (ledger entry ${row.id}).`, { hint: "Put the file back as it was and write the new change into a new file." })
	};
}
// src/commands/task.ts
/** @throws GhostshipError `unsupported-statement`, naming it */
function taskOf(statement) {
	let { parsed } = statement;
	switch (parsed.kind) {
		case "alter-table": return {
			kind: "change",
			table: parsed.table,
			statement
		};
		case "create-table":
			if (parsed.temporary) throw refuse(statement, "CREATE TEMPORARY TABLE", "It would be gone with the connection that made it.");
			if (parsed.replaces) throw refuse(statement, "CREATE OR REPLACE TABLE", "It drops a table without a way back; write DROP TABLE and CREATE TABLE.");
			return {
				kind: "create",
				table: parsed.table,
				statement
			};
		case "drop-table": {
			let [table, ...more] = parsed.tables;
			if (parsed.temporary || table === void 0) throw refuse(statement, "DROP TEMPORARY TABLE", "There is none on a new connection.");
			if (more.length > 0) throw refuse(statement, "DROP TABLE of several tables", "Write one DROP TABLE for each, so that each can be told apart.");
			return {
				kind: "drop",
				table,
				statement
			};
		}
		case "rename-table": throw refuse(statement, "RENAME TABLE", "No application could follow it at the moment it happens; run it by other means in a maintenance window.");
		case "truncate-table": throw refuse(statement, "TRUNCATE TABLE", outside);
		case "drop-database": throw refuse(statement, "DROP DATABASE", outside);
		case "other": throw refuse(statement, parsed.verb === "" ? "This statement" : parsed.verb, outside);
	}
}
const outside = "ALTER TABLE, CREATE INDEX, DROP INDEX, CREATE TABLE and DROP TABLE are; run anything else by other means.";
function refuse(statement, name, hint) {
	return new GhostshipError("unsupported-statement", `${name} (${placeOf(statement)}) is no statement that can be shipped.`, { hint });
}
// src/commands/refusal.ts
/** Why a statement cannot be run, whatever the server says and whoever allows it; `null` where nothing is known against it. */
function unsupported(statement) {
	try {
		return taskOf(statement), null;
	} catch (error) {
		if (error instanceof GhostshipError) return error;
		throw error;
	}
}
/** Why a statement may not be run until a person allows it. */
function notAllowed(statement, settings) {
	if (statement.parsed.kind !== "drop-table") return null;
	let table = tableOf(statement);
	return settings.valuesFor(statement.file, table).allow.includes("drop-table") ? null : new GhostshipError("statement-not-allowed", `DROP TABLE ${table} (${placeOf(statement)}) was not allowed.`, { hint: `If nobody uses ${table} any more, allow it for this run: drop-table in the option allow. It is renamed first, not dropped.` });
}
export { partApplied as i, unsupported as n, taskOf as r, notAllowed as t };
