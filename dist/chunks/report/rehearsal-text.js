import { r as __name } from "../rolldown-runtime.js";
import { c as runOutcome, l as toGhostshipError, t as describeError } from "../commands/migrate/run-outcome.js";
import { n as requireReplica } from "../commands/options/settings.js";
import { t as describeTarget } from "../mysql/target.js";
import { a as firstLine } from "./markdown.js";
import { i as formatNumberOf, n as formatCount, r as formatDuration, t as formatBytes } from "./quantity.js";
import { p as enumerate } from "./words.js";
import { t as errorText } from "./outcome-text.js";
import { t as describeHazard } from "../engine/probes/hazard.js";
import { t as Ledger } from "../commands/ledger/ledger.js";
import { n as refuseOtherEnvironment } from "../commands/ledger/ledger-environment.js";
import { t as assumeBaseline } from "../commands/ledger/baseline.js";
import { a as unreadable, i as unfitStatements, n as readStatements, r as refuse, t as findPending } from "../commands/migrate/pending.js";

// src/commands/rehearse/rehearse-source.ts
/**
* Rehearses the statements that the ledger does not have as completed, one after the other, on the test replica. One that fails, or
* that the merge would refuse, does not stop the others, because no table is changed. The ledger is read on the replica, and nothing is written to it.
*
* @throws GhostshipError `bad-target` if there is no replica
*/
async function rehearseSource(work, observe, signal) {
	const startedAt = /* @__PURE__ */ new Date();
	const { settings } = work;
	const given = requireReplica(settings);
	const replica = {
		...given,
		database: settings.home ?? given.database
	};
	const refused = (outcome) => ({
		...outcome,
		replica: describeTarget(replica),
		migrations: outcome.migrations.map((one) => ({
			...one,
			rehearsal: null
		}))
	});
	const readLedger = async (source) => {
		await refuseOtherEnvironment(given, settings.values.environment);
		const completed = await new Ledger(given, settings.values.namespace).completed();
		return [...completed, ...assumeBaseline(source, settings.values.baseline, completed)];
	};
	const read = await readStatements(work, given, readLedger, startedAt, "stands alone");
	if (read.kind === "ended") return refused(read.outcome);
	try {
		const left = await findPending(read, read.completed, settings, given);
		const faults = [...unfitStatements(left.pending), ...left.kind === "refused" ? left.faults : []];
		const statements = left.kind === "refused" ? left.statements : left.pending;
		const fault = unreadable(read.source);
		for (const statement of left.applied) observe({
			type: "already-applied",
			statement
		});
		if (statements.length === 0) return refused(runOutcome(startedAt, [], fault));
		const { rehearseStatements } = await import("../commands/rehearse/rehearse-statements.js");
		const outcomes = await rehearseStatements({
			statements,
			faults
		}, replica, settings, observe, signal);
		const outcome = runOutcome(startedAt, outcomes, fault);
		const error = fault === null ? outcome.error : describeError(fault);
		return {
			...outcome,
			error,
			replica: describeTarget(replica),
			migrations: outcomes
		};
	} catch (error) {
		return refused(refuse(startedAt, read.statements, [{
			statement: read.first,
			error: toGhostshipError(error)
		}]));
	}
}

// src/report/rehearsal-verdict.ts
/** How the rehearsals went, in a few words and in a sentence. */
function rehearsalVerdict({ state, migrations, error }) {
	const failed = migrations.filter((one) => one.error !== null);
	const copied = migrations.filter((one) => one.state === "completed" && one.algorithm === "copy");
	if (state === "aborted") return {
		kind: "stopped",
		title: "Stopped",
		sentence: "The rehearsal was stopped. No table is changed."
	};
	if (failed.length > 0 || error !== null) {
		const tables = [...new Set(failed.map(({ table }) => table === "" ? "a statement" : table))];
		return {
			kind: "failed",
			title: "Rehearsal failed",
			sentence: `${[...isOfRun({
				migrations,
				error
			}) ? [firstLine(error?.message ?? "")] : [], ...tables.length === 0 ? [] : [`The rehearsal of ${enumerate(tables)} failed.`]].join(" ")} No table is changed.`
		};
	}
	if (migrations.length === 0) return {
		kind: "nothing",
		title: "Nothing to rehearse",
		sentence: "No statement is pending."
	};
	if (copied.length === 0) return {
		kind: "nothing",
		title: "Nothing to rehearse",
		sentence: "No statement copies a table."
	};
	const compared = copied.every(({ verified }) => verified !== null) ? ", and every row was compared" : "";
	return {
		kind: "done",
		title: "Rehearsed",
		sentence: `${formatNumberOf(copied.length, "migration")} went through on the test replica${compared}. No table is changed.`
	};
}
/** Whether the error of the run is not that of a statement. */
function isOfRun({ migrations, error }) {
	return error !== null && migrations.every((one) => one.error?.message !== error.message);
}

