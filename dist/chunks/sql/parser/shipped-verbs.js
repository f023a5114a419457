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

// src/sql/parser/shipped-verbs.ts
/** How statements begin that are shipped. One that begins so and is not understood has no name where one must stand. */
const shippedVerbs = [
	"ALTER TABLE",
	"CREATE INDEX",
	"DROP INDEX",
	"CREATE TABLE",
	"DROP TABLE",
	"RENAME TABLE"
];
/** What to do about it. */
const quoteNames = "Write names in backquotes or without quotes. Double quotes hold a name only where the sql_mode of the server has ANSI_QUOTES.";

export { renamesOf as a, newNames as i, shippedVerbs as n, isOnlyRenamed as r, quoteNames as t };