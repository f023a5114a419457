import { r as __name } from "../rolldown-runtime.js";
import { n as isCertain, t as describeHazard } from "../engine/probes/hazard.js";
import { a as describeFailing } from "./lint-text.js";

// src/report/annotation.ts
/** Findings, refused statements without a finding, and rows that do not fit. Errors come first: some channels show only the first ten. */
function annotationsOf(report) {
	const errors = new Set(report.findings.flatMap(({ file, start, severity }) => severity === "error" ? [`${start.line} ${file}`] : []));
	const hasError = (file, line) => errors.has(`${line} ${file}`);
	const refused = report.statements.flatMap((statement) => {
		if (statement.kind !== "refused" || statement.file === null || hasError(statement.file, statement.line)) return [];
		const { file: path, line, error } = statement;
		const message = `${error.message}\n${error.hint}`;
		return [{
			path,
			startLine: line,
			endLine: line,
			columns: null,
			level: "failure",
			title: `Refused: ${error.code}`,
			message
		}];
	});
	const told = new Set(report.findings.map(({ evidence }) => evidence));
	const hazards = report.statements.flatMap((statement) => fromHazards(statement, told));
	const failing = report.statements.flatMap(fromNaming);
	return [
		...report.findings.map(fromFinding),
		...refused,
		...hazards,
		...failing
	].toSorted((one, other) => levels.indexOf(one.level) - levels.indexOf(other.level));
}
/** @param told what findings say already */
function fromHazards(statement, told) {
	if (statement.kind !== "planned" || statement.file === null) return [];
	const { file: path, line, hazards, table } = statement;
	return hazards.filter(({ message }) => !told.has(message)).map((hazard) => ({
		path,
		startLine: line,
		endLine: line,
		columns: null,
		level: isCertain(hazard) ? "failure" : "warning",
		title: isCertain(hazard) ? `Rows of ${table} do not fit` : `Rows of ${table} may not fit`,
		message: `${describeHazard(hazard)}\n${hazard.hint}`
	}));
}
function fromNaming(statement) {
	if (statement.kind !== "planned" || statement.file === null) return [];
	const message = describeFailing(statement.namedBy, (name) => name, (text) => text);
	if (message === null) return [];
	const { file: path, line, table } = statement;
	return [{
		path,
		startLine: line,
		endLine: line,
		columns: null,
		level: "warning",
		title: `Breaks what names ${table}`,
		message
	}];
}
const levels = [
	"failure",
	"warning",
	"notice"
];
function fromFinding({ file, start, end, severity, rule, title, message, why, fix, evidence }) {
	const isOneLine = start.line === end.line;
	return {
		path: file,
		startLine: start.line,
		endLine: end.line,
		columns: isOneLine ? {
			start: start.column,
			end: Math.max(start.column, end.column - 1)
		} : null,
		level: severity === "error" ? "failure" : severity,
		title: `${title} (${rule})`,
		message: [
			message,
			...evidence === null ? [] : [evidence],
			why,
			...fix === null ? [] : [`Instead: ${fix}`]
		].join("\n")
	};
}

export { annotationsOf as t };