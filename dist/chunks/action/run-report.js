import { r as __name } from "../rolldown-runtime.js";
import { t as code } from "../support/code-span.js";
import { s as copyRates, t as secretsOf } from "../report/report-page/secrets.js";
import { n as codeBlock, r as details } from "../report/markdown.js";
import { _ as stateWords } from "../report/words.js";
import { r as messageOf } from "../support/errors.js";
import { r as log, u as warn } from "./core.js";
import { t as publish } from "./outputs.js";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";

// src/report/run-chart.ts
/** A summary is read at a glance; the page with charts has all of them. */
const mostStatements = 3;
/** As many as a drawing of GitHub shows apart. */
const mostPoints = 60;
const mostBars = 12;
/** Of the whole time; what is shorter could not be seen. */
const leastShare = .005;
/**
* Phases, holds, copy rate and lag of the statements of a run, in Mermaid, which GitHub draws. Only words and numbers of ours stand
* in it. Empty where nothing took time.
*/
function runChart({ statements }) {
	return statements.filter(({ samples }) => samples.all.length >= 3).slice(0, mostStatements).map(drawingsOf).join("\n\n");
}
function drawingsOf(record) {
	const { all } = record.samples;
	const began = record.phases.all.find(({ state }) => state === "copying")?.fromMs ?? 0;
	const rates = copyRates(all, {
		atMs: began,
		rowsCopied: record.kept?.rows ?? 0
	});
	const lags = all.map(({ atMs, lagMs }) => ({
		atMs,
		value: lagMs
	}));
	const isCopied = rates.some(({ value }) => value !== null && value > 0);
	const body = [
		timelineOf(record),
		...isCopied ? [curveOf("Rows copied per second", "rows/s", rates, record.tookMs)] : [],
		curveOf("Lag of the stream of changes", "ms", lags, record.tookMs)
	].map((drawing) => codeBlock("mermaid", drawing)).join("\n\n");
	return details(`Timeline, copy rate and lag of ${record.table}`, body);
}
/** On the clock of whoever looks at it. */
function timelineOf({ phases, holds, attempts, startedAt, tookMs }) {
	const at = (ms) => startedAt.getTime() + Math.round(ms);
	const bars = phases.all.map(({ state, fromMs }, index) => ({
		name: stateWords[state],
		fromMs,
		toMs: phases.all[index + 1]?.fromMs ?? tookMs
	})).map(({ name, fromMs, toMs }) => `    ${name} :${at(fromMs)}, ${at(toMs)}`);
	const held = longest(holds.all, tookMs).map(({ reason, fromMs, toMs }) => `    ${reason} :active, ${at(fromMs)}, ${at(toMs)}`);
	const tried = attempts.all.map(({ number, atMs, failure }) => {
		return `    attempt ${number}${failure === null ? "" : " undone"} :${failure === null ? "milestone" : "crit, milestone"}, ${at(atMs)}, ${at(atMs)}`;
	});
	return [
		"gantt",
		"  dateFormat x",
		"  axisFormat %H:%M:%S",
		"  todayMarker off",
		...section("Phases", bars),
		...section("Held", held),
		...section("Cutover", tried)
	].join("\n");
}
function section(name, bars) {
	return bars.length === 0 ? [] : [`  section ${name}`, ...bars.slice(-12)];
}
function longest(holds, untilMs) {
	const visible = holds.filter(({ fromMs, toMs }) => toMs - fromMs >= leastShare * untilMs);
	const chosen = new Set(visible.toSorted((a, b) => b.toMs - b.fromMs - (a.toMs - a.fromMs)).slice(0, mostBars));
	return holds.filter((hold) => chosen.has(hold));
}
/** Its own is too pale to be seen. */
const lineColor = "%%{init: {\"themeVariables\": {\"xyChart\": {\"plotColorPalette\": \"#3b82f6\"}}}}%%";
/** The points stand at even distances; each is the greatest of its part of the time. */
function curveOf(title, unit, points, untilMs) {
	const count = Math.max(2, Math.min(mostPoints, points.length));
	const values = Array.from({ length: count }, (_, index) => {
		const [fromMs, toMs] = [untilMs * index / count, untilMs * (index + 1) / count];
		const part = points.filter(({ atMs }) => atMs > fromMs && atMs <= toMs);
		const next = points.find(({ atMs }) => atMs > toMs);
		const known = part.length === 0 && next !== void 0 ? [next] : part;
		return Math.round(Math.max(0, ...known.map(({ value }) => value ?? 0)));
	});
	const time = unitOf(untilMs);
	return [
		lineColor,
		"xychart-beta",
		`  title "${title}"`,
		`  x-axis "${time.name}" 0 --> ${Number((untilMs / time.ms).toPrecision(3))}`,
		`  y-axis "${unit}" 0 --> ${Math.max(1, ...values)}`,
		`  line [${values.join(", ")}]`
	].join("\n");
}
function unitOf(untilMs) {
	if (untilMs < 12e4) return {
		name: "seconds",
		ms: 1e3
	};
	return untilMs < 72e5 ? {
		name: "minutes",
		ms: 6e4
	} : {
		name: "hours",
		ms: 36e5
	};
}

// src/action/run-report.ts
/**
* Writes the page with charts of a run, and tells its path. Whatever keeps it from being written is only warned of.
*
* @returns for the job summary: the run as GitHub draws it, and where the page is
*/
async function writeReport({ settings, runner }, outcome, record, verdict) {
	const path = join(runner.temporary, "ghostship-report.html");
	try {
		const { reportPage } = await import("../report/report-page/report-page.js");
		const run = {
			outcome,
			record,
			verdict,
			runUrl: runner.runUrl,
			secrets: secretsOf(settings)
		};
		await writeFile(path, await reportPage(run));
	} catch (error) {
		warn(`The report of the run could not be written: ${messageOf(error)}`);
		return runChart(record);
	}
	publish({ report: path });
	log(`A page with charts of the run is in ${path}.`);
	const where = `A page with charts of this run is in ${code(path)} on the runner, which is the output ${code("report")}: a step with \`actions/upload-artifact\` keeps it.`;
	return [runChart(record), where].filter((part) => part !== "").join("\n\n");
}

export { writeReport as t };