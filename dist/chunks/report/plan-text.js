import { n as __name } from "../rolldown-runtime.js";
import { o as toGhostshipError, t as describeError } from "../commands/migrate/run-outcome.js";
import { t as version } from "../commands/version.js";
import { t as describeTarget } from "../mysql/target.js";
import { i as formatNumberOf, t as formatBytes } from "./quantity.js";
import { a as enumerate, i as describeWayBack, n as describeDeferral, r as describeEstimate } from "./words.js";
import { n as isCertain, t as describeHazard } from "../engine/probes/hazard.js";
import { n as planFailed, t as hasMisfits } from "../commands/plan/plan-report.js";
import { t as _usingCtx } from "../usingCtx.js";
import { o as withoutCounter, t as digest } from "../support/digest.js";
import { t as UnclearFile } from "../commands/statements/file-statement.js";
import { r as partApplied, t as appliedWhen } from "../commands/ledger/applied.js";
import { t as leftOutTexts } from "./left-out.js";
import { i as withoutBaseline, t as assumeBaseline } from "../commands/ledger/baseline.js";
import { t as hintAtBaseline } from "../commands/ledger/first-run.js";
import { n as askHome } from "../lint.js";
import { r as readSource, t as askMode } from "../sql2.js";
import { r as lintPending, t as notAllowed } from "../commands/statements/refusal.js";
import { t as NoStage } from "../engine/plan/no-stage.js";
import { n as PlannedRun, t as Staging } from "../commands/plan/staging.js";
import { t as diffLines } from "../../packages/diff.js";
import { t as findingsText } from "./lint-text.js";

