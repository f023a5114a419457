import { r as __name } from "../../rolldown-runtime.js";
import { t as nowMs } from "../../support/clock.js";
import { a as sentence, r as messageOf, t as GhostshipError } from "../../support/errors.js";
import { c as runOutcome, l as toGhostshipError } from "./run-outcome.js";
import { r as requireTarget } from "../options/settings.js";
import { r as partApplied } from "../ledger/applied.js";
import { t as _usingCtx } from "../../usingCtx.js";
import { t as connect } from "../../mysql/session.js";
import { t as finishSwaps } from "../ledger/finish-swaps.js";
import { t as Ledger } from "../ledger/ledger.js";
import { t as databasesOf } from "../ledger/places.js";
import { n as refuseOtherEnvironment, t as claimLedger } from "../ledger/ledger-environment.js";
import { t as misfits } from "../../engine/probes/misfits.js";
import { r as stillDue } from "./still-due.js";
import { n as hintAtBaseline, t as plan } from "../plan/plan.js";
import { n as readUntoldEnds } from "../ledger/untold-ends.js";
import { i as noteGoneFiles, o as forbidden, r as followMoves } from "../statements/refusal.js";
import { a as markBaselineOnce } from "../ledger/baseline.js";
import { n as readStatements, r as refuse, t as findPending } from "./pending.js";
import { randomUUID } from "node:crypto";

// src/commands/plan/foresee.ts
/**
* What a plan of the run says now against its statements: nothing of the run may be started then. Each was tried on what those
* before it leave, and rows were looked at. A run of one statement looks itself before it starts, unless it makes a table.
*
* @returns none where there is no plan
*/
function foresee(planNow, { replica }) {
	return async (pending, signal) => {
		if (pending.length < 2 && pending[0]?.task?.kind !== "create") return [];
		const report = await planNow(signal);
		if (report.problem !== null) return [];
		const refused = [];
		for (const [index, statement] of pending.entries()) {
			const planned = report.statements.find((one) => isSame(one, statement));
			if (planned?.kind === "refused" && planned.untried === true && replica !== null) continue;
			if (planned?.kind === "refused") {
				if (planned.untried !== true && (index === 0 || !lasting.includes(planned.error.code))) break;
				const { code, message, hint } = planned.error;
				refused.push({
					statement,
					error: new GhostshipError(code, message, { hint })
				});
				continue;
			}
			const error = (planned === void 0 ? null : misfitsOf(planned)) ?? forbidden(statement, pending, report);
			if (error !== null) refused.push({
				statement,
				error
			});
		}
		return refused;
	};
}
/** What holds of a statement whenever it is asked. All else the run itself finds out. */
const lasting = [
	"missing-privileges",
	"unsupported-statement",
	"unsupported-table",
	"unknown-table",
	"invalid-statement",
	"statement-not-allowed",
	"no-migration-key",
	"binlog-not-usable",
	"leftover-tables",
	"duplicate-rows",
	"data-does-not-fit"
];
function isSame(planned, { file, line, text }) {
	return planned.file === file && planned.line === line && planned.statement === text;
}
function misfitsOf(planned) {
	return planned.kind === "planned" ? misfits(planned.table, planned.hazards) : null;
}

// src/commands/plan/plan-once.ts
/**
* The plan of what a run is about to do, on the target itself, because that is where it will be done. It is made when it is first
* asked for.
*/
function planOnce(unread, settings) {
	let made = null;
	return (signal) => {
		made ??= plan(unread, {
			...settings,
			replica: null
		}, signal, null, "look-where-many");
		return made;
	};
}

