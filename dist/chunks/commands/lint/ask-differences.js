import { r as __name } from "../../rolldown-runtime.js";
import { n as changesWholePartitions } from "../../engine/preflight/statement.js";
import { t as alteredShape } from "../../lint/definition/altered-shape.js";
import { a as readShape } from "../../lint/definition/table-shape.js";
import { n as ServerError } from "../../mysql/server-errors.js";
import { t as connect } from "../../mysql/session.js";
import { x as showCreateTable } from "../../sql/inspect.js";
import { t as qualify } from "../statements/task.js";
import { t as _usingCtx } from "../../usingCtx.js";

// src/commands/lint/ask-differences.ts
/**
* What statements make of their tables. Of a planned one it is what the server made of a clone. Of another one the server tells
* what the table is before, and the text what it will be; a statement that follows another on the table starts from that.
*
* @param plans `null` where the run itself is about to count the rows that do not fit
*/
async function askDifferences(files, database, plans) {
	try {
		var _usingCtx$1 = _usingCtx();
		const found = /* @__PURE__ */ new Map();
		const tables = /* @__PURE__ */ new Map();
		const session = _usingCtx$1.a(await connect(database, "reading table definitions"));
		for (const { statement, text } of files.flatMap(statementsIn)) {
			const { file, parsed } = statement;
			if (parsed.kind !== "alter-table") continue;
			const table = qualify(parsed.table, database.database);
			const key = JSON.stringify(table);
			const difference = plannedDifference(parsed, plans?.get(statement)) ?? written(parsed, text, tables.has(key) ? tables.get(key) ?? null : await readDefinition(table));
			tables.set(key, difference?.after ?? null);
			if (difference === null) continue;
			const own = found.get(file) ?? /* @__PURE__ */ new Map();
			found.set(file, own.set(parsed.start, difference));
		}
		return (file) => found.get(file) ?? /* @__PURE__ */ new Map();
		function written(alter, text, before) {
			if (before === null) return null;
			const rows = { kind: plans === null ? "counted-by-the-run" : "none" };
			return {
				from: "server",
				before,
				after: alteredShape(before, alter, text),
				rows,
				way: null
			};
		}
		/** The engine reports a table that is missing or may not be read. */
		async function readDefinition(table) {
			const text = (await session.rows(showCreateTable(table)).catch((error) => {
				if (error instanceof ServerError) return [];
				throw error;
			}))[0]?.["Create Table"];
			return typeof text === "string" ? readShape(text) : null;
		}
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		await _usingCtx$1.d();
	}
}
function statementsIn({ parsed: { text }, pending }) {
	return pending.map((statement) => ({
		statement,
		text
	}));
}
function plannedDifference(statement, found) {
	const plan = found?.plan;
	const [before, after] = plan === void 0 ? [null, null] : [readShape(plan.before), readShape(plan.after)];
	if (plan === void 0 || before === null || after === null) return null;
	const { algorithm, hazards, rows, dataBytes, indexBytes } = plan;
	const bytes = dataBytes + indexBytes;
	const misfits = hazards.map(({ kind, key, columns, count, message }) => ({
		kind,
		key,
		columns,
		count,
		message
	}));
	const isAtOnce = changesWholePartitions({ statement }, { createStatement: plan.before });
	const way = {
		algorithm,
		rows,
		bytes,
		blocksWriters: algorithm === "direct" && rows > fewRows && !isAtOnce,
		split: found?.split ?? null
	};
	return {
		from: "server",
		before,
		after,
		rows: {
			kind: "counted",
			misfits
		},
		way
	};
}
/** A copy by the server itself is over in a moment. */
const fewRows = 1e4;

export { askDifferences };