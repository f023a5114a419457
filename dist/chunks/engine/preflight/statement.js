import { r as __name } from "../../rolldown-runtime.js";
import { i as reachOf, r as isUpkeep } from "../../sql.js";
import { n as movesTo, r as untriable, t as keepsToItself } from "../tables/only-the-clone.js";
import { n as refusal, r as refuseAll } from "./refusals.js";

// src/engine/preflight/statement.ts
/** What the text alone rules out. */
function refuseStatement(alter) {
	const table = alter.table.name;
	refuseAll([
		alter.hasIgnore ? refusal("statement-not-allowed", "ALTER IGNORE throws away rows that do not fit.", "Remove IGNORE; correct or delete these rows first.") : null,
		alter.renamesTo === null ? null : refusal("unsupported-statement", `The statement renames ${table}.`, "Write RENAME TO as a statement of its own, behind this one."),
		...alter.statement.clauses.map(refuseReach),
		movesRowsOfDropped(alter) ? refusal("unsupported-statement", movesThem, leaveAlgorithmOut) : null,
		alter.renamesTo === null && alter.statement.clauses.every((clause) => reachOf(clause) === null) ? untriable(alter) : null
	]);
}
function refuseReach(clause) {
	const reach = reachOf(clause);
	if (reach !== null) return refusal("unsupported-statement", `${reach} takes ${reachesWhat}`, runItYourself);
	if (isUpkeep(clause)) return refusal("unsupported-statement", upkeep, readTheAnswer);
	const engine = clause.kind === "table-options" ? engineOf(clause.options) : null;
	return engine === null || keepsToItself(engine) ? null : movesTo(engine);
}
const reachesWhat = "what is not the table itself, so it cannot be tried on a copy of it.";
const upkeep = "The statement changes no definition: it looks after partitions, and the server says in rows what came of it, also where it failed.";
const readTheAnswer = "Run it yourself, and read the answer of the server. OPTIMIZE rebuilds the whole table while writers wait.";
function engineOf(options) {
	const value = options.findLast(({ name }) => name === "ENGINE")?.value ?? null;
	return value === null ? null : value.replaceAll(/^['"`]|['"`]$/gu, "");
}
/** What it does to partitions it does to their rows as well. */
function movesPartitionedRows(alter) {
	return alter.statement.clauses.some((clause) => clause.kind === "partition" && withRows.includes(clause.operation));
}
/** Takes whole partitions away or adds empty ones, which the server does at once. */
function changesWholePartitions(alter, original) {
	return movesPartitionedRows(alter) || addsEmptyPartitions(alter, original);
}
/**
* By HASH and KEY rows move into partitions that are added, and by RANGE and LIST none does. From a DEFAULT partition some would have
* to, and MariaDB 10.11 leaves them there, where it does not find them any more.
*/
function addsEmptyPartitions({ statement: { clauses } }, { createStatement }) {
	return clauses.some((clause) => clause.kind === "partition" && clause.operation === "add") && byRangeOrList.test(createStatement) && !withDefault.test(createStatement);
}
/** As SHOW CREATE TABLE writes it: `/*!50100 PARTITION BY RANGE (…` on MySQL, without the comment on MariaDB. */
const byRangeOrList = /^ ?(?:\/\*!\d+ )?PARTITION BY (?:RANGE|LIST)\b/mu;
const withDefault = /^[ (]*PARTITION `(?:[^`]|``)+` DEFAULT\b/mu;
/** Under ALGORITHM=COPY, and only under it, MySQL puts the rows of a dropped partition into another one that takes them. */
function movesRowsOfDropped({ statement: { clauses } }) {
	return clauses.some((clause) => clause.kind === "algorithm" && /^copy$/iu.test(clause.value)) && clauses.some((clause) => clause.kind === "partition" && clause.operation === "drop");
}
const movesThem = "With ALGORITHM=COPY the server moves the rows of a dropped partition into another one, as far as that takes them.";
const leaveAlgorithmOut = "To delete the rows, leave ALGORITHM out. To keep them, write REORGANIZE PARTITION.";
const withRows = ["drop", "truncate"];
const runItYourself = "Run it yourself, where nobody else is altering these tables.";

export { refuseStatement as i, changesWholePartitions as n, movesPartitionedRows as r, addsEmptyPartitions as t };