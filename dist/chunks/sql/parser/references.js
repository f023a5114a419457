import { r as __name } from "../../rolldown-runtime.js";

// src/sql/parser/references.ts
/** What a clause makes the table refer to, as a constraint or in the definition of a column. */
function referencesOf(clause) {
	if (clause.kind === "add-foreign-key") return clause.references;
	return "column" in clause && "references" in clause.column ? clause.column.references : null;
}
/**
* The statement with other text in place of the tables that it refers to.
*
* @param text the one that the clauses were read from
* @param rename gives the text for a table
*/
function withReferences(text, clauses, rename) {
	return replaceSpans(text, clauses.map(referencesOf).flatMap((found) => found === null ? [] : [{
		...found,
		by: rename(found)
	}]));
}
/** The text with others in place of these pieces of it. */
function replaceSpans(text, replacements) {
	return replacements.toSorted((one, other) => other.start - one.start).reduce((changed, { start, end, by }) => changed.slice(0, start) + by + changed.slice(end), text);
}

export { replaceSpans as n, withReferences as r, referencesOf as t };