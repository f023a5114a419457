import { r as __name } from "../rolldown-runtime.js";
import { a as raw, o as sql } from "./sql.js";

// src/sql/data.ts
const startTransaction = raw("START TRANSACTION");
const commit = raw("COMMIT");
const rollback = raw("ROLLBACK");
/** In the form of a table, whatever the server's `explain_format` says; MariaDB has that form alone. */
function explain(statement, flavor) {
	return flavor === "mysql" ? sql`EXPLAIN FORMAT=TRADITIONAL ${statement}` : sql`EXPLAIN ${statement}`;
}

export { startTransaction as i, explain as n, rollback as r, commit as t };