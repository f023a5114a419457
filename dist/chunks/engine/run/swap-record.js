import { r as __name } from "../../rolldown-runtime.js";
import { i as readCreateStatement } from "../../mysql/inspect-table.js";
import { t as readChangelog } from "../../mysql/read-if-there.js";
import { ct as selectSwap, d as readComments, pt as writeSwap } from "../tables/ghost.js";
import { m as sentryComment } from "../../sql/cutover.js";

// src/engine/run/swap-record.ts
async function recordSwap(session, record) {
	await session.run(writeSwap(record.names.changelog, JSON.stringify(record)));
}
/** `null` where the run that owns the changelog did not come to its cutover. */
async function readSwapRecord(session, changelog) {
	const [row] = await readChangelog(session, selectSwap(changelog)) ?? [];
	return row === void 0 ? null : JSON.parse(String(row.record));
}
/**
* Whether the tables were swapped; the retired table may be gone by then. The names alone could mislead: somebody may have given
* the name of the retired table to another one since.
*/
async function isSwapped(session, { names, columns }) {
	const { original, ghost, retired } = names;
	const comments = await readComments(session, [
		original,
		ghost,
		retired
	]);
	if (comments.has(ghost) || !comments.has(original) || comments.get(retired) === "Ghostship sentry") return false;
	if (columnsIn(await readCreateStatement(session, original)) !== columns.after) return false;
	return !comments.has(retired) || columnsIn(await readCreateStatement(session, retired)) === columns.before;
}
/** Of SHOW CREATE TABLE. Keys are left out: foreign keys come and go at the swap. */
function columnsIn(createStatement) {
	return createStatement.split("\n").filter((line) => line.startsWith("  `")).map((line) => line.replace(/,$/u, "")).join("\n");
}

export { recordSwap as i, isSwapped as n, readSwapRecord as r, columnsIn as t };