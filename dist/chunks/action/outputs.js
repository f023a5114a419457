import { r as __name } from "../rolldown-runtime.js";
import { i as isDone } from "../commands/migrate/run-outcome.js";
import { n as planFailed } from "../commands/plan/plan-report.js";
import { l as setOutput } from "./core.js";

// src/action/outputs.ts
function publish(values) {
	for (const [name, value] of Object.entries(values)) setOutput(name, value ?? "");
}
/** @param errorCode of what fails first; `null` where nothing does */
function publishPlan(report, path, errorCode) {
	const algorithms = report.statements.flatMap((statement) => statement.kind === "planned" ? [statement.algorithm] : []);
	publish({
		state: planFailed(report) ? "failed" : "completed",
		"table-state": "unchanged",
		algorithm: byWeight.find((algorithm) => algorithms.includes(algorithm)) ?? null,
		"plan-digest": report.digest,
		plan: path,
		"error-code": errorCode
	});
}
/** @param ids of the ledger's rows of the statements that were started, in their order */
function publishOutcome(outcome, ids) {
	const { migrations } = outcome;
	const stopped = migrations.findIndex(({ state }) => !isDone(state));
	const decisive = stopped === -1 ? migrations.length - 1 : stopped;
	const verified = migrations.flatMap((migration) => migration.verified === null ? [] : [migration.verified.differences]);
	const states = migrations.map(({ tableState }) => tableState);
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
];
const worst = [
	"unknown",
	"changed",
	"unchanged"
];
function sum(numbers) {
	return numbers.reduce((total, number) => total + number, 0);
}

export { publishOutcome as n, publishPlan as r, publish as t };