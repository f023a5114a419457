import { r as __name } from "../../rolldown-runtime.js";
import { n as findMigrations, t as deadAfterMs } from "../../engine/run/control.js";
import { t as controlStateOf } from "../../engine/run/control-state.js";
import { r as findTakenName } from "../../engine/resume/describe-way-back.js";
import { r as spellDatabase, t as askNameCase } from "../../mysql/name-case.js";
import { t as connect } from "../../mysql/session.js";
import { t as Ledger } from "../ledger/ledger.js";
import { n as livenessMs } from "../ledger/ledger-entry.js";
import { t as databasesOf } from "../ledger/places.js";
import { r as requireTarget } from "../options/settings.js";
import { r as labelOf } from "../statements/file-statement.js";
import { t as findRetired } from "./retired-tables.js";
import { n as readIfThere } from "../../mysql/read-if-there.js";
import { T as selectNotBegun } from "../../sql/ledger.js";
import { i as readRun, t as hasLaterColumn } from "../ledger/upgrade-ledger.js";
import { n as readUnconfirmed } from "../ledger/sent-statements.js";
import { r as whatBecame } from "../ledger/what-became.js";
import { t as _usingCtx } from "../../usingCtx.js";

// src/commands/control/kept-tables.ts
/** The retired tables that are still there, by the id of the migration that has kept them. */
async function keptTables(session, ledger, target, nameCase) {
	const kept = /* @__PURE__ */ new Map();
	for (const entry of await ledger.retiredTables()) {
		const { id, retired, ageMs, forMs } = entry;
		if ((await findRetired(session, entry, target, nameCase)).some(({ whyOther }) => whyOther === null)) kept.set(id, {
			table: retired,
			keptForMs: forMs === null ? null : Math.max(0, forMs - ageMs)
		});
	}
	return kept;
}

// src/commands/control/not-begun.ts
/**
* Statements of files that have not got their turn, in their order, and that the next run begins. Those behind a process that is
* gone are known by its run: it could not say that they wait.
*
* @param known what has begun
*/
async function findNotBegun(session, database, known) {
	const hasNamespaces = await hasLaterColumn(session, database, "namespace");
	const rows = await readIfThere(session, selectNotBegun(database, hasNamespaces)) ?? [];
	const urlsOf = (isMeant) => new Set(known.filter(({ life }) => isMeant(life)).map(({ run }) => run.url));
	const atWork = urlsOf((life) => life === "running");
	const stopped = urlsOf((life) => life === "dead" || life === "yielded");
	const isBegun = (run) => known.some(({ table, statement }) => table === run.table && statement === run.statement);
	return rows.map(readRun).filter((run) => !isBegun(run) && (run.state === "yielded" || run.runUrl !== null && stopped.has(run.runUrl) && !atWork.has(run.runUrl)));
}

// src/commands/control/tell-what-became.ts
/** Asks what became of statements that dead runs had sent to the server. */
async function tellWhatBecame(migrations, target, session) {
	if (!migrations.some(isOpen)) return migrations;
	const sent = new Map((await readUnconfirmed(target)).map((one) => [one.id, one.sent]));
	return await Promise.all(migrations.map(async (one) => {
		const own = isOpen(one) ? sent.get(one.id) : void 0;
		const became = own === void 0 ? "not done" : await whatBecame(session, own);
		return became === "not done" ? one : {
			...one,
			became
		};
	}));
}
function isOpen({ life, became }) {
	return life === "dead" && became === null;
}

