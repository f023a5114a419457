import { r as __name } from "../../rolldown-runtime.js";
import { a as likelyMeant } from "../../sql.js";
import { a as renamesOf, i as newNames, n as shippedVerbs, t as quoteNames } from "../../sql/parser/shipped-verbs.js";
import { n as storedName } from "../../sql/parser/unstorable-name.js";
import { n as ident } from "../../sql/sql.js";

// src/commands/statements/task.ts
/** The table with its database. A name without a database means one in `database`. */
function qualify({ schema, name }, database) {
	return {
		schema: schema ?? database,
		name
	};
}
/** The names of a renaming with their databases. */
function renamesIn({ renames }, database) {
	return renames.map(({ from, to }) => ({
		from: qualify(from, database),
		to: qualify(to, database)
	}));
}
/** @param place of the statement, for whoever reads the complaint */
function requestOf(statement, place) {
	const found = readTask(statement);
	if ("kind" in found) return {
		task: found,
		complaint: null
	};
	return {
		task: null,
		complaint: {
			code: "unsupported-statement",
			message: messageOf(found, place),
			hint: found.hint
		}
	};
}
/** @param name of a statement that has one which no server can hold; `null` for every other */
function refuseNames(request, name, place) {
	if (name === null || request.task === null) return request;
	const stored = storedName(name.text);
	return {
		task: null,
		complaint: {
			code: "invalid-statement",
			message: `No server can hold the name ${name.text} (${place}): MySQL would call it ${stored}, and MariaDB refuses it.`,
			hint: `Choose a name without emoji and other characters of four bytes. What MySQL calls ${stored} already is named so in a statement.`
		}
	};
}
function messageOf({ name, why, meant, isUnread, isShipped }, place) {
	if (isShipped === true) return `${name} (${place}) is not run. ${why ?? ""}`.trim();
	if (meant !== void 0) return `${name} (${place}) seems to be misspelt: did you mean ${meant}?`;
	if (isUnread === true) return `${name} (${place}) cannot be read: no name of a table is found where one must stand.`;
	return why === void 0 ? `${name} (${place}) is no statement that can be shipped.` : `${name} (${place}) cannot be passed over. ${why}`;
}
function readTask(statement) {
	switch (statement.kind) {
		case "alter-table": return readRename(statement) ?? renamesAmongOthers(statement) ?? {
			kind: "change",
			table: statement.table,
			ifExists: statement.ifExists
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
			if (statement.why !== null) return refusedInFile(statement.verb, statement.why);
			if (statement.verb === "--") return {
				name: "What begins with two dashes",
				hint: "Write a blank behind them: only then it is a comment."
			};
			if (shippedVerbs.includes(statement.verb)) return {
				name: `This ${statement.verb}`,
				hint: quoteNames,
				isUnread: true
			};
			return misspelt(statement.verb) ?? {
				name: statement.verb || "This statement",
				hint: supported
			};
	}
}
const supported = "ALTER TABLE, CREATE INDEX, DROP INDEX, CREATE TABLE, DROP TABLE and RENAME TABLE are; run anything else by other means.";
/** A person who has mistyped a word is not told that the server's statement is not supported. */
function misspelt(verb) {
	const meant = likelyMeant(verb);
	return meant === null ? null : {
		name: verb,
		hint: `Correct the word: write ${meant}.`,
		meant
	};
}
function readRename(statement) {
	const renames = renamesOf(statement) ?? [];
	const [first] = renames;
	if (first === void 0) return null;
	return {
		kind: "rename",
		table: first.from,
		renames,
		ifExists: statement.ifExists
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
	return [...schema === null ? [] : [schema], name].map((part) => ident(part).text).join(".");
}
const takeOut = "Take it out of the file, if the statements are right without it; nothing was run.";
/** @param why it would not do alone what it does in its file */
function refusedInFile(verb, why) {
	const isShipped = dataVerbs.includes(verb) || shippedVerbs.includes(verb);
	return {
		name: verb,
		hint: isShipped ? writeValue : takeOut,
		why,
		isShipped
	};
}
const dataVerbs = [
	"INSERT",
	"UPDATE",
	"DELETE"
];
const writeValue = "Write it in a plain form, with the value itself; nothing was run.";
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
		ifExists: statement.ifNotExists
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

export { requestOf as i, refuseNames as n, renamesIn as r, qualify as t };