import { r as __name } from "../rolldown-runtime.js";

// src/support/sentence.ts
/** The words of somebody else, such as a server, as a sentence that another one can follow. */
function sentence(words) {
	return words.replace(/[^.!?…]$/u, "$&.");
}

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
/**
* What went wrong first. Where tidying up fails after an error, the runtime throws a SuppressedError that has both
* (ECMAScript, "Explicit Resource Management"); `later` has what failed afterwards, oldest first.
*/
function causesOf(error) {
	const later = [];
	let first = error;
	while (first instanceof Error && first.name === "SuppressedError" && "suppressed" in first && "error" in first) {
		later.unshift(first.error);
		first = first.suppressed;
	}
	return {
		first,
		later
	};
}
/** The error with what failed afterwards. */
function withLater(error, later) {
	if (later.length === 0) return error;
	const { code, hint, tableState, cause } = error;
	const words = later.map((one) => messageOf(causesOf(one).first).replace(/\.$/u, "")).join("; ");
	return new GhostshipError(code, `${sentence(error.message)} Afterwards this failed too: ${words}.`, {
		hint,
		tableState,
		cause
	});
}

export { sentence as a, withLater as i, causesOf as n, messageOf as r, GhostshipError as t };