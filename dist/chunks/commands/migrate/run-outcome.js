import { r as __name } from "../../rolldown-runtime.js";
import { a as isDenied, d as isLockConflict, h as lockConflictHint, n as ServerError, t as ConnectionLost } from "../../mysql/server-errors.js";
import { a as sentence, i as withLater, n as causesOf, r as messageOf, t as GhostshipError } from "../../support/errors.js";
import { t as notStarted } from "../statements/not-started.js";
import { t as version } from "../version.js";

// src/commands/known-error.ts
/** Turns anything that was thrown into the one error that people see. Only for code that is not changing a table. */
function toGhostshipError(error) {
	const { first, later } = causesOf(error);
	return withLater(known(first), later);
}
function known(error) {
	if (error instanceof GhostshipError) return error;
	if (isDenied(error)) return new GhostshipError("missing-privileges", `The user lacks a privilege: ${error.message}`, {
		hint: "Grant the user of the URL what the message names; docs/privileges.md has all that it needs.",
		cause: error
	});
	if (error instanceof ServerError) return new GhostshipError("server-error", `The server answered with an error: ${error.message}`, {
		hint: isLockConflict(error) ? lockConflictHint : "Correct what the server names and run this again.",
		cause: error
	});
	if (error instanceof ConnectionLost) return new GhostshipError("connection-lost", sentence(error.message), {
		hint: "Check that the server is up and run this again.",
		cause: error
	});
	return new GhostshipError("internal", messageOf(error), {
		hint: "This is a mistake in Ghostship: please report it with this message. GHOSTSHIP_DEBUG=1 shows where it happened.",
		cause: error
	});
}

// src/commands/migrate/run-outcome.ts
/** A run has the state of its worst statement. A run with nothing to do is completed. */
function runOutcome(startedAt, migrations, error = null) {
	const stopped = migrations.find(({ state }) => !isDone(state) && state !== "queued");
	const last = migrations.findLast(({ state }) => isDone(state));
	const own = error === null ? null : describeError(error);
	return {
		state: stopped?.state ?? (own === null ? last?.state ?? "completed" : own.code === "aborted" ? "aborted" : "failed"),
		startedAt: startedAt.toISOString(),
		finishedAt: (/* @__PURE__ */ new Date()).toISOString(),
		version,
		error: stopped?.error ?? own,
		migrations
	};
}
/** Whether it has come to what was asked for. */
function isDone(state) {
	return state === "completed" || state === "reverted";
}
/** A statement that was not started, and that the next run begins. */
function notBegun(waiting) {
	return {
		...waiting,
		state: "yielded"
	};
}
/** Whether anything was done for it. */
function isBegun({ state, algorithm, durationMs }) {
	return state !== "queued" && (state !== "yielded" || algorithm !== null || durationMs > 0);
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
/** How the ledger and people are told of a revert: by the statement that it undoes. */
function revertOf(statement) {
	return `REVERT ${statement}`;
}
function isRevert({ statement }) {
	return statement.startsWith(revertOf(""));
}

export { isRevert as a, runOutcome as c, isDone as i, toGhostshipError as l, failed as n, notBegun as o, isBegun as r, revertOf as s, describeError as t };