import { n as __name } from "../rolldown-runtime.js";
import { c as tablesOfStatement } from "../commands/statements/file-statement.js";

// src/lint/home-database.ts
/** The tables of a statement that are in another database, which nobody has allowed. */
function tablesElsewhere(statement, home) {
	return tablesOfStatement(statement).filter(({ schema }) => schema !== null && ![home.name, ...home.allowed].some((name) => isSame(schema, name, home)));
}
/** Whether only the server can tell: the names differ in case alone. */
function dependsOnFolding(statement, home) {
	return tablesElsewhere(statement, {
		...home,
		foldsNames: false
	}).length > tablesElsewhere(statement, {
		...home,
		foldsNames: true
	}).length;
}
/** Where no server was asked, names that differ in case alone count as the same: `plan` and `migrate` ask the server. */
function isSame(one, other, { foldsNames }) {
	return one === other || foldsNames !== false && one.toLowerCase() === other.toLowerCase();
}

export { tablesElsewhere as n, dependsOnFolding as t };