import { r as __name } from "../../rolldown-runtime.js";
import { D as invalidParts, E as rules, M as rememberAltered, N as code, O as suppressionInvalid, P as altersOf, T as ruleNames, j as mergeable, k as dependsOnFolding, w as describeRule } from "../../lint.js";
import { r as lexemeAt } from "../../sql/parser/tokens.js";
import { o as shapeOf } from "../../lint/definition/table-shape.js";
import { t as tableOfStatement } from "../../sql/parser/table-of.js";
import { t as _usingCtx } from "../../usingCtx.js";
import { r as readSqlFiles } from "../statements/sql-file.js";
import { a as ordinalAt, o as parseFile } from "../../sql2.js";
import { t as alteredShape } from "../../lint/definition/altered-shape.js";

// src/lint/empty-tables.ts
/**
* For each file, where its statements start that alter a table which this run has just made, and into which no statement of it
* has put rows.
*/
function altersOfEmptyTables(files) {
	const empty = /* @__PURE__ */ new Set();
	return files.map(({ pending, home }) => {
		const keyOf = ({ schema, name }) => JSON.stringify([schema ?? home?.name ?? null, name]);
		const found = /* @__PURE__ */ new Set();
		for (const statement of pending.statements) {
			if (statement.kind === "alter-table" && empty.has(keyOf(statement.table))) found.add(statement.start);
			follow(statement, empty, keyOf);
		}
		return found;
	});
}
/** Where it is not certain what a statement does, no table counts as empty behind it. */
function follow(statement, empty, keyOf) {
	const rename = (from, to) => {
		if (empty.delete(keyOf(from))) empty.add(keyOf(to));
	};
	switch (statement.kind) {
		case "create-table":
			if (statement.selects) empty.delete(keyOf(statement.table));
			else if (!statement.ifNotExists && !statement.temporary) empty.add(keyOf(statement.table));
			return;
		case "alter-table":
			if (statement.clauses.some(({ kind }) => kind === "partition" || kind === "tablespace")) empty.delete(keyOf(statement.table));
			for (const clause of statement.clauses) if (clause.kind === "rename-table") rename(statement.table, clause.to);
			return;
		case "rename-table":
			for (const { from, to } of statement.renames) rename(from, to);
			return;
		case "drop-table":
			for (const table of statement.tables) empty.delete(keyOf(table));
			return;
		case "data":
			for (const table of statement.tables) empty.delete(keyOf(table));
			return;
		case "truncate-table": return;
		case "drop-database":
		case "other": empty.clear();
	}
}

// src/lint/first-where.ts
/** The first item for which `isReached` holds, in a list where it holds for every item behind that one as well. */
function firstWhere(items, isReached) {
	let low = 0;
	let high = items.length;
	while (low < high) {
		const middle = low + high >> 1;
		const item = items[middle];
		if (item !== void 0 && isReached(item)) high = middle;
		else low = middle + 1;
	}
	return items[low];
}

