import { n as __name } from "../../rolldown-runtime.js";
import { i as findMigrations, r as deadAfterMs, t as databasesOf } from "../ledger/places.js";
import { t as controlStateOf } from "../../engine/run/control-state.js";
import { r as spellDatabase, t as askNameCase } from "../../mysql/name-case.js";
import { t as connect } from "../../mysql2.js";
import { t as Ledger } from "../ledger/ledger.js";
import { r as requireTarget } from "../options/settings.js";
import { n as labelOf } from "../statements/file-statement.js";
import { t as _usingCtx } from "../../usingCtx.js";

// src/commands/control/status.ts
/** As many rows of the ledger are read. */
const mostRuns = 100;
const mostFinished = 5;
/**
* The migrations in the target's database, in those that the option databases names, and in those where the ledger knows of a
* run: running, yielded or left behind by a process that is gone; and the last ones that are finished.
*
* @param table as people are told of it, with its database where that is another one; `null` for all
*/
async function status(table, settings, signal) {
	try {
		var _usingCtx$1 = _usingCtx();
		signal.throwIfAborted();
		const given = requireTarget(settings);
		const session = _usingCtx$1.a(await connect(given, "reading the status"));
		const nameCase = await askNameCase(session);
		const target = spellDatabase(given, nameCase);
		const ledger = new Ledger(target);
		const runs = await ledger.runs(mostRuns);
		const known = (await findMigrations(session, databasesOf(target, settings, await ledger.labels(session)))).map(({ original, migration }) => {
			const run = runs.find(({ id }) => id === migration.migrationId) ?? null;
			return fromChangelog(labelOf(original.schema, original.name, target.database), migration, run);
		});
		const others = runs.filter(({ id }) => !known.some((one) => one.id === id));
		const meant = [
			...known,
			...unfinished(others, runs),
			...others.filter(isFinished).map(fromLedger)
		].filter((one) => table === null || nameCase.same(one.table, table));
		return [...meant.filter(({ life }) => life !== "finished"), ...meant.filter(isOver).slice(0, mostFinished)];
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		await _usingCtx$1.d();
	}
}
function isOver({ life }) {
	return life === "finished";
}
/** What is completed stays so, also where its run has died before it could say when. */
function isFinished({ finishedAt, state, silentMs }) {
	return finishedAt !== null || state === "completed" && silentMs > 3e4;
}
/** Statements without a changelog. Only the newest of a table: what died before it has been run again. */
function unfinished(others, runs) {
	return others.filter((run) => !isFinished(run) && runs.find(({ table }) => table === run.table) === run).map(fromLedger);
}
function fromChangelog(table, migration, run) {
	const { migrationId, statement, startedAt, progress, alive, swapped, silentMs, ageMs } = migration;
	const control = controlStateOf(migration);
	const hasYielded = !alive && progress.state === "yielded";
	const lastFailure = migration.cutover.lastFailure;
	return {
		id: migrationId,
		table,
		statement,
		file: run?.file ?? null,
		state: control.paused && alive ? "paused" : progress.state,
		life: alive ? "running" : hasYielded ? "yielded" : "dead",
		startedAt,
		finishedAt: null,
		silentMs,
		progress,
		...control,
		cutover: {
			...migration.cutover,
			lastFailure: lastFailure === null ? null : {
				...lastFailure,
				agoMs: lastFailure.agoMs + ageMs
			}
		},
		swapped,
		run: originOf(run),
		outcome: null
	};
}
function fromLedger(run) {
	const { id, table, statement, file, state, startedAt, finishedAt, silentMs, outcome } = run;
	return {
		id,
		table,
		statement,
		file,
		state,
		life: isFinished(run) ? "finished" : silentMs > 3e4 ? "dead" : "running",
		startedAt,
		finishedAt,
		silentMs: isFinished(run) ? 0 : silentMs,
		progress: null,
		...controlStateOf({}),
		cutover: {
			attempts: outcome?.attempts ?? 0,
			lastFailure: null
		},
		swapped: false,
		run: originOf(run),
		outcome
	};
}
function originOf(run) {
	return {
		url: run?.runUrl ?? null,
		pullRequest: run?.pullRequest ?? null,
		commit: run?.commit ?? null,
		actor: run?.actor ?? null
	};
}

export { status as t };