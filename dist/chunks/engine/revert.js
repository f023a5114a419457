import { r as __name } from "../rolldown-runtime.js";
import { i as serverOf } from "../mysql/same-server.js";
import { r as connectionsTo } from "../mysql/session.js";
import { n as ident, s as tableName } from "../sql/sql.js";
import { n as causesOf, t as GhostshipError } from "../support/errors.js";
import { d as isYield, f as keepWork, h as describeCopy, i as copyTable, l as isUnconfirmed, p as mayGoOn, t as Recorder } from "../engine3.js";
import { n as refuseDenied, r as conclude } from "./migrate.js";
import { i as refuseLimits } from "./preflight/try-privileges.js";
import { l as inspectOriginal } from "./preflight/foreign-keys.js";
import { t as requireAlter } from "./preflight/read-alter.js";
import { c as refuseCopy, d as refuseHazards, p as refuseZeroUnderCounter } from "../engine2.js";
import { p as refuseTarget } from "./preflight/privileges.js";
import { n as outwaitLastRun, t as adoptGhost, u as currentPosition } from "../binlog.js";
import { r as inspectTable } from "../mysql/inspect-table.js";
import { D as writeCheckpoint, u as isChangelog } from "../sql/changelog.js";
import { i as inTerminal } from "../support/command-words.js";
import { a as mapColumns } from "./relations/foreign-keys.js";
import { a as backwards, c as planRevert, l as refuseShortImages, o as lostColumns } from "../engine.js";
import { V as refuseLeftovers, _ as readKeptName, c as dropOwn, f as readComments, v as refuseForeignAside, y as takeRetired } from "./tables/ghost.js";
import { o as readCheckpoint } from "./resume/checkpoint.js";
import { a as refuseTakenFromRevert, n as identify } from "./resume/describe-way-back.js";
import { t as _usingCtx } from "../usingCtx.js";
import { t as findKeptWork } from "./resume/kept-work.js";
import { o as openControlConnection } from "./relations/triggers.js";
import { t as Fingerprint } from "./tables/fingerprint.js";
import { s as takeNameLock } from "./tables/name-lock.js";
import { c as nameTables } from "./tables/table-names.js";

