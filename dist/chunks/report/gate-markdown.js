import { r as __name } from "../rolldown-runtime.js";
import { n as code, r as codeBlock, s as link, t as alert, u as prose } from "./markdown.js";
import { r as formatDuration } from "./quantity.js";
import { _ as stateWords } from "./words.js";

// src/report/gate-markdown.ts
const kind = "IMPORTANT";
/** What is about to happen, and who says when; GitHub notifies the reviewers that are named. */
function gateMarkdown(gate) {
	const { table, statement, reviewers, actionsUrl, runUrl, yields } = gate;
	const name = quotedTable(table);
	const mentions = reviewers.map((reviewer) => `@${reviewer}`).join(" ");
	const goingOn = gate.isRevert ? `write ${code("/ghostship revert")} again` : "run the workflow again, or wait for its schedule";
	const after = yields ? [`The run has ended meanwhile. Once that is said, ${goingOn}.`] : [];
	return [
		`## ✋ Ghostship · ${prose(table)} waits for a person`,
		alert(kind, `**${prose(gateText(gate))}**`),
		codeBlock("sql", statement),
		[
			"To swap the tables, do one of these:",
			`- write ${code(`/ghostship cutover ${name}`)} in a comment of this pull request`,
			`- run ${code(`ghostship cutover --table ${name}`)} in a terminal, with the target`,
			`- run your workflow for commands by hand on ${link("the Actions page", actionsUrl)}, with the command ${code(`cutover ${name}`)}`
		].join("\n"),
		`To end it and leave the table as it is: ${code(`/ghostship abort ${name}`)}.`,
		...after,
		...mentions === "" ? [] : [`cc ${mentions}`],
		`<sub>${link("log", runUrl)}</sub>`
	].join("\n\n");
}
/** The same in a few sentences of plain text. */
function gateText({ table, isRevert, actor, lockBudgetMs, retired }) {
	const who = actor === "" ? "" : ` in the run that ${actor} has started`;
	if (isRevert) return `The kept table of ${table} has every change since and is compared${who}. The swap that brings it back waits for a person. Writers then wait ${formatDuration(lockBudgetMs)} at most.`;
	const old = retired === "keep" ? "is kept" : "is dropped";
	return `Every row of ${table} is copied and compared${who}. The swap waits for a person. Writers then wait ${formatDuration(lockBudgetMs)} at most, and the old table ${old}.`;
}
/** In place of the news that it waits: nothing is left to be said, and the commands would reach nobody. */
function gateOverMarkdown(table, end) {
	return [`## Ghostship · ${prose(table)} waited for a person`, alert("NOTE", overText(table, end))].join("\n\n");
}
function overText(table, end) {
	if (end === "orphaned") return `**No file has its statement any more, so no run goes on with it.** ${code(`/ghostship abort ${quotedTable(table)}`)} removes what it has copied.`;
	if (end === "nothing-kept") return "**The run was stopped, and what it had copied could not be kept.** The next run begins anew, and asks again.";
	return `**It is over: ${end === "completed" ? "shipped" : stateWords[end]}**${end === "aborted" ? "." : ", see below."}`;
}
/** As a command takes it. */
function quotedTable(table) {
	return /^[\w$.]+$/u.test(table) ? table : `\`${table.replaceAll("`", "``")}\``;
}

export { quotedTable as i, gateOverMarkdown as n, gateText as r, gateMarkdown as t };