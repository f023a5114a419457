import { n as __name } from "../../rolldown-runtime.js";
import { t as parseStatement } from "../../sql.js";
import { t as splitFile } from "./split-file.js";

// src/sql/parser/read-table.ts
/** Reads what SHOW CREATE TABLE gives; null if it is not a CREATE TABLE. */
function readTable(createTable, server = null) {
	const [span] = splitFile(createTable).statements;
	const statement = span === void 0 ? null : parseStatement(createTable, span, server);
	return statement?.kind === "create-table" ? statement : null;
}

export { readTable as t };