// src/engine/resume/begin-revert.ts
/** From before the swap: nobody takes a heartbeat for one that proves the position. */
const noMarks = {
	after: -1,
	upTo: -1
};
/**
* Makes the retired table the ghost, with a checkpoint that says: everything is copied, as it was at the swap. Whoever goes on from
* there, this run or another, does what any run does that goes on. Nothing is touched before all refusals are made.
*
* @throws GhostshipError `cannot-revert`, and whatever a migration is refused for
*/
async function beginRevert(context, wayBack, firstRun, signal) {
	try {
		var _usingCtx$2 = _usingCtx();
		const { control, original, alter, names, recorder } = context;
		const { session, server, sessions } = control;
		refuseLeftovers(names, await readComments(session, [names.ghost, names.changelog]));
		if (await isBegun(session, names)) {
			const ghost = await inspectTable(session, names.ghost);
			if (ghost !== null) sayWhatIsLost(context, mapColumns(original, ghost, alter));
			return;
		}
		const making = _usingCtx$2.a(await sessions.open("making the retired table the ghost"));
		if (isChangelog((await readComments(session, [names.changelog])).get(names.changelog))) await dropOwn(making, names);
		const retired = await inspectRetired(context, wayBack);
		const plan = planRevert(context, retired);
		refuseShortImages(server.facts, original, plan.key);
		await refuseHazards(control, original, retired, plan.map, true, signal);
		await refuseZeroUnderCounter(session, original, plan.map);
		sayWhatIsLost(context, plan.map);
		const others = retired.indexes.filter(({ unique, name }) => unique && name !== plan.tables.ghostIndex);
		const aside = plan.tables.keeps === null ? null : { withoutKeys: others.map(({ name }) => name) };
		if (aside !== null) await refuseForeignAside(session, names);
		const start = {
			status: JSON.stringify(recorder.status()),
			run: firstRun
		};
		await takeRetired(making, names, wayBack.retired, aside, start);
		const checkpoint = await firstCheckpoint(context, wayBack, plan);
		await making.run(writeCheckpoint(names.changelog, firstRun, JSON.stringify(checkpoint)));
	} catch (_) {
		_usingCtx$2.e = _;
	} finally {
		await _usingCtx$2.d();
	}
}
/** @throws GhostshipError `already-running` where a migration of the table waits to be resumed */
async function isBegun(session, names) {
	const { changelog } = names;
	const isRevert = await readKeptName(session, names) !== null;
	const found = await readCheckpoint(session, changelog);
	if (found !== null && !isRevert) throw otherWaits(names);
	return found !== null;
}
/** The retired table must be the one that the swap has left, and so must the table that it is to replace. */
async function inspectRetired({ control, original }, wayBack) {
	const { session, server } = control;
	const { retired: kept, identities } = wayBack;
	const retired = await inspectTable(session, kept);
	if (retired === null) throw gone(kept.name);
	if ((await identify(session, original.table, server.flavor)).definitionDigest !== identities.table.definitionDigest) throw altered(`${original.table.name} was altered again since the migration that is to be reverted.`, kept.name);
	if ((await identify(session, kept, server.flavor)).definitionDigest !== identities.retired.definitionDigest) throw altered(`${kept.name}, the table as it was, was altered since.`, kept.name);
	if (retired.triggers.length > 0) throw hasTriggers(kept.name, retired.triggers);
	return retired;
}
async function firstCheckpoint(context, wayBack, plan) {
	const { session, server } = context.control;
	const described = await describeCopy(context, plan, [], null);
	return {
		...described,
		original: {
			...described.original,
			id: wayBack.identities.table.id
		},
		ghost: {
			...described.ghost,
			id: wayBack.identities.retired.id
		},
		serverStartedAt: wayBack.serverStartedAt,
		knowsPrepared: wayBack.knowsPrepared,
		position: wayBack.position ?? await currentPosition(session, server.flavor),
		marks: noMarks,
		isBeforeSwap: true,
		watermark: { upTo: null },
		rowsCopied: 0
	};
}
function sayWhatIsLost({ original, recorder }, map) {
	recorder.lostColumns = lostColumns(original, map);
	if (recorder.lostColumns.length > 0) recorder.notice(losesColumns(original, recorder.lostColumns));
}
function losesColumns({ table }, columns) {
	return `${columns.length === 1 ? `The column ${columns[0]} is` : `The columns ${columns.join(", ")} are`} lost with the revert: ${table.name} as it was has no such column.`;
}
function gone(retired) {
	return new GhostshipError("cannot-revert", `${retired}, the table as it was, is gone.`, { hint: "Write the change that undoes the statement as a new statement." });
}
function altered(message, retired) {
	return new GhostshipError("cannot-revert", message, { hint: `Give ${retired} another name, and write the change that undoes the statement as a new one.` });
}
/** The table has those of the altered table afterwards. Any that it has before was made by somebody since. */
function hasTriggers(retired, triggers) {
	const names = triggers.map(({ name }) => name);
	const [what, it] = names.length === 1 ? ["a trigger", "it"] : ["triggers", "them"];
	return new GhostshipError("cannot-revert", `${retired}, the table as it was, has got ${what} since: ${names.join(", ")}. The revert would lose ${it}.`, { hint: `Drop ${it} with DROP TRIGGER, and run the revert again. Where the table needs ${it}, make ${it} again afterwards.` });
}
function otherWaits({ original: { name } }) {
	return new GhostshipError("already-running", `A migration of ${name} is not finished.`, { hint: `Run its statement again to go on with it, or end it with ${inTerminal("abort", name)}.` });
}

