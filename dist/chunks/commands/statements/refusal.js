import { r as __name } from "../../rolldown-runtime.js";
import { t as GhostshipError } from "../../support/errors.js";
import { A as tablesElsewhere, w as describeRule } from "../../lint.js";
import { t as parseStatement } from "../../sql.js";
import { n as ident, s as tableName } from "../../sql/sql.js";
import { t as tableOfStatement } from "../../sql/parser/table-of.js";
import { r as partApplied, t as appliedWhen } from "../ledger/applied.js";
import { t as groupBy } from "../../support/group-by.js";
import { i as placeOf, r as labelOf } from "./file-statement.js";
import { l as inOrder } from "./sql-file.js";
import { n as lint, t as writtenDifferences } from "../lint/written-differences.js";
import { n as digestOfFile } from "../ledger/baseline.js";
import { posix } from "node:path";

// src/commands/lint/lint-pending.ts
/**
* The lint of the statements that are still to be run, for plan and migrate alike. Files are linted whole. Findings about
* applied statements are left out, because nobody can change those statements any more.
*
* @param database asked about the tables as they are; `null` where there is none to ask
* @param plans what a plan has found out; `null` where the statements are about to be run
*/
async function lintPending(source, completed, settings, database, home, plans = null) {
	const rowsOf = groupBy(completed, ({ file }) => file);
	const files = source.files.map(({ path, parsed, statements, fault }) => {
		const { pending, applied } = partApplied(statements, rowsOf.get(path ?? "") ?? []);
		const over = new Set(applied.map((statement) => statement.parsed.start));
		return {
			path,
			parsed,
			pending,
			ordinals: new Set(pending.map(({ ordinal }) => ordinal)),
			over,
			isOver: fault === null && statements.length > 0 && pending.length === 0
		};
	});
	const differencesOf = await differencesIn(files, settings, database, plans);
	const byPath = new Map(files.map((file) => [file.path, file]));
	const applied = (path) => byPath.get(path)?.over ?? /* @__PURE__ */ new Set();
	const { findings, accepted, suppressed, leftOut, rulesLeftOut } = lint(source, settings, home, {
		differences: differencesOf,
		applied
	});
	const concerns = ({ file, statement }) => {
		const own = source.isTyped ? files[0] : byPath.get(file);
		if (own === void 0 || own.isOver) return false;
		return statement === null || own.pending.length === 0 || own.ordinals.has(statement);
	};
	return {
		findings: findings.filter(concerns),
		accepted: accepted.filter(concerns),
		suppressed: suppressed.filter(({ finding }) => concerns(finding)),
		leftOut: leftOut.filter((part) => byPath.get(part.file)?.isOver === false),
		rulesLeftOut
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
/** Of what an error of the rule ends a run with. */
function codeFor(rule) {
	if (rule === "syntax-error" || rule === "unstorable-name") return "invalid-statement";
	return describeRule(rule)?.suppressible === false ? "unsupported-statement" : "statement-not-allowed";
}
async function differencesIn(files, settings, database, plans) {
	if (files.every(({ pending }) => pending.length === 0)) return () => null;
	if (database === null) {
		const parsed = files.map((file) => file.parsed);
		return writtenDifferences(parsed, settings, process.cwd());
	}
	const { askDifferences } = await import("../lint/ask-differences.js");
	return askDifferences(files, database, plans);
}

// src/commands/ledger/unseen-moves.ts
/** The text of an applied file that went away by another change. */
function unseenMove(...[file, to, from, rows]) {
	return askedMove([
		file,
		to,
		from,
		rows
	], `taken away by an earlier change than the one that brings ${to}`);
}
/** What the old file did may be undone by what stands between the two. */
function moveBehind(...[file, to, from, rows]) {
	return askedMove([
		file,
		to,
		from,
		rows
	], `now stands behind a file that has changed the same table since`);
}
/** @param since what else is known of the applied file; without a full stop */
function askedMove([{ statements }, to, from, [row]], since) {
	const when = row === void 0 ? "before" : appliedWhen(row);
	return new GhostshipError("file-changed-after-apply", `${to} has the statements of ${from}, which was applied ${when} and ${since}. Whether it is that file, moved, or is to be run once more, is not known.`, { hint: `If it was moved, name it ${from} again: it is not run. To run it once more, ${howToRenew(statements[0]?.text ?? row?.statement ?? "")}.` });
}
/** A statement of an applied file that is gone, in a file that has not all of them. */
function unseenPart(statement, to, row) {
	return new GhostshipError("file-changed-after-apply", `${to} has a statement of ${row.file}, which was applied ${appliedWhen(row)} and is gone. Whether the statement was moved, or is to be run once more, is not known.`, { hint: `If it was moved, put it back into ${row.file}, with what stood there beside it: it is not run. To run it once more, ${howToRenew(statement)}.` });
}
/** @param why without a full stop */
function unknownMove(to, from, why) {
	return new GhostshipError("file-changed-after-apply", `${to} has the statements of ${from}, which is gone, and which change has brought ${to} is not known: ${why}.`, { hint: "Run it again when GitHub answers, and give the job the permissions contents: read and pull-requests: write." });
}
/** @param row of a file that was away for a while */
function undoneSince(row, since) {
	return new GhostshipError("file-changed-after-apply", `${row.file} was applied ${appliedWhen(row)}, and then it was deleted. ${since.file}, which was applied ${appliedWhen(since)} and is gone now, has changed its table since, so what ${row.file} has done may be undone.`, { hint: `To make the change again, delete ${row.file}, write it into a new file, and ${howToRenew(row.statement)}. If nothing of it is undone, put ${since.file} back.` });
}
/** A statement with another text is another statement. */
function howToRenew(statement) {
	const [verb = "ALTER"] = /^\w+/u.exec(statement) ?? [];
	return `write a comment into the statement, such as ${verb.toUpperCase()} /* once more */`;
}

// src/commands/ledger/moved-files.ts
/**
* A statement is known by its content and its file: where the file is gone, and a new one has all its statements, that is where
* it went, also if it has more of them now. A copy of a file that is still there is another file, and so is a second copy of one
* that is gone.
*
* The move must be seen: the change that brings the one takes the other away. Where nobody can tell which change that was, it must
* not be known from an earlier run that the file is gone. What is no move for sure is not run either: it is in doubt.
*
* Where what was done to the table since is gone as well, and nowhere else, the history was shortened: a file of another name that
* begins like an old one is new, unless it changes rows, which nobody would see happen twice. One that stands behind a file that
* has changed the table since is in doubt: what the old one did may be undone there.
*/
async function followMoves(source, completed) {
	const { files, isThere } = source;
	const byFile = groupBy(completed, ({ file }) => file);
	const gone = new Map([...byFile].filter(([file]) => !isThere(file)));
	const lost = [...gone.values()].filter((rows) => !files.some((other) => isContentOf(rows, other))).flat();
	const targets = /* @__PURE__ */ new Map();
	const doubtful = [];
	/** Of a file that is still there, and stands before this path. */
	const isBefore = (path) => ({ file }) => isThere(file) && inOrder([file, path])[0] === file;
	for (const file of gone.size === 0 ? [] : files) {
		if (file.path === null || byFile.has(file.path)) continue;
		const from = findOrigin(file, file.path, gone);
		if (from === null) continue;
		const rows = gone.get(from) ?? [];
		const isOther = posix.basename(from) !== posix.basename(file.path) && changesNoRows(file);
		if (isOther && isChangedSince(rows, lost)) continue;
		const doubt = isOther && isChangedSince(rows, completed, isBefore(file.path)) ? moveBehind(file, file.path, from, rows) : await whyNotMoved(source, file, file.path, from, rows);
		gone.delete(from);
		if (doubt === null) targets.set(from, file.path);
		else for (const row of rows) doubtful.push({
			...row,
			file: file.path,
			movedFrom: from,
			doubt
		});
	}
	const isFollowed = ({ path }) => [...targets.values()].some((to) => to === path) || doubtful.some((row) => row.file === path);
	for (const file of files) if (!isFollowed(file)) doubtful.push(...partsOf(file, byFile, gone));
	return {
		completed: [...completed.map((row) => {
			const to = targets.get(row.file);
			const doubt = isThere(row.file) ? whyUndone(row, byFile.get(row.file) ?? [], lost) : null;
			if (doubt !== null) return {
				...row,
				doubt
			};
			return to === void 0 ? row : {
				...row,
				file: to,
				movedFrom: row.file
			};
		}), ...doubtful],
		moved: [...targets].map(([from, to]) => ({
			from,
			to
		}))
	};
}
/** What a later run must know to tell a file that has moved from one that has come long after: which files are gone by now. */
async function noteGoneFiles(isThere, completed, ledger) {
	const own = completed.filter(({ movedFrom, doubt }) => movedFrom === void 0 && doubt === void 0);
	const filesOf = (isMeant) => [...new Set(own.filter(isMeant).map(({ file }) => file))];
	const gone = filesOf(({ file, goneSince }) => goneSince === null && !isThere(file));
	const back = filesOf(({ file, goneSince }) => goneSince !== null && isThere(file));
	if (gone.length + back.length === 0) return;
	await ledger.create();
	await ledger.noteThere(gone, false);
	await ledger.noteThere(back, true);
}
/** @returns `null` where the move is seen */
async function whyNotMoved({ takenWith }, file, to, from, rows) {
	const taken = await takenWith?.(to) ?? null;
	if (taken !== null && "why" in taken) return unknownMove(to, from, taken.why);
	return (taken === null ? rows.every(({ goneSince }) => goneSince === null) : taken.has(from)) ? null : unseenMove(file, to, from, rows);
}
/** Statements that change rows, in a new file that has only some of an applied one: done twice, nobody would see it. */
function partsOf({ path, statements }, known, gone) {
	if (path === null || known.has(path)) return [];
	const applied = [...gone.values()].flat().filter(({ isReverted }) => !isReverted);
	return statements.flatMap(({ text, ordinal, digest, parsed }) => {
		const row = parsed.kind === "data" ? applied.find((one) => one.digest === digest) : void 0;
		if (row === void 0) return [];
		return [{
			...row,
			ordinal,
			file: path,
			movedFrom: row.file,
			doubt: unseenPart(text, path, row)
		}];
	});
}
/** A file that was away, and is back without what has changed its tables meanwhile. */
function whyUndone(row, own, lost) {
	const { goneSince } = row;
	if (goneSince === null) return null;
	const tables = new Set(own.map(tableOf));
	const since = lost.find((other) => !other.isReverted && (other.doneAt ?? 0) >= goneSince && tables.has(tableOf(other)));
	return since === void 0 ? null : undoneSince(row, since);
}
/** Whether one of the others has changed the same table after these. */
function isChangedSince(rows, others, isMeant = () => true) {
	const first = rows.find((row) => !rows.some((other) => isLater(row, other)));
	if (first === void 0 || others.length === 0) return false;
	const tables = new Set(rows.map(tableOf));
	return others.some((row) => isLater(row, first) && isMeant(row) && tables.has(tableOf(row)));
}
/** Files of one second were applied in the order of their names. */
function isLater(one, other) {
	const [mine, theirs] = [one.finished ?? "", other.finished ?? ""];
	return mine === theirs ? one.file > other.file : mine > theirs;
}
function tableOf({ statement }) {
	const parsed = parseStatement(statement, {
		start: 0,
		end: statement.length
	});
	return tableOfStatement(parsed)?.name.toLowerCase() ?? "";
}
function changesNoRows({ statements }) {
	return statements.every(({ parsed }) => parsed.kind !== "data");
}
/** Of several alike the one of the same name. */
function findOrigin(file, path, gone) {
	const alike = [...gone].flatMap(([from, rows]) => isContentOf(rows, file) ? [from] : []);
	return alike.find((from) => posix.basename(from) === posix.basename(path)) ?? alike[0] ?? null;
}
/** A file that was applied in part has the rest still to run. */
function isContentOf(rows, file) {
	return rows.every(({ ordinal, digest, statementCount }) => ordinal === 0 ? digest === digestOfFile(file) : file.fault === null && file.statements.length >= statementCount && file.statements[ordinal - 1]?.digest === digest);
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
/** Lint rules for statements that the author of a file does not decide on: a comment silences the rule, and only the option `allow` lets it run. */
const needsAllow = ["drop-table", "rename-table"];
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

export { codeFor as a, noteGoneFiles as i, notAllowed as n, forbidden as o, followMoves as r, lintPending as s, needsAllow as t };