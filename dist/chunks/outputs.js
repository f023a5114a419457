import { n as planFailed } from "./plan-report.js";
import { c as setOutput } from "./core.js";
// src/action/outputs.ts
function publish(values) {
	for (let [name, value] of Object.entries(values)) setOutput(name, value ?? "");
}
function publishPlan(report, path) {
	let algorithms = report.statements.flatMap((statement) => statement.kind === "planned" ? [statement.algorithm] : []), refused = report.statements.find((statement) => statement.kind === "refused");
	publish({
		state: planFailed(report) ? "failed" : "completed",
		"table-state": "unchanged",
		algorithm: byWeight.find((algorithm) => algorithms.includes(algorithm)) ?? null,
		"plan-digest": report.digest,
		plan: path,
		"error-code": report.problem?.code ?? refused?.error.code ?? null
	});
}
/** @param ids of the ledger's rows of the statements that were started, in their order */
function publishOutcome(outcome, ids) {
	let { migrations } = outcome, stopped = migrations.findIndex(({ state }) => state !== "completed"), decisive = stopped === -1 ? migrations.length - 1 : stopped, verified = migrations.flatMap((migration) => migration.verified === null ? [] : [migration.verified.differences]), states = migrations.map(({ tableState }) => tableState);
	publish({
		state: outcome.state,
		"table-state": worst.find((state) => states.includes(state)) ?? "unchanged",
		algorithm: migrations[decisive]?.algorithm ?? null,
		"migration-id": ids[decisive] ?? null,
		"rows-copied": sum(migrations.map(({ rowsCopied }) => rowsCopied)),
		"changes-applied": sum(migrations.map(({ changesApplied }) => changesApplied)),
		"locked-ms": Math.max(0, ...migrations.map(({ lockedMs }) => lockedMs)),
		"duration-ms": Date.parse(outcome.finishedAt) - Date.parse(outcome.startedAt),
		differences: verified.length === 0 ? null : sum(verified),
		"error-code": outcome.error?.code ?? null
	});
}
const byWeight = [
	"copy",
	"inplace",
	"instant",
	"direct"
], worst = [
	"unknown",
	"changed",
	"unchanged"
];
function sum(numbers) {
	return numbers.reduce((total, number) => total + number, 0);
}
export { publishOutcome as n, publishPlan as r, publish as t };
