import { r as __name } from "../rolldown-runtime.js";
import { t as parseStatement } from "../sql.js";
import { t as splitFile } from "./parser/split-file.js";

// src/sql/parser/read-table.ts
/** Reads what SHOW CREATE TABLE gives; null if it is not a CREATE TABLE. */
function readTable(createTable, server = null) {
	const [span] = splitFile(createTable).statements;
	const statement = span === void 0 ? null : parseStatement(createTable, span, server);
	return statement?.kind === "create-table" ? statement : null;
}

// src/sql/type-families.ts
/** By the name of the type as the server tells it: `int`, `varchar`. */
function familyOfType(name) {
	return families[name] ?? "other";
}
const families = {
	tinyint: "integer",
	smallint: "integer",
	mediumint: "integer",
	int: "integer",
	bigint: "integer",
	decimal: "decimal",
	float: "float",
	double: "float",
	bit: "bit",
	year: "year",
	char: "text",
	varchar: "text",
	tinytext: "text",
	text: "text",
	mediumtext: "text",
	longtext: "text",
	binary: "binary",
	varbinary: "binary",
	tinyblob: "binary",
	blob: "binary",
	mediumblob: "binary",
	longblob: "binary",
	date: "date",
	datetime: "date",
	timestamp: "date",
	time: "time",
	enum: "enum",
	set: "set",
	json: "json"
};

export { readTable as n, familyOfType as t };