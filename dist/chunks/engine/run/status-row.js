import { n as __name } from "../../rolldown-runtime.js";
import { t as readIfThere } from "../../mysql/read-if-there.js";
import { nt as selectStatusRow } from "../tables/ghost.js";

// src/engine/run/status-row.ts
/**
* @returns with its age, by the server's clock; `null` where there is no changelog, or it is about to go
*/
async function readStatusRow(session, changelog) {
	const [row] = await readIfThere(session, selectStatusRow(changelog)) ?? [];
	if (row === void 0 || row.body === null) return null;
	return {
		status: JSON.parse(String(row.body)),
		ageMs: Number(row.age_ms)
	};
}

export { readStatusRow as t };