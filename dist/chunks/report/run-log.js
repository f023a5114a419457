import { n as __name } from "../rolldown-runtime.js";
import { t as nowMs } from "../support/clock.js";
import { r as messageOf, t as GhostshipError } from "../support/errors.js";
import { t as toGhostshipError } from "../commands/known-error.js";
import { i as runOutcome, n as failed, r as notStarted } from "../commands/migrate/run-outcome.js";
import { n as requireTarget } from "../commands/options/settings.js";
import { d as formatDuration, f as formatNumberOf, s as stateWords } from "./words.js";
import { n as migrationText } from "./outcome-text.js";
import { t as clip } from "./clip.js";
import { t as finishSwaps } from "../commands/ledger/finish-swaps.js";
import { t as Ledger } from "../commands/ledger/ledger.js";
import { t as blockerText } from "../engine/cutover/blockers.js";
import { n as progressLine } from "./progress-line.js";
import { i as partApplied, n as forbidden, r as lintPending, t as notAllowed } from "../commands/statements/refusal.js";
import { i as readSource, n as askMode, o as askHome, r as modeOf, t as leftOutTexts } from "../lint.js";
import { randomUUID } from "node:crypto";

// src/commands/migrate/migrate-source.ts
/**
* Runs the statements that the ledger does not have as completed, one after the other, and stops at the first failure.
* Unsupported statements, and those that the lint rules forbid, are refused before anything is run. Later failures are not
* thrown: they are in the outcome.
*
* @throws GhostshipError `bad-target` if there is no target
*/
async function migrateSource(work, observe, signal) {
	const startedAt = /* @__PURE__ */ new Date();
	const { settings } = work;
	const target = requireTarget(settings);
	const { source, problem } = await read(work, target);
	const statements = source.files.flatMap((file) => file.statements);
	if (problem !== null) return unasked(startedAt, statements, problem);
	const unreadable = source.files.flatMap(({ fault }) => fault === null ? [] : [fault]);
	if (unreadable.length > 0) return refuseFiles(startedAt, statements, unreadable);
	const refused = refusals(statements, ({ complaint }) => complaint === null ? null : new GhostshipError(complaint.code, complaint.message, { hint: complaint.hint }));
	if (refused.length > 0) return refuse(startedAt, statements, refused);
	const [first] = statements;
	if (first === void 0) return runOutcome(startedAt, []);
	const ledger = new Ledger(target);
	try {
		if (work.takesOver === true) await endDeadOwners(statements, target, settings, ledger, signal);
		const swaps = await finishSwaps(target, () => true, settings, ledger, signal);
		for (const swap of swaps) observe({
			type: "resumed",
			swap
		});
		const resumed = swaps.map(({ outcome }) => outcome);
		const completed = await ledger.completed();
		const { applied, pending: notApplied, changed } = partApplied(statements, completed);
		const pending = notApplied.filter(({ file, text }) => file !== null || !resumed.some(({ statement }) => statement === text));
		const home = await askHome(source, settings, target);
		const found = await lintPending(source, completed, settings, target, home);
		const faults = [...changed, ...refusals(pending, (statement) => notAllowed(statement, settings, home) ?? forbidden(statement, pending, found))];
		if (faults.length > 0) return refuse(startedAt, [...changed.map(({ statement }) => statement), ...pending], faults);
		if (source.isTyped) for (const finding of found.findings) observe({
			type: "finding",
			finding
		});
		for (const statement of applied) observe({
			type: "already-applied",
			statement
		});
		if (pending.length === 0) return runOutcome(startedAt, resumed);
		if (found.leftOut.length > 0) observe({
			type: "left-out",
			parts: found.leftOut
		});
		const outcomes = await runPending(pending, statements, {
			target,
			ledger,
			settings,
			foldsNames: home?.foldsNames === true
		}, work.origin, observe, signal);
		return runOutcome(startedAt, [...resumed, ...outcomes]);
	} catch (error) {
		return refuse(startedAt, statements, [{
			statement: first,
			error: toGhostshipError(error)
		}]);
	}
}
/** Before swaps are finished: one of a dead owner may be among them. */
async function endDeadOwners(statements, target, settings, ledger, signal) {
	const { takeOver } = await import("../commands/ledger/take-over.entry.js");
	const { pending } = partApplied(statements, await ledger.completed());
	await takeOver(target, pending.map(({ label }) => label), settings, ledger, signal);
}
async function runPending(pending, statements, context, origin, observe, signal) {
	const { ledger } = context;
	const { runSteps } = await import("../commands/migrate/run-steps.js");
	const isFirstRun = await ledger.create();
	const steps = await queueSteps(pending, statements, origin, ledger);
	observe({
		type: "queued",
		statements: pending
	});
	const outcomes = await runSteps(steps, context, observe, signal);
	const byHand = statements.every(({ file }) => file === null);
	if (isFirstRun && byHand && outcomes.every(({ tableState }) => tableState === "unchanged")) await ledger.remove(steps.map(({ id }) => id)).catch((error) => {
		observe({
			type: "warning",
			message: `ghostship_migrations could not be dropped again: ${messageOf(error)}.`
		});
	});
	return outcomes;
}
/** @returns with a problem where the server could not be asked how the statements are to be read */
async function read({ unread, settings }, target) {
	try {
		return {
			source: readSource(unread, settings, await askMode(unread, settings, target)),
			problem: null
		};
	} catch (error) {
		return {
			source: readSource(unread, settings, modeOf(settings)),
			problem: toGhostshipError(error)
		};
	}
}
function unasked(startedAt, statements, error) {
	const [statement] = statements;
	return statement === void 0 ? runOutcome(startedAt, [], error) : refuse(startedAt, statements, [{
		statement,
		error
	}]);
}
function refusals(statements, refusalOf) {
	return statements.flatMap((statement) => {
		const error = refusalOf(statement);
		return error === null ? [] : [{
			statement,
			error
		}];
	});
}
/** Nothing was run: some statements are refused, and the others wait for them. */
function refuse(startedAt, statements, refused) {
	const outcomes = statements.map((statement) => {
		const fault = refused.find((entry) => entry.statement === statement);
		return fault === void 0 ? notStarted(statement, statement.label) : failed(statement, statement.label, fault.error);
	});
	return runOutcome(startedAt, outcomes);
}
/** Nothing was run, because some files cannot be read. */
function refuseFiles(startedAt, statements, [first, ...others]) {
	const waiting = statements.map((statement) => notStarted(statement, statement.label));
	if (first === void 0 || others.length === 0) return runOutcome(startedAt, waiting, first);
	const messages = [first, ...others].map(({ message }) => message);
	return runOutcome(startedAt, waiting, new GhostshipError(first.code, messages.join("\n"), { hint: first.hint }));
}
async function queueSteps(pending, statements, origin, ledger) {
	const steps = pending.flatMap((statement) => statement.task === null ? [] : [{
		id: randomUUID(),
		statement,
		task: statement.task
	}]);
	await ledger.queue(steps.map(({ id, statement }) => ({
		id,
		file: statement.file,
		ordinal: statement.ordinal,
		statementCount: statements.filter(({ file }) => file === statement.file).length,
		statement: statement.text,
		statementDigest: statement.digest,
		table: statement.label,
		...origin
	})));
	return steps;
}

// src/report/event-line.ts
/** What is worth a line of its own in a log, whatever shows the progress; `null` for the rest. */
function eventLine(event) {
	switch (event.type) {
		case "already-applied": {
			const { file, line, applied } = event.statement;
			return `${file}:${line} was applied on ${applied.finished}; it is not run again.`;
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
			const rows = event.rows === 0 ? "No row was copied yet" : `${formatNumberOf(event.rows, "row")} are kept`;
			return `This goes on with the migration that was last seen to ${formatDuration(event.ageMs)} ago. ${rows}.`;
		}
		case "cutover-attempt": return event.failure === null ? null : attemptLines(event.attempt, event.failure, event.blockers);
		case "state":
		case "swapped":
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
	return state === "completed" || state === "failed" || state === "aborted";
}

export { eventLine as n, migrateSource as r, openRunLog as t };