import { r as __name } from "../../rolldown-runtime.js";
import { t as referencesOf } from "./references.js";
import { r as splitAtCommas, t as TokenCursor } from "./token-cursor.js";
import { n as tokenize } from "./tokens.js";

// src/sql/parser/table-of.ts
/** The table a statement is about, the first where there are several; `null` where it is about none. */
function tableOfStatement(statement) {
	switch (statement.kind) {
		case "alter-table":
		case "create-table":
		case "truncate-table":
		case "data": return statement.table;
		case "drop-table": return statement.tables[0] ?? null;
		case "rename-table": return statement.renames[0]?.from ?? null;
		case "drop-database":
		case "other": return null;
	}
}
/** Every table that a statement names, whether it is changed, read or referred to. */
function tablesOfStatement(statement) {
	switch (statement.kind) {
		case "alter-table": return [statement.table, ...statement.clauses.flatMap(tablesOfClause)];
		case "create-table": {
			const { table, like, elements, options } = statement;
			const merged = options.flatMap(tablesOfOption);
			return [
				table,
				...like === null ? [] : [like],
				...elements.flatMap(tablesOfClause),
				...merged
			];
		}
		case "truncate-table": return [statement.table];
		case "drop-table":
		case "data": return statement.tables;
		case "rename-table": return statement.renames.flatMap(({ from, to }) => [from, to]);
		case "drop-database":
		case "other": return [];
	}
}
function tablesOfClause(clause) {
	if (clause.kind === "table-options") return clause.options.flatMap(tablesOfOption);
	const table = tableOfClause(clause);
	return table === null ? [] : [table];
}
function tableOfClause(clause) {
	if (clause.kind === "rename-table") return clause.to;
	return clause.kind === "partition" ? clause.table : referencesOf(clause);
}
/** `UNION=(a, b)` of a MERGE table, which shows their rows. */
function tablesOfOption({ name, value, start, end }) {
	if (name !== "UNION") return [];
	const list = new TokenCursor(tokenize(value, {
		start: 0,
		end: value.length
	}, null)).group() ?? [];
	return splitAtCommas(list).flatMap((tokens) => {
		const table = new TokenCursor(tokens).tableName();
		return table === null ? [] : [{
			...table,
			start,
			end
		}];
	});
}

export { tablesOfStatement as n, tableOfStatement as t };