import { n as __name } from "../rolldown-runtime.js";
import { t as nowMs } from "../support/clock.js";
import { t as appliedWhen } from "../commands/ledger/applied.js";
import { t as blockerText } from "../engine/cutover/blockers.js";
import { t as clip } from "./clip.js";
import { t as leftOutTexts } from "./left-out.js";
import { n as migrationText } from "./outcome-text.js";
import { i as formatNumberOf, r as formatDuration } from "./quantity.js";
import { n as progressLine } from "./progress-line.js";
import { c as stateWords } from "./words.js";

// src/report/event-line.ts
/** What is worth a line of its own in a log, whatever shows the progress; `null` for the rest. */
function eventLine(event) {
	switch (event.type) {
		case "already-applied": {
			const { file, line, applied } = event.statement;
			return `${file}:${line} was applied ${appliedWhen(applied)}${applied.isReverted ? ", and is reverted" : ""}; it is not run again.`;
		}
		case "started": return `${event.number} of ${event.total}: ${clip(event.statement.text, 160)}`;
		case "engine": return engineLine(event.event);
		case "finished": return event.outcome.error === null ? migrationText(event.outcome) : null;
		case "resumed": return [...event.swap.notices, migrationText(event.swap.outcome)].join("\n");
		case "left-out": return leftOutTexts(event.parts).join("\n");
		case "finding": {
			const { severity, rule, title, message } = event.finding;
			return `${severity === "notice" ? "Notice" : "Warning"}: ${title} (${rule}). ${message}`;
		}
		case "warning": return `Warning: ${event.message}`;
		case "queued": return null;
	}
}
function attemptLines(attempt, failure, blockers) {
	return [`Cutover attempt ${attempt} was undone: ${failure}`, ...blockers.map((blocker) => `  blocked by ${blockerText(blocker)}`)].join("\n");
}
function engineLine(event) {
	switch (event.type) {
		case "notice": return event.message;
		case "resumed": {
			const rows = event.rows === 0 ? "No chunk was noted as copied yet" : `${formatNumberOf(event.rows, "row")} are kept`;
			return `This goes on with the migration whose last sign of life was ${formatDuration(event.ageMs)} ago. ${rows}.`;
		}
		case "cutover-attempt": return event.failure === null ? null : attemptLines(event.attempt, event.failure, event.blockers);
		case "state":
		case "swapped":
		case "way-back":
		case "progress": return null;
	}
}

// src/report/run-log.ts
/** Often enough to show that the run is alive, and rare enough for a readable log. */
const lineEveryMs = 1e4;
/** A run as a log shows it: a change of state at once, progress now and then. Gives the lines for each event. */
function openRunLog() {
	let table = "";
	let lastLineAt = nowMs();
	return (event) => {
		if (event.type === "started") table = event.table;
		const line = eventLine(event) ?? advance(event, nowMs() - lastLineAt);
		if (line === null) return [];
		lastLineAt = nowMs();
		return [event.type === "engine" ? `${table}: ${line}` : line];
	};
}
function advance(event, silentMs) {
	if (event.type !== "engine") return null;
	if (event.event.type === "state") return isLast(event.event.state) ? null : stateWords[event.event.state];
	if (event.event.type === "progress" && silentMs >= lineEveryMs) return progressLine(event.event.progress);
	return null;
}
/** The outcome follows, and says more. */
function isLast(state) {
	return state === "completed" || state === "reverted" || state === "failed" || state === "aborted";
}

export { eventLine as n, openRunLog as t };