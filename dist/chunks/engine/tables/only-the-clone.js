import { r as __name } from "../../rolldown-runtime.js";
import { t as GhostshipError } from "../../support/errors.js";

// src/engine/tables/only-the-clone.ts
/**
* What alters a clone alters nothing else: EXCHANGE PARTITION would take the rows of a real table, and the clone is dropped
* then. The statement has been refused by its clauses before there was a clone. This one reads its words, and does not
* depend on how the clauses were read.
*/
function untriable(alter) {
	if (!alter.statement.body.mayReachOut) return null;
	return new GhostshipError("unsupported-statement", `The statement on ${alter.table.name} seems to name another table or a file, so it cannot be tried on a copy of it.`, { hint: "Run it yourself, or put a name that is a word of SQL into backquotes." });
}
/** Applying changes needs transactions. */
function movesTo(engine) {
	return new GhostshipError("unsupported-statement", `The statement moves the table to ${engine}.`, { hint: "Only InnoDB tables can be filled while writers go on. Run the statement directly." });
}
/** Whether a table of the engine has nothing outside of it, so that a clone can be moved to it. */
function keepsToItself(engine) {
	return ownFiles.has(engine.toUpperCase());
}
const ownFiles = new Set("ARCHIVE ARIA BLACKHOLE CSV HEAP INNOBASE INNODB MEMORY MYISAM ROCKSDB".split(" "));

export { movesTo as n, untriable as r, keepsToItself as t };