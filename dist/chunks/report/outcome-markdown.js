import { n as __name } from "../rolldown-runtime.js";
import { t as clip } from "./clip.js";
import { i as fit } from "../action/sticky-comment.js";
import { c as prose, l as table, n as code, o as link, t as alert } from "./markdown.js";
import { a as outcomeVerdict } from "./outcome-text.js";
import { n as formatCount, r as formatDuration } from "./quantity.js";
import { c as stateWords, l as tableStateSentence, s as stateIcons, t as algorithmWords } from "./words.js";

// src/report/outcome-markdown.ts
/**
* What a run came to, for the pull request it came from.
* @param next how it goes on, as Markdown; empty where it is over
*/
function outcomeMarkdown(outcome, links, page, next = "") {
	const verdict = outcomeVerdict(outcome);
	const pieces = [
		essential(page.heading ? `## 🚢 Ghostship · ${prose(verdict.title)}` : ""),
		essential(alert(alertFor[verdict.kind], `**${prose(verdict.sentence)}**`)),
		essential(next),
		...outcome.migrations.filter(({ error }) => error !== null).map((migration) => essential(failure(migration))),
		essential(outcome.error !== null && outcome.migrations.every(({ error }) => error === null) ? runFailure(outcome.error) : ""),
		essential(outcome.migrations.length === 0 ? "" : outcomeTable(outcome.migrations)),
		essential(footer(outcome, links))
	];
	return fit(pieces, page.limit, "The log of the run has all of it.");
}
/** What was done with each statement, or is being done. */
function outcomeTable(migrations) {
	return table(columns, migrations.map(row));
}
const columns = [
	{
		title: "Statement",
		align: "left"
	},
	{
		title: "State",
		align: "left"
	},
	{
		title: "How",
		align: "left"
	},
	{
		title: "Rows copied",
		align: "right"
	},
	{
		title: "Changes applied",
		align: "right"
	},
	{
		title: "Took",
		align: "right"
	},
	{
		title: "Writers waited",
		align: "right"
	},
	{
		title: "Verified",
		align: "left"
	}
];
const alertFor = {
	done: "TIP",
	nothing: "NOTE",
	stopped: "WARNING",
	failed: "CAUTION"
};
function essential(markdown) {
	return {
		markdown,
		essential: true
	};
}
function row(migration) {
	const { statement, state, algorithm, rowsCopied, changesApplied, durationMs, lockedMs, verified } = migration;
	const started = state !== "queued";
	return [
		code(clip(statement, 90)),
		`${stateIcons[state]}&nbsp;${stateWords[state]}`,
		algorithm === null ? "" : algorithmWords[algorithm].replaceAll(" ", "&nbsp;"),
		algorithm === "copy" ? formatCount(rowsCopied) : "",
		algorithm === "copy" ? formatCount(changesApplied) : "",
		started ? formatDuration(durationMs) : "",
		lockedMs > 0 ? formatDuration(lockedMs) : "",
		verified === null ? "" : `${formatCount(verified.rows)} rows, ${verified.differences === 0 ? "all equal" : `${formatCount(verified.differences)} differ`}`
	];
}
/** What went wrong with one statement. */
function failure({ table: name, error, tableState }) {
	if (error === null) return "";
	return [
		`### ${name === "" ? "A statement" : code(name)} · ${code(error.code)}`,
		`- **What happened:** ${inItem(error.message)}`,
		`- **The table:** ${prose(tableStateSentence(tableState, name))}`,
		`- **What to do:** ${inItem(error.hint)}`
	].join("\n");
}
function runFailure(error) {
	return [
		`### ${code(error.code)}`,
		`- **What happened:** ${inItem(error.message)}`,
		`- **What to do:** ${inItem(error.hint)}`
	].join("\n");
}
/** A message of several lines stays inside its list item. */
function inItem(text) {
	return prose(text).replaceAll("\n", "\n  ");
}
function footer({ version, startedAt, finishedAt }, links) {
	const took = formatDuration(Date.parse(finishedAt) - Date.parse(startedAt));
	const run = links.run === null ? [] : [link("log", links.run)];
	return `<sub>${[
		`Ghostship ${version}`,
		`started ${startedAt}`,
		`took ${took}`,
		...run
	].join(" · ")}</sub>`;
}

export { outcomeMarkdown as n, failure as t };