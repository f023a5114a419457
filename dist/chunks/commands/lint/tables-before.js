import { n as __name } from "../../rolldown-runtime.js";
import { n as ServerError } from "../../mysql/server-errors.js";
import { t as connect } from "../../mysql2.js";
import { v as showCreateTable } from "../../sql/inspect.js";
import { t as readTable } from "../../sql/parser/read-table.js";
import { t as qualify } from "../statements/task.js";
import { t as _usingCtx } from "../../usingCtx.js";

// src/commands/lint/tables-before.ts
/** What the server says of the tables that statements are going to change, for the rules that want to know. */
async function tablesBefore(pending, database) {
	try {
		var _usingCtx$1 = _usingCtx();
		const definitions = /* @__PURE__ */ new Map();
		const byFile = /* @__PURE__ */ new Map();
		const session = _usingCtx$1.a(await connect(database, "reading table definitions"));
		for (const { file, parsed } of pending) {
			if (parsed.kind !== "alter-table") continue;
			const table = qualify(parsed.table, database.database);
			const key = JSON.stringify(table);
			if (!definitions.has(key)) definitions.set(key, await readDefinition(table));
			const definition = definitions.get(key) ?? null;
			const own = byFile.get(file) ?? /* @__PURE__ */ new Map();
			if (definition !== null) own.set(parsed.start, definition);
			byFile.set(file, own);
		}
		return (file) => byFile.get(file) ?? null;
		/** The engine reports a table that is missing or may not be read. */
		async function readDefinition(table) {
			const text = (await session.rows(showCreateTable(table)).catch((error) => {
				if (error instanceof ServerError) return [];
				throw error;
			}))[0]?.["Create Table"];
			return typeof text === "string" ? readTable(text) : null;
		}
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		await _usingCtx$1.d();
	}
}

export { tablesBefore };