import { r as __name } from "../../rolldown-runtime.js";
import { r as spellDatabase, t as askNameCase } from "../../mysql/name-case.js";
import { t as connect } from "../../mysql/session.js";
import { t as digest } from "../../support/digest.js";
import { c as runOutcome, l as toGhostshipError, n as failed, s as revertOf } from "../migrate/run-outcome.js";
import { n as unforeseen, r as tellUnwritten } from "../migrate/run-steps.js";
import { t as finishSwaps } from "../ledger/finish-swaps.js";
import { t as Ledger } from "../ledger/ledger.js";
import { t as LedgerEntry } from "../ledger/ledger-entry.js";
import { n as refuseOtherEnvironment } from "../ledger/ledger-environment.js";
import { t as takeOver } from "../ledger/take-over.js";
import { t as engineOptions } from "../options/engine-options.js";
import { r as requireTarget } from "../options/settings.js";
import { r as labelOf } from "../statements/file-statement.js";
import { n as whyNoWayBack } from "../../engine/resume/judge-way-back.js";
import { f as readComments } from "../../engine/tables/ghost.js";
import { c as nameTables } from "../../engine/tables/table-names.js";
import { t as GhostshipError } from "../../support/errors.js";
import { t as _usingCtx } from "../../usingCtx.js";
import { randomUUID } from "node:crypto";

// src/commands/revert/find-way-back.ts
/**
* The only table that can be brought back.
*
* @throws GhostshipError `cannot-revert` where there is none, `usage` where there are several
*/
async function findOnlyTable(session, ledger) {
	const changes = await ledger.changes();
	const found = [];
	const last = changes.filter(({ table }, index) => changes.findIndex((one) => one.table === table) === index);
	for (const change of last) {
		const { wayBack, isReverted, table } = change;
		if (isReverted || wayBack === null) continue;
		const { retired, table: original } = wayBack;
		const under = [retired, nameTables(original, retired.schema !== original.schema).ghost];
		if ((await readComments(session, under)).size > 0) found.push(table);
	}
	const [only, ...others] = found;
	const reverted = last.find(({ isReverted }) => isReverted);
	if (only === void 0) throw reverted === void 0 ? nothingKept() : revertedAlready(reverted);
	if (others.length > 0) throw severalKept(found);
	return only;
}
/**
* The last change of a table, which is the one that a revert undoes.
*
* @throws GhostshipError `cannot-revert`
*/
async function findWayBack(label, ledger, nameCase) {
	const last = (await ledger.changes()).find(({ table, outcome }) => nameCase.same(table, label) || nameCase.same(outcome.table, label));
	if (last === void 0) throw unknown(label);
	if (last.isReverted) throw revertedAlready(last);
	const { id, statement, file, ordinal, commit, table, outcome, wayBack, pullRequest, runUrl } = last;
	if (outcome.algorithm === "direct" && outcome.retired !== null) throw dropped(last, outcome.retired);
	if (wayBack === null) throw noWay(last, whyNoWayBack(outcome.algorithm, outcome.retired === null ? "drop" : "keep"));
	return {
		id,
		statement,
		file,
		ordinal,
		commit,
		table,
		wayBack,
		pullRequest,
		runUrl
	};
}
const writeNew = "Write the change that undoes it as a new statement.";
function unknown(label) {
	return new GhostshipError("cannot-revert", `The ledger knows of no change of ${label}.`, { hint: "Look with `ghostship status` which tables were changed, and name one of them." });
}
function nothingKept() {
	return new GhostshipError("cannot-revert", "No table can be brought back: none is kept as it was.", { hint: "Set `retired: keep` before a migration that may have to be reverted." });
}
function severalKept(tables) {
	return new GhostshipError("usage", `${tables.length} tables can be brought back: ${tables.join(", ")}.`, { hint: "Name one: with --table, in the input command, or behind /ghostship revert." });
}
function revertedAlready({ table }) {
	return new GhostshipError("cannot-revert", `The last change of ${table} is reverted already.`, { hint: "To make the change again, write it as a new statement." });
}
/** Applications do not know its name, so a RENAME is all that it takes. */
function dropped({ table }, retired) {
	return new GhostshipError("cannot-revert", `${table} was dropped, and is kept as ${retired}.`, { hint: `Run RENAME TABLE ${retired} TO ${table} yourself. Foreign keys and CHECK constraints that it had must be added again.` });
}
function noWay({ table, statement }, why) {
	return new GhostshipError("cannot-revert", `The last change of ${table} has no way back (${statement}). ${why ?? "The ledger does not know how to bring the table back that was kept."}`, { hint: writeNew });
}

