import { c as tableStateSentence, d as formatDuration, f as formatNumberOf, i as enumerate, s as stateWords, u as formatCount } from "./words.js";
// src/report/outcome-verdict.ts
function outcomeVerdict({ state, migrations, error }) {
	let done = migrations.filter((migration) => migration.state === "completed");
	if (state === "completed") return done.length === 0 ? {
		kind: "nothing",
		title: "Nothing to do",
		sentence: "Everything is applied already."
	} : {
		kind: "done",
		title: "Shipped",
		sentence: shipped(done)
	};
	let stopped = migrations.find((migration) => migration.state !== "completed" && migration.state !== "queued"), waiting = migrations.filter((migration) => migration.state === "queued").length, sentence = [
		stopped === void 0 ? error?.message ?? "It did not start." : whatStopped(stopped),
		...done.length === 0 ? [] : [`Completed before it: ${formatNumberOf(done.length, "statement")}, ${price(done)}.`],
		...waiting === 0 ? [] : [`${formatNumberOf(waiting, "statement was", "statements were")} not started.`]
	].join(" ");
	return state === "aborted" ? {
		kind: "stopped",
		title: "Aborted",
		sentence
	} : state === "yielded" ? {
		kind: "stopped",
		title: "To be continued",
		sentence
	} : {
		kind: "failed",
		title: stopped?.tableState === "unknown" ? "A person must look" : "Failed",
		sentence
	};
}
/** `users is changed: 2.8 M rows copied in 42 s, writers waited 23 ms.` */
function shipped(done) {
	let tables = [...new Set(done.map(({ table }) => table))];
	return `${enumerate(tables)} ${tables.length === 1 ? "is" : "are"} changed: ${price(done)}.`;
}
function price(done) {
	let rows = done.reduce((total, { rowsCopied }) => total + rowsCopied, 0), duration = formatDuration(done.reduce((total, { durationMs }) => total + durationMs, 0)), lockedMs = Math.max(...done.map((migration) => migration.lockedMs)), work = rows > 0 ? `${formatNumberOf(rows, "row")} copied in ${duration}` : `done in ${duration}`;
	return lockedMs > 0 ? `${work}, writers waited ${formatDuration(lockedMs)}` : work;
}
function whatStopped({ table, tableState, state }) {
	let migration = table === "" ? "A statement" : `The migration of ${table}`, end = state === "aborted" ? "was aborted" : state === "yielded" ? "goes on in another run" : "failed";
	return tableState === "unchanged" ? `${migration} ${end}; ${table === "" ? "nothing was changed" : `${table} is as it was before it`}.` : `${migration} ${end}. ${tableStateSentence(tableState, table)}`;
}
// src/report/outcome-text.ts
/** How one statement ended, in a line or two. */
function migrationText(outcome) {
	let { table, state, algorithm, rowsCopied, changesApplied, durationMs, lockedMs, verified, retired, error } = outcome;
	return error === null ? [
		`${table}: ${stateWords[state]}${algorithm === null ? "" : ` (${algorithm === "inplace" ? "in place" : algorithm})`} in ${formatDuration(durationMs)}`,
		...algorithm === "copy" ? [`${formatNumberOf(rowsCopied, "row")} copied`, `${formatNumberOf(changesApplied, "change")} applied`] : [],
		...lockedMs > 0 ? [`writers waited ${formatDuration(lockedMs)}`] : [],
		...verified === null ? [] : [`${formatCount(verified.rows)} rows verified, ${formatCount(verified.differences)} different`],
		...retired === null ? [] : [`the table as it was is kept as ${retired}`]
	].join(" · ") : errorText(error, {
		table,
		state: outcome.tableState
	});
}
/** The last word of a run. */
function runText(outcome) {
	let { title, sentence } = outcomeVerdict(outcome);
	return `${title}. ${sentence}`;
}
/**
* For somebody at two in the morning: what happened, what became of the table, what to do.
*
* @param about `null` where no table was touched at all
*/
function errorText({ code, message, hint }, about) {
	let table = about === null ? [] : [`The table:     ${tableStateSentence(about.state, about.table)}`];
	return [
		`What happened: ${indent(message)} [${code}]`,
		...table,
		`What to do:    ${indent(hint)}`
	].join("\n");
}
function indent(text) {
	return text.replaceAll("\n", "\n               ");
}
export { outcomeVerdict as i, migrationText as n, runText as r, errorText as t };
