import { r as __name } from "../rolldown-runtime.js";
import { t as diffLines } from "../../packages/diff.js";

// src/report/definition-diff.ts
/** Two table definitions, line by line, as the body of a `diff` code block; empty where they are the same. */
function diffDefinitions(before, after) {
	const changes = diffLines(normalize(before), normalize(after));
	if (changes.every(({ added, removed }) => !added && !removed)) return "";
	return changes.flatMap(({ value, added, removed }) => {
		const sign = added ? "+" : removed ? "-" : " ";
		return value.replace(/\n$/u, "").split("\n").map((line) => `${sign} ${line}`);
	}).join("\n");
}
/**
* The next AUTO_INCREMENT value is no part of the definition, and an empty clone has another. Whether a comma follows
* depends on what stands behind a line, and would show lines as changed that are not.
*/
function normalize(definition) {
	if (definition === "") return "";
	return `${definition.replace(/ AUTO_INCREMENT=\d+/u, "").trimEnd().split("\n").map((line) => line.replace(/,$/u, "")).join("\n")}\n`;
}

export { diffDefinitions as t };