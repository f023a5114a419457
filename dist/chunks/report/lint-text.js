import { n as __name } from "../rolldown-runtime.js";
import { t as leftOutTexts } from "./left-out.js";
import { i as formatNumberOf } from "./quantity.js";
import { a as enumerate } from "./words.js";

// src/report/lint-text.ts
/** Findings for a terminal, as editors can follow them: `file:line:column`. */
function lintText(summary) {
	const leftOut = leftOutTexts(summary.leftOut);
	return [...leftOut.length === 0 ? [] : [leftOut.join("\n")], findingsText(summary)].join("\n\n");
}
/** The findings, and how many there are. */
function findingsText({ findings, accepted, suppressed }) {
	const count = (severity) => findings.filter((finding) => finding.severity === severity).length;
	const silent = accepted.length + suppressed.length;
	const parts = [
		...some(count("error"), "error"),
		...some(count("warning"), "warning"),
		...some(count("notice"), "notice"),
		...silent === 0 ? [] : [`${silent} accepted or silenced`]
	];
	const sum = parts.length === 0 ? "No findings." : `${enumerate(parts)}.`;
	return [...findings.map(findingText), sum].join("\n\n");
}
function findingText({ file, start, severity, rule, title, message, why, fix }) {
	const lines = [
		message,
		why,
		...fix === null ? [] : [`Instead: ${fix}`]
	];
	return [`${file}:${start.line}:${start.column} ${severity} ${rule}: ${title}`, ...lines.map((line) => `  ${line}`)].join("\n");
}
function some(count, what) {
	return count === 0 ? [] : [formatNumberOf(count, what)];
}

export { lintText as n, findingsText as t };