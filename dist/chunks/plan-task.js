import { C as inspectTable, a as leftovers, n as createClone, o as readComments } from "./ghost2.js";
import { n as ServerError, s as isServerError } from "./server-errors.js";
import { b as withoutBinlog } from "./privileges.js";
import { t as GhostshipError } from "./errors.js";
import { B as planCopy, C as needsOwnSchema, D as copyRange, G as mapColumns, K as alterClone, L as openDesk, R as Sessions, T as readKey, _ as inspectOriginal, a as isWorthDoingOnServer, b as refuseStatement, g as probeRows, i as isReplica, k as selectBoundary, n as readChange, r as hasReplicas, t as engineOptions, x as refuseTable, z as chooseDeferral } from "./engine-options.js";
import { T as connect, a as createSchema, h as selectAnyRow, i as countTables, l as dropSchema, m as renameTable, u as dropTable, y as setComment } from "./ghost.js";
import { t as nowMs } from "./clock.js";
import { i as planCloneAway, n as nameTables, r as planClone } from "./table-names.js";
import { t as _usingCtx } from "./usingCtx.js";
// src/engine/plan-clone.ts
/** By which a later dry run knows a clone with rows in it. */
const comment = "Ghostship dry run";
/**
* @param apart in a schema of its own, see `own-schema.ts`
* @throws GhostshipError `leftover-tables` where somebody else's table has the name
*/
async function openClone(session, original, apart) {
	let name = planClone(original.table, apart), own = [name, planCloneAway(name)], drop = async () => {
		for (let table of own) await session.run(dropTable(table));
		apart && await isEmptySchema(session, name.schema) && await session.run(dropSchema(name.schema));
	};
	return await refuseForeign(session, own), await drop(), apart && await session.run(createSchema(name.schema)), await createClone(session, name, original), {
		name,
		[Symbol.asyncDispose]: drop
	};
}
/** To be done before rows come into it. */
async function markClone(session, clone) {
	await session.run(setComment(clone, comment));
}
/** What a dry run left that was cut off is empty or has the mark. */
async function refuseForeign(session, tables) {
	for (let [table, found] of await readComments(session, tables)) if (found !== comment && (await session.rows(selectAnyRow(table))).length > 0) throw leftovers([table]);
}
async function isEmptySchema(session, schema) {
	let [row] = await session.rows(countTables(schema));
	return Number(row?.tables_left) === 0;
}
/**
* Copies the first rows into the clone, on the test replica and outside its binlog, and says what the whole would take there.
* One session without a binlog stands for the whole: two workers are faster; the binlog, indexes and verifying are slower.
*
* @param session with the settings of the copy and no binlog
* @returns `null` where rows do not fit, which the plan tells in other places
*/
async function estimateCopy(session, plan, original) {
	try {
		await markClone(session, plan.names.ghost);
		let sample = await copySample(session, plan), msPerRow = sample.rows === 0 ? 0 : sample.tookMs / sample.rows;
		return {
			sampledRows: sample.rows,
			durationMs: original.rowsEstimated * msPerRow,
			diskBytes: original.dataBytes + original.indexBytes,
			binlogBytes: original.dataBytes,
			cutoverMs: 3 * await timeRename(session, plan.names.ghost)
		};
	} catch (error) {
		if (error instanceof ServerError) return null;
		throw error;
	}
}
async function copySample(session, { tables }) {
	let startedAt = nowMs(), rows = 0, after = null;
	do {
		let [boundary] = await session.rows(selectBoundary(tables, after, 2e3)), upTo = boundary === void 0 ? null : readKey(tables, boundary);
		rows += (await session.run(copyRange(tables, {
			after,
			upTo
		}, null))).affectedRows, after = upTo;
	} while (after !== null && nowMs() - startedAt < 500);
	return {
		rows,
		tookMs: nowMs() - startedAt
	};
}
/** There and back; the mean. */
async function timeRename(session, clone) {
	let away = planCloneAway(clone), startedAt = nowMs();
	return await session.run(renameTable(clone, away)), await session.run(renameTable(away, clone)), (nowMs() - startedAt) / 2;
}
// src/engine/plan.ts
/**
* The dry run: alters an empty clone, outside the binlog, and tells what the migration will do. The original is only
* looked at.
*
* @throws GhostshipError for everything that the migration itself would refuse before it copies, and `leftover-tables`
*/
async function planStatement(request, signal) {
	try {
		var _usingCtx$2 = _usingCtx();
		signal.throwIfAborted(), refuseStatement(readChange(request.statement, null));
		let { database } = request.target, desk = _usingCtx$2.a(await openDesk(request.replica ?? request.target)), alter = readChange(request.statement, desk.server), table = {
			schema: alter.table.schema ?? database,
			name: alter.table.name
		}, original = await inspectOriginal(desk.session, desk.server, table, "dry run"), session = _usingCtx$2.a(await desk.sessions.open("the dry run"));
		await keepOutOfBinlog(session, request.replica !== null);
		let clone = _usingCtx$2.a(await openClone(session, original, needsOwnSchema(original, alter, desk.server.flavor, request.options.foreignKeys))), altered = await alterClone(session, clone.name, alter, desk.server.flavor, !0), after = await inspectTable(session, clone.name);
		if (after === null) throw cloneGone(original.table);
		let replicas = await hasReplicas(session) || request.replica !== null && await isReplica(session), onServer = isWorthDoingOnServer(altered, alter, original, replicas), work = onServer ? null : await planWork(desk, original, after, alter, request.options), deferral = onServer ? null : chooseDeferral(after, original, request.options.indexes, replicas), map = mapColumns(original, after, alter), hazards = await probeRows(session, desk.server, original, after, map, signal);
		return {
			file: request.file,
			line: request.line,
			statement: request.statement,
			table: original.table.name,
			algorithm: onServer && altered.way !== "copy" ? altered.way : "copy",
			reason: reasonFor(altered, onServer),
			rows: original.rowsEstimated,
			dataBytes: original.dataBytes,
			indexBytes: original.indexBytes,
			before: original.createStatement,
			after: after.createStatement.replaceAll(clone.name.name, original.table.name),
			migrationKey: work === null ? null : describeKey(work),
			deferral: deferral && {
				...deferral,
				indexes: deferral.indexes.map(({ name }) => name)
			},
			warnings: altered.warnings,
			hazards,
			estimate: work === null ? null : await estimate(request, desk.server, work, original)
		};
	} catch (_) {
		_usingCtx$2.e = _;
	} finally {
		await _usingCtx$2.d();
	}
}
/** What the migration itself would refuse once it knows that it must copy, and how it would copy. */
async function planWork(desk, original, after, alter, options) {
	await refuseTable(desk, original, alter, options);
	let names = {
		...nameTables(original.table, !1),
		ghost: after.table
	};
	return planCopy(names, original, after, alter, desk.server, options.allow);
}
/** On the replica alone: the target has other things to do. */
async function estimate({ replica }, server, work, original) {
	try {
		var _usingCtx3 = _usingCtx();
		if (replica === null) return null;
		let sessions = _usingCtx3.a(new Sessions(replica, server, work.settings)), session = _usingCtx3.a(await sessions.open("measuring a sample"));
		return await keepOutOfBinlog(session, !0), await estimateCopy(session, work, original);
	} catch (_) {
		_usingCtx3.e = _;
	} finally {
		await _usingCtx3.d();
	}
}
function describeKey({ key }) {
	return {
		name: key.index,
		columns: key.columns.map((column) => column.original.name),
		reason: key.reason
	};
}
function reasonFor(altered, onServer) {
	return altered.way === "instant" ? "The server changes the definition alone; no row is touched." : altered.way === "inplace" && onServer ? "The server changes it in place while writers go on; no row is written anew." : altered.way === "inplace" && altered.rebuilds ? "The server could rebuild the table in place, but nothing could slow that down and replicas would fall behind; it is copied instead." : altered.way === "inplace" ? "Replicas would fall behind while they build the index in one piece; it is copied instead." : altered.refusal === null ? "The server would copy the table and block writers." : `The server would copy the table and block writers: ${altered.refusal}`;
}
/** On a replica a clone in the binlog would be a transaction that its source never had. */
async function keepOutOfBinlog(session, isReplica) {
	try {
		await session.run(withoutBinlog);
	} catch (error) {
		if (!isServerError(error, "ER_SPECIFIC_ACCESS_DENIED_ERROR") || !isReplica) return;
		throw new GhostshipError("missing-privileges", "The user of the test replica may not switch its binary log off.", {
			hint: "Grant SYSTEM_VARIABLES_ADMIN (MySQL) or BINLOG ADMIN (MariaDB) on the replica: otherwise the dry run would leave transactions there that the source never had.",
			cause: error
		});
	}
}
function cloneGone(original) {
	return new GhostshipError("server-error", `The empty clone of ${original.name} disappeared during the dry run.`, { hint: "Another dry run of the same table may be running; run this one again." });
}
// src/commands/plan-task.ts
/** @throws GhostshipError for what the migration itself would refuse before it changes anything */
async function planTask(task, database, settings, signal) {
	let { file, line, text } = task.statement;
	switch (task.kind) {
		case "change": {
			let options = engineOptions(settings.valuesFor(file, task.table.name), settings);
			return planStatement({
				...database,
				file,
				line,
				statement: text,
				options
			}, signal);
		}
		case "create": return {
			...emptyPlan(task),
			reason: "A new table: it has no rows, and nobody uses it yet.",
			after: text
		};
		case "drop": return planDrop(task, database);
	}
}
async function planDrop(task, { target, replica }) {
	try {
		var _usingCtx$1 = _usingCtx();
		let table = {
			schema: task.table.schema ?? target.database,
			name: task.table.name
		}, session = _usingCtx$1.a(await connect(replica ?? target, "the dry run")), definition = await inspectTable(session, table);
		if (definition === null) throw new GhostshipError("unknown-table", `There is no table ${table.name} in ${table.schema}.`, { hint: "Check its name, and the database of the dry run." });
		return {
			...emptyPlan(task),
			reason: `It is renamed to ${nameTables(table, !1).retired.name} and keeps its rows until cleanup drops it.`,
			rows: definition.rowsEstimated,
			dataBytes: definition.dataBytes,
			indexBytes: definition.indexBytes,
			before: definition.createStatement
		};
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		await _usingCtx$1.d();
	}
}
function emptyPlan({ statement, table }) {
	return {
		file: statement.file,
		line: statement.line,
		statement: statement.text,
		table: table.name,
		algorithm: "direct",
		reason: "",
		rows: 0,
		dataBytes: 0,
		indexBytes: 0,
		before: "",
		after: "",
		migrationKey: null,
		deferral: null,
		warnings: [],
		hazards: [],
		estimate: null
	};
}
export { planTask };
