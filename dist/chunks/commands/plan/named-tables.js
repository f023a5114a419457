import { r as __name } from "../../rolldown-runtime.js";
import { t as referencesOf } from "../../sql/parser/references.js";
import { i as newNames } from "../../sql/parser/shipped-verbs.js";

// src/commands/plan/named-tables.ts
/** The tables that a statement makes, changes or takes away, and those that it refers to. */
function namedTables(parsed) {
	switch (parsed.kind) {
		case "alter-table": return [
			parsed.table,
			...newNames(parsed),
			...referred(parsed.clauses)
		];
		case "create-table": return [
			parsed.table,
			...parsed.like === null ? [] : [parsed.like],
			...referred(parsed.elements)
		];
		case "rename-table": return parsed.renames.flatMap(({ from, to }) => [from, to]);
		case "drop-table":
		case "data": return parsed.tables;
		case "truncate-table": return [parsed.table];
		case "drop-database":
		case "other": return [];
	}
}
function referred(clauses) {
	return clauses.map(referencesOf).filter((found) => found !== null);
}

export { namedTables as t };