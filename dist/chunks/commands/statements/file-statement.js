import { n as __name } from "../../rolldown-runtime.js";
import { t as referencesOf } from "../../sql/parser/references.js";
import { a as splitAtCommas, i as TokenCursor, n as tokenize } from "../../sql.js";
import { t as GhostshipError } from "../../support/errors.js";
import { n as requestOf } from "./task.js";
import { hash } from "node:crypto";

// src/sql/parser/table-of.ts
/** The table a statement is about, the first where there are several; `null` where it is about none. */
function tableOfStatement(statement) {
	switch (statement.kind) {
		case "alter-table":
		case "create-table":
		case "truncate-table":
		case "data": return statement.table;
		case "drop-table": return statement.tables[0] ?? null;
		case "rename-table": return statement.renames[0]?.from ?? null;
		case "drop-database":
		case "other": return null;
	}
}
/** Every table that a statement names, whether it is changed, read or referred to. */
function tablesOfStatement(statement) {
	switch (statement.kind) {
		case "alter-table": return [statement.table, ...statement.clauses.flatMap(tablesOfClause)];
		case "create-table": {
			const { table, like, elements, options } = statement;
			const merged = options.flatMap(tablesOfOption);
			return [
				table,
				...like === null ? [] : [like],
				...elements.flatMap(tablesOfClause),
				...merged
			];
		}
		case "truncate-table": return [statement.table];
		case "drop-table":
		case "data": return statement.tables;
		case "rename-table": return statement.renames.flatMap(({ from, to }) => [from, to]);
		case "drop-database":
		case "other": return [];
	}
}
function tablesOfClause(clause) {
	if (clause.kind === "table-options") return clause.options.flatMap(tablesOfOption);
	const table = tableOfClause(clause);
	return table === null ? [] : [table];
}
function tableOfClause(clause) {
	if (clause.kind === "rename-table") return clause.to;
	return clause.kind === "partition" ? clause.table : referencesOf(clause);
}
/** `UNION=(a, b)` of a MERGE table, which shows their rows. */
function tablesOfOption({ name, value, start, end }) {
	if (name !== "UNION") return [];
	const list = new TokenCursor(tokenize(value, {
		start: 0,
		end: value.length
	}, null)).group() ?? [];
	return splitAtCommas(list).flatMap((tokens) => {
		const table = new TokenCursor(tokens).tableName();
		return table === null ? [] : [{
			...table,
			start,
			end
		}];
	});
}

// src/commands/statements/file-statement.ts
/** Why the statements of a file are not known, and where. */
var UnclearFile = class extends GhostshipError {
	/** From 1. */
	line;
	constructor(code, line, message, hint) {
		super(code, message, { hint });
		this.line = line;
	}
};
/** What a statement that comes from no file has in place of a path. */
const typedPath = "--alter";
/**
* What undoes other statements is left out.
*
* @param home the database of the target; `null` if it is not known
* @throws UnclearFile `invalid-statement` for a quote or comment that does not end, `unreadable-file` for what cannot be told
*/
function statementsOf(file, home = null) {
	refuseUnclear(file);
	return file.statements.map((parsed, index) => {
		const path = file.path === "--alter" ? null : file.path;
		const { line } = file.lines.at(parsed.start);
		const text = file.text.slice(parsed.start, parsed.end);
		const table = tableOfStatement(parsed);
		return {
			file: path,
			line,
			ordinal: index + 1,
			text,
			digest: hash("sha256", text.replaceAll("\r\n", "\n")),
			parsed,
			table: table?.name ?? "",
			label: table === null ? "" : labelOf(table.schema, table.name, home),
			...requestOf(parsed, placeOf({
				file: path,
				line
			}))
		};
	});
}
/**
* The statement of `--alter`.
*
* @throws GhostshipError `usage` unless it is exactly one
*/
function singleStatement(file, home = null) {
	const [first, ...rest] = statementsOf(file, home);
	if (first !== void 0 && rest.length === 0) return first;
	throw new GhostshipError("usage", `--alter holds ${rest.length === 0 ? "no statement" : `${rest.length + 1} statements`}.`, { hint: "Give one whole statement, such as --alter \"ALTER TABLE users ADD COLUMN age INT\"; several go into a file." });
}
/** `migrations/1.sql:3`, or how else to name the place. */
function placeOf({ file, line }) {
	return file === null ? "the statement of --alter" : `${file}:${line}`;
}
/** A table as people are told of it. */
function labelOf(schema, name, home) {
	return schema === null || schema === home ? name : `${schema}.${name}`;
}
const unclearHint = "Write it as its migration tool expects it, or leave the file out with a !glob in the option files. Nothing was run.";
function refuseUnclear({ path, lines, unterminated, faults: [fault] }) {
	const lineOf = ({ start }) => lines.at(start).line;
	if (unterminated !== null) {
		const line = lineOf(unterminated);
		const message = `The ${unterminated.kind} that starts at ${path}:${line} does not end.`;
		throw new UnclearFile("invalid-statement", line, message, "Close the quote or comment; nothing was run.");
	}
	if (fault !== void 0) {
		const line = lineOf(fault.at);
		throw new UnclearFile("unreadable-file", line, `${path}:${line}: ${fault.message}`, unclearHint);
	}
}

export { statementsOf as a, tablesOfStatement as c, singleStatement as i, labelOf as n, typedPath as o, placeOf as r, tableOfStatement as s, UnclearFile as t };