import { n as __name } from "../rolldown-runtime.js";
import { t as blockerText } from "../engine/cutover/blockers.js";
import { t as clip } from "./clip.js";
import { n as progressLine } from "./progress-line.js";
import { i as formatNumberOf, r as formatDuration } from "./quantity.js";
import { c as stateWords } from "./words.js";

// src/report/status-text.ts
/** What is running in a database, was left behind there, or ended lately; a paragraph each. */
function statusText(migrations) {
	const finished = migrations.filter(({ life }) => life === "finished");
	const current = migrations.filter(({ life }) => life !== "finished");
	return [...current.length === 0 ? ["No migration is running."] : current.map(currentText), ...finished.length === 0 ? [] : [["Finished lately:", ...finished.map(finishedText)].join("\n")]].join("\n\n");
}
/** How far it is, in one line. */
function statusLine({ table, life, state, swapped, silentMs, progress }) {
	const far = progress === null ? stateWords[state] : `${state === "paused" ? "paused: " : ""}${progressLine(progress)}`;
	if (life === "running") return `${table}: ${far}`;
	const ago = formatDuration(silentMs);
	if (life === "yielded") return `${table}: yielded ${ago} ago; the next run goes on with it, and abort ends it`;
	if (swapped) return `${table}: swapped, and its run died ${ago} ago before it could say so; the next run finishes what is left, and so does cleanup`;
	return progress === null ? `${table}: its run died ${ago} ago while it was ${far}` : `${table}: left behind ${ago} ago while ${far}; the next run goes on with it, and cleanup removes it`;
}
function currentText(migration) {
	const { statement, startedAt, id, life, silentMs, cutover } = migration;
	const heard = life === "running" ? [`last sign of life ${formatDuration(silentMs)} ago`] : [];
	return [
		statusLine(migration),
		clip(statement, 200),
		[
			`started ${startedAt ?? "at an unknown time"}`,
			`id ${id}`,
			...heard
		].join(" · "),
		...originLines(migration),
		...failureLines(cutover)
	].join("\n  ");
}
function originLines({ run: { url, pullRequest, commit, actor } }) {
	const parts = [
		...pullRequest === null ? [] : [`pull request #${pullRequest}`],
		...commit === null ? [] : [`commit ${commit.slice(0, 12)}`],
		...actor === null ? [] : [`by ${actor}`],
		...url === null ? [] : [url]
	];
	return parts.length === 0 ? [] : [parts.join(" · ")];
}
function failureLines({ attempts, lastFailure }) {
	if (lastFailure === null) return [];
	const { why, agoMs, blockers } = lastFailure;
	return [`cutover attempt ${attempts} was undone ${formatDuration(agoMs)} ago: ${why}`, ...blockers.map((blocker) => `  blocked by ${blockerText(blocker)}`)];
}
function finishedText({ table, state, finishedAt, statement, outcome }) {
	const rows = outcome === null || outcome.rowsCopied === 0 ? [] : [`${formatNumberOf(outcome.rowsCopied, "row")} copied`];
	const took = outcome === null ? [] : [`in ${formatDuration(outcome.durationMs)}`];
	const error = outcome?.error ? [outcome.error.code] : [];
	return `  ${table}: ${[
		`${stateWords[state]} ${finishedAt ?? ""}`.trim(),
		...took,
		...rows,
		...error
	].join(" · ")} · ${clip(statement, 100)}`;
}

export { statusText as n, statusLine as t };