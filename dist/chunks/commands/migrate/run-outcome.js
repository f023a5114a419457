import { n as __name } from "../../rolldown-runtime.js";
import { t as toGhostshipError } from "../known-error.js";
import { t as version } from "../version.js";

// src/commands/migrate/run-outcome.ts
/** A run has the state of its worst statement. A run with nothing to do is completed. */
function runOutcome(startedAt, migrations, error = null) {
	const stopped = migrations.find(({ state }) => state !== "completed" && state !== "queued");
	const own = error === null ? null : describeError(error);
	return {
		state: stopped?.state ?? (own === null ? "completed" : own.code === "aborted" ? "aborted" : "failed"),
		startedAt: startedAt.toISOString(),
		finishedAt: (/* @__PURE__ */ new Date()).toISOString(),
		version,
		error: stopped?.error ?? own,
		migrations
	};
}
/** A statement that was not started. */
function notStarted(statement, table) {
	return {
		file: statement.file,
		statement: statement.text,
		table,
		state: "queued",
		tableState: "unchanged",
		algorithm: null,
		rowsCopied: 0,
		changesApplied: 0,
		durationMs: 0,
		copyMs: 0,
		lockedMs: 0,
		attempts: 0,
		verified: null,
		retired: null,
		resumed: false,
		error: null
	};
}
/** A statement that failed outside the engine. */
function failed(statement, table, error) {
	const known = toGhostshipError(error);
	return {
		...notStarted(statement, table),
		state: known.code === "aborted" ? "aborted" : "failed",
		tableState: known.tableState,
		error: describeError(known)
	};
}
function describeError(error) {
	const { code, message, hint } = toGhostshipError(error);
	return {
		code,
		message,
		hint
	};
}

export { runOutcome as i, failed as n, notStarted as r, describeError as t };