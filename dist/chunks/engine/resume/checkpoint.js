import { r as __name } from "../../rolldown-runtime.js";
import { s as withoutCounter } from "../../mysql/inspect-table.js";
import { t as readChangelog } from "../../mysql/read-if-there.js";
import { E as takeCheckpoint, c as forgetCheckpoint, y as selectCheckpoint } from "../../sql/changelog.js";
import { c as withoutForeignKeys } from "../../sql/foreign-keys.js";
import { n as ident } from "../../sql/sql.js";
import { t as digest } from "../../support/digest.js";

// src/engine/resume/checkpoint.ts
/**
* `null` where there is no changelog, or no checkpoint in it yet.
*
* @returns a text where this version cannot read it
*/
async function readCheckpoint(session, changelog) {
	const [row] = await readChangelog(session, selectCheckpoint(changelog)) ?? [];
	if (typeof row?.checkpoint !== "string") return null;
	const checkpoint = parse(row.checkpoint);
	return typeof checkpoint === "string" ? checkpoint : {
		checkpoint,
		ageMs: Number(row.age_ms)
	};
}
/**
* Whether the log is the one that was read then. Whatever else a server has at the position, such as another history of one that was
* restored, begins with another event. The marks tell where heartbeats are near.
*/
function isSameLog({ nextEvent, marks }, { firstEvent, firstMark }) {
	if (nextEvent !== void 0) return firstEvent === nextEvent;
	return firstMark !== null && firstMark > marks.after && firstMark <= marks.upTo;
}
function parse(text) {
	try {
		const found = JSON.parse(text);
		return Number(found?.format) === 1 ? found : `its checkpoint has the format ${found?.format}`;
	} catch {
		return "its checkpoint is no JSON";
	}
}
/**
* Makes this run the one that writes checkpoints: none of an earlier one is taken any more, whatever it still does.
*
* @returns its number, greater than that of any run before
*/
async function takeRun(session, changelog) {
	await session.run(takeCheckpoint(changelog));
	const [row] = await session.rows(selectCheckpoint(changelog));
	return Number(row?.run);
}
/** Call it when the ghost is made anew. */
async function discardCheckpoint(session, changelog) {
	await session.run(forgetCheckpoint(changelog));
}
/** @param serverZone the time zone of the server: values may be converted in it */
function copyDigest({ tables, verify, settings: { sqlMode, timeZone } }, serverZone) {
	const { columns, index, ghostIndex, ghostIsUnique, key } = tables;
	return digest(JSON.stringify([
		columns,
		index,
		ghostIndex,
		ghostIsUnique,
		key,
		verify.columns,
		sqlMode,
		timeZone,
		serverZone
	]));
}
/** Of a definition as SHOW CREATE TABLE prints it, without the AUTO_INCREMENT counter. */
function definitionDigest(createStatement) {
	return digest(linesOf(createStatement).join("\n"));
}
/**
* Of the ghost: without all that a run itself changes there while it copies or under the cutover lock. Indexes come and go, and
* foreign keys are carried. Triggers are no part of a definition.
*/
function ghostDigest(createStatement, passingIndexes) {
	const passing = passingIndexes.map((name) => `KEY ${ident(name).text} (`);
	const lines = linesOf(withoutForeignKeys(createStatement));
	return digest(lines.filter((line) => !passing.some((start) => line.startsWith(start))).join("\n"));
}
function linesOf(createStatement) {
	return withoutCounter(createStatement).split("\n").map((line) => line.trim().replace(/,$/u, ""));
}

export { isSameLog as a, ghostDigest as i, definitionDigest as n, readCheckpoint as o, discardCheckpoint as r, takeRun as s, copyDigest as t };