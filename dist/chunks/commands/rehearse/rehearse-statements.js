import { r as __name } from "../../rolldown-runtime.js";
import { t as NoStage } from "../../engine/plan/no-stage.js";
import { r as inspectTable } from "../../mysql/inspect-table.js";
import { i as serverOf } from "../../mysql/same-server.js";
import { r as connectionsTo, t as connect } from "../../mysql/session.js";
import { _ as copyAllRows, a as copyWork, g as buildIndexes, m as prepareCopy, n as limitRuntime, o as startCopy, r as compareTables, s as TaskGroup, t as Recorder } from "../../engine3.js";
import { c as refuseCopy, r as alterGhost } from "../../engine2.js";
import { r as estimateBinlogBytes } from "../../engine4.js";
import { n as planStatement, t as planTask } from "../../engine5.js";
import { a as refuseUnknownLoads, t as tryPrivileges } from "../../engine/preflight/try-privileges.js";
import { l as inspectOriginal } from "../../engine/preflight/foreign-keys.js";
import { t as requireAlter } from "../../engine/preflight/read-alter.js";
import { r as refuseAll } from "../../engine/preflight/refusals.js";
import { n as refuseReplica, t as refuseMigrationOfSource } from "../../engine/preflight/replica.js";
import { i as refuseStatement } from "../../engine/preflight/statement.js";
import { n as outwaitLastRun } from "../../binlog.js";
import { r as readReplication } from "../../mysql/server.js";
import { _ as showProcesses } from "../../sql/cutover.js";
import { r as sleep, t as nowMs } from "../../support/clock.js";
import { t as GhostshipError } from "../../support/errors.js";
import { o as openControlConnection } from "../../engine/relations/triggers.js";
import { t as Fingerprint } from "../../engine/tables/fingerprint.js";
import { i as createGhost } from "../../engine/tables/ghost.js";
import { t as keepOutOfBinlog, u as needsOwnSchema } from "../../engine/tables/keep-out-of-binlog.js";
import { s as takeNameLock } from "../../engine/tables/name-lock.js";
import { o as nameRehearsalTables } from "../../engine/tables/table-names.js";
import { t as _usingCtx } from "../../usingCtx.js";
import { l as toGhostshipError, n as failed } from "../migrate/run-outcome.js";
import { t as engineOptions } from "../options/engine-options.js";
import { n as PlannedRun, t as Staging } from "../plan/staging.js";
import { r as labelOf } from "../statements/file-statement.js";
import { t as notStarted } from "../statements/not-started.js";
import { t as qualify } from "../statements/task.js";

