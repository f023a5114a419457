import { r as __name } from "../rolldown-runtime.js";
import { t as appliedWhen } from "../commands/ledger/applied.js";
import { t as keptFromRunning } from "../commands/statements/kept-from-running.js";
import { t as formatMoment } from "../support/moment.js";
import { a as sentence } from "../support/errors.js";
import { i as formatNumberOf, r as formatDuration, t as formatBytes } from "./quantity.js";

// src/report/words.ts
/** Of a statement that a pull request does not bring, and that is still to be run. */
const alsoPendingSentence = "also pending: the pull request does not change this file, and the run after the merge runs it too";
/** `Its last run failed on 2026-01-02 03:04 UTC (#7): …` */
function describeLastRun({ state, finished, pullRequest, why }, statement) {
	const when = finished === null ? "" : ` on ${formatMoment(finished)}`;
	const whose = pullRequest === null ? "" : ` (#${pullRequest})`;
	const isSaid = statement.kind === "refused" && statement.error.message === why;
	const said = why === null || isSaid ? "." : `: ${sentence(why)}`;
	return `Its last run ${state === "failed" ? "failed" : "was ended"}${when}${whose}${said} The next run begins it again, whatever merge starts it. ${state === "failed" ? mendIt : keptFromRunning}`;
}
const mendIt = "To keep it from running as it is, mend its file in a pull request, or take it away.";
/** Of a statement that was reverted. A file that was moved is the same file. */
function howAgain({ movedFrom }) {
	return movedFrom === void 0 ? "To make the change again, leave this file, and write the change into a new one beside it." : `It is ${movedFrom}, which was moved. To make the change again, put ${movedFrom} back, and write the change into a new file beside it.`;
}
/** Of applied files that a pull request takes away. */
function describeDeleted({ file, finished, statements, written, reverted }) {
	const applied = `${file} is deleted. ${statements < written ? `Of its ${written} statements ${statements} ${statements === 1 ? "was" : "were"}` : "It was"} applied ${appliedWhen({ finished })}`;
	if (reverted === statements) return `${applied}, and is reverted.`;
	return `${applied}, and ${reverted === 0 ? "nothing of that" : `only ${reverted} of its ${statements} statements`} is reverted: a new file makes the change back.`;
}
/** The states as a person reads them. */
const stateWords = {
	queued: "queued",
	preflight: "checking",
	copying: "copying",
	catching_up: "catching up",
	verifying: "verifying",
	waiting_for_cutover: "waiting for cutover",
	cutting_over: "cutting over",
	completed: "completed",
	yielded: "yielded",
	paused: "paused",
	aborted: "aborted",
	failed: "failed",
	reverted: "reverted"
};
const stateIcons = {
	queued: "⏳",
	preflight: "🔎",
	copying: "🚢",
	catching_up: "🚢",
	verifying: "🔎",
	waiting_for_cutover: "✋",
	cutting_over: "🔁",
	completed: "✅",
	yielded: "⏸️",
	paused: "⏸️",
	aborted: "⏹️",
	failed: "❌",
	reverted: "↩️"
};
const algorithmWords = {
	instant: "⚡ instant",
	inplace: "🔧 in place",
	copy: "🚢 copy",
	direct: "▶️ direct"
};
const severityIcons = {
	error: "❌",
	warning: "⚠️",
	notice: "💡"
};
/**
* What became of a table, as a sentence.
*
* @param code of the error that ended its migration; others may have changed the table meanwhile
* @param isChangedBefore whether earlier statements of the run have changed it
*/
function tableStateSentence(state, table, code, isChangedBefore = false) {
	const name = table === "" ? "The table" : table;
	switch (state) {
		case "unchanged":
			if (code === "already-running" || code === "plan-changed") return `This run did not touch ${name === "The table" ? "the table" : name}.`;
			if (code === "original-changed") return `This run changed nothing of ${name === "The table" ? "the table" : name}; somebody else may have.`;
			if (isChangedBefore) return `${name} is as the statements before this one have left it.`;
			if (code === "unknown-table") return "Nothing was changed.";
			return `${name} is as it was.`;
		case "changed": return `${name} is changed.`;
		case "unknown": return `Nobody knows whether ${name === "The table" ? "the table" : name} was changed: look at it before anything else is run.`;
	}
}
/** `1 error and 2 warnings`; empty parts are left out. */
function enumerate(parts) {
	return parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1) ?? ""}`;
}
function describeDeferral({ indexes, reason }) {
	if (indexes.length === 0) return `Indexes are filled along with the rows: ${reason}.`;
	const [what, are] = indexes.length === 1 ? ["Index", "is"] : ["Indexes", "are"];
	return `${what} ${enumerate(indexes)} ${are} built after the copy: ${reason}.`;
}
/** Whether the statement can be reverted, and what that would cost. */
function describeWayBack(verdict) {
	if (!verdict.isOpen) return `There is no way back. ${verdict.reason}`;
	const { lostColumns } = verdict;
	const columns = `the column${lostColumns.length === 1 ? "" : "s"} ${enumerate(lostColumns)} would be lost`;
	return `With \`retired: keep\` it can be reverted${lostColumns.length === 0 ? "" : `: ${columns}`}.`;
}
/** One sentence. The duration is rounded to one digit, because a sample is not more precise. */
function describeEstimate({ durationMs, diskBytes, binlogBytes, cutoverMs, sampledRows }) {
	const duration = durationMs < 1e3 ? "a second" : formatDuration(roundRoughly(durationMs));
	return `${sampledRows === 0 ? "Too few rows to measure" : `From a sample of ${formatNumberOf(sampledRows, "row")}`}: about ${duration}, two to three times that among writers; ${formatBytes(diskBytes)} of disk and ${formatBytes(binlogBytes)} of binary log; writers wait some ${formatDuration(Math.max(10, Math.ceil(cutoverMs / 10) * 10))} at the cutover.`;
}
/** Disk and binary log of a copy, in two sentences. */
function describeSpace({ peakBytes, binlogBytes, derivation }) {
	return `At its peak the copy takes ${formatBytes(peakBytes)} of disk beside the table, ${formatBytes(binlogBytes)} of it binary log. ${derivation}`;
}
/** How much what goes is read. */
function describeUse({ server, since, rowsRead, indexes }, { indexes: gone }) {
	const parts = gone.flatMap((name) => indexes.filter((index) => index.name === name)).map((index) => `${formatNumberOf(index.rowsRead, "row")} by ${index.name}`);
	const detail = parts.length === 0 ? "" : ` (${enumerate(parts)})`;
	return `Since ${formatMoment(since)} ${server} has read ${formatNumberOf(rowsRead, "row")} of the table${detail}; what plans have read is among them.`;
}
/** Which server was asked, and what could not be checked. */
function describeAsked(asked) {
	const sentence = `Asked: ${asked.host}:${asked.port}, ${describeProduct(asked)}.`;
	const unchecked = describeNotChecked(asked);
	return unchecked === null ? sentence : `${sentence} ${unchecked}`;
}
/** `MySQL 9.7.4, a replica` */
function describeProduct({ flavor, version, role }) {
	return `${flavor === "mysql" ? "MySQL" : "MariaDB"} ${version}, ${role === "replica" ? "a replica" : "a primary"}`;
}
/** What a plan on a replica leaves open where the target could not be asked. */
function describeNotChecked({ notChecked }) {
	return notChecked === null ? null : `Not checked: the privileges, the binary log and the tables of earlier migrations on the target, and whether one is running. ${notChecked}`;
}
function roundRoughly(value) {
	return Number(value.toPrecision(1));
}

export { stateWords as _, describeDeleted as a, describeNotChecked as c, describeUse as d, describeWayBack as f, stateIcons as g, severityIcons as h, describeDeferral as i, describeProduct as l, howAgain as m, alsoPendingSentence as n, describeEstimate as o, enumerate as p, describeAsked as r, describeLastRun as s, algorithmWords as t, describeSpace as u, tableStateSentence as v };