import { n as __name } from "../../rolldown-runtime.js";
import "../../sql.js";

// src/sql/parser/renames-of.ts
/** The new names of tables that a statement gives and does nothing else; `null` for any other statement. */
function renamesOf(statement) {
	if (statement.kind === "rename-table") return statement.renames;
	if (statement.kind !== "alter-table" || !isOnlyRenamed(statement)) return null;
	return newNames(statement).map((to) => ({
		from: statement.table,
		to
	}));
}
/** An ALTER TABLE with RENAME TO and no other clause; ALGORITHM and LOCK do not count. */
function isOnlyRenamed(alter) {
	const clauses = alter.clauses.filter(({ kind }) => kind !== "algorithm" && kind !== "lock");
	return clauses.length === 1 && clauses[0]?.kind === "rename-table";
}
/** Of an ALTER TABLE, as often as it says RENAME TO. */
function newNames({ clauses }) {
	return clauses.flatMap((clause) => clause.kind === "rename-table" ? [clause.to] : []);
}

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
	const { name, hint, why = null } = found;
	return {
		task: null,
		complaint: {
			code: "unsupported-statement",
			message: why === null ? `${name} (${place}) is no statement that can be shipped.` : `${name} (${place}) cannot be passed over. ${why}`,
			hint
		}
	};
}
function readTask(statement) {
	switch (statement.kind) {
		case "alter-table": return readRename(statement) ?? renamesAmongOthers(statement) ?? {
			kind: "change",
			table: statement.table,
			ifExists: false
		};
		case "create-table": return readCreate(statement);
		case "drop-table": return readDrop(statement);
		case "rename-table": return readRename(statement) ?? {
			name: "RENAME TABLE",
			hint: supported
		};
		case "data": return statement;
		case "truncate-table": return {
			name: "TRUNCATE TABLE",
			hint: supported
		};
		case "drop-database": return {
			name: "DROP DATABASE",
			hint: supported
		};
		case "other":
			if (statement.why !== null) return {
				name: statement.verb,
				hint: takeOut,
				why: statement.why
			};
			if (statement.verb === "--") return {
				name: "What begins with two dashes",
				hint: "Write a blank behind them: only then it is a comment."
			};
			return {
				name: statement.verb === "" ? "This statement" : statement.verb,
				hint: supported
			};
	}
}
const supported = "ALTER TABLE, CREATE INDEX, DROP INDEX, CREATE TABLE, DROP TABLE and RENAME TABLE are; run anything else by other means.";
function readRename(statement) {
	const renames = renamesOf(statement) ?? [];
	const [first] = renames;
	if (first === void 0) return null;
	const ifExists = statement.kind === "rename-table" && statement.ifExists;
	return {
		kind: "rename",
		table: first.from,
		renames,
		ifExists
	};
}
/** The copy would be swapped in under the old name. */
function renamesAmongOthers(alter) {
	const [to] = newNames(alter);
	if (to === void 0) return null;
	return {
		name: "RENAME TO together with other clauses",
		hint: `Write two statements: this one without RENAME TO, and behind it ${`ALTER TABLE ${nameOf(alter.table)} RENAME TO ${nameOf(to)}`}`
	};
}
function nameOf({ schema, name }) {
	return schema === null ? name : `${schema}.${name}`;
}
const takeOut = "Take it out of the file, if the statements are right without it; nothing was run.";
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

export { newNames as i, requestOf as n, isOnlyRenamed as r, qualify as t };