import { d as formatDuration, f as formatNumberOf, s as stateWords, u as formatCount } from "./words.js";
// src/report/progress-line.ts
/** `copying 43 % · 1.2 M of 2.8 M rows · 210 k rows/s · 8 s left · lag 40 ms` */
function progressLine(progress) {
	return parts(progress).join(" · ");
}
/** 0 to 100. The number of rows is an estimate that the copy may pass, so that 100 is only said when it is over. */
function copiedPercent({ state, rowsCopied, rowsEstimated }) {
	return state === "copying" ? Math.min(99, Math.floor(100 * rowsCopied / Math.max(1, rowsEstimated))) : stagesBeforeCopy.includes(state) ? 0 : 100;
}
const stagesBeforeCopy = ["queued", "preflight"], stagesBesideWriters = [
	"catching_up",
	"verifying",
	"waiting_for_cutover",
	"paused"
];
function parts(progress) {
	let { state, rowsCopied, rowsEstimated, changesApplied, dirtyKeys, elapsedMs, remainingMs, rowsPerSecond } = progress, lag = `lag ${formatDuration(progress.streamLagMs)}`, held = progress.holds.length === 0 ? [] : [`held by ${progress.holds.join(", ")}`];
	return state === "copying" ? [
		`copying ${copiedPercent(progress)} %`,
		`${formatCount(rowsCopied)} of ${formatNumberOf(Math.max(rowsEstimated, rowsCopied), "row")}`,
		...rowsPerSecond > 0 ? [`${formatCount(rowsPerSecond)} rows/s`] : [],
		...remainingMs === null ? [] : [`${formatDuration(remainingMs)} left`],
		lag,
		...held
	] : stagesBesideWriters.includes(state) ? [
		stateWords[state],
		...indexParts(progress),
		`${formatNumberOf(rowsCopied, "row")} copied`,
		`${formatNumberOf(changesApplied, "change")} applied`,
		...dirtyKeys > 0 ? [`${formatCount(dirtyKeys)} to go`] : [],
		lag,
		...held
	] : [stateWords[state], formatDuration(elapsedMs)];
}
function indexParts({ indexBuild }) {
	if (indexBuild === null) return [];
	let what = `building ${indexBuild.indexes} ${indexBuild.indexes === 1 ? "index" : "indexes"}`;
	return [indexBuild.share === null ? what : `${what}, ${Math.floor(indexBuild.share * 100)} %`];
}
export { progressLine as n, copiedPercent as t };
