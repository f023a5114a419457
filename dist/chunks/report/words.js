import { n as __name } from "../rolldown-runtime.js";
import { i as formatNumberOf, r as formatDuration, t as formatBytes } from "./quantity.js";

// src/report/words.ts
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
/** What became of a table, as a sentence. */
function tableStateSentence(state, table) {
	const name = table === "" ? "The table" : table;
	switch (state) {
		case "unchanged": return `${name} is as it was.`;
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
	return `With retired: keep it can be reverted${lostColumns.length === 0 ? "" : `: ${columns}`}.`;
}
/** One sentence. The duration is rounded to one digit, because a sample is not more precise. */
function describeEstimate({ durationMs, diskBytes, binlogBytes, cutoverMs, sampledRows }) {
	const duration = durationMs < 1e3 ? "a second" : formatDuration(roundRoughly(durationMs));
	return `From a sample of ${formatNumberOf(sampledRows, "row")}: about ${duration}, two to three times that among writers; ${formatBytes(diskBytes)} of disk and ${formatBytes(binlogBytes)} of binary log; writers wait some ${formatDuration(Math.max(10, Math.ceil(cutoverMs / 10) * 10))} at the cutover.`;
}
function roundRoughly(value) {
	return Number(value.toPrecision(1));
}

export { enumerate as a, stateWords as c, describeWayBack as i, tableStateSentence as l, describeDeferral as n, severityIcons as o, describeEstimate as r, stateIcons as s, algorithmWords as t };