import { n as __name } from "../../rolldown-runtime.js";
import { d as isServerError } from "../../mysql/server-errors.js";
import { nt as selectStatusRow } from "../../sql.js";

// src/engine/run/status-row.ts
/**
* @returns with its age, by the server's clock; `null` where there is no changelog, or it is about to go
*/
async function readStatusRow(session, changelog) {
	const [row] = await session.rows(selectStatusRow(changelog)).catch((error) => {
		if (isServerError(error, "ER_NO_SUCH_TABLE")) return [];
		throw error;
	});
	if (row === void 0 || row.body === null) return null;
	return {
		status: JSON.parse(String(row.body)),
		ageMs: Number(row.age_ms)
	};
}

export { readStatusRow as t };