import { n as ServerError, t as ConnectionLost } from "./server-errors.js";
import { t as GhostshipError } from "./errors.js";
import { t as version } from "./version.js";
// src/commands/known-error.ts
/** Whatever was thrown outside the engine, where no table is being changed, as the one error people see. */
function toGhostshipError(error) {
	return error instanceof GhostshipError ? error : error instanceof ServerError ? new GhostshipError("server-error", `The server answered with an error: ${error.message}`, {
		hint: "Correct what the server names and run this again.",
		cause: error
	}) : error instanceof ConnectionLost ? new GhostshipError("connection-lost", `${error.message}.`, {
		hint: "Check that the server is up and run this again.",
		cause: error
	}) : new GhostshipError("internal", error instanceof Error ? error.message : String(error), {
		hint: "This is a mistake in Ghostship: please report it with this message. GHOSTSHIP_DEBUG=1 shows where it happened.",
		cause: error
	});
}
// src/commands/run-outcome.ts
/** The run is what its worst statement is; a run with nothing to do is completed. */
function runOutcome(startedAt, migrations, error = null) {
	let stopped = migrations.find(({ state }) => state !== "completed" && state !== "queued"), own = error === null ? null : describeError(error);
	return {
		state: stopped?.state ?? (own === null ? "completed" : own.code === "aborted" ? "aborted" : "failed"),
		startedAt: startedAt.toISOString(),
		finishedAt: (/* @__PURE__ */ new Date()).toISOString(),
		version,
		error: stopped?.error ?? own,
		migrations
	};
}
/** A statement nobody got to. */
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
		resumed: !1,
		error: null
	};
}
/** A statement that failed outside the engine. */
function failed(statement, table, error) {
	let known = toGhostshipError(error);
	return {
		...notStarted(statement, table),
		state: known.code === "aborted" ? "aborted" : "failed",
		tableState: known.tableState,
		error: describeError(known)
	};
}
function describeError(error) {
	let { code, message, hint } = toGhostshipError(error);
	return {
		code,
		message,
		hint
	};
}
export { toGhostshipError as a, runOutcome as i, failed as n, notStarted as r, describeError as t };
