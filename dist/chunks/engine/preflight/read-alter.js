import { r as __name } from "../../rolldown-runtime.js";
import { n as readAlter } from "../../sql/parser/alter.js";
import { t as GhostshipError } from "../../support/errors.js";

// src/engine/preflight/read-alter.ts
/**
* Reads the one statement of a request, which must alter a table.
*
* @param server whose mode it is written for
* @throws GhostshipError `unsupported-statement`, `usage`
*/
function requireAlter(text, server) {
	const statement = readAlter(text, server);
	switch (statement.kind) {
		case "alter": return statement;
		case "not-one-statement": throw new GhostshipError("usage", `Expected one statement and found ${statement.count}.`, { hint: "Give one ALTER TABLE, CREATE INDEX or DROP INDEX." });
		case "not-alter": {
			const { statement: other } = statement;
			if (other.kind === "other" && other.verb === "") throw readsNothing(server);
			const verb = other.kind === "other" ? other.verb : other.kind.replaceAll("-", " ").toUpperCase();
			throw new GhostshipError("unsupported-statement", `${verb} is no online change of a table.`, { hint: "ALTER TABLE, CREATE INDEX and DROP INDEX are. Run anything else by other means." });
		}
	}
}
/** A statement was read as the test replica runs it, and this server skips the comment that it stands in. */
function readsNothing({ version }) {
	return new GhostshipError("unsupported-statement", `${version} skips all of the statement: its comment is for other servers.`, { hint: "Remove the statement, or the comment around it." });
}

export { requireAlter as t };