import { r as __name } from "../rolldown-runtime.js";
import { m as isServerError } from "./server-errors.js";

// src/mysql/read-if-there.ts
/** The rows of a table that may be gone, with its schema or alone; `null` where it is. */
async function readIfThere(session, statement) {
	return await session.rows(statement).catch((error) => {
		if (isServerError(error, "ER_NO_SUCH_TABLE", "ER_BAD_DB_ERROR")) return null;
		throw error;
	});
}
/** The same of a changelog. A table of somebody with its name has other columns: whoever needs the name refuses that. */
async function readChangelog(session, statement) {
	return await readIfThere(session, statement).catch((error) => {
		if (isServerError(error, "ER_BAD_FIELD_ERROR")) return null;
		throw error;
	});
}

export { readIfThere as n, readChangelog as t };