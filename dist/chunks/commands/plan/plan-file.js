import { n as __name } from "../../rolldown-runtime.js";
import { t as toGhostshipError } from "../known-error.js";
import { n as partApplied, t as notAllowed } from "../statements/refusal.js";
import { t as describeError } from "../migrate/run-outcome.js";
import { n as labelOf, t as UnclearFile } from "../statements/file-statement.js";

// src/commands/plan/plan-file.ts
/** The statements of one file, in its order. */
async function planFile({ path, statements, fault }, planning, signal) {
	if (fault !== null) return [{
		kind: "refused",
		file: path,
		line: fault instanceof UnclearFile ? fault.line : 1,
		statement: "",
		table: "",
		error: describeError(fault)
	}];
	const { applied, changed } = partApplied(statements, planning.completed);
	const planned = [];
	const changes = new Map(changed.map(({ statement, error }) => [statement, error]));
	const finished = new Map(applied.map((statement) => [statement.ordinal, statement.applied]));
	for (const statement of statements) {
		const change = changes.get(statement) ?? null;
		const done = finished.get(statement.ordinal);
		if (change !== null) planned.push(refused(statement, change));
		else if (done !== void 0) planned.push({
			kind: "applied",
			...plannedPlace(statement),
			finished: done.finished
		});
		else if (changed.length === 0) planned.push(await planPending(statement, planning, signal));
	}
	return planned;
}
async function planPending(statement, planning, signal) {
	const { task, complaint } = statement;
	if (task === null) return {
		kind: "refused",
		...plannedPlace(statement),
		error: complaint
	};
	const refusal = notAllowed(statement, planning.settings, planning.home);
	if (refusal !== null) return refused(statement, refusal);
	if (planning.database === null) return {
		kind: "unplanned",
		...plannedPlace(statement)
	};
	const names = namesOf(task, statement.label, planning.home?.name ?? null);
	const followsAnother = names.some((name) => planning.touched.has(name));
	for (const name of names) planning.touched.add(name);
	try {
		const { planTask } = await import("./plan-task.entry.js");
		const { database, settings, touched } = planning;
		return {
			kind: "planned",
			...await planTask(statement, task, database, settings, touched, signal)
		};
	} catch (error) {
		signal.throwIfAborted();
		if (followsAnother) return {
			kind: "depends",
			...plannedPlace(statement)
		};
		return refused(statement, toGhostshipError(error));
	}
}
function refused(statement, error) {
	return {
		kind: "refused",
		...plannedPlace(statement),
		error: describeError(error)
	};
}
function plannedPlace({ file, line, text, label }) {
	return {
		file,
		line,
		statement: text,
		table: label
	};
}
/** Tables that are others after the statement, or that it needs, in lower case. */
function namesOf(task, label, home) {
	return [label, ...tablesOf(task).map(({ schema, name }) => labelOf(schema, name, home))].map((name) => name.toLowerCase());
}
function tablesOf(task) {
	if (task.kind === "data") return task.tables;
	return task.kind === "rename" ? task.renames.flatMap(({ from, to }) => [from, to]) : [];
}

export { planFile as n, namesOf as t };