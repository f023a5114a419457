import { r as __name } from "../../rolldown-runtime.js";

// src/commands/statements/not-started.ts
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

export { notStarted as t };