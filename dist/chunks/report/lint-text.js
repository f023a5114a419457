import { r as __name } from "../rolldown-runtime.js";
import { t as leftOutTexts } from "./left-out.js";
import { i as formatNumberOf } from "./quantity.js";
import { f as enumerate } from "./words.js";

// src/report/lint-text.ts
/** Findings for a terminal, as editors can follow them: `file:line:column`. */
function lintText(summary) {
	const leftOut = leftOutTexts(summary.leftOut);
	const unasked = rulesLeftOutText(summary);
	return [
		...leftOut.length === 0 ? [] : [leftOut.join("\n")],
		findingsText(summary),
		...unasked === null ? [] : [unasked]
	].join("\n\n");
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
/** Rules that found nothing because nobody could be asked; `null` where there are none. */
function rulesLeftOutText({ rulesLeftOut }) {
	if (rulesLeftOut.length === 0) return null;
	return `${formatNumberOf(rulesLeftOut.length, "rule")} ${rulesLeftOut.length === 1 ? "needs" : "need"} a database, and none was asked: ${enumerate(rulesLeftOut)}.`;
}
function findingText({ file, start, severity, rule, title, message, why, fix, evidence, suggestion }) {
	const lines = [
		message,
		...evidence === null ? [] : [evidence],
		why,
		...fix === null ? [] : [`Instead: ${fix}`],
		...suggestion === null ? [] : [`Write: ${suggestion.text.trim().replaceAll("\n", "\n  ")}`]
	];
	return [`${file}:${start.line}:${start.column} ${severity} ${rule}: ${title}`, ...lines.map((line) => `  ${line}`)].join("\n");
}
function some(count, what) {
	return count === 0 ? [] : [formatNumberOf(count, what)];
}

export { lintText as n, rulesLeftOutText as r, findingsText as t };