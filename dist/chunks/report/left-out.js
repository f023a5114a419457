import { r as __name } from "../rolldown-runtime.js";
import { t as groupBy } from "../support/group-by.js";
import { t as clip } from "./clip.js";
import { p as enumerate } from "./words.js";

// src/report/left-out.ts
/** More would hide what is run. */
const maxNamed = 5;
const maxParts = 20;
const maxNames = 160;
/** What is not run, and why: a sentence each, whole files of one convention together. */
function leftOutTexts(parts) {
	const partial = parts.filter(({ kind }) => kind === "part");
	const files = wholeFiles(parts.filter(({ kind }) => kind === "file")).map(([own, why]) => `Not run: ${own}. ${why}.`);
	const strangers = wholeFiles(parts.filter(({ kind }) => kind === "order")).map(([own, why]) => `Run in the order of its path: ${own}. ${why}.`);
	const sections = partial.slice(0, maxParts).map(({ file, line, endLine, why }) => `Not run: ${file}:${lines(line, endLine)}, by the marker ${why}.`);
	const rest = partial.length - maxParts;
	const more = rest > 0 ? [`Not run: ${rest} more parts with such markers.`] : [];
	return [
		...files,
		...strangers,
		...sections,
		...more,
		...idleTexts(parts.filter(({ kind }) => kind === "idle"))
	];
}
/** Those of one reason together. */
function wholeFiles(parts) {
	return [...groupBy(parts, ({ why }) => why)].map(([why, own]) => [named(own.map(({ file }) => file)), why]);
}
/** Statements that need not be run. */
function idleTexts(parts) {
	const texts = parts.slice(0, maxParts).map(({ file, line, endLine, why }) => `Passed over: ${file}:${lines(line, endLine)} (${clip(why, maxNames)}), which changes nothing for how the other statements are run.`);
	const rest = parts.length - maxParts;
	return [...texts, ...rest > 0 ? [`Passed over: ${rest} more such parts.`] : []];
}
function named(files) {
	const shown = files.slice(0, maxNamed);
	return files.length > maxNamed ? `${shown.join(", ")} and ${files.length - maxNamed} more` : enumerate(shown);
}
function lines(from, to) {
	return from === to ? String(from) : `${from} to ${to}`;
}

export { leftOutTexts as t };