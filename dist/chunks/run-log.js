import { a as toGhostshipError, i as runOutcome, n as failed, r as notStarted } from "./run-outcome.js";
import { n as requireTarget } from "./settings.js";
import { s as stateWords } from "./words.js";
import { n as migrationText } from "./outcome-text.js";
import { t as clip } from "./clip.js";
import { t as nowMs } from "./clock.js";
import { n as progressLine } from "./progress-line.js";
import { t as Ledger } from "./ledger.js";
import { i as tableOf } from "./file-statement.js";
import { i as partApplied, n as unsupported, r as taskOf, t as notAllowed } from "./refusal.js";
import { randomUUID } from "node:crypto";
// src/commands/migrate.ts
/**
* Runs the statements that the ledger does not have as completed, one after the other, and stops at the first failure.
* What cannot be run at all is refused before anything is run. It does not throw for what goes wrong after that: the
* outcome says it.
*
* @throws GhostshipError `bad-target` if there is no target
*/
async function migrate(work, observe, signal) {
	let startedAt = /* @__PURE__ */ new Date(), { settings, statements } = work, target = requireTarget(settings), refused = refusals(statements, unsupported);
	if (refused.length > 0) return refuse(startedAt, statements, refused);
	let [first] = statements;
	if (first === void 0) return runOutcome(startedAt, []);
	let ledger = new Ledger(target);
	try {
		let { applied, pending, changed } = partApplied(statements, await ledger.completed()), faults = [...changed, ...refusals(pending, (statement) => notAllowed(statement, settings))];
		if (faults.length > 0) return refuse(startedAt, [...changed.map(({ statement }) => statement), ...pending], faults);
		for (let statement of applied) observe({
			type: "already-applied",
			statement
		});
		if (pending.length === 0) return runOutcome(startedAt, []);
		let { runSteps } = await import("./run-steps.js"), isFirstRun = await ledger.create(), steps = await queueSteps(pending, work, ledger);
		observe({
			type: "queued",
			statements: pending
		});
		let outcomes = await runSteps(steps, {
			target,
			ledger,
			settings
		}, observe, signal), byHand = statements.every(({ file }) => file === null);
		return isFirstRun && byHand && outcomes.every(({ tableState }) => tableState === "unchanged") && await ledger.remove(steps.map(({ id }) => id)), runOutcome(startedAt, outcomes);
	} catch (error) {
		return refuse(startedAt, statements, [{
			statement: first,
			error: toGhostshipError(error)
		}]);
	}
}
function refusals(statements, refusalOf) {
	return statements.flatMap((statement) => {
		let error = refusalOf(statement);
		return error === null ? [] : [{
			statement,
			error
		}];
	});
}
/** Nothing was run: some statements are at fault, the others only waited for them. */
function refuse(startedAt, statements, refused) {
	let outcomes = statements.map((statement) => {
		let fault = refused.find((entry) => entry.statement === statement);
		return fault === void 0 ? notStarted(statement, tableOf(statement)) : failed(statement, tableOf(statement), fault.error);
	});
	return runOutcome(startedAt, outcomes);
}
async function queueSteps(pending, { statements, origin }, ledger) {
	let steps = pending.map((statement) => ({
		id: randomUUID(),
		task: taskOf(statement)
	}));
	return await ledger.queue(steps.map(({ id, task: { statement, table } }) => ({
		id,
		file: statement.file,
		ordinal: statement.ordinal,
		statementCount: statements.filter(({ file }) => file === statement.file).length,
		statement: statement.text,
		statementDigest: statement.digest,
		table: table.name,
		...origin
	}))), steps;
}
// src/report/event-line.ts
/** What is worth a line of its own in a log, whatever shows the progress; `null` for the rest. */
function eventLine(event) {
	switch (event.type) {
		case "already-applied": {
			let { file, line, applied } = event.statement;
			return `${file}:${line} was applied on ${applied.finished}; it is not run again.`;
		}
		case "started": return `${event.number} of ${event.total}: ${clip(event.statement.text, 160)}`;
		case "engine": return engineLine(event.event);
		case "finished": return event.outcome.error === null ? migrationText(event.outcome) : null;
		case "warning": return `Warning: ${event.message}`;
		case "queued": return null;
	}
}
function engineLine(event) {
	switch (event.type) {
		case "notice": return event.message;
		case "cutover-attempt": return event.failure === null ? null : `Cutover attempt ${event.attempt} was undone: ${event.failure}`;
		case "state":
		case "progress": return null;
	}
}
/** A run as a log shows it: a change of state at once, progress now and then. Gives the lines for each event. */
function openRunLog() {
	let table = "", lastLineAt = nowMs();
	return (event) => {
		event.type === "started" && (table = event.table);
		let line = eventLine(event) ?? advance(event, nowMs() - lastLineAt);
		return line === null ? [] : (lastLineAt = nowMs(), [event.type === "engine" ? `${table}: ${line}` : line]);
	};
}
function advance(event, silentMs) {
	return event.type === "engine" ? event.event.type === "state" ? isLast(event.event.state) ? null : stateWords[event.event.state] : event.event.type === "progress" && silentMs >= 1e4 ? progressLine(event.event.progress) : null : null;
}
/** The outcome says it better. */
function isLast(state) {
	return state === "completed" || state === "failed" || state === "aborted";
}
export { eventLine as n, migrate as r, openRunLog as t };
