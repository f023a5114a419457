import { r as __name } from "../../rolldown-runtime.js";
import { t as GhostshipError } from "../../support/errors.js";
import { c as inOrder } from "../statements/sql-file.js";
import { n as changedAfterApply } from "./applied.js";
import { hash, randomUUID } from "node:crypto";

// src/commands/ledger/baseline.ts
/**
* Notes the statements of all files up to one as completed, because they were carried out before Ghostship came. What the ledger
* has already stays as it is.
*
* @param through in the order in which files are applied; it need not be among the files
* @returns how many statements were noted
* @throws GhostshipError `unreadable-file` for a file that has no text
*/
async function markBaseline(source, through, origin, ledger) {
	const missing = missingMarks(source, through, await ledger.completed());
	if (missing.length === 0) return 0;
	await ledger.create();
	await ledger.markCompleted(missing.map((mark) => ({
		id: randomUUID(),
		...mark,
		...origin
	})));
	return missing.length;
}
/** What {@link markBaseline} would note, for a plan. */
function assumeBaseline(source, through, completed) {
	if (through === null) return [];
	return missingMarks(source, through, completed).map(({ statementDigest: digest, ...mark }) => ({
		...mark,
		id: "",
		digest,
		isReverted: false,
		finished: null
	}));
}
/** The source without the files that the ledger has as a whole. One of them that was changed since has that as its fault. */
function withoutBaseline(source, completed) {
	const whole = new Map(completed.flatMap((row) => row.ordinal === 0 ? [[row.file, row]] : []));
	const files = source.files.flatMap((file) => {
		const row = file.path === null ? void 0 : whole.get(file.path);
		if (row === void 0) return [file];
		return row.digest === digestOfFile(file) ? [] : [{
			...file,
			statements: [],
			fault: changedAfterApply(row.file, row, null)
		}];
	});
	return {
		...source,
		files
	};
}
/** Those files that are applied no later than another one, which need not be among them. */
function filesThrough(files, through) {
	const paths = files.flatMap(({ path }) => path === null ? [] : [path]);
	const order = inOrder([.../* @__PURE__ */ new Set([...paths, through])]);
	const old = new Set(order.slice(0, order.indexOf(through) + 1));
	return files.filter(({ path }) => old.has(path));
}
/** The place of a file as a whole: statements count from 1. */
const wholeFile = 0;
function missingMarks(source, through, completed) {
	const known = new Set(completed.map(({ file, ordinal }) => `${ordinal} ${file}`));
	return filesThrough(source.files, through).flatMap(marksOf).filter(({ file, ordinal }) => !known.has(`${ordinal} ${file}`));
}
function marksOf(file) {
	const { path, statements, fault } = file;
	if (path === null) return [];
	if (fault === null) return statements.map(({ ordinal, text: statement, digest: statementDigest, label: table }) => ({
		file: path,
		ordinal,
		statementCount: statements.length,
		statement,
		statementDigest,
		table
	}));
	if (file.parsed.text === "") throw noText(path, fault);
	return [{
		file: path,
		ordinal: 0,
		statementCount: 0,
		statement: "",
		statementDigest: digestOfFile(file),
		table: ""
	}];
}
function digestOfFile({ parsed }) {
	return hash("sha256", parsed.text.replaceAll("\r\n", "\n"));
}
function noText(path, fault) {
	return new GhostshipError("unreadable-file", `${fault.message} Nothing was noted.`, {
		hint: `Leave the file out: add !${path} to the option files.`,
		cause: fault
	});
}

export { withoutBaseline as a, markBaseline as i, digestOfFile as n, filesThrough as r, assumeBaseline as t };