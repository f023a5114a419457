import { t as LineIndex } from "./line-index.js";
import { n as readStatement, t as splitFile } from "./split-file.js";
import { t as GhostshipError } from "./errors.js";
import { createHash } from "node:crypto";
// src/commands/file-statement.ts
/** @throws GhostshipError `invalid-statement` for a quote or comment that does not end */
function statementsOf(file) {
	return readText(file.path, file.text);
}
/**
* The statement of `--alter`.
*
* @throws GhostshipError `usage` unless it is exactly one
*/
function singleStatement(text) {
	let [first, ...rest] = readText(null, text);
	if (first !== void 0 && rest.length === 0) return first;
	throw new GhostshipError("usage", `--alter holds ${rest.length === 0 ? "no statement" : `${rest.length + 1} statements`}.`, { hint: "Give one whole statement, such as --alter \"ALTER TABLE users ADD COLUMN age INT\"; several go into a file." });
}
/** `migrations/1.sql:3`, or how else to name the place. */
function placeOf(statement) {
	return statement.file === null ? "the statement of --alter" : `${statement.file}:${statement.line}`;
}
/** The table a statement is about; empty where it is about none. */
function tableOf({ parsed }) {
	switch (parsed.kind) {
		case "alter-table":
		case "create-table":
		case "truncate-table": return parsed.table.name;
		case "drop-table": return parsed.tables[0]?.name ?? "";
		case "rename-table": return parsed.renames[0]?.from.name ?? "";
		case "drop-database":
		case "other": return "";
	}
}
function readText(file, text) {
	let { statements, unterminated } = splitFile(text), lines = new LineIndex(text);
	if (unterminated !== null) {
		let place = `${file ?? "--alter"}:${lines.at(unterminated.start).line}`;
		throw new GhostshipError("invalid-statement", `The ${unterminated.kind} that starts at ${place} does not end.`, { hint: "Close the quote or comment; nothing was run." });
	}
	return statements.map((span, index) => {
		let statement = text.slice(span.start, span.end);
		return {
			file,
			line: lines.at(span.start).line,
			ordinal: index + 1,
			text: statement,
			digest: createHash("sha256").update(statement.replaceAll("\r\n", "\n")).digest("hex"),
			parsed: readStatement(text, span)
		};
	});
}
export { tableOf as i, singleStatement as n, statementsOf as r, placeOf as t };
