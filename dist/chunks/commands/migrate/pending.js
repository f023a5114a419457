import { r as __name } from "../../rolldown-runtime.js";
import { t as GhostshipError } from "../../support/errors.js";
import { c as runOutcome, l as toGhostshipError, n as failed } from "./run-outcome.js";
import { r as partApplied } from "../ledger/applied.js";
import { s as withoutBaseline } from "../ledger/baseline.js";
import { n as notAllowed, o as forbidden, r as followMoves, s as lintPending } from "../statements/refusal.js";
import { i as readSource, n as modeOf, t as askMode } from "../../sql2.js";
import { r as askHome } from "../lint/written-differences.js";
import { t as notStarted } from "../statements/not-started.js";

// src/commands/migrate/pending.ts
/**
* @param readLedger gives what the ledger has as completed, of these files and of others
* @param unfit whether one statement that nobody runs, or one file that cannot be read, keeps the others from running
* @returns what the run comes to where nothing can be run
*/
async function readStatements(work, target, readLedger, startedAt, unfit = "refuses all") {
	const ended = (outcome) => ({
		kind: "ended",
		outcome
	});
	const { source: given, problem } = await read(work, target);
	const all = given.files.flatMap((file) => file.statements);
	if (problem !== null) return ended(unasked(startedAt, all, problem));
	if (all.length === 0 && given.files.every(({ fault }) => fault === null)) return ended(runOutcome(startedAt, []));
	try {
		const { completed, moved } = await followMoves(given, await readLedger(given));
		const source = withoutBaseline(given, completed);
		const refused = unfit === "refuses all" ? refuseUnfit(startedAt, source, completed) : null;
		if (refused !== null) return ended(refused);
		const statements = source.files.flatMap((file) => file.statements);
		const [first] = statements;
		if (first === void 0) return ended(runOutcome(startedAt, [], unreadable(source)));
		return {
			kind: "read",
			source,
			statements,
			first,
			completed,
			moved
		};
	} catch (error) {
		const known = toGhostshipError(error);
		return ended((known.code === "usage" ? null : refuseUnfit(startedAt, given, [])) ?? unasked(startedAt, all, known));
	}
}
/**
* The statements that are left to run, or why none of them is run: lint rules forbid some, or files changed.
*
* @param database whose ledger has what is completed
*/
async function findPending({ source, statements }, completed, settings, database, isLeft = () => true) {
	const { applied, pending: notApplied, changed } = partApplied(statements, completed);
	const pending = notApplied.filter(isLeft);
	const home = await askHome(source, settings, database);
	const found = await lintPending(source, completed, settings, database, home);
	const faults = [...changed, ...refusals(pending, (statement) => notAllowed(statement, settings, home) ?? forbidden(statement, pending, found))];
	if (faults.length === 0) return {
		kind: "pending",
		applied,
		pending,
		found,
		home
	};
	return {
		kind: "refused",
		applied,
		pending,
		faults,
		statements: [...changed.map(({ statement }) => statement), ...pending]
	};
}
/** @returns with a problem where the server could not be asked how the statements are to be read */
async function read({ unread, settings }, target) {
	try {
		return {
			source: readSource(unread, settings, await askMode(unread, settings, target)),
			problem: null
		};
	} catch (error) {
		return {
			source: readSource(unread, settings, modeOf(settings)),
			problem: toGhostshipError(error)
		};
	}
}
function unasked(startedAt, statements, error) {
	const [statement] = statements;
	return statement === void 0 ? runOutcome(startedAt, [], error) : refuse(startedAt, statements, [{
		statement,
		error
	}]);
}
function refusals(statements, refusalOf) {
	return statements.flatMap((statement) => {
		const error = refusalOf(statement);
		return error === null ? [] : [{
			statement,
			error
		}];
	});
}
/** Nothing was run: some statements are refused, and the others wait for them. */
function refuse(startedAt, statements, refused) {
	const outcomes = statements.map((statement) => {
		const fault = refused.find((entry) => entry.statement === statement);
		return fault === void 0 ? notStarted(statement, statement.label) : {
			...failed(statement, statement.label, fault.error),
			resumed: fault.isBegun === true
		};
	});
	return runOutcome(startedAt, outcomes);
}
/** Whatever the server says: files that cannot be read, and statements that nobody runs. */
function refuseUnfit(startedAt, { files }, completed) {
	const statements = files.flatMap((file) => file.statements);
	const fault = unreadable({ files });
	if (fault !== null) {
		const waiting = statements.map((statement) => notStarted(statement, statement.label));
		return runOutcome(startedAt, waiting, fault);
	}
	const refused = unfitStatements(partApplied(statements, completed).pending);
	return refused.length === 0 ? null : refuse(startedAt, statements, refused);
}
/** Of all files that cannot be read, as one error. */
function unreadable({ files }) {
	const [first, ...others] = files.flatMap(({ fault }) => fault === null ? [] : [fault]);
	if (first === void 0 || others.length === 0) return first ?? null;
	const messages = [first, ...others].map(({ message }) => message);
	return new GhostshipError(first.code, messages.join("\n"), { hint: first.hint });
}
/** Those that nobody runs, whatever the server says. */
function unfitStatements(statements) {
	return refusals(statements, ({ complaint }) => complaint === null ? null : new GhostshipError(complaint.code, complaint.message, { hint: complaint.hint }));
}

export { unreadable as a, unfitStatements as i, readStatements as n, refuse as r, findPending as t };