// src/lint/suppress.ts
/** The suppressions of a file, found by the rule and the place they are about. */
var Suppressions = class {
	all;
	#file;
	/** By rule: for the whole file, by the start of their statement, and by each line. The first of a place comes first. */
	#ofFile = /* @__PURE__ */ new Map();
	#ofStatement = /* @__PURE__ */ new Map();
	#ofLine = /* @__PURE__ */ new Map();
	#ofClause = /* @__PURE__ */ new Map();
	#rankOf = /* @__PURE__ */ new Map();
	/** @param rules that there are; a comment may name as many others as it likes */
	constructor(file, all, rules) {
		this.#file = file;
		this.all = all;
		for (const [rank, suppression] of all.entries()) {
			this.#rankOf.set(suppression, rank);
			const named = new Set(suppression.rules);
			for (const rule of rules) if (named.has(rule)) this.#keep(rule, suppression);
		}
	}
	/** The first suppression of the rule that covers this place, or null. */
	of(rule, at) {
		const ordinal = ordinalAt(this.#file, at);
		const statement = ordinal === null ? void 0 : this.#file.statements[ordinal - 1];
		return this.#first([
			this.#ofFile.get(rule),
			statement && this.#ofStatement.get(keyOf$1(rule, statement.start)),
			this.#ofLine.size === 0 ? void 0 : this.#onLines(rule, this.#clauseAround(at))
		]);
	}
	/** A clause may have many problems and many lines. */
	#onLines(rule, { start, end }) {
		const key = `${keyOf$1(rule, start)} ${end}`;
		const known = this.#ofClause.get(key);
		if (known !== void 0) return known ?? void 0;
		const last = this.#file.lines.at(end - 1).line;
		const found = [];
		for (let line = this.#file.lines.at(start).line; line <= last; line++) found.push(this.#ofLine.get(keyOf$1(rule, line)));
		const first = this.#first(found);
		this.#ofClause.set(key, first);
		return first ?? void 0;
	}
	#first(found) {
		const rank = (one) => this.#rankOf.get(one) ?? 0;
		const [first = null] = found.filter((one) => one !== void 0).toSorted((one, other) => rank(one) - rank(other));
		return first;
	}
	#keep(rule, suppression) {
		const { scope } = suppression;
		const put = (places, key) => places.has(key) ? null : places.set(key, suppression);
		if (scope.kind === "file") put(this.#ofFile, rule);
		if (scope.kind === "statement") put(this.#ofStatement, keyOf$1(rule, scope.start));
		if (scope.kind !== "lines") return;
		for (let line = scope.first; line <= scope.last; line++) put(this.#ofLine, keyOf$1(rule, line));
	}
	/** A problem may point at a part of a clause, while the comment stands at the clause's last line. */
	#clauseAround(at) {
		const ordinal = ordinalAt(this.#file, at);
		const statement = ordinal === null ? void 0 : this.#file.statements[ordinal - 1];
		if (statement?.kind !== "alter-table" && statement?.kind !== "create-table") return at;
		const clauses = statement.kind === "alter-table" ? statement.clauses : statement.elements;
		const clause = firstWhere(clauses, ({ end }) => end >= at.end);
		return clause !== void 0 && clause.start <= at.start ? clause : at;
	}
};
function keyOf$1(rule, place) {
	return `${rule} ${place}`;
}
__name(keyOf$1, "keyOf");

// src/lint/suppression.ts
/**
* The suppressions of a file: `lint:ignore id, id -- reason`, in any style of comment. Next to code it is about the
* clauses on its line, on a line of its own about the statement that follows, and between the clauses of a statement
* about the next of them. `lint:ignore-file` goes before the first statement and is about all of them.
*/
function suppressionsIn(file) {
	const codeBehind = findCodeBehind(file);
	return file.comments.flatMap((comment, index) => {
		const match = lintComment.exec(contentOf(file.text.slice(comment.start, comment.end)));
		if (match === null) return [];
		const [, command = "", ids = "", reason = ""] = match;
		const rules = ids.split(/[\s,]+/).filter((id) => id !== "");
		return [{
			...comment,
			rules,
			reason: reason.trim(),
			scope: scopeOf(file, comment, command, codeBehind[index])
		}];
	});
}
const lintComment = /^lint:\s*([\w-]*)(.*?)(?:\s--(?:\s(.*))?)?$/s;
function contentOf(comment) {
	return comment.replace(/^(?:--|#|\/\*+)/, "").replace(/\*\/$/, "").replace(/(?<!\*)\*+$/, "").trim();
}
function scopeOf(file, comment, command, codeBehind = comment) {
	if (command === "ignore-file") return fileScope(file, comment);
	if (command !== "ignore") return {
		kind: "nothing",
		because: "it must say `lint:ignore` or `lint:ignore-file`"
	};
	if (sharesLineWithCode(file, comment)) return linesOf(file, comment);
	const enclosing = firstWhere(file.statements, ({ end }) => end > comment.end);
	if (enclosing !== void 0 && enclosing.start < comment.start) return linesOf(file, codeBehind);
	const next = firstWhere(file.statements, ({ start }) => start >= comment.end);
	if (next === void 0) return {
		kind: "nothing",
		because: "no statement follows it"
	};
	return {
		kind: "statement",
		start: next.start,
		end: next.end
	};
}
function fileScope(file, comment) {
	const first = file.statements[0];
	if (first === void 0 || comment.end <= first.start) return { kind: "file" };
	return {
		kind: "nothing",
		because: "it must stand before the first statement"
	};
}
/** Only as far as the blanks around the comment: a line may be long, and have many comments. */
function sharesLineWithCode({ text }, comment) {
	let before = comment.start - 1;
	while (isBlank(text[before])) before -= 1;
	let after = comment.end;
	while (isBlank(text[after])) after += 1;
	return isCode(text[before]) || isCode(text[after]);
}
function isBlank(character) {
	return character !== void 0 && character !== "\n" && /[\s\uFEFF]/.test(character);
}
function isCode(character) {
	return character !== void 0 && character !== "\n";
}
function linesOf(file, span) {
	return {
		kind: "lines",
		first: file.lines.at(span.start).line,
		last: file.lines.at(span.end - 1).line
	};
}
/** The first piece of code behind each comment. Comments that follow each other have the same. */
function findCodeBehind({ text, mode, comments }) {
	const found = [];
	let next = null;
	for (const comment of comments.toReversed()) {
		let at = comment.end;
		while (at < text.length && /\s/.test(text[at] ?? "")) at += 1;
		const code = next?.comment.start === at ? next.code : at < text.length ? lexemeAt(text, at, false, mode) : comment;
		found.push(code);
		next = {
			comment,
			code
		};
	}
	return found.toReversed();
}

// src/lint/lint-file.ts
/** Findings of the files of one run, which must be given in the order they are applied in. */
function lintFiles(inputs) {
	const files = inputs.map(({ file }) => file);
	const pending = inputs.map(pendingOf);
	const onEmpty = altersOfEmptyTables(inputs.map((input, index) => ({
		pending: pending[index] ?? input.file,
		home: input.home ?? null
	})));
	const altered = /* @__PURE__ */ new Map();
	const reports = inputs.map((input, index) => {
		const { file, differences = null, home = null, runsData = false, applied = nothing } = input;
		const report = lint$1(input, {
			file,
			altered,
			differences,
			home,
			runsData,
			applied
		}, onEmpty[index] ?? nothing);
		const own = pending[index] ?? file;
		for (const alter of mergeable(own, differences)) rememberAltered(altered, alter, own, code(file.path));
		return report;
	});
	return {
		findings: reports.flatMap(({ findings }) => findings),
		suppressed: reports.flatMap(({ suppressed }) => suppressed),
		leftOut: files.flatMap(leftOutOf),
		rulesLeftOut: rules.filter((rule) => inputs.some((input) => isLeftOut(rule, input))).map(({ id }) => id)
	};
}
const nothing = /* @__PURE__ */ new Set();
function pendingOf({ file, applied = nothing }) {
	if (applied.size === 0) return file;
	return {
		...file,
		statements: file.statements.filter(({ start }) => !applied.has(start))
	};
}
/** A plan that is refused tells enough by that. */
function isLeftOut(rule, input) {
	if (rule.needs === "text" || !isActive(rule, input)) return false;
	const differences = input.differences ?? null;
	const changes = altersOf(input.file);
	if (differences === null) return changes.length > 0;
	return changes.some(({ start }) => {
		const rows = differences.get(start)?.rows.kind;
		return rule.needs === "data" && rows === "none";
	});
}
function leftOutOf({ path, leftOut, lines }) {
	return leftOut.map(({ start, end, why, kind }) => ({
		file: path,
		line: lines.at(start).line,
		endLine: lines.at(end).line,
		why,
		kind
	}));
}
/** @param onEmpty where statements start whose tables have no rows */
function lint$1(input, context, onEmpty) {
	const active = rules.filter((rule) => isActive(rule, input) && (rule.needs === "text" || context.differences !== null));
	const suppressions = new Suppressions(context.file, suppressionsIn(context.file), active.map(({ id }) => id));
	const findings = [];
	const suppressed = [];
	for (const rule of active) for (const problem of rule.check(context)) {
		const finding = findingOf(rule, problem, input, context.file);
		if (finding === null) continue;
		const by = rule.suppressible ? suppressions.of(rule.id, problem.at) : null;
		const isMoot = rule.onlyForRows === true && onEmpty.has(statementAt(context.file, problem)?.start ?? -1);
		if (by !== null) suppressed.push({
			finding,
			by
		});
		else if (!isMoot) findings.push(finding);
	}
	if (isActive(suppressionInvalid, input)) {
		const used = rulesSilenced(suppressed);
		const invalid = suppressions.all.flatMap((by) => invalidParts(by, (id) => useOf(id, used.get(by)?.has(id) === true, active), ruleNames));
		for (const problem of invalid) findings.push(...[findingOf(suppressionInvalid, problem, input, context.file)].filter((one) => one !== null));
	}
	return {
		findings: findings.toSorted(byPlace),
		suppressed
	};
}
__name(lint$1, "lint");
function isActive(rule, input) {
	return input.severities?.(rule.id, "error", null) !== "off";
}
/** `null` where the configuration has turned it off. */
function findingOf(rule, problem, input, file) {
	const ordinal = ordinalAt(file, problem.at);
	const statement = statementAt(file, problem);
	const table = statement === void 0 ? null : tableOfStatement(statement)?.name ?? null;
	const own = problem.severity ?? rule.severity;
	const severity = input.severities?.(rule.id, own, table) ?? own;
	if (severity === "off") return null;
	return {
		rule: rule.id,
		severity,
		file: file.path,
		statement: ordinal,
		table,
		start: file.lines.at(problem.at.start),
		end: file.lines.at(problem.at.end),
		title: clipped(problem.title),
		message: problem.message,
		why: rule.why,
		fix: problem.instead ?? rule.instead,
		source: (problem.evidence ?? null) === null ? rule.needs : "data",
		evidence: problem.evidence ?? null,
		suggestion: suggestionOf(problem, file)
	};
}
function statementAt(file, { at }) {
	const ordinal = ordinalAt(file, at);
	return ordinal === null ? void 0 : file.statements[ordinal - 1];
}
/** Whole lines, as GitHub takes them. */
/** In characters, before a suggestion and behind it. */
const longestLine = 1e3;
function suggestionOf({ suggestion = null }, { text, lines }) {
	if (suggestion === null) return null;
	const { start, end } = suggestion;
	const first = Math.max(0, start - longestLine);
	const before = text.slice(first, start).lastIndexOf("\n");
	const after = text.slice(end, end + longestLine).indexOf("\n");
	if (before === -1 && first > 0 || after === -1 && end + longestLine < text.length) return null;
	const from = first + before + 1;
	const to = after === -1 ? text.length : end + after;
	const replaced = text.slice(from, start) + suggestion.text + text.slice(end, to).replace(/\r$/u, "");
	return {
		startLine: lines.at(start).line,
		endLine: lines.at(end).line,
		text: replaced
	};
}
function rulesSilenced(suppressed) {
	const rules = /* @__PURE__ */ new Map();
	for (const { by, finding } of suppressed) rules.set(by, (rules.get(by) ?? /* @__PURE__ */ new Set()).add(finding.rule));
	return rules;
}
/** The suppression of a rule that did not run may be needed. */
function useOf(id, isUsed, active) {
	const rule = describeRule(id);
	if (rule === null) return "unknown-rule";
	if (!rule.suppressible) return "not-suppressible";
	return isUsed || !active.some((one) => one.id === id) ? "fine" : "unused";
}
/** GitHub shows about this much of a title. */
const maxTitleLength = 80;
function clipped(title) {
	return title.length <= maxTitleLength ? title : `${title.slice(0, 79)}…`;
}
function byPlace(one, other) {
	return one.start.line - other.start.line || one.start.column - other.start.column;
}

// src/commands/statements/home-database.ts
/** The database that statements are for, as far as it is known without a server. */
function homeOf({ home, values }) {
	return home === null ? null : {
		name: home,
		allowed: values.databases,
		foldsNames: null
	};
}
/**
* The same, for a comparison as the server makes it. The server is asked only where its answer matters.
*
* @param database `null` where there is none to ask
*/
async function askHome(source, settings, database) {
	try {
		var _usingCtx$1 = _usingCtx();
		const home = homeOf(settings);
		const statements = source.files.flatMap((file) => file.statements);
		if (home === null || database === null || !statements.some(({ parsed }) => dependsOnFolding(parsed, home))) return home;
		const [{ connect }, { askNameCase }] = await Promise.all([import("../../mysql/session.entry.js"), import("../../mysql/name-case.entry.js")]);
		const nameCase = await askNameCase(_usingCtx$1.a(await connect(database, "asking how names are compared")));
		return {
			...home,
			foldsNames: nameCase.same("a", "A")
		};
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		await _usingCtx$1.d();
	}
}

// src/commands/lint/lint.ts
const nothingKnown = { differences: () => null };
/**
* For a typed statement the findings of suppressible rules are only warnings.
*/
function lint(source, settings, home = homeOf(settings), known = nothingKnown) {
	const { isTyped } = source;
	const { findings, suppressed, leftOut, rulesLeftOut } = lintFiles(source.files.map(({ path, parsed }) => ({
		file: parsed,
		severities: settings.severitiesFor(parsed.path),
		differences: known.differences(path),
		...known.applied === void 0 ? {} : { applied: known.applied(path) },
		home,
		runsData: settings.values["data-statements"] === "run"
	})));
	const isAllowed = ({ file, table, rule }) => settings.valuesFor(isTyped ? null : file, table ?? "").allow.includes(rule);
	const standing = findings.filter((finding) => !isAllowed(finding));
	return {
		findings: isTyped ? standing.map(withoutForce) : standing,
		accepted: findings.filter(isAllowed),
		suppressed,
		leftOut,
		rulesLeftOut
	};
}
function withoutForce(finding) {
	return finding.severity === "error" && describeRule(finding.rule)?.suppressible === false || finding.severity === "notice" ? finding : {
		...finding,
		severity: "warning"
	};
}

// src/commands/lint/written-differences.ts
/**
* What statements make of the tables that files of the repository describe, for a run that asks no database: the option `schema`.
* Statements are taken one after the other, each on what those before it leave. A file that cannot be read describes nothing.
*
* @param folder an absolute path, from which the globs count
* @throws GhostshipError `usage` for a file that is named and not there
*/
async function writtenDifferences(files, { values: { schema, "max-file-size": maxBytes } }, folder) {
	const described = await readSqlFiles(schema, folder, maxBytes);
	const tables = /* @__PURE__ */ new Map();
	for (const file of described) if ("text" in file) for (const [name, shape] of tablesIn(parseFile(file.path, file.text))) tables.set(name, shape);
	if (tables.size === 0) return () => null;
	const found = /* @__PURE__ */ new Map();
	for (const file of files) found.set(file.path, differencesIn(file, tables));
	return (path) => found.get(path ?? "") ?? [...found.values()][0] ?? null;
}
function differencesIn(file, tables) {
	const own = /* @__PURE__ */ new Map();
	for (const alter of altersOf(file)) {
		const before = tables.get(keyOf(alter.table));
		if (before === void 0) continue;
		const after = alteredShape(before, alter, file.text);
		tables.set(keyOf(alter.table), after);
		own.set(alter.start, {
			from: "file",
			before,
			after,
			rows: { kind: "none" },
			way: null
		});
	}
	return own;
}
function* tablesIn({ statements, text }) {
	for (const statement of statements) {
		const shape = statement.kind === "create-table" ? shapeOf(statement, text) : null;
		if (statement.kind === "create-table" && shape !== null) yield [keyOf(statement.table), shape];
	}
}
/** A dump of one database names no other. */
function keyOf({ name }) {
	return name.toLowerCase();
}

export { homeOf as i, lint as n, askHome as r, writtenDifferences as t };