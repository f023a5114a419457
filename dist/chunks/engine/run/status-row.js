import { r as __name } from "../../rolldown-runtime.js";
import { t as readChangelog } from "../../mysql/read-if-there.js";
import { i as serverOf } from "../../mysql/same-server.js";
import { C as selectStatusRow } from "../../sql/changelog.js";

// src/engine/run/status-row.ts
/**
* @returns with its age, by the server's clock; `null` where there is no changelog, or it is about to go
*/
async function readStatusRow(session, changelog) {
	const [row] = await readChangelog(session, selectStatusRow(changelog)) ?? [];
	if (row === void 0 || row.body === null) return null;
	return {
		status: JSON.parse(String(row.body)),
		ageMs: Number(row.age_ms)
	};
}
/**
* The connections of a run on the server of that target.
*
* @param target that a session has reached
*/
function connectionsOn(target, { connections, server = null }) {
	return server === null || server === serverOf(target) ? connections : [];
}

export { readStatusRow as n, connectionsOn as t };