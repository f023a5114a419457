import { n as __name } from "../rolldown-runtime.js";

// src/support/errors.ts
/** The words of whatever was thrown. */
function messageOf(error) {
	return error instanceof Error ? error.message : String(error);
}
/** The one error people see. Everything else that reaches the top floor is wrapped as `internal`. */
var GhostshipError = class extends Error {
	code;
	/** What to do next, in one or two sentences. */
	hint;
	tableState;
	constructor(code, message, details) {
		super(message, { cause: details.cause });
		this.name = "GhostshipError";
		this.code = code;
		this.hint = details.hint;
		this.tableState = details.tableState ?? "unchanged";
	}
};

export { messageOf as n, GhostshipError as t };