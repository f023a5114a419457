import { r as __name } from "../../rolldown-runtime.js";
import { t as tableOfStatement } from "../../sql/parser/table-of.js";
import { r as unstorableName } from "../../sql/parser/unstorable-name.js";
import { t as GhostshipError } from "../../support/errors.js";
import { i as requestOf, n as refuseNames } from "./task.js";
import { hash } from "node:crypto";

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
		const place = placeOf({
			file: path,
			line
		});
		return {
			file: path,
			line,
			ordinal: index + 1,
			text,
			digest: hash("sha256", text.replaceAll("\r\n", "\n")),
			parsed,
			quoting: file.mode,
			table: table?.name ?? "",
			lenientBy: tellLenient(file, parsed),
			label: table === null ? "" : labelOf(table.schema, table.name, home),
			...refuseNames(requestOf(parsed, place), unstorableName(file.text, parsed, file.mode), place)
		};
	});
}
function tellLenient({ lenient, lines }, statement) {
	const by = lenient.get(statement);
	if (by === void 0) return null;
	return [by.sqlMode && `Line ${lines.at(by.sqlMode.start).line} sets a sql_mode that refuses less, but statements run in the server's own.`, by.unchecked && `Line ${lines.at(by.unchecked.start).line} turns foreign_key_checks off, but statements run with them.`].filter((part) => part !== null).join(" ");
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
/** Each once. */
function filesOf(statements) {
	return [...new Set(statements.flatMap(({ file }) => file === null ? [] : [file]))];
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

export { singleStatement as a, placeOf as i, filesOf as n, statementsOf as o, labelOf as r, typedPath as s, UnclearFile as t };