// src/engine/resume/explain-misfit.ts
/**
* What is advised for rows that do not fit, or that differ, speaks of a statement that can be changed, or of a new copy. A revert has
* neither, so it advises what can be done there. Gives any other error as it is.
*/
function explainMisfit(error, table, retired) {
	const { first, later } = causesOf(error);
	if (!(first instanceof GhostshipError) || later.length > 0) return error;
	const { code, message, tableState, cause } = first;
	if (code === "rows-differ") return new GhostshipError(code, message, {
		hint: `Find out who writes to the table as it was. Then \`\` OPTIMIZE TABLE ${tableName(retired).text} \`\` and run \`ghostship revert\` again: it compares all rows after that, and writes anew what differs.`,
		tableState,
		cause
	});
	if (code !== "data-does-not-fit" && code !== "duplicate-rows") return error;
	const asItWas = message.replaceAll("the altered table", "the table as it was");
	return new GhostshipError(code, asItWas, {
		hint: `Correct these rows of ${table} so that the table as it was can hold them, then run \`ghostship revert\` again. Until then ${table} stays as it is, and its retired table is kept.`,
		tableState,
		cause
	});
}

// src/engine/revert.ts
/**
* Brings back the table that a migration has kept, with everything that was written since. Never throws: the outcome says whatever
* happens. A run that dies is resumed by the next one.
*
* @param observe is told of every step; it must return at once
*/
async function revertTable(request, observe, signal) {
	const recorder = new Recorder(request, observe, "reverted");
	return await conclude(recorder, request, signal, async (own) => {
		try {
			await runPhases(request, recorder, own);
		} catch (error) {
			throw explainMisfit(error, recorder.table, request.forward.wayBack.retired);
		}
	});
}
async function runPhases(request, recorder, signal) {
	try {
		var _usingCtx$1 = _usingCtx();
		recorder.enter("preflight");
		const { target, options, forward } = request;
		const { table, retired } = forward.wayBack;
		const control = _usingCtx$1.a(await openControlConnection(target, options.allow));
		const { server, session, sessions } = control;
		_usingCtx$1.u(sessions.stopWhenAborted(signal));
		refuseTarget(server);
		await refuseLimits(session, options);
		const original = await inspectOriginal(session, server, table, "migration");
		recorder.table = original.table.name;
		recorder.connections = () => connectionsTo(target);
		recorder.server = () => serverOf(target);
		const nameLock = _usingCtx$1.a(await takeNameLock(sessions, original.table));
		const isApart = retired.schema !== table.schema;
		const names = nameTables(original.table, isApart);
		await outwaitLastRun({
			target,
			session
		}, names.changelog, (message) => recorder.notice(message), signal);
		const fingerprint = await Fingerprint.take(session, original.table, original.createStatement, server.flavor);
		await refuseDenied(control, original.table, isApart);
		const alter = readBackwards(forward.statement, original.table.name, server);
		const context = {
			request,
			control,
			alter,
			original,
			fingerprint,
			names,
			nameLock,
			recorder,
			forward,
			replication: null
		};
		await refuseCopy(control, original, alter, options);
		await beginRevert(context, forward.wayBack, request.firstRun, signal);
		const kept = await findKeptWork(context);
		const tables = _usingCtx$1.a(await adoptGhost(sessions, names, nameLock));
		try {
			recorder.algorithm = "copy";
			if (await copyTable(context, kept, signal) === "left") tables.keep();
		} catch (error) {
			if (isUnconfirmed(error)) tables.keep();
			const hasYielded = isYield(error, signal);
			if (hasYielded || mayGoOn(error)) await keepWork(context, tables, hasYielded);
			else await tellTakenName(context);
			throw error;
		}
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		await _usingCtx$1.d();
	}
}
/** Where somebody has the name of the table as it was, that table stays what it is when this run ends. */
async function tellTakenName({ control, names, recorder }) {
	try {
		try {
			var _usingCtx3 = _usingCtx();
			const session = _usingCtx3.a(await control.sessions.open("looking for the name"));
			await refuseTakenFromRevert(session, names.original);
		} catch (_) {
			_usingCtx3.e = _;
		} finally {
			await _usingCtx3.d();
		}
	} catch (error) {
		if (error instanceof GhostshipError && error.code === "leftover-tables") recorder.notice(`${error.message} ${error.hint}`);
	}
}
/** No clause of the statement is carried out again: all that is left of it are the names, the other way round. */
function readBackwards(statement, table, server) {
	return {
		...requireAlter(`ALTER TABLE ${ident(table).text} FORCE`, server),
		...backwards(requireAlter(statement, server))
	};
}

export { revertTable };