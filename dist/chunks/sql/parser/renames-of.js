import { r as __name } from "../../rolldown-runtime.js";

// src/sql/parser/renames-of.ts
/** The new names of tables that a statement gives and does nothing else; `null` for any other statement. */
function renamesOf(statement) {
	if (statement.kind === "rename-table") return statement.renames;
	if (statement.kind !== "alter-table" || !isOnlyRenamed(statement)) return null;
	return newNames(statement).map((to) => ({
		from: statement.table,
		to
	}));
}
/** An ALTER TABLE with RENAME TO and no other clause; ALGORITHM and LOCK do not count. */
function isOnlyRenamed(alter) {
	const clauses = alter.clauses.filter(({ kind }) => kind !== "algorithm" && kind !== "lock");
	return clauses.length === 1 && clauses[0]?.kind === "rename-table";
}
/** Of an ALTER TABLE, as often as it says RENAME TO. */
function newNames({ clauses }) {
	return clauses.flatMap((clause) => clause.kind === "rename-table" ? [clause.to] : []);
}

export { newNames as n, renamesOf as r, isOnlyRenamed as t };