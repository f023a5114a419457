import { n as __name } from "../../rolldown-runtime.js";
import { t as GhostshipError } from "../../support/errors.js";

// src/commands/statements/task.ts
/** The table with its database. A name without a database means one in `database`. */
function qualify({ schema, name }, database) {
	return {
		schema: schema ?? database,
		name
	};
}
/** @param place of the statement, for whoever reads the complaint */
function requestOf(statement, place) {
	const found = readTask(statement);
	if ("kind" in found) return {
		task: found,
		complaint: null
	};
	const { name, hint } = found;
	const message = `${name} (${place}) is no statement that can be shipped.`;
	return {
		task: null,
		complaint: new GhostshipError("unsupported-statement", message, { hint })
	};
}
function readTask(statement) {
	switch (statement.kind) {
		case "alter-table": return {
			kind: "change",
			table: statement.table,
			ifExists: false
		};
		case "create-table": return readCreate(statement);
		case "drop-table": return readDrop(statement);
		case "rename-table": return {
			name: "RENAME TABLE",
			hint: "Applications would still use the old name at that moment; run it by other means in a maintenance window."
		};
		case "truncate-table": return {
			name: "TRUNCATE TABLE",
			hint: supported
		};
		case "drop-database": return {
			name: "DROP DATABASE",
			hint: supported
		};
		case "other": return {
			name: statement.verb === "" ? "This statement" : statement.verb,
			hint: supported
		};
	}
}
const supported = "ALTER TABLE, CREATE INDEX, DROP INDEX, CREATE TABLE and DROP TABLE are; run anything else by other means.";
function readCreate(statement) {
	if (statement.temporary) return {
		name: "CREATE TEMPORARY TABLE",
		hint: "It would be gone with the connection that made it."
	};
	if (statement.replaces) return {
		name: "CREATE OR REPLACE TABLE",
		hint: "It drops a table without a way back; write DROP TABLE and CREATE TABLE."
	};
	if (statement.selects) return {
		name: "CREATE TABLE … SELECT",
		hint: "It reads rows that no plan shows; create the table with its columns, and fill it by other means."
	};
	return {
		kind: "create",
		table: statement.table,
		ifExists: false
	};
}
function readDrop({ temporary, ifExists, tables }) {
	const [table, ...more] = tables;
	if (temporary || table === void 0) return {
		name: "DROP TEMPORARY TABLE",
		hint: "There is none on a new connection."
	};
	if (more.length > 0) return {
		name: "DROP TABLE of several tables",
		hint: "Write one DROP TABLE for each, so that each can be told apart."
	};
	return {
		kind: "drop",
		table,
		ifExists
	};
}

export { requestOf as n, qualify as t };