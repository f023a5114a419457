import { n as __name } from "../rolldown-runtime.js";
import { f as readOnly, n as ConnectionLost, r as ServerError, u as isReadOnlyRefusal } from "../mysql/server-errors.js";
import { i as withLater, n as causesOf, r as messageOf, t as GhostshipError } from "../support/errors.js";

// src/commands/known-error.ts
/** Turns anything that was thrown into the one error that people see. Only for code that is not changing a table. */
function toGhostshipError(error) {
	const { first, later } = causesOf(error);
	return withLater(known(first), later);
}
function known(error) {
	if (error instanceof GhostshipError) return error;
	if (isReadOnlyRefusal(error)) return readOnly(error);
	if (error instanceof ServerError) return new GhostshipError("server-error", `The server answered with an error: ${error.message}`, {
		hint: "Correct what the server names and run this again.",
		cause: error
	});
	if (error instanceof ConnectionLost) return new GhostshipError("connection-lost", `${error.message}.`, {
		hint: "Check that the server is up and run this again.",
		cause: error
	});
	return new GhostshipError("internal", messageOf(error), {
		hint: "This is a mistake in Ghostship: please report it with this message. GHOSTSHIP_DEBUG=1 shows where it happened.",
		cause: error
	});
}

export { toGhostshipError as t };