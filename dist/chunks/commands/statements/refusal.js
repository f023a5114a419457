import { n as __name } from "../../rolldown-runtime.js";
import { t as GhostshipError } from "../../support/errors.js";
import { n as ident, s as tableName } from "../../sql/sql.js";
import { n as labelOf, r as placeOf } from "./file-statement.js";
import { r as partApplied } from "../ledger/applied.js";
import { i as tablesElsewhere, r as describeRule, t as lint } from "../../lint.js";

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
	const { tablesBefore } = await import("../lint/tables-before.js");
	return tablesBefore(pending, database);
}

// src/commands/statements/refusal.ts
/** Why a statement may not be run until a person allows it. */
function notAllowed(statement, settings, home) {
	return otherDatabase(statement, home) ?? dropsTable(statement, settings) ?? renamesTable(statement, settings) ?? changesRows(statement, settings);
}
function otherDatabase(statement, home) {
	const [table] = home === null ? [] : tablesElsewhere(statement.parsed, home);
	if (home === null || table === void 0) return null;
	const label = labelOf(table.schema, table.name, home.name);
	return new GhostshipError("statement-not-allowed", `${placeOf(statement)} names ${label}, and the database of target is ${home.name}.`, { hint: `If ${table.schema} is meant, name it in the option databases. If not, take it out of the statement.` });
}
function dropsTable({ parsed, file, line, table, label }, settings) {
	if (parsed.kind !== "drop-table") return null;
	if (settings.valuesFor(file, table).allow.includes("drop-table")) return null;
	return new GhostshipError("statement-not-allowed", `DROP TABLE ${label} (${placeOf({
		file,
		line
	})}) was not allowed.`, { hint: `If nobody uses ${label} any more, allow it for this run: drop-table in the option allow. It is renamed first, not dropped.` });
}
/** Whoever allows it must know how code with the old name can go on. */
function renamesTable({ task, file, line }, settings) {
	if (task?.kind !== "rename") return null;
	const { renames } = task;
	if (renames.every(({ from }) => settings.valuesFor(file, from.name).allow.includes("rename-table"))) return null;
	const text = renames.map(({ from, to }) => `${nameOf(from)} to ${nameOf(to)}`).join(", ");
	const views = renames.map(({ from, to }) => `CREATE VIEW ${quoted(from)} AS SELECT * FROM ${quoted(to)}`).join("; ");
	return new GhostshipError("statement-not-allowed", `Renaming ${text} (${placeOf({
		file,
		line
	})}) was not allowed.`, { hint: `Code that uses the old name fails from that moment. If no code does, allow it for this run: rename-table in the option allow. If some does, a view can keep the old name; create it by other means right after the run: ${views}` });
}
/** The author of a file does not decide it: the option counts as an input, as a flag, or in a config file that was reviewed. */
function changesRows({ task, file, line }, { values }) {
	if (task?.kind !== "data" || values["data-statements"] === "run") return null;
	return new GhostshipError("statement-not-allowed", `${task.verb} (${placeOf({
		file,
		line
	})}) changes rows, which was not allowed.`, { hint: "If it may, give the option data-statements: run, as an input or flag, or in the config file of the branch that is merged into. It then runs in one transaction of its own." });
}
function nameOf({ schema, name }) {
	return labelOf(schema, name, null);
}
function quoted(table) {
	return (table.schema === null ? ident(table.name) : tableName({
		schema: table.schema,
		name: table.name
	})).text;
}

export { forbidden as n, lintPending as r, notAllowed as t };