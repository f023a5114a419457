import { r as __name } from "../../rolldown-runtime.js";
import { i as readCreateStatement } from "../../mysql/inspect-table.js";
import { t as flavorOf } from "../../mysql/product.js";
import { t as readTableId } from "../../mysql/read-table-id.js";
import { r as serverBehind } from "../../mysql/same-server.js";
import { m as isServerError } from "../../mysql/server-errors.js";
import { m as sentryComment } from "../../sql/cutover.js";
import { o as selectProduct } from "../../sql/server.js";
import { t as GhostshipError } from "../../support/errors.js";
import { f as readComments } from "../tables/ghost.js";
import { t as readChangelog } from "../../mysql/read-if-there.js";
import { A as writeSwap, w as selectSwap } from "../../sql/changelog.js";

// src/engine/run/swap-record.ts
async function recordSwap(session, record) {
	await session.run(writeSwap(record.names.changelog, JSON.stringify(record)));
}
/** `null` where the run that owns the changelog did not come to its cutover. */
async function readSwapRecord(session, changelog) {
	const [row] = await readChangelog(session, selectSwap(changelog)) ?? [];
	return row === void 0 ? null : JSON.parse(String(row.record));
}
/** Ids of the tables that are about to be swapped. */
async function readTableIds(session, { original, ghost }, flavor) {
	return {
		server: serverBehind(session),
		original: await readTableId(session, original, flavor),
		ghost: await readTableId(session, ghost, flavor)
	};
}
/** Of SHOW CREATE TABLE. Keys are left out: foreign keys come and go at the swap. */
function columnsIn(createStatement) {
	return createStatement.split("\n").filter((line) => line.startsWith("  `")).map((line) => line.replace(/,$/u, "")).join("\n");
}

// src/engine/run/swap-sight.ts
/**
* Looks whether the tables were swapped. That is a fact, whatever somebody has done to them since: a rename keeps the ids of both. Names
* and definitions alone could mislead, so where neither tells for certain, nobody is told that it is one or the other.
*/
async function lookAtSwap(session, record) {
	const { original, ghost, retired } = record.names;
	const comments = await readComments(session, [
		original,
		ghost,
		retired
	]);
	const isUndone = comments.has(ghost) || comments.get(retired) === "Ghostship sentry";
	const now = comments.has(original) ? await look(session, original, record) : null;
	const then = comments.has(retired) ? await look(session, retired, record) : null;
	return {
		state: stateOf(record, isUndone, now, then),
		altered: alteredNow(record, now),
		retired: retiredNow(record, then)
	};
}
function stateOf(record, isUndone, now, then) {
	if (now?.is === "original") return "not swapped";
	if (record.isSwapped === true) return "swapped";
	if (isUndone) return "not swapped";
	if (now?.is === "ghost" || then?.is === "original") return "swapped";
	const { before, after } = record.columns;
	if (before === after) return "unclear";
	if (now?.columns === before) return then === null ? "not swapped" : "unclear";
	return now?.columns === after || then?.columns === before ? "swapped" : "unclear";
}
function alteredNow({ columns }, now) {
	if (now === null) return "gone";
	const isAfter = now.columns === columns.after;
	if (now.is === "ghost") return isAfter ? "as swapped" : "altered in place";
	return now.is === null && isAfter ? "as swapped" : "changed";
}
function retiredNow({ columns }, then) {
	if (then === null) return "gone";
	const isBefore = then.columns === columns.before;
	if (isBefore && (then.is === "original" || then.is === null)) return "as swapped";
	return isBefore || then.is === "original" ? "changed" : "other";
}
async function look(session, table, { ids }) {
	try {
		const columns = columnsIn(await readCreateStatement(session, table));
		if (ids === void 0 || ids.server === null || ids.server !== serverBehind(session)) return {
			is: null,
			columns
		};
		const [product] = await session.rows(selectProduct);
		const id = await readTableId(session, table, flavorOf(String(product?.version)));
		if (id === "" || ids.original === "" || ids.ghost === "") return {
			is: null,
			columns
		};
		return {
			is: id === ids.original ? "original" : id === ids.ghost ? "ghost" : "other",
			columns
		};
	} catch (error) {
		if (isServerError(error, "ER_NO_SUCH_TABLE")) return null;
		throw error;
	}
}
/**
* For who is about to make the tables of a migration, or to drop them. It holds the name lock.
*
* @throws GhostshipError `already-running` where a run has died after its swap, `cutover-unconfirmed` where nobody knows
*/
async function refuseSwapped(session, names) {
	const record = await readSwapRecord(session, names.changelog);
	if (record === null) return;
	const { state } = await lookAtSwap(session, record);
	if (state === "unclear") throw swapUnclear(names, record.migrationId);
	if (state === "not swapped") return;
	throw new GhostshipError("already-running", `A run has died just now that had swapped the tables of ${names.original.name}.`, {
		hint: "Run this again: it finishes first what that run has left to do.",
		tableState: "changed"
	});
}
/** @param migrationId of the ledger's row */
function swapUnclear({ original, changelog }, migrationId) {
	return new GhostshipError("cutover-unconfirmed", `A run died when it was about to swap the tables of ${original.name}. Somebody has changed them since, and they do not tell whether they were swapped.`, {
		hint: `Look whether ${original.name} has what the statement makes. If it has: UPDATE ghostship_migrations SET state = 'completed', finished_at = NOW() WHERE id = '${migrationId}'. Then, or if it has not: DROP TABLE ${changelog.name}.`,
		tableState: "unknown"
	});
}

export { readSwapRecord as a, columnsIn as i, refuseSwapped as n, readTableIds as o, swapUnclear as r, recordSwap as s, lookAtSwap as t };