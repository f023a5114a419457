import { r as __name } from "../rolldown-runtime.js";
import { a as raw, o as sql } from "./sql.js";

// src/sql/is-named.ts
/**
* Whether a column of information_schema has the name of a table or a schema. MariaDB compares them without case there, also where
* names are files, and two that differ by their case are two tables.
*/
function isNamed(column, name) {
	const found = raw(column);
	return sql`(${found} = ${name} AND (@@GLOBAL.lower_case_table_names <> 0 OR CAST(${found} AS BINARY) = CAST(${name} AS BINARY)))`;
}

export { isNamed as t };