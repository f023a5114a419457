import { n as __name } from "../../rolldown-runtime.js";
import { a as lint, s as describeRule } from "../../lint.js";
import { t as GhostshipError } from "../../support/errors.js";
import { n as partApplied } from "../statements/refusal.js";
import { r as placeOf } from "../statements/file-statement.js";

// src/commands/lint/lint-pending.ts
/**
* The lint of the statements that are still to be run, for plan and migrate alike. Files are linted whole. Findings about
* applied statements are left out, because nobody can change those statements any more.
*
* @param database asked about the tables as they are; `null` where there is none to ask
*/
async function lintPending(source, completed, settings, database, home) {
	const files = source.files.map(({ path, statements, fault }) => {
		const { pending } = partApplied(statements, completed);
		return {
			path,
			pending,
			ordinals: new Set(pending.map(({ ordinal }) => ordinal)),
			isOver: fault === null && statements.length > 0 && pending.length === 0
		};
	});
	const schemaOf = await askSchema(files.flatMap(({ pending }) => pending), database);
	const { findings, accepted, suppressed, leftOut } = lint(source, settings, home, schemaOf);
	const concerns = ({ file, statement }) => {
		const own = source.isTyped ? files[0] : files.find(({ path }) => path === file);
		if (own === void 0 || own.isOver) return false;
		return statement === null || own.pending.length === 0 || own.ordinals.has(statement);
	};
	return {
		findings: findings.filter(concerns),
		accepted: accepted.filter(concerns),
		suppressed: suppressed.filter(({ finding }) => concerns(finding)),
		leftOut: leftOut.filter((part) => files.find(({ path }) => path === part.file)?.isOver === false)
	};
}
/**
* Why the rules forbid a statement; `null` if they do not. A finding about a whole file counts for the first statement of the
* file that is to be run.
*/
function forbidden(statement, pending, { findings }) {
	const isFirst = pending.find(({ file }) => file === statement.file) === statement;
	const own = findings.filter((finding) => finding.severity === "error" && (statement.file === null || finding.file === statement.file) && (finding.statement === statement.ordinal || finding.statement === null && isFirst));
	const [first] = own;
	if (first === void 0) return null;
	const rules = [...new Set(own.map(({ rule }) => rule))].join(", ");
	const messages = own.map(({ title, rule, message }) => `${title} (${rule}): ${message}`);
	return new GhostshipError(codeFor(first.rule), `${placeOf(statement)} may not be run. ${messages.join("\n")}`, { hint: own.every(({ rule }) => describeRule(rule)?.suppressible === true) ? `${first.fix ?? first.why} If this is intended, put -- lint:ignore ${rules} -- and the reason before the statement, or name the rule in the option allow.` : first.fix ?? first.why });
}
function codeFor(rule) {
	if (rule === "syntax-error") return "invalid-statement";
	return describeRule(rule)?.suppressible === false ? "unsupported-statement" : "statement-not-allowed";
}
async function askSchema(pending, database) {
	if (database === null || pending.length === 0) return () => null;
	const { tablesBefore } = await import("./tables-before.js");
	return tablesBefore(pending, database);
}

export { lintPending as n, forbidden as t };