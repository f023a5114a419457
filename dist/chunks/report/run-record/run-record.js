import { r as __name } from "../../rolldown-runtime.js";
import { t as nowMs } from "../../support/clock.js";
import { i as formatNumberOf, r as formatDuration } from "../quantity.js";
import { t as appliedWhen } from "../../commands/ledger/applied.js";
import { _ as stateWords } from "../words.js";
import { n as migrationText } from "../outcome-text.js";
import { t as clip } from "../clip.js";
import { n as blockerText } from "../../engine/cutover/blockers.js";
import { t as leftOutTexts } from "../left-out.js";
import { n as progressLine } from "../progress-line.js";
import { o as Samples } from "../report-page/secrets.js";

// src/report/not-due.ts
/** What a run has left to that of a newer commit, as sentences of plain text. */
function notDueText({ statements: [first, ...others], why }) {
	const behind = others.filter(({ file }) => file !== first?.file).length;
	return [
		`${why}. This run goes by an older commit, so it leaves that file`,
		behind === 0 ? "" : ` and ${formatNumberOf(behind, "statement")} behind it`,
		" to the run of the newest commit."
	].join("");
}

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
		case "not-due": return notDueText(event);
		case "finding": {
			const { severity, rule, title, message } = event.finding;
			return `${severity === "notice" ? "Notice" : "Warning"}: ${title} (${rule}). ${indent(message)}`;
		}
		case "warning":
		case "not-compared": return `Warning: ${indent(event.message)}`;
		case "queued": return null;
	}
}
/** A value with a line break must not begin a line as the log does. */
function indent(text) {
	return text.replaceAll("\n", "\n  ");
}
function attemptLines(attempt, failure, blockers) {
	return [`Cutover attempt ${attempt} was undone: ${failure}`, ...blockers.map((blocker) => `  blocked by ${blockerText(blocker)}`)].join("\n");
}
function engineLine(event) {
	switch (event.type) {
		case "notice": return event.message;
		case "resumed": return `This goes on with the migration whose last sign of life was ${formatDuration(event.ageMs)} ago. ${whatIsKept(event.rows)}.`;
		case "cutover-attempt": return event.failure === null ? null : attemptLines(event.attempt, event.failure, event.blockers);
		case "state":
		case "swapped":
		case "way-back":
		case "definition":
		case "progress": return null;
	}
}
function whatIsKept(rows) {
	if (rows === null) return "What it has brought over to the table as it was is kept";
	return rows === 0 ? "No chunk was noted as copied yet" : `${formatNumberOf(rows, "row")} ${rows === 1 ? "is" : "are"} kept`;
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

// src/report/run-record/bounded.ts
/** The first and the last of many things. Those between are only counted, so that days of a run take no more memory than an hour. */
var Bounded = class {
	#first = [];
	#last = [];
	#leftOut = 0;
	#half;
	constructor(limit) {
		this.#half = Math.ceil(limit / 2);
	}
	add(thing) {
		if (this.#first.length < this.#half) {
			this.#first.push(thing);
			return;
		}
		this.#last.push(thing);
		if (this.#last.length <= this.#half) return;
		this.#last.shift();
		this.#leftOut += 1;
	}
	get all() {
		return [...this.#first, ...this.#last];
	}
	get leftOut() {
		return this.#leftOut;
	}
};

// src/report/run-record/hold-spans.ts
/** Holds that are no further apart are one to a reader; commits may be slow for a moment every other second. */
const closeMs = 3e3;
const mostSpans = 200;
/** What held the copy, and when. Of a long run holds that are close to each other are told as one. */
var HoldSpans = class {
	#spans = [];
	#closeMs = closeMs;
	add({ holds, lockedBy }, atMs) {
		for (const { reason, forMs, reading } of holds) {
			const span = {
				reason,
				fromMs: Math.max(0, atMs - forMs),
				toMs: atMs,
				times: 1,
				worst: reading,
				lockedBy: reason === "table-locked" || reason === "prepared-xa" ? lockedBy : null
			};
			this.#put(span);
		}
		while (this.#spans.length > 200) this.#thin();
	}
	/** In the order of their beginnings. */
	get all() {
		return this.#spans.toSorted((one, other) => one.fromMs - other.fromMs);
	}
	#put(span) {
		const index = this.#spans.findLastIndex((other) => isSameCause(other, span));
		const last = this.#spans[index];
		if (last === void 0 || span.fromMs - last.toMs > this.#closeMs) this.#spans.push(span);
		else this.#spans[index] = join(last, span);
	}
	#thin() {
		this.#closeMs *= 2;
		const spans = this.all;
		this.#spans = [];
		for (const span of spans) this.#put(span);
	}
};
function isSameCause(one, other) {
	return one.reason === other.reason && (one.worst?.of ?? null) === (other.worst?.of ?? null);
}
/** The same hold, seen again, or another one that follows closely. */
function join(first, second) {
	const isSameHold = second.fromMs <= first.toMs;
	return {
		reason: first.reason,
		fromMs: Math.min(first.fromMs, second.fromMs),
		toMs: Math.max(first.toMs, second.toMs),
		times: first.times + second.times - (isSameHold ? 1 : 0),
		worst: worse(first.worst, second.worst),
		lockedBy: second.lockedBy ?? first.lockedBy
	};
}
/** What could not be measured is the worst. */
function worse(first, second) {
	if (first === null || second === null) return first ?? second;
	if (first.observed === null) return first;
	return second.observed === null || second.observed > first.observed ? second : first;
}

// src/report/run-record/run-record.ts
/** One statement of a run over time. All times are since it began. */
var StatementRecord = class {
	file;
	text;
	/** As the run calls it. */
	table;
	startedAt = /* @__PURE__ */ new Date();
	#startedMs = nowMs();
	#endedMs = null;
	phases = new Bounded(200);
	samples;
	holds = new HoldSpans();
	attempts = new Bounded(100);
	notices = new Bounded(60);
	kept = null;
	definition = null;
	constructor({ statement: { file, text }, table }, mostSamples) {
		this.file = file;
		this.table = table;
		this.text = text;
		this.samples = new Samples(mostSamples);
	}
	/** Until now while it goes on. */
	get tookMs() {
		return (this.#endedMs ?? nowMs()) - this.#startedMs;
	}
	end() {
		this.#endedMs = nowMs();
	}
	note(event) {
		const atMs = nowMs() - this.#startedMs;
		switch (event.type) {
			case "state":
				if (isPhase(event.state)) this.phases.add({
					state: event.state,
					fromMs: atMs
				});
				return;
			case "progress":
				this.samples.add(event.progress, atMs);
				return this.holds.add(event.progress, atMs);
			case "cutover-attempt": {
				const { attempt, lockedMs, failure, blockers } = event;
				return this.attempts.add({
					number: attempt,
					atMs,
					lockedMs,
					failure,
					blockers
				});
			}
			case "notice": return this.notices.add({
				atMs,
				message: event.message
			});
			case "resumed":
				this.kept = {
					migrationId: event.migrationId,
					rows: event.rows ?? 0,
					ageMs: event.ageMs
				};
				return;
			case "definition":
				this.definition = {
					before: event.before,
					after: event.after
				};
				return;
			case "swapped":
			case "way-back": return;
		}
	}
};
/** Of all statements of a run together. Each keeps fewer where there are many. */
const mostSamplesOfRun = 6e3;
/** What a run did over time, in bounded memory. It takes news in at once. */
var RunRecord = class {
	statements = [];
	#queued = 1;
	observe(event) {
		switch (event.type) {
			case "queued":
				this.#queued = event.statements.length;
				return;
			case "started":
				this.#queued = Math.max(this.#queued, event.total);
				this.statements.push(new StatementRecord(event, this.#share()));
				return;
			case "engine": return this.statements.at(-1)?.note(event.event);
			case "finished": return this.statements.at(-1)?.end();
			case "already-applied":
			case "finding":
			case "left-out":
			case "not-due":
			case "resumed":
			case "warning":
			case "not-compared": return;
		}
	}
	#share() {
		return Math.min(600, Math.max(40, Math.floor(mostSamplesOfRun / this.#queued)));
	}
};
function isPhase(state) {
	switch (state) {
		case "preflight":
		case "copying":
		case "catching_up":
		case "verifying":
		case "waiting_for_cutover":
		case "cutting_over":
		case "paused": return true;
		case "queued":
		case "completed":
		case "yielded":
		case "aborted":
		case "failed":
		case "reverted": return false;
	}
}

export { notDueText as i, openRunLog as n, eventLine as r, RunRecord as t };