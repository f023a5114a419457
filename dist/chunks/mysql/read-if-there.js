import { r as __name } from "../rolldown-runtime.js";
import { p as isServerError } from "./server-errors.js";

// src/mysql/read-if-there.ts
/** The rows of a table that may be gone; `null` where it is. */
async function readIfThere(session, statement) {
	return await session.rows(statement).catch((error) => {
		if (isServerError(error, "ER_NO_SUCH_TABLE")) return null;
		throw error;
	});
}

export { readIfThere as t };