import { n as __name } from "../../rolldown-runtime.js";
import { n as parseStatement, t as splitFile } from "../../sql.js";

// src/sql/parser/read-table.ts
/** Reads what SHOW CREATE TABLE gives; null if it is not a CREATE TABLE. */
function readTable(createTable, server = null) {
	const [span] = splitFile(createTable).statements;
	const statement = span === void 0 ? null : parseStatement(createTable, span, server);
	return statement?.kind === "create-table" ? statement : null;
}

export { readTable as t };