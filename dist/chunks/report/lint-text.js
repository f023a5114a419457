import { r as __name } from "../rolldown-runtime.js";
import { i as formatNumberOf } from "./quantity.js";
import { p as enumerate } from "./words.js";
import { t as leftOutTexts } from "./left-out.js";

// src/report/named-by.ts
const shownObjects = 10;
const shownUnreadable = 5;
/**
* Who names the table, in a line or two; none where nobody does.
*
* @param quote how names are set
* @param plain how the server's own words are set
*/
function describeNamedBy({ objects, unreadable, lacks, complete, problem }, quote, plain) {
	const show = (object) => nameOf(object, quote, plain);
	const naming = shown(objects, shownObjects, (object) => `${show(object)}${remark(object, quote)}`);
	if (problem !== null) return [`Nobody could look which views, routines, events and triggers name it: ${plain(problem)}`];
	return [
		...naming === "" ? [] : [`Named by: ${naming}.`],
		...unreadable.listed.length === 0 ? [] : [`Cannot be read by this user, and may name it: ${shown(unreadable, shownUnreadable, show)}.`],
		...lacks.length === 0 ? [] : [`What it may not see may name it, too: this user lacks ${enumerate(lacks)}.`],
		...complete ? [] : ["There are too many views, routines, events and triggers to look at all: more may name it."]
	];
}
/**
* What fails afterwards, in a line; `null` where nothing is known to.
*
* @param quote how names are set
* @param plain how the server's own words are set
*/
function describeFailing({ objects }, quote, plain) {
	const failing = objects.listed.filter(({ fails }) => fails);
	if (failing.length === 0) return null;
	const names = shown({
		listed: failing,
		more: 0
	}, shownObjects, (object) => nameOf(object, quote, plain));
	const through = failing.some((object) => object.through !== void 0) ? ", or what breaks with it" : "";
	return `Breaks ${names}: ${failing.length === 1 ? "it names" : "they name"} what goes${through}.`;
}
function nameOf(object, quote, plain) {
	const schema = object.schema === null ? "" : `${object.schema}.`;
	return `${plain(object.kind)} ${quote(schema + object.name)}`;
}
function remark({ doubt, columns, through }, quote) {
	const named = (certain) => columns.filter((column) => column.doubt === null === certain).map(({ name }) => quote(name)).join(", ");
	const [sure, perhaps] = [named(true), named(false)];
	if (through !== void 0) return ` (through ${quote(through)})`;
	if (doubt !== null) return perhaps === "" ? " (may name it)" : ` (may name it and ${perhaps})`;
	const parts = [...sure === "" ? [] : [`names ${sure}`], ...perhaps === "" ? [] : [`may name ${perhaps}`]];
	return parts.length === 0 ? "" : ` (${parts.join(", ")})`;
}
function shown({ listed, more }, limit, show) {
	const rest = more + Math.max(0, listed.length - limit);
	return [...listed.slice(0, limit).map(show), ...rest === 0 ? [] : [`and ${rest} more`]].join(", ");
}

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
function findingsText(summary) {
	return [...summary.findings.map(findingText), countText(summary)].join("\n\n");
}
/** How many findings there are; a sentence. */
function countText({ findings, accepted, suppressed }) {
	const count = (severity) => findings.filter((finding) => finding.severity === severity).length;
	const silent = accepted.length + suppressed.length;
	const parts = [
		...some(count("error"), "error"),
		...some(count("warning"), "warning"),
		...some(count("notice"), "notice"),
		...silent === 0 ? [] : [`${silent} accepted or silenced`]
	];
	return parts.length === 0 ? "No findings." : `${enumerate(parts)}.`;
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
		...suggestion === null ? [] : [`Write: ${suggestion.text.trim()}`]
	];
	return [`${file}:${start.line}:${start.column} ${severity} ${rule}: ${title}`, ...lines.map((line) => `  ${line.replaceAll("\n", "\n  ")}`)].join("\n");
}
function some(count, what) {
	return count === 0 ? [] : [formatNumberOf(count, what)];
}

export { describeFailing as a, rulesLeftOutText as i, findingsText as n, describeNamedBy as o, lintText as r, countText as t };