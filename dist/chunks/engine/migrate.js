import { r as __name } from "../rolldown-runtime.js";
import { i as serverOf } from "../mysql/same-server.js";
import { r as connectionsTo } from "../mysql/session.js";
import { c as refuseCopy, i as changeOnServer, r as alterGhost, s as hasCopy } from "../engine2.js";
import { c as isDecided, d as isYield, f as keepWork, i as copyTable, l as isUnconfirmed, n as limitRuntime, t as Recorder, u as isWorthKeeping } from "../engine3.js";
import { n as refuseUnwritable } from "./preflight/binlog.js";
import { i as refuseLimits, t as tryPrivileges } from "./preflight/try-privileges.js";
import { i as lostStatistics, t as retentionWarning } from "../engine.js";
import { l as inspectOriginal } from "./preflight/foreign-keys.js";
import { t as requireAlter } from "./preflight/read-alter.js";
import { r as refuseAll } from "./preflight/refusals.js";
import { i as refuseStatement } from "./preflight/statement.js";
import { c as usesOfAltering, s as refuseUses, t as findKeptWork } from "./resume/kept-work.js";
import { p as refuseTarget } from "./preflight/privileges.js";
import { n as outwaitLastRun, t as adoptGhost } from "../binlog.js";
import { t as _usingCtx } from "../usingCtx.js";
import { n as refuseSwapped } from "./run/swap-sight.js";
import { o as openControlConnection } from "./relations/triggers.js";
import { t as Fingerprint } from "./tables/fingerprint.js";
import { H as refuseNames, V as refuseLeftovers, i as createGhost, n as commentsOf } from "./tables/ghost.js";
import { t as keepOutOfBinlog, u as needsOwnSchema } from "./tables/keep-out-of-binlog.js";
import { s as takeNameLock } from "./tables/name-lock.js";
import { c as nameTables } from "./tables/table-names.js";
import { n as dropUncheckedKeys } from "./tables/unchecked-keys.js";

// src/engine/resume/conclude.ts
/**
* Goes through the phases of a run, and says what it has come to. Never throws.
*/
async function conclude(recorder, { target, options }, signal, phases) {
	try {
		var _usingCtx$2 = _usingCtx();
		const limited = _usingCtx$2.u(limitRuntime(options.maxRuntimeMs, target, signal));
		try {
			await phases(limited.signal);
			return recorder.completed();
		} catch (error) {
			if (recorder.keepsWork && isYield(error, limited.signal)) {
				if (limited.reason?.code === "time-limit" && !recorder.cameFurther) recorder.notice(noFurther);
				return recorder.yielded();
			}
			return recorder.failed(isDecided(error) ? error : limited.reason ?? error);
		}
	} catch (_) {
		_usingCtx$2.e = _;
	} finally {
		_usingCtx$2.d();
	}
}
const noFurther = "max-runtime was over before the work had come further than where this run began, so the next run does the same again. Give it more time: raise max-runtime, or run it when the server has less to do.";

// src/engine/migrate.ts
/**
* Migrates one table. Never throws: the outcome says whatever happens.
* @param observe is told of every step; it must return at once
*/
async function migrateTable(request, observe, signal) {
	const recorder = new Recorder(request, observe);
	return await conclude(recorder, request, signal, (own) => runPhases(request, recorder, own));
}
async function runPhases(request, recorder, signal) {
	try {
		var _usingCtx$1 = _usingCtx();
		recorder.enter("preflight");
		const { target, options } = request;
		const control = _usingCtx$1.a(await openControlConnection(target, options.allow));
		const { server, session, sessions } = control;
		_usingCtx$1.u(sessions.stopWhenAborted(signal));
		refuseTarget(server);
		await refuseLimits(session, options);
		const alter = requireAlter(request.statement, server);
		refuseStatement(alter);
		const table = {
			schema: alter.table.schema ?? target.database,
			name: alter.table.name
		};
		await refuseUses(session, server, usesOfAltering(alter, table, server));
		const found = await inspectOriginal(session, server, table, "migration");
		recorder.table = found.table.name;
		recorder.connections = () => connectionsTo(target);
		recorder.server = () => serverOf(target);
		const nameLock = _usingCtx$1.a(await takeNameLock(sessions, found.table));
		const beside = nameTables(found.table, false);
		await outwaitLastRun({
			target,
			session
		}, beside.changelog, (message) => recorder.notice(message), signal);
		const original = await withoutUncheckedKeys(control, found, recorder);
		const fingerprint = await Fingerprint.take(session, original.table, original.createStatement, server.flavor);
		const names = nameTables(original.table, needsOwnSchema(original, alter, server.flavor, options.foreignKeys));
		const context = {
			request,
			control,
			alter,
			original,
			fingerprint,
			names,
			nameLock,
			recorder,
			replication: null,
			forward: null
		};
		if (options.algorithm === "copy" && hasCopy(alter, server)) await refuseAsCopy(context);
		await refuseDenied(control, original.table, names.ownSchemas.length > 0);
		refuseLeftovers(names, await commentsOf(session, names));
		await refuseSwapped(session, names);
		const kept = await findKeptWork(context);
		const tables = _usingCtx$1.a(kept === null ? await createGhost(sessions, names, original, nameLock, JSON.stringify(recorder.status())) : await adoptGhost(sessions, names, nameLock));
		const attempt = kept === null ? await changeOnServer(context, signal) : "ghost-altered";
		if (attempt === "done") return;
		try {
			await refuseAsCopy(context);
			if (attempt !== "ghost-altered") await alterGhost(context);
			recorder.algorithm = "copy";
			await warnOfCopy(context);
			if (await copyTable(context, kept, signal) === "left") tables.keep();
		} catch (error) {
			if (isUnconfirmed(error)) tables.keep();
			const hasYielded = isYield(error, signal) || recorder.state === "preflight";
			if (isWorthKeeping(error, recorder, hasYielded)) await keepWork(context, tables, hasYielded);
			throw error;
		}
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		await _usingCtx$1.d();
	}
}
async function refuseAsCopy({ control, original, alter, request, names }) {
	await refuseCopy(control, original, alter, request.options);
	refuseNames(names, await commentsOf(control.session, names));
}
/** The table as it is once foreign keys are gone that a run left unchecked when it died. */
async function withoutUncheckedKeys({ server, session }, found, recorder) {
	const dropped = await dropUncheckedKeys(session, nameTables(found.table, false));
	if (dropped.length === 0) return found;
	recorder.notice(`A run that died had not checked ${dropped.join(", ")} yet. The foreign key was dropped.`);
	return await inspectOriginal(session, server, found.table, "migration");
}
/** Before anything is made that could not be removed any more. */
async function refuseDenied({ server, sessions }, original, apart) {
	try {
		var _usingCtx3 = _usingCtx();
		refuseUnwritable(server);
		const session = _usingCtx3.a(await sessions.open("trying the privileges"));
		await keepOutOfBinlog(session, false);
		refuseAll([await tryPrivileges(session, original, "migration", apart)]);
	} catch (_) {
		_usingCtx3.e = _;
	} finally {
		await _usingCtx3.d();
	}
}
async function warnOfCopy({ control, original, alter, request, recorder }) {
	const { session, server } = control;
	const lost = await lostStatistics(session, server.flavor, original, alter);
	const retention = await retentionWarning(session, server.facts, request.options, null);
	for (const warning of [lost, retention]) if (warning !== null) recorder.notice(warning);
}

export { refuseDenied as n, conclude as r, migrateTable as t };