import { r as __name } from "../rolldown-runtime.js";
import { a as isRevert } from "../commands/migrate/run-outcome.js";
import { n as blockerText } from "../engine/cutover/blockers.js";
import { i as inTerminal } from "../support/command-words.js";
import { t as formatMoment } from "../support/moment.js";
import { t as clip } from "./clip.js";
import { n as orphanedText } from "./orphan-text.js";
import { n as progressLine } from "./progress-line.js";
import { i as formatNumberOf, r as formatDuration } from "./quantity.js";
import { _ as stateWords } from "./words.js";

// src/report/status-text.ts
/**
* What is running in a database, was left behind there, or ended lately; a paragraph each.
*
* @param orphaned those of them that no file has the statement of any more
*/
function statusText(migrations, orphaned = []) {
	const finished = migrations.filter(({ life }) => life === "finished");
	const current = migrations.filter(({ life }) => life !== "finished");
	return [...current.length === 0 ? ["No migration is running."] : current.map((one) => currentText(one, orphaned.includes(one))), ...finished.length === 0 ? [] : [["Finished lately:", ...finished.map(finishedText)].join("\n")]].join("\n\n");
}
/** How far it is, in one line. */
function statusLine(migration) {
	const { table, life, state, swapped, became, silentMs, startedAt, progress } = migration;
	const far = progress === null ? stateWords[state] : `${state === "paused" ? "paused: " : ""}${progressLine(progress)}`;
	if (life === "running") return `${table}: ${far}`;
	const ago = formatDuration(silentMs);
	if (life === "yielded" && startedAt === null) return `${table}: not begun; the next run begins it in its turn`;
	const reverting = isRevert(migration) ? inTerminal("revert", table) : null;
	if (migration.awaitsCutover) return `${table}: yielded ${ago} ago, with all copied; it waits for the command cutover, and ${reverting ?? "the next run that has its statement"} swaps then. abort ends it`;
	if (life === "yielded") return `${table}: yielded ${ago} ago; ${reverting ?? "the next run that has its statement"} goes on with it, and abort ends it`;
	if (swapped) return `${table}: swapped, and its run died ${ago} ago before it could say so; the next run finishes what is left, and so does cleanup`;
	if (became === "done") return `${table}: the server has carried it out, and its run died ${ago} ago before it could say so; the next run writes that down, and so does cleanup`;
	if (became === "unclear") return `${table}: its run died ${ago} ago, and the tables do not tell whether its statement was carried out; the next run says what to look at`;
	const ending = reverting === null ? "the next run goes on with it, and cleanup removes it" : `${reverting} goes on with it where nobody has altered the table since, and abort ends it`;
	return progress === null ? `${table}: its run died ${ago} ago, and was ${far} when it last said so` : `${table}: left behind ${ago} ago, and was ${far} when it last said so; ${ending}`;
}
function currentText(migration, isOrphaned) {
	const { statement, id, life, silentMs, cutover } = migration;
	const heard = life === "running" ? [`last sign of life ${formatDuration(silentMs)} ago`] : [];
	return [
		isOrphaned ? orphanedText(migration) : statusLine(migration),
		clip(statement, 200),
		[
			startOf(migration),
			`id ${id}`,
			...heard
		].join(" · "),
		...takenLines(migration),
		...toldLines(migration),
		...originLines(migration),
		...waitLines(cutover),
		...failureLines(cutover)
	].join("\n  ");
}
/** An ended revert gives the table as it was its name back. */
function takenLines(migration) {
	const { inTheWay } = migration;
	if (inTheWay === null) return [];
	return [`${isRevert(migration) ? "whoever goes on with it or ends it" : "the run that goes on with it"} needs the name ${inTheWay}, which somebody's table has: rename that one first`];
}
/** What people have told it. While it runs, its first line has the rest. */
function toldLines({ life, became, paused, throttlePercent, cutoverOrdered }) {
	if (became !== null) return [];
	const cutover = cutoverOrdered ? ["swaps the tables as soon as everything is copied and compared"] : [];
	if (life === "running") return cutover.map((told) => `told by people: it ${told}`);
	const told = [
		...paused ? ["is paused until `ghostship resume`"] : [],
		...throttlePercent > 0 ? [`rests ${throttlePercent} % of the time`] : [],
		...cutover
	];
	return told.length === 0 ? [] : [`told by people: the run that goes on with it ${told.join(", and ")}`];
}
function startOf({ startedAt, life }) {
	if (startedAt !== null) return `started ${formatMoment(startedAt)}`;
	return life === "yielded" ? "not started" : "started at an unknown time";
}
function originLines({ run: { url, pullRequest, commit, actor, namespace } }) {
	const parts = [
		...namespace === null ? [] : [`namespace ${namespace}`],
		...pullRequest === null ? [] : [`pull request #${pullRequest}`],
		...commit === null ? [] : [`commit ${commit.slice(0, 12)}`],
		...actor === null ? [] : [`by ${actor}`],
		...url === null ? [] : [url]
	];
	return parts.length === 0 ? [] : [parts.join(" · ")];
}
function waitLines({ waiting }) {
	if (waiting === null) return [];
	const { forMs, blockers } = waiting;
	const whom = blockers.map((blocker) => `  blocked by ${blockerText(blocker)}`);
	return [`the cutover has waited for the table for ${formatDuration(forMs)}`, ...whom.length === 0 ? ["  the server does not show who has it"] : whom];
}
function failureLines({ attempts, lastFailure }) {
	if (lastFailure === null) return [];
	const { why, agoMs, blockers } = lastFailure;
	return [`cutover attempt ${attempts} was undone ${formatDuration(agoMs)} ago: ${why}`, ...blockers.map((blocker) => `  blocked by ${blockerText(blocker)}`)];
}
function finishedText({ table, state, finishedAt, statement, outcome, retired }) {
	const rows = outcome === null || outcome.rowsCopied === 0 ? [] : [`${formatNumberOf(outcome.rowsCopied, "row")} copied`];
	const took = outcome === null ? [] : [`in ${formatDuration(outcome.durationMs)}`];
	const error = outcome?.error ? [outcome.error.code] : [];
	const kept = retired === null ? [] : [keptText(retired)];
	return `  ${table}: ${[
		`${stateWords[state]} ${finishedAt === null ? "" : formatMoment(finishedAt)}`.trim(),
		...took,
		...rows,
		...error,
		...kept
	].join(" · ")} · ${clip(statement, 100)}`;
}
function keptText({ table, keptForMs }) {
	if (keptForMs === null) return `${table} is kept`;
	return keptForMs === 0 ? `${table} goes with the next cleanup` : `${table} is kept for another ${formatDuration(keptForMs)}`;
}

export { statusText as n, statusLine as t };