import { r as __name } from "../../rolldown-runtime.js";
import { a as sentence, t as GhostshipError } from "../../support/errors.js";
import { t as didYouMean } from "../../support/nearest.js";
import { l as inOrder } from "../statements/sql-file.js";
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
	return await note(missingMarks(source, through, await ledger.completed()), origin, ledger);
}
/**
* The same, for the option baseline, which every run has: what comes to the repository later is not among it.
*
* @throws GhostshipError `unreadable-file`, `usage` where there is no such file
*/
async function markBaselineOnce(source, through, origin, ledger) {
	await note(marksOnce(source, through, await ledger.completed()), origin, ledger);
}
async function note(missing, origin, ledger) {
	if (missing.length === 0) return 0;
	await ledger.create();
	await ledger.markCompleted(missing.map((mark) => ({
		id: randomUUID(),
		...mark,
		...origin
	})));
	return missing.length;
}
/**
* What {@link markBaselineOnce} would note, for a plan.
*
* @param completed `null` where the ledger was not read
*/
function assumeBaseline(source, through, completed) {
	if (through === null || completed === null && !source.isThere(through)) return [];
	return marksOnce(source, through, completed ?? []).map(({ statementDigest: digest, ...mark }) => ({
		...mark,
		id: "",
		digest,
		isReverted: false,
		finished: null,
		doneAt: null,
		goneSince: null
	}));
}
/** The source without the files that the ledger has as a whole. One of them that was changed since has that as its fault. */
function withoutBaseline(source, completed) {
	const whole = new Map(completed.flatMap((row) => row.ordinal === 0 ? [[row.file, row]] : []));
	const files = source.files.flatMap((file) => {
		const row = file.path === null ? void 0 : whole.get(file.path);
		if (row === void 0) return [file];
		if (row.digest === digestOfFile(file) && row.doubt === void 0) return [];
		return [{
			...file,
			statements: [],
			fault: row.doubt ?? changedAfterApply(row.file, row, null)
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
/**
* What the option baseline notes: once. A file that comes later was not applied before, wherever its name is sorted; and a file
* that is gone was there once if the ledger has it.
*
* @throws GhostshipError `usage` where there is no such file and never was: all files could be taken for old ones
*/
function marksOnce(source, through, completed) {
	const own = completed.filter(({ file, movedFrom }) => file === through || movedFrom === through);
	if (own.some(({ finished, isUnwritten }) => finished === null && isUnwritten !== true) || source.files.length === 0) return [];
	if (source.isThere(through)) return missingMarks(source, through, completed);
	if (own.length > 0) return [];
	throw noSuchFile(through, source.files.flatMap(({ path }) => path ?? []));
}
function missingMarks(source, through, completed) {
	const known = new Set(completed.map(({ file, ordinal }) => `${ordinal} ${file}`));
	return filesThrough(source.files, through).flatMap(marksOf).filter(({ file, ordinal }) => !known.has(`${ordinal} ${file}`));
}
/** `Did you mean migrations/3.sql?`, with a blank before it. A name in another folder is closer than any other. */
function nameMeant(through, files) {
	const nameOf = (path) => path.replace(/^.*\//u, "");
	const elsewhere = files.find((path) => nameOf(path) === nameOf(through));
	return elsewhere === void 0 ? didYouMean(through, files) : ` Did you mean ${elsewhere}?`;
}
function noSuchFile(through, files) {
	const meant = nameMeant(through, files);
	return new GhostshipError("usage", `baseline: ${through} is none of the files, and the ledger does not know it.${meant}`, { hint: "Name the last file that was applied before Ghostship came, with its path from the root of the repository." });
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
	return new GhostshipError("unreadable-file", `${sentence(fault.message)} Nothing was noted.`, {
		hint: `Leave the file out: add !${path} to the option files.`,
		cause: fault
	});
}

export { markBaselineOnce as a, markBaseline as i, digestOfFile as n, nameMeant as o, filesThrough as r, withoutBaseline as s, assumeBaseline as t };