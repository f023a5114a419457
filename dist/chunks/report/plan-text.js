import { r as __name } from "../rolldown-runtime.js";
import { t as appliedWhen } from "../commands/ledger/applied.js";
import { n as isCertain, t as describeHazard } from "../engine/probes/hazard.js";
import { t as diffDefinitions } from "./definition-diff.js";
import { i as formatNumberOf, t as formatBytes } from "./quantity.js";
import { a as describeDeleted, d as describeUse, f as describeWayBack, i as describeDeferral, m as howAgain, n as alsoPendingSentence, o as describeEstimate, p as enumerate, r as describeAsked, s as describeLastRun, u as describeSpace } from "./words.js";
import { t as leftOutTexts } from "./left-out.js";
import { a as describeFailing, i as rulesLeftOutText, n as findingsText, o as describeNamedBy } from "./lint-text.js";
import { n as planFailed, t as hasMisfits } from "../commands/plan/plan-report.js";

// src/report/destroyed.ts
/**
* What nobody can bring back once the statement has run; a sentence each. An index is none of it: it can be built again. A table
* that is dropped is gone for whoever uses it, though its rows are kept for a while.
*
* @param quote how names are set
*/
function destroyedBy(destroyed, quote) {
	if (destroyed.isTable) return ["Takes the table away with all its rows."];
	const columns = destroyed.columns.map(quote);
	return [...columns.length === 0 ? [] : [`Destroys the ${several("column", columns)} with all values.`], ...destroyed.rows === "unknown" ? [`Destroys ${rowsOf(destroyed.partitions.map(quote))}.`] : []];
}
/** The same with the indexes, in one sentence for a terminal; `null` where nothing goes. */
function describeDestroyed({ isTable, columns, indexes, partitions, rows }) {
	const parts = [
		...columns.length === 0 ? [] : [`the ${several("column", columns)}`],
		...indexes.length === 0 ? [] : [`the ${several("index", indexes)}`],
		...rows === "unknown" ? [rowsOf(partitions)] : []
	];
	const count = rows === "unknown" || rows === 0 ? null : `about ${formatNumberOf(rows, "row")}`;
	if (isTable) return `Taken away: the table${count === null ? "" : `, with ${count}`}.`;
	if (parts.length === 0) return null;
	return `Destroyed: ${enumerate(parts)}${count === null ? "" : `, in ${count}`}.`;
}
function rowsOf(partitions) {
	return partitions.length === 0 ? "the rows of the partitions that go" : `the rows of the ${several("partition", partitions)}`;
}
function several(what, names) {
	const plural = what === "index" ? "indexes" : `${what}s`;
	return `${names.length === 1 ? what : plural} ${enumerate(names)}`;
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
	if (report.statements.every((statement) => statement.kind === "applied" && statement.isUnwritten !== true)) return {
		kind: "nothing",
		title: "Nothing to do",
		sentence: work
	};
	const warnings = count(report.findings, "warning") + countDoubts(report);
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
	if (statements.length === 0) return "There are no statements in the files.";
	const planned = statements.filter((statement) => statement.kind === "planned");
	const by = (algorithm) => planned.filter((statement) => statement.algorithm === algorithm);
	const copies = by("copy");
	const rows = sum(copies.map((statement) => statement.rows));
	const bytes = sum(copies.map(({ dataBytes, indexBytes }) => dataBytes + indexBytes));
	const other = (kind) => statements.filter((statement) => statement.kind === kind).length;
	const unwritten = statements.filter((one) => one.kind === "applied" && one.isUnwritten === true).length;
	const parts = [
		...some(by("instant").length, "instant"),
		...some(by("inplace").length, "in place"),
		...some(by("direct").length, "direct"),
		...copies.length === 0 ? [] : [`${copies.length} by copying ${formatNumberOf(rows, "row")} (${formatBytes(bytes)})`],
		...some(other("unplanned"), "without a dry run"),
		...some(other("applied") - unwritten, "applied already"),
		...some(unwritten, "carried out already by a run that died"),
		...some(other("refused"), "refused")
	];
	const described = statements.length === 1 ? parts.map((part) => part.replace(/^1 /u, "")) : parts;
	const others = statements.filter(({ alsoPending }) => alsoPending === true).length;
	const also = `Also pending: ${formatNumberOf(others, "statement")} of files that this pull request does not change.`;
	return [`${formatNumberOf(statements.length, "statement")}: ${enumerate(described)}.`, ...others === 0 ? [] : [also]].join(" ");
}
function describeFaults({ findings, statements, problem }) {
	const errors = count(findings, "error");
	const refused = statements.filter(({ kind }) => kind === "refused").length;
	const misfits = statements.filter(hasMisfits).length;
	const parts = [
		...errors === 0 ? [] : [formatNumberOf(errors, "lint error")],
		...refused === 0 ? [] : [`${formatNumberOf(refused, "statement")} that would be refused`],
		...misfits === 0 ? [] : [`${formatNumberOf(misfits, "statement")} that rows of the table do not fit`]
	];
	const faults = parts.length === 0 ? [] : [`${capitalize(enumerate(parts))}.`];
	return [...problem === null ? [] : [problem.message.replace(/(?<![.!?])$/u, ".")], ...faults].join(" ");
}
/** What stands beside the statements as a warning, and is no finding; once for each table. */
function countDoubts({ statements, findings }) {
	const told = new Set(findings.map(({ evidence }) => evidence));
	const doubts = statements.flatMap((statement) => {
		if (statement.kind !== "planned") return [];
		const { table, hazards, warnings, namedBy } = statement;
		const open = hazards.filter((hazard) => !isCertain(hazard) && !told.has(hazard.message));
		const failing = namedBy.objects.listed.filter(({ fails }) => fails).map(({ kind, name }) => `${kind} ${name}`);
		return [
			...open.map(({ message }) => message),
			...warnings,
			...failing.length === 0 ? [] : [failing.join()]
		].map((text) => `${table}\n${text}`);
	});
	return new Set(doubts).size;
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
/**
* A plan for a terminal.
*
* @param unasked why no database was asked, where none is at fault; without a full stop
*/
function planText(report, unasked = "no target and no replica is given") {
	const verdict = planVerdict(report);
	const { problem } = report;
	const rules = report.database === null ? rulesLeftOutText(report) : null;
	return [
		...problem === null ? [] : [`${problem.message}\n${problem.hint}`],
		...report.statements.map((statement) => statementText(statement, problem === null ? unasked : whyNotTried(problem))),
		...report.leftOut.length === 0 ? [] : [leftOutTexts(report.leftOut).join("\n")],
		...report.findings.length === 0 ? [] : [findingsText(report)],
		...rules === null ? [] : [rules],
		...report.deleted.length === 0 ? [] : [report.deleted.map(describeDeleted).join("\n")],
		...report.onlyChanged === null ? [] : [report.onlyChanged],
		...askedText(report),
		`${verdict.title}. ${verdict.sentence}`
	].join("\n\n");
}
function statementText(statement, untried) {
	return [
		`${statement.file === null ? "" : `${statement.file}:${statement.line}\n`}  ${statement.statement.replaceAll("\n", "\n  ")}`,
		...[
			...statement.alsoPending === true ? [alsoPendingSentence] : [],
			...statement.lastRun === void 0 ? [] : [`warning: ${describeLastRun(statement.lastRun, statement)}`],
			...description(statement, untried)
		].map((line) => `  → ${line.replaceAll("\n", "\n    ")}`),
		...diff(statement)
	].join("\n");
}
function description(statement, untried) {
	switch (statement.kind) {
		case "planned": {
			const { algorithm, reason, rows, dataBytes, indexBytes, migrationKey, deferral, estimate, warnings, hazards } = statement;
			const quote = (name) => `\`${name}\``;
			const plain = (words) => words;
			const namedBy = describeNamedBy(statement.namedBy, quote, plain);
			const failing = describeFailing(statement.namedBy, quote, plain);
			const size = algorithm === "copy" ? ` of ${formatNumberOf(rows, "row")}, ${formatBytes(dataBytes + indexBytes)}` : "";
			const key = migrationKey === null ? [] : [`walked by ${migrationKey.columns.join(", ")}: ${migrationKey.reason}`];
			return [
				`${words[algorithm]}${size}: ${reason}`,
				...key,
				...deferral === null ? [] : [describeDeferral(deferral)],
				...estimate === null ? [] : [describeEstimate(estimate)],
				...factsText(statement.facts),
				...statement.wayBack === null ? [] : [describeWayBack(statement.wayBack)],
				...namedBy,
				...[...failing === null ? [] : [failing], ...warnings].map((warning) => `warning: ${warning}`),
				...hazards.map((hazard) => `${isCertain(hazard) ? "error" : "warning"}: ${describeHazard(hazard)} ${hazard.hint}`)
			];
		}
		case "applied":
			if (statement.isUnwritten === true) return [`applied ${appliedWhen(statement)}; the next run writes that down, and does not run it again`];
			return [statement.isReverted ? `applied ${appliedWhen(statement)}, and reverted; it is not run again. ${howAgain(statement)}` : `applied ${appliedWhen(statement)}; it is not run again`];
		case "unplanned": return [`no dry run: ${statement.why ?? untried}`];
		case "refused": return [`refused (${statement.error.code}): ${statement.error.message}`, statement.error.hint];
	}
}
function whyNotTried({ code }) {
	return whyNotAsked[code] ?? "the database could not be asked";
}
const whyNotAsked = {
	usage: "an option is wrong",
	"unreadable-file": "a file cannot be read",
	"missing-privileges": "the user of the database lacks a privilege for it"
};
function factsText({ destroyed, space, unmeasured, use }) {
	const gone = describeDestroyed(destroyed);
	return [
		...space === null ? [] : [describeSpace(space)],
		...unmeasured === null ? [] : [unmeasured],
		...gone === null ? [] : [gone],
		...use === null ? [] : [describeUse(use, destroyed)]
	];
}
/** The same for all statements of a plan. */
function askedText({ statements }) {
	const planned = statements.find((statement) => statement.kind === "planned");
	return planned === void 0 ? [] : [describeAsked(planned.facts.asked)];
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

export { planVerdict as n, destroyedBy as r, planText as t };