// src/engine/run/replication-watch.ts
const lookEveryMs = 500;
/** What waits at two looks waits for us. */
const waitingLooks = 2;
/** Sees to it that a rehearsal does not keep the replica from replicating. */
var ReplicationWatch = class {
	#session;
	#flavor;
	#table;
	#lagMs = null;
	#mostLagMs = null;
	#delayMs = 0;
	/** @param states before the rehearsal */
	constructor(session, flavor, table, states) {
		this.#session = session;
		this.#flavor = flavor;
		this.#table = table;
		this.#note(states);
	}
	/** The greatest lag so far, beside the delay. */
	get mostLagMs() {
		return this.#mostLagMs;
	}
	/** The greatest that the replica was set to so far; 0 for none. */
	get delayMs() {
		return this.#delayMs;
	}
	/**
	* Looks until the signal is aborted.
	*
	* @throws GhostshipError `unsupported-server` where replication has stopped, `original-changed` where a statement from the
	*   source waits for the table
	*/
	async run(signal) {
		for (let waited = 0;;) {
			const states = await readReplication(this.#session, this.#flavor);
			const stopped = states.find(({ isApplying }) => !isApplying);
			if (stopped !== void 0) throw replicationStopped(stopped.error);
			this.#note(states);
			const waiting = await this.#findWaiting();
			waited = waiting === null ? 0 : waited + 1;
			if (waiting !== null && waited >= waitingLooks) throw changedBySource(this.#table.name, waiting);
			await sleep(lookEveryMs, signal);
		}
	}
	/** A replica that does not know how far it is behind counts as one that is behind. */
	async holdWhileBehind(throttle, maxLagMs, signal) {
		for (;;) {
			const lagMs = this.#lagMs;
			const reading = {
				of: null,
				observed: lagMs,
				limit: maxLagMs,
				unit: "ms"
			};
			throttle.set("replica-lag", lagMs === null || lagMs > maxLagMs, reading);
			await sleep(lookEveryMs, signal);
		}
	}
	#note(states) {
		this.#delayMs = Math.max(this.#delayMs, ...states.map(({ delayMs }) => delayMs));
		const known = states.map(({ lagMs }) => lagMs).filter((lagMs) => lagMs !== null);
		this.#lagMs = known.length < states.length ? null : Math.max(0, ...known);
		if (this.#lagMs !== null) this.#mostLagMs = Math.max(this.#mostLagMs ?? 0, this.#lagMs);
	}
	/** A statement of the source that changes the definition waits until our statements on the table have ended. */
	async #findWaiting() {
		const name = this.#table.name.toLowerCase();
		const found = (await this.#session.rows(showProcesses)).find(({ User, State, Info }) => User === "system user" && /^waiting for .*metadata lock/iu.test(String(State)) && String(Info).toLowerCase().includes(name));
		return found === void 0 ? null : String(found.Info);
	}
};
function replicationStopped(error) {
	const words = error === "" ? "" : ` ${error}`;
	return new GhostshipError("unsupported-server", `Replication stopped on the test replica during the rehearsal.${words}`, { hint: "Look at SHOW REPLICA STATUS (MariaDB: SHOW ALL SLAVES STATUS). Rehearse again when the replica runs." });
}
function changedBySource(table, statement) {
	return new GhostshipError("original-changed", `A statement of the source changes ${table}, so the rehearsal made way for it: ${statement.slice(0, 200)}`, { hint: "Rehearse again when the source has changed the table." });
}

// src/engine/rehearsal/rehearse.ts
/** Twice the time in which a migration must come to few keys: nobody waits here. */
const finishMs = 3e3;
/**
* Rehearses one statement on the replica that the request has for a target. Never throws: the outcome says whatever happens.
*
* @param observe is told of every step; it must return at once
*/
async function rehearseTable(request, observe, signal) {
	try {
		var _usingCtx$2 = _usingCtx();
		const recorder = new Recorder(request, observe);
		const limited = _usingCtx$2.u(limitRuntime(request.options.maxRuntimeMs, request.target, signal));
		try {
			const rehearsal = await runPhases(request, recorder, limited.signal);
			return {
				...recorder.rehearsed(),
				rehearsal
			};
		} catch (error) {
			return {
				...recorder.failed(limited.reason ?? error),
				rehearsal: null
			};
		}
	} catch (_) {
		_usingCtx$2.e = _;
	} finally {
		_usingCtx$2.d();
	}
}
async function runPhases(request, recorder, signal) {
	try {
		var _usingCtx3 = _usingCtx();
		recorder.enter("preflight");
		const { target: replica, options } = request;
		await refuseLogged(replica);
		const control = _usingCtx3.a(await openControlConnection(replica, options.allow, false));
		const { session, sessions, server } = control;
		_usingCtx3.u(sessions.stopWhenAborted(signal));
		await refuseUnknownLoads(session, options);
		const states = await refuseReplica(session, server);
		const alter = requireAlter(request.statement, server);
		refuseStatement(alter);
		const asked = {
			schema: alter.table.schema ?? replica.database,
			name: alter.table.name
		};
		const original = await inspectOriginal(session, server, asked, "migration");
		recorder.table = original.table.name;
		recorder.connections = () => connectionsTo(replica);
		recorder.server = () => serverOf(replica);
		await refuseMigrationOfSource(session, original.table);
		const nameLock = _usingCtx3.a(await takeNameLock(sessions, original.table));
		const names = nameRehearsalTables(original.table, needsOwnSchema(original, alter, server.flavor, options.foreignKeys));
		await outwaitLastRun({
			target: replica,
			session
		}, names.changelog, (words) => recorder.notice(words), signal);
		const fingerprint = await Fingerprint.take(session, original.table, original.createStatement, server.flavor);
		await tryOut(control, original.table, names.ownSchemas.length > 0);
		const watching = _usingCtx3.a(await sessions.open("watching the replication"));
		const group = _usingCtx3.a(new TaskGroup(signal));
		const replication = new ReplicationWatch(watching, server.flavor, original.table, states);
		group.spawn((own) => replication.run(own));
		_usingCtx3.u(sessions.stopWhenAborted(group.signal));
		const context = {
			request,
			control,
			alter,
			original,
			fingerprint,
			names,
			nameLock,
			recorder,
			replication,
			forward: null
		};
		return await group.lead(rehearse(context, group.signal));
	} catch (_) {
		_usingCtx3.e = _;
	} finally {
		await _usingCtx3.d();
	}
}
/** Before anything is made: what is made with the binary log on would be a transaction that the source never had. */
async function refuseLogged(replica) {
	try {
		var _usingCtx4 = _usingCtx();
		const session = _usingCtx4.a(await connect(replica, "turning the binary log off"));
		await keepOutOfBinlog(session, true);
	} catch (_) {
		_usingCtx4.e = _;
	} finally {
		await _usingCtx4.d();
	}
}
async function tryOut({ sessions }, original, apart) {
	try {
		var _usingCtx5 = _usingCtx();
		const session = _usingCtx5.a(await sessions.open("trying the privileges"));
		refuseAll([await tryPrivileges(session, original, "rehearsal", apart)]);
	} catch (_) {
		_usingCtx5.e = _;
	} finally {
		await _usingCtx5.d();
	}
}
async function rehearse(context, signal) {
	const { request, control, original, alter, recorder } = context;
	const { target, file, statement, options } = request;
	const plan = await planStatement({
		target,
		replica: target,
		file,
		line: 1,
		statement,
		options
	}, signal);
	recorder.define(plan.before, plan.after);
	recorder.algorithm = plan.algorithm;
	if (plan.algorithm !== "copy") return shown(plan, context, {
		binlogBytes: null,
		unsettledRows: 0
	});
	await refuseCopy(control, original, alter, options);
	return await rehearseCopy(context, plan, signal);
}
async function rehearseCopy(context, planned, signal) {
	try {
		var _usingCtx6 = _usingCtx();
		const { control, names, original, nameLock, recorder, fingerprint } = context;
		const { session, sessions, server } = control;
		const status = JSON.stringify(recorder.status());
		_usingCtx6.a(await createGhost(sessions, names, original, nameLock, status, "Ghostship rehearsal"));
		await alterGhost(context);
		const { plan, deferred } = await prepareCopy(context, null, signal);
		const started = await startCopy(context, plan, null, signal);
		const pipeline = _usingCtx6.a(started.pipeline);
		const { group, applier, copiers } = pipeline;
		await group.lead(copyAllRows(copyWork(context, plan, pipeline, null), copiers, group.signal));
		recorder.enter("catching_up");
		await group.lead(buildIndexes(context, deferred, pipeline, group.signal));
		await group.lead(applier.catchUp(finishMs, group.signal));
		const { unsettled } = await compareTables(context, plan, pipeline);
		await group.lead(fingerprint.confirm(session));
		const columns = (await inspectTable(session, names.ghost))?.columns ?? [];
		return shown(planned, context, {
			binlogBytes: await estimateBinlogBytes(session, names.ghost, columns, server.flavor, recorder.progress()),
			unsettledRows: unsettled.length
		});
	} catch (_) {
		_usingCtx6.e = _;
	} finally {
		await _usingCtx6.d();
	}
}
function shown({ reason, hazards }, { recorder, replication }, found) {
	const { rowsPerSecond } = recorder.progress();
	const { mostLagMs = null, delayMs = 0 } = replication ?? {};
	return {
		reason,
		rowsPerSecond,
		mostLagMs,
		delayMs,
		hazards,
		...found
	};
}

// src/commands/rehearse/rehearse-statements.ts
/** One after the other. Where one is stopped from outside, the others are not started. */
async function rehearseStatements({ statements, faults }, replica, settings, observe, signal) {
	try {
		var _usingCtx$1 = _usingCtx();
		const outcomes = [];
		const run = new PlannedRun(statements, settings.home);
		const staging = _usingCtx$1.a(new Staging({
			target: replica,
			replica
		}, settings.values.allow, statements.length));
		for (const [index, statement] of statements.entries()) {
			const { task, label } = statement;
			const fault = faults.find((one) => one.statement === statement);
			if (fault !== void 0) {
				outcomes.push({
					...failed(statement, label, fault.error),
					rehearsal: null
				});
				run.passed(statement);
				continue;
			}
			if (task === null) continue;
			observe({
				type: "started",
				statement,
				id: "",
				table: label,
				number: index + 1,
				total: statements.length
			});
			const followsAnother = run.follows(statement);
			run.passed(statement);
			if (followsAnother) outcomes.push(buildsOnAnother(statement, task));
			else if (signal.aborted) outcomes.push({
				...notStarted(statement, label),
				rehearsal: null
			});
			else outcomes.push(await rehearseOne({
				statement,
				task,
				staging
			}, replica, settings, observe, signal));
		}
		return outcomes;
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		await _usingCtx$1.d();
	}
}
async function rehearseOne({ statement, task, staging }, replica, settings, observe, signal) {
	const { file, text, label } = statement;
	if (task.kind !== "change") return await planOnly({
		statement,
		task,
		staging
	}, settings, signal);
	const request = {
		target: replica,
		file,
		statement: text,
		migrationId: "rehearsal",
		options: {
			...engineOptions(settings.valuesFor(file, statement.table), settings),
			cutover: "auto",
			lagReplicas: []
		}
	};
	const outcome = await rehearseTable(request, (event) => observe({
		type: "engine",
		event
	}), signal);
	const { schema } = qualify(task.table, replica.database);
	return {
		...outcome,
		table: outcome.table === "" ? label : labelOf(schema, outcome.table, replica.database)
	};
}
/** What copies nothing is tried as a plan tries it. */
async function planOnly({ statement, task, staging }, settings, signal) {
	const startedAt = nowMs();
	const untouched = notStarted(statement, statement.label);
	try {
		const stage = task.kind === "create" ? await staging.open() : null;
		if (stage instanceof NoStage) throw stage;
		const dryRun = await staging.dryRun(settings.values.allow);
		const plan = await planTask(statement, task, {
			dryRun,
			settings,
			stage,
			rows: "look"
		}, signal);
		const rehearsal = {
			...nothingCopied,
			reason: plan.reason,
			hazards: plan.hazards
		};
		const durationMs = Math.round(nowMs() - startedAt);
		return {
			...untouched,
			state: "completed",
			algorithm: plan.algorithm,
			durationMs,
			rehearsal
		};
	} catch (error) {
		return {
			...failed(statement, statement.label, toGhostshipError(error)),
			rehearsal: null
		};
	}
}
function buildsOnAnother(statement, task) {
	const reason = task.kind === "change" ? "It builds on an earlier statement, and can be rehearsed once that has run." : "It copies no table, so there is nothing to rehearse. The plan tries it on what the statements before it leave.";
	return {
		...notStarted(statement, statement.label),
		rehearsal: {
			...nothingCopied,
			reason,
			hazards: []
		}
	};
}
const nothingCopied = {
	rowsPerSecond: 0,
	mostLagMs: null,
	delayMs: 0,
	binlogBytes: null,
	unsettledRows: 0
};

export { rehearseStatements };