// src/commands/control/status.ts
/** As many rows of the ledger are read. */
const mostRuns = 100;
const mostFinished = 5;
/** A run that has missed so many signs of life is dead. */
const missedSigns = 3;
/** A run at work writes its status every second. */
const saysSomethingWithinMs = 3e3;
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
		const found = await findMigrations(session, databasesOf(target, settings, await ledger.labels(session)));
		await ledger.closeSilent(found.map(({ migration }) => migration.migrationId)).catch(() => void 0);
		const runs = await ledger.runs(mostRuns);
		const known = [];
		for (const { original, migration } of found) {
			const label = labelOf(original.schema, original.name, target.database);
			const next = goesOn(migration, runs.filter((run) => nameCase.same(run.table, label)));
			const taken = migration.alive || next !== null ? null : await findTakenName(session, original);
			const inTheWay = taken === null ? null : labelOf(taken.retired.schema, taken.retired.name, target.database);
			if (next === null) known.push(fromChangelog(label, migration, runs.find(({ id }) => id === migration.migrationId) ?? null, inTheWay));
			else known.push({
				...fromChangelog(label, beginning(migration), next, null),
				id: next.id,
				...lifeOf(next)
			});
		}
		const others = runs.filter(({ id }) => !known.some((one) => one.id === id));
		const apart = others.filter((run) => !known.some(({ table: label }) => nameCase.same(run.table, label)));
		const kept = await keptTables(session, ledger, target, nameCase);
		const finished = others.filter(isFinished).map((run) => ({
			...fromLedger(run),
			retired: kept.get(run.id) ?? null
		}));
		const begun = [...known, ...unfinished(apart, runs)];
		const waiting = (await findNotBegun(session, target.database, begun)).map((run) => ({
			...fromLedger(run),
			life: "yielded",
			finishedAt: null
		}));
		const all = [
			...begun,
			...waiting,
			...finished
		];
		const meant = await tellWhatBecame(all.filter((one) => table === null || nameCase.same(one.table, table)), target, session);
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
function isFinished({ finishedAt, state, silentMs, outcome }) {
	return finishedAt !== null || state === "completed" && (outcome !== null || silentMs > 3e4);
}
/** The run that begins to go on with a migration whose own process is gone, and has not said so in the changelog yet. */
function goesOn(migration, runs) {
	if (migration.alive && !hasEnded(migration) && migration.ageMs < saysSomethingWithinMs) return null;
	const isLater = ({ startedAt }) => startedAt !== null && startedAt > migration.startedAt;
	return runs.find((run) => run.id !== migration.migrationId && isLater(run) && lifeOf(run).life === "running") ?? null;
}
function hasEnded({ progress: { state } }) {
	return state === "yielded" || state === "failed";
}
/** What is copied is known already. */
function beginning(migration) {
	const { progress } = migration;
	const begun = {
		...progress,
		state: "preflight",
		holds: [],
		lockedBy: null
	};
	return {
		...migration,
		...migration.orders,
		alive: true,
		progress: begun
	};
}
function lifeOf(run) {
	const { startedAt, silentMs, state } = run;
	if (isFinished(run)) return {
		life: "finished",
		startedAt,
		silentMs: 0
	};
	return {
		life: silentMs > livenessMs(state) * missedSigns ? "dead" : "running",
		startedAt,
		silentMs
	};
}
/** Statements without a changelog. Only the newest of a table: what died before it has been run again. */
function unfinished(others, runs) {
	return others.filter((run) => !isFinished(run) && runs.find(({ table }) => table === run.table) === run).map(fromLedger);
}
function fromChangelog(table, migration, run, inTheWay) {
	const { migrationId, statement, startedAt, progress, alive, swapped, swapUnclear, silentMs, ageMs } = migration;
	const control = alive ? controlStateOf(migration) : migration.orders;
	const hasYielded = !alive && progress.state === "yielded";
	const { lastFailure, waiting = null } = migration.cutover;
	return {
		id: migrationId,
		table,
		statement,
		file: run?.file ?? null,
		state: control.paused && alive ? "paused" : progress.state,
		life: alive ? "running" : hasYielded ? "yielded" : "dead",
		startedAt,
		ageMs: run?.ageMs ?? null,
		finishedAt: null,
		silentMs,
		progress,
		...control,
		awaitsCutover: hasYielded && migration.isAtGate === true && !control.cutoverOrdered && !control.paused,
		cutover: {
			...migration.cutover,
			lastFailure: lastFailure === null ? null : {
				...lastFailure,
				agoMs: lastFailure.agoMs + ageMs
			},
			waiting: waiting === null || !alive ? null : {
				...waiting,
				forMs: waiting.forMs + ageMs
			}
		},
		swapped,
		became: swapped ? "done" : swapUnclear ? "unclear" : null,
		inTheWay,
		run: originOf(run),
		outcome: null,
		retired: null
	};
}
function fromLedger(run) {
	const { id, table, statement, file, state, ageMs, finishedAt, outcome } = run;
	return {
		id,
		table,
		statement,
		file,
		state,
		...lifeOf(run),
		ageMs,
		finishedAt,
		progress: null,
		...controlStateOf({}),
		awaitsCutover: false,
		cutover: {
			attempts: outcome?.attempts ?? 0,
			lastFailure: null,
			waiting: null
		},
		swapped: false,
		became: null,
		inTheWay: null,
		run: originOf(run),
		outcome,
		retired: null
	};
}
function originOf(run) {
	return {
		url: run?.runUrl ?? null,
		pullRequest: run?.pullRequest ?? null,
		commit: run?.commit ?? null,
		actor: run?.actor ?? null,
		namespace: run?.namespace || null
	};
}

export { status as t };