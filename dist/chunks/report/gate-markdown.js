import { r as __name } from "../rolldown-runtime.js";
import { t as code } from "../support/code-span.js";
import { i as inTerminal, r as inComment, t as commandWord } from "../support/command-words.js";
import { l as prose, n as codeBlock, o as link, t as alert } from "./markdown.js";
import { r as formatDuration } from "./quantity.js";
import { _ as stateWords } from "./words.js";

// src/report/gate-markdown.ts
const kind = "IMPORTANT";
/** What is about to happen, and who says when; GitHub notifies the reviewers that are named. */
function gateMarkdown(gate) {
	const { table, statement, reviewers, actionsUrl, runUrl, yields } = gate;
	const mentions = reviewers.map((reviewer) => `@${reviewer}`).join(" ");
	const goingOn = gate.isRevert ? `write ${code("/ghostship revert")} again` : "run the workflow again, or wait for its schedule";
	const after = yields ? [`The run has ended meanwhile. Once that is said, ${goingOn}.`] : [];
	return [
		`## ✋ Ghostship · ${prose(table)} waits for a person`,
		alert(kind, `**${prose(gateText(gate))}**`),
		codeBlock("sql", statement),
		[
			"To swap the tables, do one of these:",
			`- write ${inComment("cutover", table)} in a comment of this pull request`,
			`- run ${inTerminal("cutover", table)} in a terminal, with the target`,
			`- run your workflow for commands by hand on ${link("the Actions page", actionsUrl)}, with the command ${code(`cutover ${commandWord(table)}`)}`
		].join("\n"),
		`To end it and leave the table as it is: ${inComment("abort", table)}.`,
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
	if (end === "orphaned") return `**No file has its statement any more, so no run goes on with it.** ${inComment("abort", table)} removes what it has copied.`;
	if (end === "nothing-kept") return "**The run was stopped, and what it had copied could not be kept.** The next run begins anew, and asks again.";
	return `**It is over: ${end === "completed" ? "shipped" : stateWords[end]}**${end === "aborted" ? "." : ", see below."}`;
}

export { gateOverMarkdown as n, gateText as r, gateMarkdown as t };