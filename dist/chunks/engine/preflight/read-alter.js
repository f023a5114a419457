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
			const verb = other.kind === "other" ? other.verb : other.kind.replaceAll("-", " ").toUpperCase();
			throw new GhostshipError("unsupported-statement", `${verb} is no online change of a table.`, { hint: "ALTER TABLE, CREATE INDEX and DROP INDEX are. Run anything else by other means." });
		}
	}
}

export { requireAlter as t };