// src/commands/migrate/join-refused.ts
/**
* Everything that speaks against the statements, one error each.
*
* @param foreseen knows all that the rules say, and more of them
*/
function joinRefused(faults, foreseen) {
	const others = foreseen.filter(({ statement }) => !faults.some((fault) => fault.statement === statement));
	return [...faults.map(({ statement, error }) => {
		const also = foreseen.find((one) => one.statement === statement);
		return {
			statement,
			error: also === void 0 ? error : join(error, also.error)
		};
	}), ...others];
}
function join(error, also) {
	if (also.code === error.code) return also;
	const { code, message, hint } = error;
	return new GhostshipError(code, `${message}\n${also.message}`, {
		hint: `${hint} ${also.hint}`,
		cause: also
	});
}

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
	const ledger = new Ledger(target, settings.values.namespace);
	const readLedger = async (source) => {
		const { baseline, environment } = settings.values;
		await refuseOtherEnvironment(target, environment);
		if (baseline !== null) await markBaselineOnce(source, baseline, work.origin, ledger);
		return await ledger.completed();
	};
	const read = await readStatements(work, target, readLedger, startedAt);
	if (read.kind === "ended") {
		const hasNothing = read.outcome.error === null && read.outcome.migrations.length === 0;
		if ("files" in work.unread && hasNothing) await noteAllGone(work, ledger, observe);
		return read.outcome;
	}
	const { source, statements, first } = read;
	try {
		if (work.isPart !== true) await noteGoneFiles(source.isThere, read.completed, ledger);
		if (work.takesOver === true) await endDeadOwners(read, target, settings, ledger, signal);
		const swaps = await finishSwaps(target, () => true, settings, ledger, signal);
		const ended = [...work.tellsForOthers === true ? await endsOfOthers(target, settings, swaps) : [], ...swaps];
		for (const swap of ended) observe({
			type: "resumed",
			swap
		});
		const resumed = ended.map(({ outcome }) => outcome);
		const completed = swaps.length === 0 ? read.completed : (await followMoves(source, await ledger.completed())).completed;
		const isLeft = ({ file, text }) => file !== null || !resumed.some(({ statement }) => statement === text);
		const found = await findPending(read, completed, settings, target, isLeft);
		if (found.kind === "refused") {
			const faults = joinRefused(found.faults, await work.foresee(found.pending, signal));
			return refuse(startedAt, found.statements, faults);
		}
		const { applied, pending: all, home, found: lint } = found;
		if (source.isTyped) for (const finding of lint.findings) observe({
			type: "finding",
			finding
		});
		for (const statement of applied) observe({
			type: "already-applied",
			statement
		});
		await noteMoves(read.moved, ledger);
		const pending = await stillDue(all, work.whyNotDue, observe).catch(toGhostshipError);
		if (pending instanceof GhostshipError) return refuse(startedAt, all, refuseFirst(all, pending));
		if (pending.length === 0) return runOutcome(startedAt, resumed);
		if (lint.leftOut.length > 0) observe({
			type: "left-out",
			parts: lint.leftOut
		});
		const bound = await work.bind?.(pending, observe, signal) ?? unbound(work.origin);
		const allowed = allowedBy(bound, pending);
		if (allowed.length === 0) return refuse(startedAt, pending, bound.refused);
		const foreseen = await work.foresee(allowed, signal);
		if (foreseen.length > 0) return refuse(startedAt, pending, foreseen);
		const outcomes = await runPending(allowed, statements, {
			target,
			ledger,
			settings,
			foldsNames: home?.foldsNames === true,
			startedAtMs,
			whyNotDue: work.whyNotDue
		}, bound, observe, signal);
		const isDone = outcomes.every(({ state }) => state === "completed");
		const left = refuse(startedAt, pending.slice(allowed.length), isDone ? bound.refused : []);
		return runOutcome(startedAt, [
			...resumed,
			...hintAtFirst(outcomes, pending, completed),
			...left.migrations
		]);
	} catch (error) {
		return refuse(startedAt, statements, [{
			statement: first,
			error: toGhostshipError(error)
		}]);
	}
}
/** What other jobs have done and could not tell. */
async function endsOfOthers(target, { values: { namespace } }, swaps) {
	return (await readUntoldEnds(target, namespace)).filter(({ id }) => !swaps.some(({ migrationId }) => migrationId === id)).map(({ id, outcome }) => ({
		migrationId: id,
		outcome,
		notices: ["An earlier run has completed this."],
		wayBack: null,
		reverts: null
	}));
}
function refuseFirst([statement], error) {
	return statement === void 0 ? [] : [{
		statement,
		error
	}];
}
/** So that a new file under the old path is a new file. */
async function noteMoves(moved, ledger) {
	if (moved.length === 0) return;
	await ledger.create();
	for (const { from, to } of moved) await ledger.move(from, to);
}
/** Nothing is to be run, so a database that is down fails nobody. */
async function noteAllGone({ unread, isPart }, ledger, observe) {
	const isThere = "files" in unread ? unread.isThere : void 0;
	if (isThere === void 0 || isPart === true) return;
	try {
		await noteGoneFiles(isThere, await ledger.completed(), ledger);
	} catch (error) {
		observe({
			type: "warning",
			message: `Which files are gone could not be noted: ${sentence(messageOf(error))}`
		});
	}
}
function unbound(origin) {
	return {
		refused: [],
		begun: [],
		originOf: () => origin,
		mustCopy: () => false
	};
}
/** Nothing is begun where a plan has moved. What an earlier run has begun goes on, with all before the first that has moved. */
function allowedBy({ refused, begun }, pending) {
	const moved = new Set(refused.map(({ statement }) => statement));
	const first = pending.findIndex((statement) => moved.has(statement));
	if (first === -1) return pending;
	const before = pending.slice(0, first);
	return before.some((statement) => begun.includes(statement)) ? before : [];
}
/** Before swaps are finished: one of a dead owner may be among them. */
async function endDeadOwners({ statements, completed }, target, settings, ledger, signal) {
	const { takeOver } = await import("../ledger/take-over.entry.js");
	const { pending } = partApplied(statements, completed);
	await takeOver(target, pending.map(({ label }) => label), settings, ledger, signal);
}
async function runPending(pending, statements, context, binding, observe, signal) {
	const { ledger } = context;
	const { runSteps } = await import("./run-steps.entry.js");
	const isFirstRun = await ledger.create();
	await claimLedger(context.target, context.settings.values.environment);
	const steps = await queueSteps(pending, statements, binding, ledger);
	observe({
		type: "queued",
		statements: pending
	});
	const outcomes = await runSteps(steps, context, observe, signal);
	const byHand = statements.every(({ file }) => file === null);
	const isRefused = outcomes.every(({ tableState, algorithm }) => tableState === "unchanged" && algorithm === null);
	if (isFirstRun && byHand && isRefused && !await mayGoOn(context, steps)) await ledger.remove(steps.map(({ id }) => id)).catch((error) => {
		observe({
			type: "warning",
			message: `ghostship_migrations could not be dropped again: ${sentence(messageOf(error))}`
		});
	});
	return outcomes;
}
/** Whether the next run may go on with what this one has begun. It looks in the ledger whose work that is. */
async function mayGoOn({ target, settings }, steps) {
	const { findMigrations } = await import("../../engine/run/control.entry.js");
	try {
		try {
			var _usingCtx$1 = _usingCtx();
			const session = _usingCtx$1.a(await connect(target, "looking for what is left"));
			const labels = steps.map(({ statement }) => statement.label);
			return (await findMigrations(session, databasesOf(target, settings, labels))).length > 0;
		} catch (_) {
			_usingCtx$1.e = _;
		} finally {
			await _usingCtx$1.d();
		}
	} catch {
		return true;
	}
}
function hintAtFirst([first, ...others], pending, completed) {
	if (first === void 0) return [];
	const files = pending.map(({ file }) => file);
	return [{
		...first,
		error: first.error && hintAtBaseline(first.error, files, completed)
	}, ...others];
}
async function queueSteps(pending, statements, { originOf, mustCopy }, ledger) {
	const steps = pending.flatMap((statement) => statement.task === null ? [] : [{
		id: randomUUID(),
		statement,
		task: statement.task,
		mustCopy: mustCopy(statement)
	}]);
	await ledger.queue(steps.map(({ id, statement }) => ({
		id,
		file: statement.file,
		ordinal: statement.ordinal,
		statementCount: statements.filter(({ file }) => file === statement.file).length,
		statement: statement.text,
		statementDigest: statement.digest,
		table: statement.label,
		...originOf(statement.file)
	})));
	return steps;
}

export { planOnce as n, foresee as r, migrateSource as t };