// src/report/rehearsal-text.ts
/** What a run of rehearsals came to, for a terminal. */
function rehearsalRunText(run) {
	const { title, sentence } = rehearsalVerdict(run);
	const own = run.error !== null && isOfRun(run) ? [errorText(run.error, null)] : [];
	return [
		...run.migrations.flatMap(rehearsalLines),
		...own,
		`${title}. ${sentence}`
	].join("\n");
}
/** How it went, and why, in a few lines. */
function rehearsalAnswer(run) {
	const { title, sentence } = rehearsalVerdict(run);
	const reasons = run.migrations.flatMap(({ table, error }) => error === null ? [] : [`${table === "" ? "A statement" : table}: ${error.message} ${error.hint}`]);
	const own = run.error !== null && isOfRun(run) ? [`${run.error.message} ${run.error.hint}`] : [];
	return [
		`${title}. ${sentence}`,
		...own,
		...reasons
	].join("\n");
}
/** What was found out, one fact a line. */
function rehearsalLines(outcome) {
	const { table, error, rehearsal, tableState } = outcome;
	if (error !== null) return [errorText(error, {
		table,
		state: tableState
	})];
	if (rehearsal === null) return [`${table}: not rehearsed`];
	const { hazards, reason } = rehearsal;
	return [
		`${table}: ${headline(outcome)}`,
		...outcome.algorithm === "copy" ? facts(outcome).map((fact) => `  ${fact}`) : [`  ${reason}`],
		...hazards.map((hazard) => `  hazard: ${describeHazard(hazard)} ${hazard.hint}`)
	];
}
/** Plain text, without the table. */
function headline({ state, algorithm, durationMs }) {
	if (state === "queued") return "not rehearsed";
	return algorithm === "copy" ? `rehearsed in ${formatDuration(durationMs)}, not swapped in` : `nothing to rehearse: it copies no row (${algorithm === "inplace" ? "in place" : String(algorithm)})`;
}
/** Of a copy. Each is a phrase in plain text. */
function facts({ rowsCopied, changesApplied, verified, rehearsal }) {
	if (rehearsal === null) return [];
	const { rowsPerSecond, mostLagMs, delayMs, binlogBytes, unsettledRows } = rehearsal;
	return [
		`${formatNumberOf(rowsCopied, "row")} copied, ${formatCount(rowsPerSecond)} a second; ${formatNumberOf(changesApplied, "change")} applied`,
		verified === null ? "not compared (verify is off)" : `${formatNumberOf(verified.rows, "row")} compared, ${formatCount(verified.differences)} different`,
		...unsettledRows === 0 ? [] : [`${formatNumberOf(unsettledRows, "row")} changed at every look; the swap compares them under its lock`],
		`${mostLagMs === null ? "the replica did not say how far it was behind" : `the replica was ${formatDuration(mostLagMs)} behind at most`}${besideDelay(delayMs)}`,
		...binlogBytes === null ? [] : [`about ${formatBytes(binlogBytes)} of binary log on the target, by the row images of a sample`]
	];
}
/** What follows the lag of a replica that a person has set to a delay. */
function besideDelay(delayMs) {
	return delayMs === 0 ? "" : `, beside its delay of ${formatDuration(delayMs)}`;
}

export { rehearsalVerdict as a, isOfRun as i, rehearsalAnswer as n, rehearseSource as o, rehearsalRunText as r, besideDelay as t };