// src/commands/revert/revert.ts
/**
* Brings back the table that the last migration of a table has kept, with everything that was written since. A revert that died or
* yielded is resumed.
*
* @throws GhostshipError `cannot-revert` where the ledger knows of no way back, `bad-target`
*/
async function revert(work, observe, signal) {
	try {
		var _usingCtx$1 = _usingCtx();
		const startedAt = /* @__PURE__ */ new Date();
		const { settings } = work;
		const given = requireTarget(settings);
		await refuseOtherEnvironment(given, settings.values.environment);
		const session = _usingCtx$1.a(await connect(given, "looking for the way back"));
		const nameCase = await askNameCase(session);
		const target = spellDatabase(given, nameCase);
		const ledger = new Ledger(target);
		const { table: wanted } = work;
		if (work.takesOver) await takeOver(target, wanted === null ? null : [wanted], settings, ledger, signal);
		const isMeant = (label) => wanted === null || nameCase.same(label, wanted);
		const swaps = await finishSwaps(target, isMeant, settings, ledger, signal);
		for (const swap of swaps) {
			observe({
				type: "resumed",
				swap
			});
			const undone = swap.reverts === null ? void 0 : (await ledger.changes()).find(({ id }) => id === swap.reverts);
			if (undone !== void 0) work.onFound?.(undone);
		}
		if (swaps.some(({ outcome }) => outcome.state === "reverted")) return runOutcome(startedAt, swaps.map(({ outcome }) => outcome));
		const forward = await findWayBack(wanted ?? await findOnlyTable(session, ledger), ledger, nameCase);
		work.onFound?.(forward);
		const outcome = await run(forward, work, {
			ledger,
			target
		}, observe, signal);
		return runOutcome(startedAt, [...swaps.map((swap) => swap.outcome), outcome]);
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		await _usingCtx$1.d();
	}
}
async function run(forward, { settings, origin }, { ledger, target }, observe, signal) {
	try {
		var _usingCtx3 = _usingCtx();
		const { table } = forward;
		const { schema, name } = forward.wayBack.table;
		const label = labelOf(schema, name, target.database);
		const id = randomUUID();
		const statement = revertOf(forward.statement);
		const place = {
			file: null,
			ordinal: 1,
			statementCount: 1,
			statementDigest: digest(statement)
		};
		await ledger.queue([{
			id,
			statement,
			table,
			...place,
			...origin
		}]);
		const firstRun = runsOfOneMigration * await ledger.count();
		observe({
			type: "started",
			statement: {
				file: null,
				text: statement
			},
			id,
			table,
			number: 1,
			total: 1
		});
		const { revertTable } = await import("../../engine/revert.js");
		const options = engineOptions(settings.valuesFor(forward.file, name), settings);
		const entry = _usingCtx3.a(new LedgerEntry(ledger, id, forward.id));
		const inWords = (outcome) => {
			const retired = outcome.retired === forward.wayBack.retired.name ? labelOf(schema, forward.wayBack.retired.name, target.database) : outcome.retired;
			return {
				...outcome,
				table: label,
				retired
			};
		};
		const noteDone = (outcome) => entry.noteDone(inWords(outcome));
		const told = inWords(await revertTable({
			target,
			file: null,
			statement,
			migrationId: id,
			options,
			forward,
			firstRun,
			noteDone
		}, (event) => {
			entry.note(event);
			observe({
				type: "engine",
				event
			});
		}, signal).catch((error) => failed({
			file: null,
			text: statement
		}, label, toGhostshipError(unforeseen(error)))));
		const complaint = await entry.finish(told);
		if (complaint !== null) {
			const unwritten = {
				id,
				label: `the revert of ${label}`,
				outcome: told,
				complaint
			};
			observe({
				type: "warning",
				message: await tellUnwritten(unwritten, target, settings, ledger)
			});
		}
		observe({
			type: "finished",
			outcome: told
		});
		return told;
	} catch (_) {
		_usingCtx3.e = _;
	} finally {
		await _usingCtx3.d();
	}
}
/** A migration has no more runs than this in one process. Each process has a row in the ledger. */
const runsOfOneMigration = 3;

export { revert as t };