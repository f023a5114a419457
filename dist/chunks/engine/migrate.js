import { n as __name } from "../rolldown-runtime.js";
import { r as connectionsTo } from "../mysql2.js";
import { D as refuseStatement, O as addsForeignKeys, a as alterGhost, o as changeOnServer } from "../engine.js";
import { d as isYield, f as keepWork, g as findKeptWork, i as outwaitLastRun, n as limitRuntime, o as copyTable, p as mayGoOn, r as adoptGhost, t as Recorder, u as isDecided } from "../engine3.js";
import { a as inspectOriginal, i as requireAlter, n as refuseCopy, t as tryPrivileges } from "../engine2.js";
import { r as refuseTarget, s as refuseAll } from "./preflight/target.js";
import { t as _usingCtx } from "../usingCtx.js";
import { o as takeNameLock, s as openControlConnection } from "./mapping/column-map.js";
import { s as Fingerprint } from "../binlog.js";
import { L as nameTables, _ as dropUncheckedKeys, i as createGhost } from "./tables/ghost.js";
import { l as needsOwnSchema, t as keepOutOfBinlog } from "./tables/keep-out-of-binlog.js";

// src/engine/resume/conclude.ts
/**
* Goes through the phases of a run, and says what it has come to. Never throws.
*
* @param maxRuntimeMs what is left of `max-runtime`; `null` where there is no limit
*/
async function conclude(recorder, maxRuntimeMs, signal, phases) {
	try {
		var _usingCtx$2 = _usingCtx();
		const limited = _usingCtx$2.u(limitRuntime(maxRuntimeMs, signal));
		try {
			await phases(limited.signal);
			return recorder.completed();
		} catch (error) {
			if (recorder.keepsWork && isYield(error, limited.signal)) return recorder.yielded();
			return recorder.failed(isDecided(error) ? error : limited.reason ?? error);
		}
	} catch (_) {
		_usingCtx$2.e = _;
	} finally {
		_usingCtx$2.d();
	}
}

// src/engine/migrate.ts
/**
* Migrates one table. Never throws: the outcome says whatever happens.
* @param observe is told of every step; it must return at once
*/
async function migrateTable(request, observe, signal) {
	const recorder = new Recorder(request, observe);
	return await conclude(recorder, request.options.maxRuntimeMs, signal, (own) => runPhases(request, recorder, own));
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
		const alter = requireAlter(request.statement, server);
		refuseStatement(alter);
		const table = {
			schema: alter.table.schema ?? target.database,
			name: alter.table.name
		};
		const found = await inspectOriginal(session, server, table, "migration");
		recorder.table = found.table.name;
		recorder.connections = () => connectionsTo(target);
		const nameLock = _usingCtx$1.a(await takeNameLock(sessions, found.table));
		const beside = nameTables(found.table, false);
		await outwaitLastRun({
			target,
			session
		}, beside.changelog, (message) => recorder.notice(message), signal);
		const leftUnchecked = await dropUncheckedKeys(session, beside);
		const original = leftUnchecked.length === 0 ? found : await inspectOriginal(session, server, table, "migration");
		if (leftUnchecked.length > 0) recorder.notice(`A run that died had not checked ${leftUnchecked.join(", ")} yet. The foreign key was dropped.`);
		const fingerprint = await Fingerprint.take(session, original.table, original.createStatement, server.flavor);
		const mayBeCopied = !addsForeignKeys(alter, server);
		if (options.algorithm === "copy" && mayBeCopied) await refuseCopy(control, original, alter, options);
		const names = nameTables(original.table, needsOwnSchema(original, alter, server.flavor, options.foreignKeys));
		await refuseDenied(sessions, original.table, names.ownSchemas.length > 0);
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
		const kept = await findKeptWork(context);
		const tables = _usingCtx$1.a(kept === null ? await createGhost(sessions, names, original, nameLock, JSON.stringify(recorder.status())) : await adoptGhost(sessions, names, nameLock));
		const attempt = kept === null ? await changeOnServer(context, signal) : "ghost-altered";
		if (attempt === "done") return;
		try {
			await refuseCopy(control, original, alter, options);
			if (attempt !== "ghost-altered") await alterGhost(context);
			recorder.algorithm = "copy";
			await copyTable(context, kept, signal);
		} catch (error) {
			const hasYielded = isYield(error, signal) || recorder.state === "preflight";
			if (recorder.rowsKept > 0 && (hasYielded || mayGoOn(error))) await keepWork(context, tables, hasYielded);
			throw error;
		}
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		await _usingCtx$1.d();
	}
}
/** Before anything is made that could not be removed any more. */
async function refuseDenied(sessions, original, apart) {
	try {
		var _usingCtx3 = _usingCtx();
		const session = _usingCtx3.a(await sessions.open("trying the privileges"));
		await keepOutOfBinlog(session, false);
		refuseAll([await tryPrivileges(session, original, "migration", apart)]);
	} catch (_) {
		_usingCtx3.e = _;
	} finally {
		await _usingCtx3.d();
	}
}

export { refuseDenied as n, conclude as r, migrateTable as t };