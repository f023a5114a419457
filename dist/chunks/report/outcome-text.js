import { r as __name } from "../rolldown-runtime.js";
import { r as outcomeVerdict, t as isChangedBefore } from "./outcome-verdict.js";
import { i as formatNumberOf, n as formatCount, r as formatDuration } from "./quantity.js";
import { _ as stateWords, v as tableStateSentence } from "./words.js";

// src/report/outcome-text.ts
/** How one statement ended, in a line or two. */
function migrationText(outcome) {
	const { table, state, algorithm, rowsCopied, changesApplied, durationMs, lockedMs, verified, retired, error } = outcome;
	if (error !== null) return errorText(error, {
		table,
		state: outcome.tableState
	});
	return [
		`${table}: ${stateWords[state]}${algorithm === null ? "" : ` (${algorithm === "inplace" ? "in place" : algorithm})`} in ${formatDuration(durationMs)}`,
		...algorithm === "copy" ? [`${formatNumberOf(rowsCopied, "row")} copied`, `${formatNumberOf(changesApplied, "change")} applied`] : [],
		...lockedMs > 0 ? [`writers waited ${formatDuration(lockedMs)}`] : [],
		...verified === null ? [] : [`${formatNumberOf(verified.rows, "row")} verified, ${formatCount(verified.differences)} different`],
		...retired === null ? [] : [`the table as it was is kept as ${retired}`]
	].join(" · ");
}
/** The last word of a run. */
function runText(outcome) {
	const { title, sentence } = outcomeVerdict(outcome);
	return `${title}. ${sentence}`;
}
/** What went wrong, in each statement or before any. */
function runErrorTexts({ migrations, error }) {
	const texts = migrations.flatMap((migration) => {
		const { table, tableState: state, error: own } = migration;
		const hasChanged = isChangedBefore(migration, migrations);
		return own === null ? [] : [errorText(own, {
			table,
			state,
			isChangedBefore: hasChanged
		})];
	});
	return texts.length > 0 || error === null ? texts : [errorText(error, null)];
}
/**
* For somebody at two in the morning: what happened, what became of the table, what to do.
*
* @param about `null` where no table was touched at all
*/
function errorText({ code, message, hint }, about) {
	const table = about === null ? [] : [`The table:     ${tableStateSentence(about.state, about.table, code, about.isChangedBefore)}`];
	return [
		`What happened: ${indent(message)} [${code}]`,
		...table,
		`What to do:    ${indent(hint)}`
	].join("\n");
}
function indent(text) {
	return text.replaceAll("\n", "\n               ");
}

export { runText as i, migrationText as n, runErrorTexts as r, errorText as t };