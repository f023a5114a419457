import { r as __name } from "../rolldown-runtime.js";
import { n as holdText } from "./hold-text.js";
import { i as formatNumberOf, n as formatCount, r as formatDuration } from "./quantity.js";
import { _ as stateWords } from "./words.js";

// src/report/progress-line.ts
/** `copying 43 % · 1.2 M of 2.8 M rows · 210 k rows/s · 8 s left · lag 40 ms` */
function progressLine(progress) {
	return parts(progress).join(" · ");
}
/** 0 to 100. The copy may pass the estimated number of rows. So 100 is shown only when the copy is over. */
function copiedPercent({ state, rowsCopied, rowsEstimated }) {
	if (state !== "copying") return stagesBeforeCopy.includes(state) ? 0 : 100;
	return Math.min(99, Math.floor(100 * rowsCopied / Math.max(1, rowsEstimated)));
}
const stagesBeforeCopy = ["queued", "preflight"];
const stagesBesideWriters = [
	"catching_up",
	"verifying",
	"waiting_for_cutover",
	"paused"
];
function parts(progress) {
	const { state, rowsCopied, rowsEstimated, changesApplied, dirtyKeys, elapsedMs, remainingMs, rowsPerSecond } = progress;
	const lag = `lag ${formatDuration(progress.streamLagMs)}`;
	const holds = progress.holds.map((hold) => holdText(hold, progress));
	const held = [...progress.throttlePercent > 0 ? [`throttled ${progress.throttlePercent} %`] : [], ...holds.length === 0 ? [] : [`held by ${holds.join(", ")}`]];
	if (state === "copying") return [
		`copying ${copiedPercent(progress)} %`,
		`${formatCount(rowsCopied)} of ${formatNumberOf(Math.max(rowsEstimated, rowsCopied), "row")}`,
		...rowsPerSecond > 0 ? [`${formatCount(rowsPerSecond)} rows/s`] : [],
		...remainingMs === null ? [] : [`${formatDuration(remainingMs)} left`],
		lag,
		...held
	];
	if (!stagesBesideWriters.includes(state)) return [
		stateWords[state],
		formatDuration(elapsedMs),
		...held
	];
	return [
		stateWords[state],
		...indexParts(progress),
		`${formatNumberOf(rowsCopied, "row")} copied`,
		`${formatNumberOf(changesApplied, "change")} applied`,
		...dirtyKeys > 0 ? [`${formatCount(dirtyKeys)} to go`] : [],
		lag,
		...held
	];
}
function indexParts({ indexBuild }) {
	if (indexBuild === null) return [];
	const what = `building ${indexBuild.indexes} ${indexBuild.indexes === 1 ? "index" : "indexes"}`;
	return [indexBuild.share === null ? what : `${what}, ${Math.floor(indexBuild.share * 100)} %`];
}

export { progressLine as n, copiedPercent as t };