import { n as __name } from "../../rolldown-runtime.js";
import { t as nowMs } from "../../support/clock.js";
import { r as messageOf } from "../../support/errors.js";
import { a as runOutcome, o as toGhostshipError } from "./run-outcome.js";
import { r as partApplied } from "../ledger/applied.js";
import { r as markBaseline } from "../ledger/baseline.js";
import { t as finishSwaps } from "../ledger/finish-swaps.js";
import { t as hintAtBaseline } from "../ledger/first-run.js";
import { t as Ledger } from "../ledger/ledger.js";
import { r as requireTarget } from "../options/settings.js";
import { n as readStatements, r as refuse, t as findPending } from "./pending.js";
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
	const startedAtMs = nowMs();
	const { settings } = work;
	const target = requireTarget(settings);
	const ledger = new Ledger(target);
	const readLedger = async (source) => {
		const { baseline } = settings.values;
		if (baseline !== null) await markBaseline(source, baseline, work.origin, ledger);
		return await ledger.completed();
	};
	const read = await readStatements(work, target, readLedger, startedAt);
	if (read.kind === "ended") return read.outcome;
	const { source, statements, first } = read;
	try {
		if (work.takesOver === true) await endDeadOwners(read, target, settings, ledger, signal);
		const swaps = await finishSwaps(target, () => true, settings, ledger, signal);
		for (const swap of swaps) observe({
			type: "resumed",
			swap
		});
		const resumed = swaps.map(({ outcome }) => outcome);
		const completed = swaps.length === 0 ? read.completed : await ledger.completed();
		const isLeft = ({ file, text }) => file !== null || !resumed.some(({ statement }) => statement === text);
		const left = await findPending(read, completed, settings, target, isLeft);
		if (left.kind === "refused") return refuse(startedAt, left.statements, left.faults);
		const { applied, pending, found, home } = left;
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
			foldsNames: home?.foldsNames === true,
			startedAtMs
		}, work.origin, observe, signal);
		return runOutcome(startedAt, [...resumed, ...hintAtFirst(outcomes, pending, completed)]);
	} catch (error) {
		return refuse(startedAt, statements, [{
			statement: first,
			error: toGhostshipError(error)
		}]);
	}
}
/** Before swaps are finished: one of a dead owner may be among them. */
async function endDeadOwners({ statements, completed }, target, settings, ledger, signal) {
	const { takeOver } = await import("../ledger/take-over.entry.js");
	const { pending } = partApplied(statements, completed);
	await takeOver(target, pending.map(({ label }) => label), settings, ledger, signal);
}
async function runPending(pending, statements, context, origin, observe, signal) {
	const { ledger } = context;
	const { runSteps } = await import("./run-steps.entry.js");
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
function hintAtFirst([first, ...others], pending, completed) {
	if (first === void 0) return [];
	const files = pending.map(({ file }) => file);
	return [{
		...first,
		error: first.error && hintAtBaseline(first.error, files, completed)
	}, ...others];
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

export { migrateSource as t };