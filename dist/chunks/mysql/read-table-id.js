import { r as __name } from "../rolldown-runtime.js";
import { v as selectTableIds } from "../sql/inspect.js";
import { a as isDenied } from "./server-errors.js";

// src/mysql/read-table-id.ts
/** Another one after the table was rebuilt or replaced. `''` where the user may not see it. */
async function readTableId(session, table, flavor) {
	try {
		for (const question of selectTableIds(table, flavor)) {
			const rows = await session.rows(question);
			if (rows.length > 0) return rows.map(({ id }) => String(id)).join();
		}
		return "";
	} catch (error) {
		if (isDenied(error)) return "";
		throw error;
	}
}

export { readTableId as t };