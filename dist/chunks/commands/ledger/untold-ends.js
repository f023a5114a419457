import { r as __name } from "../../rolldown-runtime.js";
import { n as readIfThere } from "../../mysql/read-if-there.js";
import { t as connect } from "../../mysql/session.js";
import { h as ledgerTable } from "../../sql/ledger.js";
import { o as sql, r as join, s as tableName } from "../../sql/sql.js";
import { t as notStarted } from "../statements/not-started.js";
import { o as textOrNull, t as hasLaterColumn } from "./upgrade-ledger.js";
import { t as _usingCtx } from "../../usingCtx.js";

// src/sql/untold-ends.ts
/** What jobs have completed, and have not told their pull requests. A run that has more to do tells of it at its end. */
function selectUntold(schema, namespace) {
	const ledger = tableName({
		schema,
		name: ledgerTable
	});
	return sql`SELECT id, file, statement, table_name, outcome FROM ${ledger} AS done
    WHERE untold AND state = 'completed' AND namespace = ${namespace} AND NOT EXISTS (
      SELECT 1 FROM ${ledger} AS more WHERE more.run_url = done.run_url AND more.id <> done.id AND more.finished_at IS NULL)
    ORDER BY started_at`;
}
function markTold(schema, ids) {
	const list = join(ids.map((id) => sql`${id}`));
	return sql`UPDATE ${tableName({
		schema,
		name: ledgerTable
	})} SET untold = FALSE WHERE untold AND id IN (${list})`;
}

// src/commands/ledger/untold-ends.ts
/** What jobs have completed that were lost before they could tell it. */
async function readUntoldEnds(target, namespace) {
	try {
		var _usingCtx$1 = _usingCtx();
		const session = _usingCtx$1.a(await connect(target, "reading the ledger"));
		if (!await hasLaterColumn(session, target.database, "untold")) return [];
		return (await readIfThere(session, selectUntold(target.database, namespace)) ?? []).map((row) => ({
			id: String(row.id),
			file: textOrNull(row.file),
			outcome: outcomeOf(row)
		}));
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		await _usingCtx$1.d();
	}
}
/** Whoever has to hear of these has heard of them. */
async function noteTold(target, ids) {
	try {
		var _usingCtx3 = _usingCtx();
		if (ids.length === 0) return;
		await _usingCtx3.a(await connect(target, "keeping the ledger")).run(markTold(target.database, ids));
	} catch (_) {
		_usingCtx3.e = _;
	} finally {
		await _usingCtx3.d();
	}
}
/** A run may be lost between the state and the outcome. */
function outcomeOf(row) {
	const text = textOrNull(row.outcome);
	if (text !== null) return JSON.parse(text);
	const statement = {
		file: textOrNull(row.file),
		text: String(row.statement)
	};
	return {
		...notStarted(statement, String(row.table_name)),
		state: "completed",
		tableState: "changed"
	};
}

export { readUntoldEnds as n, noteTold as t };