import { r as __name } from "../rolldown-runtime.js";
import { r as isBegun } from "../commands/migrate/run-outcome.js";
import { t as code } from "../support/code-span.js";
import { t as formatMoment } from "../support/moment.js";
import { t as clip } from "./clip.js";
import { t as nameFiles } from "./file-names.js";
import { a as fit, i as essential, o as headingOf } from "./fit.js";
import { l as prose, o as link, s as message, t as alert, u as table } from "./markdown.js";
import { r as outcomeVerdict, t as isChangedBefore } from "./outcome-verdict.js";
import { i as formatNumberOf, n as formatCount, r as formatDuration } from "./quantity.js";
import { _ as stateWords, g as stateIcons, t as algorithmWords, v as tableStateSentence } from "./words.js";

// src/report/outcome-markdown.ts
/**
* What a run came to, for the pull request it came from.
* @param next how it goes on, as Markdown; empty where it is over
*/
function outcomeMarkdown(outcome, links, page, next = "") {
	const verdict = outcomeVerdict(outcome);
	const pieces = [
		essential(headingOf(page, "🚢 Ghostship", verdict.title)),
		essential(alert(alertFor[verdict.kind], `**${prose(verdict.sentence)}**`)),
		essential(next),
		...outcome.migrations.filter(({ error }) => error !== null).map((migration) => essential(failure(migration, outcome.migrations))),
		essential(outcome.error !== null && outcome.migrations.every(({ error }) => error === null) ? runFailure(outcome.error) : ""),
		essential(outcome.migrations.length === 0 ? "" : outcomeTable(outcome.migrations)),
		essential(footer(outcome, links))
	];
	return fit(pieces, page.limit, "The log of the run has all of it.");
}
/** What was done with each statement, or is being done. */
function outcomeTable(migrations) {
	const nameOf = nameFiles(migrations.map(({ file }) => file));
	return table(columns, migrations.map((migration) => row(migration, nameOf)));
}
/** No more than these: the table must be read on a telephone, too, without pushing it to and fro. */
const columns = [{
	title: "Statement",
	align: "left"
}, {
	title: "What came of it",
	align: "left"
}];
const alertFor = {
	done: "TIP",
	nothing: "NOTE",
	stopped: "WARNING",
	failed: "CAUTION"
};
function row(migration, nameOf) {
	const { file, statement, state, algorithm, rowsCopied, changesApplied, durationMs, lockedMs, verified, retired } = migration;
	const took = isBegun(migration) && durationMs > 0 ? ` in ${formatDuration(durationMs)}` : "";
	const what = [
		state === "queued" ? "⏭️&nbsp;not started" : `${stateIcons[state]}&nbsp;${stateWords[state]}${took}`,
		...algorithm === "copy" ? [`${formatNumberOf(rowsCopied, "row")} copied, ${formatNumberOf(changesApplied, "change")} applied`] : [],
		...lockedMs > 0 ? [`writers waited ${formatDuration(lockedMs)}`] : [],
		...verified === null ? [] : [describeVerified(verified)],
		...retired === null ? [] : [`the table as it was is kept as ${code(retired)}`]
	];
	const how = algorithm === null ? [] : [algorithmWords[algorithm].replaceAll(" ", "&nbsp;")];
	return [[
		...file === null ? [] : [code(nameOf(file))],
		code(clip(statement, 90)),
		...how
	].join("<br>"), what.join("<br>")];
}
function describeVerified({ rows, differences }) {
	const end = differences === 0 ? "all equal" : `${formatCount(differences)} differ`;
	return `${formatNumberOf(rows, "row")} compared, ${end}`;
}
/**
* What went wrong with one statement.
*
* @param all of the run, in its order
*/
function failure(migration, all) {
	const { table: name, error, tableState, file, statement } = migration;
	if (error === null) return "";
	const place = file === null ? "" : `${code(file)} `;
	return [
		`### ${name === "" ? "A statement" : code(name)} · ${code(error.code)}`,
		...all.length < 2 ? [] : [`- **Where:** ${place}${code(clip(statement, 90))}`],
		`- **What happened:** ${inItem(error.message)}`,
		`- **The table:** ${prose(tableStateSentence(tableState, name, error.code, isChangedBefore(migration, all)))}`,
		`- **What to do:** ${inItem(error.hint)}`
	].join("\n");
}
/** What went wrong before any statement. */
function runFailure(error) {
	return [
		`### ${code(error.code)}`,
		`- **What happened:** ${inItem(error.message)}`,
		`- **What to do:** ${inItem(error.hint)}`
	].join("\n");
}
/** A message of several lines stays inside its list item. */
function inItem(text) {
	return message(text, "  ");
}
function footer({ version, startedAt, finishedAt }, links) {
	const took = formatDuration(Date.parse(finishedAt) - Date.parse(startedAt));
	const run = links.run === null ? [] : [link("log", links.run)];
	return `<sub>${[
		`Ghostship ${version}`,
		`started ${formatMoment(startedAt)}`,
		`took ${took}`,
		...run
	].join(" · ")}</sub>`;
}

export { runFailure as a, outcomeTable as i, failure as n, outcomeMarkdown as r, describeVerified as t };