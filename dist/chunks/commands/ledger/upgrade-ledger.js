import { r as __name } from "../../rolldown-runtime.js";
import { m as isServerError } from "../../mysql/server-errors.js";
import { M as addLaterColumn, N as laterColumns, P as selectLaterColumns, h as ledgerTable } from "../../sql/ledger.js";

// src/commands/ledger/ledger-run.ts
function readRun(row) {
	return {
		id: String(row.id),
		namespace: String(row.namespace),
		file: textOrNull(row.file),
		statement: String(row.statement),
		table: String(row.table_name),
		state: String(row.state),
		startedAt: dateOf(row.started),
		ageMs: numberOrNull(row.age_ms),
		finishedAt: dateOf(row.finished),
		silentMs: Number(row.silent_ms ?? 0),
		commit: textOrNull(row.commit_sha),
		pullRequest: numberOrNull(row.pull_request),
		actor: textOrNull(row.actor),
		runUrl: textOrNull(row.run_url),
		outcome: row.outcome === null ? null : JSON.parse(String(row.outcome))
	};
}
function textOrNull(value) {
	return value === null || value === void 0 ? null : String(value);
}
function numberOrNull(value) {
	return value === null || value === void 0 ? null : Number(value);
}
/** @param seconds since 1970 */
function dateOf(seconds) {
	return seconds === null || seconds === void 0 ? null : (/* @__PURE__ */ new Date(Number(seconds) * 1e3)).toISOString();
}
function readStatement(row) {
	return {
		id: String(row.id),
		file: String(row.file),
		ordinal: Number(row.ordinal),
		statementCount: Number(row.statement_count),
		digest: String(row.statement_digest),
		statement: String(row.statement)
	};
}

// src/commands/ledger/upgrade-ledger.ts
/** Whether the ledger has the column. One of an earlier version lacks some until the next run that writes to it. */
async function hasLaterColumn(session, schema, name) {
	return !(await missing(session, schema)).includes(name);
}
/** Gives a ledger of an earlier version the columns that it lacks. Another run may do it at the same time. */
async function upgradeLedger(session, schema) {
	for (const name of await missing(session, schema)) await session.run(addLaterColumn({
		schema,
		name: ledgerTable
	}, name)).catch((error) => {
		if (!isServerError(error, "ER_DUP_FIELDNAME")) throw error;
	});
}
async function missing(session, schema) {
	const there = new Set((await session.rows(selectLaterColumns({
		schema,
		name: ledgerTable
	}))).map(({ name }) => String(name)));
	return Object.keys(laterColumns).filter((name) => !there.has(name));
}

export { readStatement as a, readRun as i, upgradeLedger as n, textOrNull as o, dateOf as r, hasLaterColumn as t };