// src/commands/plan/plan-digest.ts
/**
* SHA-256 over what a plan promises: the statements, how they are carried out, the tables before and after. Estimates are
* left out: one more row does not make another plan. `null` while a statement has no plan.
*/
function planDigest(statements) {
	const promises = [];
	for (const statement of statements) {
		if (statement.kind === "applied") continue;
		if (statement.kind !== "planned") return null;
		const { file, statement: text, table, algorithm, before, after, migrationKey } = statement;
		promises.push([
			file,
			text,
			table,
			algorithm,
			withoutCounter(before),
			withoutCounter(after),
			migrationKey?.columns ?? null
		]);
	}
	return digest(JSON.stringify(promises));
}

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
		else if (done !== void 0) {
			const { finished: at, isReverted } = done;
			planned.push({
				kind: "applied",
				...plannedPlace(statement),
				finished: at,
				isReverted
			});
		} else if (changed.length === 0) planned.push(await planPending(statement, planning, signal));
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
	const { database, staging, settings, run } = planning;
	if (database === null || staging === null) return {
		kind: "unplanned",
		...plannedPlace(statement),
		why: null
	};
	const follows = run.follows(statement);
	try {
		const stage = run.needsStage(statement) ? await staging.open() : null;
		if (stage instanceof NoStage && (follows || task.kind === "create")) return {
			kind: "unplanned",
			...plannedPlace(statement),
			why: `${stage.message} ${stage.hint}`
		};
		const { planTask } = await import("../commands/plan/plan-task.entry.js");
		const plan = await planTask(statement, task, {
			database,
			settings,
			stage: stage instanceof NoStage ? null : stage
		}, signal);
		const note = run.failureBefore(statement);
		return {
			kind: "planned",
			...plan,
			warnings: [...note === null ? [] : [note], ...plan.warnings]
		};
	} catch (error) {
		signal.throwIfAborted();
		const note = run.failureBefore(statement);
		run.failed(statement);
		const { kind, error: said, ...place } = refused(statement, toGhostshipError(error));
		return {
			kind,
			...place,
			error: note === null ? said : {
				...said,
				message: `${said.message} ${note}`
			}
		};
	} finally {
		run.passed(statement);
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

// src/commands/plan/plan.ts
/** Lints every statement that is not applied yet, and tries it on an empty clone of its table. */
async function plan(unread, settings, signal) {
	try {
		var _usingCtx$1 = _usingCtx();
		const database = databaseOf(settings);
		const { completed: ledger, problem } = await readLedger(database);
		const reachable = problem === null ? database : null;
		const statements = [];
		const asked = reachable === null ? null : reachable.replica ?? reachable.target;
		const read = readSource(unread, settings, await askMode(unread, settings, asked));
		const completed = [...ledger, ...assumeBaseline(read, settings.values.baseline, ledger)];
		const source = withoutBaseline(read, completed);
		const home = await askHome(source, settings, asked);
		const all = source.files.flatMap((file) => file.statements);
		const run = new PlannedRun(partApplied(all, completed).pending, home?.name ?? null);
		const staging = _usingCtx$1.a(reachable === null ? null : new Staging(reachable, settings.values.allow));
		for (const file of source.files) {
			const planned = await planFile(file, {
				completed,
				settings,
				home,
				database: reachable,
				staging,
				run
			}, signal);
			for (const statement of planned) statements.push(statement);
		}
		return {
			version,
			digest: planDigest(statements),
			database: asked === null ? null : describeTarget(asked),
			problem,
			statements: hintAtFirst(statements, completed),
			...await lintPending(source, completed, settings, asked, home)
		};
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		await _usingCtx$1.d();
	}
}
function hintAtFirst(statements, completed) {
	const pending = statements.filter(({ kind }) => kind !== "applied");
	const files = pending.map(({ file }) => file);
	return statements.map((statement) => statement === pending[0] && statement.kind === "refused" ? {
		...statement,
		error: hintAtBaseline(statement.error, files, completed)
	} : statement);
}
/** A replica is enough: it has the tables of the target, and its ledger. */
function databaseOf({ target, replica }) {
	if (target !== null) return {
		target,
		replica
	};
	return replica === null ? null : {
		target: replica,
		replica
	};
}
async function readLedger(database) {
	if (database === null) return {
		completed: [],
		problem: null
	};
	try {
		const { Ledger } = await import("../commands/ledger/ledger.entry.js");
		return {
			completed: await new Ledger(database.replica ?? database.target).completed(),
			problem: null
		};
	} catch (error) {
		return {
			completed: [],
			problem: describeError(toGhostshipError(error))
		};
	}
}

// src/report/definition-diff.ts
/** Two table definitions, line by line, as the body of a `diff` code block; empty where they are the same. */
function diffDefinitions(before, after) {
	const changes = diffLines(normalize(before), normalize(after));
	if (changes.every(({ added, removed }) => !added && !removed)) return "";
	return changes.flatMap(({ value, added, removed }) => {
		const sign = added ? "+" : removed ? "-" : " ";
		return value.replace(/\n$/u, "").split("\n").map((line) => `${sign} ${line}`);
	}).join("\n");
}
/**
* The next AUTO_INCREMENT value is no part of the definition, and an empty clone has another. Whether a comma follows
* depends on what stands behind a line, and would show lines as changed that are not.
*/
function normalize(definition) {
	if (definition === "") return "";
	return `${definition.replace(/ AUTO_INCREMENT=\d+/u, "").trimEnd().split("\n").map((line) => line.replace(/,$/u, "")).join("\n")}\n`;
}

// src/report/named-by.ts
const shownObjects = 10;
const shownUnreadable = 5;
/**
* Who names the table, in a line or two; none where nobody does.
*
* @param quote how names are set
* @param plain how the server's own words are set
*/
function describeNamedBy({ objects, unreadable, complete, problem }, quote, plain) {
	const show = (object) => {
		const schema = object.schema === null ? "" : `${object.schema}.`;
		return `${plain(object.kind)} ${quote(schema + object.name)}`;
	};
	const naming = shown(objects, shownObjects, (object) => `${show(object)}${remark(object, quote)}`);
	if (problem !== null) return [`Nobody could look which views, routines, events and triggers name it: ${plain(problem)}`];
	return [
		...naming === "" ? [] : [`Named by: ${naming}.`],
		...unreadable.listed.length === 0 ? [] : [`Cannot be read by this user, and may name it: ${shown(unreadable, shownUnreadable, show)}.`],
		...complete ? [] : ["There are too many views, routines, events and triggers to look at all: more may name it."]
	];
}
function remark({ doubt, columns }, quote) {
	const named = (certain) => columns.filter((column) => column.doubt === null === certain).map(({ name }) => quote(name)).join(", ");
	const [sure, perhaps] = [named(true), named(false)];
	if (doubt !== null) return perhaps === "" ? " (may name it)" : ` (may name it and ${perhaps})`;
	const parts = [...sure === "" ? [] : [`names ${sure}`], ...perhaps === "" ? [] : [`may name ${perhaps}`]];
	return parts.length === 0 ? "" : ` (${parts.join(", ")})`;
}
function shown({ listed, more }, limit, show) {
	const rest = more + Math.max(0, listed.length - limit);
	return [...listed.slice(0, limit).map(show), ...rest === 0 ? [] : [`and ${rest} more`]].join(", ");
}

// src/report/plan-verdict.ts
/** @param obstacle what else is in the way, as sentences */
function planVerdict(report, obstacle = null) {
	const work = describeWork(report.statements);
	if (planFailed(report) || obstacle !== null) {
		const faults = planFailed(report) ? [describeFaults(report)] : [];
		const obstacles = obstacle === null ? [] : [obstacle];
		return {
			kind: "failed",
			title: "Not ready",
			sentence: [
				...faults,
				...obstacles,
				work
			].join(" ")
		};
	}
	if (report.statements.every(({ kind }) => kind === "applied")) return {
		kind: "nothing",
		title: "Nothing to do",
		sentence: work
	};
	const warnings = count(report.findings, "warning");
	const title = report.statements.some(({ kind }) => kind === "unplanned") ? "No errors" : "Ready to ship";
	if (warnings === 0) return {
		kind: "ready",
		title,
		sentence: work
	};
	return {
		kind: "warned",
		title: `${title}, with ${formatNumberOf(warnings, "warning")}`,
		sentence: work
	};
}
/** `3 statements: 1 instant, 1 in place and 1 copy of 2.8 M rows (1.2 GiB).` */
function describeWork(statements) {
	if (statements.length === 0) return "There are no statements in the changed files.";
	const planned = statements.filter((statement) => statement.kind === "planned");
	const by = (algorithm) => planned.filter((statement) => statement.algorithm === algorithm);
	const copies = by("copy");
	const rows = sum(copies.map((statement) => statement.rows));
	const bytes = sum(copies.map(({ dataBytes, indexBytes }) => dataBytes + indexBytes));
	const other = (kind) => statements.filter((statement) => statement.kind === kind).length;
	const parts = [
		...some(by("instant").length, "instant"),
		...some(by("inplace").length, "in place"),
		...some(by("direct").length, "direct"),
		...copies.length === 0 ? [] : [`${copies.length} by copying ${formatNumberOf(rows, "row")} (${formatBytes(bytes)})`],
		...some(other("unplanned"), "without a dry run"),
		...some(other("applied"), "applied already"),
		...some(other("refused"), "refused")
	];
	const described = statements.length === 1 ? parts.map((part) => part.replace(/^1 /u, "")) : parts;
	return `${formatNumberOf(statements.length, "statement")}: ${enumerate(described)}.`;
}
function describeFaults({ findings, statements, problem }) {
	const errors = count(findings, "error");
	const refused = statements.filter(({ kind }) => kind === "refused").length;
	const misfits = statements.filter(hasMisfits).length;
	const parts = [
		...problem === null ? [] : ["the database could not be asked"],
		...errors === 0 ? [] : [formatNumberOf(errors, "lint error")],
		...refused === 0 ? [] : [`${formatNumberOf(refused, "statement")} that would be refused`],
		...misfits === 0 ? [] : [`${formatNumberOf(misfits, "statement")} that rows of the table do not fit`]
	];
	return `${capitalize(enumerate(parts))}.`;
}
function some(number, what) {
	return number === 0 ? [] : [`${number} ${what}`];
}
function count(findings, severity) {
	return findings.filter((finding) => finding.severity === severity).length;
}
function sum(numbers) {
	return numbers.reduce((total, number) => total + number, 0);
}
function capitalize(text) {
	return text.charAt(0).toUpperCase() + text.slice(1);
}

// src/report/plan-text.ts
/** A plan for a terminal. */
function planText(report) {
	const verdict = planVerdict(report);
	const { problem } = report;
	return [
		...report.statements.map((statement) => statementText(statement, problem)),
		...report.leftOut.length === 0 ? [] : [leftOutTexts(report.leftOut).join("\n")],
		...report.findings.length === 0 ? [] : [findingsText(report)],
		...problem === null ? [] : [`${problem.message}\n${problem.hint}`],
		`${verdict.title}. ${verdict.sentence}`
	].join("\n\n");
}
function statementText(statement, problem) {
	return [
		`${statement.file === null ? "" : `${statement.file}:${statement.line}\n`}  ${statement.statement.replaceAll("\n", "\n  ")}`,
		...description(statement, problem).map((line) => `  → ${line}`),
		...diff(statement)
	].join("\n");
}
function description(statement, problem) {
	switch (statement.kind) {
		case "planned": {
			const { algorithm, reason, rows, dataBytes, indexBytes, migrationKey, deferral, estimate, warnings, hazards } = statement;
			const namedBy = describeNamedBy(statement.namedBy, (name) => `\`${name}\``, (text) => text);
			const size = algorithm === "copy" ? ` of ${formatNumberOf(rows, "row")}, ${formatBytes(dataBytes + indexBytes)}` : "";
			const key = migrationKey === null ? [] : [`walked by ${migrationKey.columns.join(", ")}: ${migrationKey.reason}`];
			return [
				`${words[algorithm]}${size}: ${reason}`,
				...key,
				...deferral === null ? [] : [describeDeferral(deferral)],
				...estimate === null ? [] : [describeEstimate(estimate)],
				...statement.wayBack === null ? [] : [describeWayBack(statement.wayBack)],
				...namedBy,
				...warnings.map((warning) => `warning: ${warning}`),
				...hazards.map((hazard) => `${isCertain(hazard) ? "error" : "warning"}: ${describeHazard(hazard)} ${hazard.hint}`)
			];
		}
		case "applied": return [statement.isReverted ? `applied ${appliedWhen(statement)}, and reverted; it is not run again: a new file makes the change again` : `applied ${appliedWhen(statement)}; it is not run again`];
		case "unplanned":
			if (statement.why !== null) return [`no dry run: ${statement.why}`];
			return [`no dry run: ${problem === null ? "no target and no replica is given" : "the database could not be asked"}`];
		case "refused": return [`refused (${statement.error.code}): ${statement.error.message}`, statement.error.hint];
	}
}
const words = {
	instant: "instant",
	inplace: "in place",
	copy: "copy",
	direct: "direct"
};
/** Only the lines that change: the rest is on the server. */
function diff(statement) {
	if (statement.kind !== "planned" || statement.before === "" || statement.after === "") return [];
	return diffDefinitions(statement.before, statement.after).split("\n").filter((line) => /^[+-]/u.test(line)).map((line) => `    ${line}`);
}

export { plan as a, diffDefinitions as i, planVerdict as n, describeNamedBy as r, planText as t };