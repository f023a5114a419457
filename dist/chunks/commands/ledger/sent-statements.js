import { r as __name } from "../../rolldown-runtime.js";
import { n as readIfThere } from "../../mysql/read-if-there.js";
import { t as connect } from "../../mysql/session.js";
import { t as completedColumns } from "../../sql/completed-columns.js";
import { h as ledgerTable } from "../../sql/ledger.js";
import { a as raw, o as sql, s as tableName } from "../../sql/sql.js";
import { o as textOrNull, t as hasLaterColumn } from "./upgrade-ledger.js";
import { t as _usingCtx } from "../../usingCtx.js";

// src/sql/sent-statements.ts
/** What is about to be sent to the server, before it is. */
function noteSent(schema, id, sent) {
	return sql`UPDATE ${rows(schema)} SET sent = ${sent}, live_at = CURRENT_TIMESTAMP(3) WHERE id = ${id}`;
}
function forgetSent(schema, id) {
	return sql`UPDATE ${rows(schema)} SET sent = NULL WHERE id = ${id}`;
}
/** Statements that were sent, and whose rows do not say what became of them. */
function selectUnconfirmed(schema) {
	return sql`SELECT id, file, statement, table_name, sent,
      TIMESTAMPDIFF(MICROSECOND, live_at, CURRENT_TIMESTAMP(3)) DIV 1000 AS silent_ms
    FROM ${rows(schema)} WHERE sent IS NOT NULL AND state NOT IN ('completed', 'reverted')
      AND (outcome IS NULL OR outcome LIKE '%"tableState":"unknown"%') ORDER BY queued_at`;
}
/**
* The newest other row of a statement of a file that is done, or was sent to the server and does not say what became of it: `is_done`
* and what `selectCompleted` gives.
*/
function selectSame(schema, namespace, { id, file, ordinal, digest }) {
	const isDone = raw("state IN ('completed', 'reverted')");
	return sql`SELECT ${completedColumns}, ${isDone} AS is_done
    FROM ${rows(schema)}
    WHERE file = ${file} AND ordinal = ${ordinal} AND statement_digest = ${digest} AND namespace = ${namespace} AND id <> ${id}
      AND (${isDone} OR (sent IS NOT NULL AND outcome IS NULL AND state <> 'queued'))
    ORDER BY is_done DESC, queued_at DESC LIMIT 1`;
}
function rows(schema) {
	return tableName({
		schema,
		name: ledgerTable
	});
}

// src/commands/ledger/sent-statements.ts
/** What a run is about to send to the server: who finds the row without an end can ask what became of it. */
async function writeSent(target, id, sent) {
	try {
		var _usingCtx$1 = _usingCtx();
		await _usingCtx$1.a(await connect(target, "keeping the ledger")).run(noteSent(target.database, id, JSON.stringify(sent)));
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		await _usingCtx$1.d();
	}
}
/** What was sent has not been carried out. */
async function clearSent(target, id) {
	try {
		var _usingCtx3 = _usingCtx();
		await _usingCtx3.a(await connect(target, "keeping the ledger")).run(forgetSent(target.database, id));
	} catch (_) {
		_usingCtx3.e = _;
	} finally {
		await _usingCtx3.d();
	}
}
/** In the order in which they were queued. */
async function readUnconfirmed(target) {
	try {
		var _usingCtx4 = _usingCtx();
		const session = _usingCtx4.a(await connect(target, "reading the ledger"));
		if (!await hasLaterColumn(session, target.database, "sent")) return [];
		return (await readIfThere(session, selectUnconfirmed(target.database)) ?? []).map((row) => ({
			id: String(row.id),
			file: textOrNull(row.file),
			statement: String(row.statement),
			table: String(row.table_name),
			sent: JSON.parse(String(row.sent)),
			silentMs: Number(row.silent_ms ?? 0)
		}));
	} catch (_) {
		_usingCtx4.e = _;
	} finally {
		await _usingCtx4.d();
	}
}

export { selectSame as i, readUnconfirmed as n, writeSent as r, clearSent as t };