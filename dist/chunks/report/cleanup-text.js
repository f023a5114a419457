import { n as __name } from "../rolldown-runtime.js";
import { r as messageOf } from "../support/errors.js";
import { r as requireTarget } from "../commands/options/settings.js";
import { t as describeTarget } from "../mysql/target.js";
import { t as _usingCtx } from "../usingCtx.js";
import { P as sentryComment, t as connect } from "../mysql2.js";
import { f as dropTable, h as getLock } from "../sql/ghost.js";
import { A as giveBack, I as nameTables, N as lockName, P as nameRehearsalTables, Z as selectChangelogs, _ as dropUncheckedKeys, a as dropEmptySchemas, c as forgetSwap, d as readComments, j as readKeptName, o as dropOwn } from "../sql.js";
import { r as spellDatabase, t as askNameCase } from "../mysql/name-case.js";
import { n as whichTableIsWhich } from "../engine/cutover/which-table.js";
import { c as refuseTargetOf } from "../engine/preflight/privileges.js";
import { t as readStatusRow } from "../engine/run/status-row.js";
import { r as openControlConnection } from "../engine/mapping/column-map.js";
import { a as dropOwnForeignKeys, n as dropTriggers } from "../engine/relations/triggers.js";
import { i as findMigrations, n as tablesMeant, t as databasesOf } from "../commands/ledger/places.js";
import { n as dropDeadClones } from "../engine/tables/empty-clone.js";
import { n as labelOf } from "../commands/statements/file-statement.js";
import { t as finishSwaps } from "../commands/ledger/finish-swaps.js";
import { t as Ledger } from "../commands/ledger/ledger.js";
import { t as takeOver } from "../commands/ledger/take-over.js";

// src/engine/rehearsal/drop-dead.ts
/**
* Drops what rehearsals that died have left on a replica, outside its binary log.
*
* @param table only what belongs to this table; `null` for everything
* @param isDry whether it is only told what would be dropped
*/
async function dropDeadRehearsals(replica, table, isDry) {
	try {
		var _usingCtx$2 = _usingCtx();
		const control = _usingCtx$2.a(await openControlConnection(replica, [], false));
		const dropped = [];
		const running = [];
		for (const row of await control.session.rows(selectChangelogs(replica.database, "Ghostship rehearsal"))) try {
			var _usingCtx3 = _usingCtx();
			const changelog = {
				schema: replica.database,
				name: String(row.name)
			};
			const name = (await readStatusRow(control.session, changelog))?.status.table ?? "";
			if (name === "" || table !== null && table !== name) continue;
			const original = {
				schema: replica.database,
				name
			};
			const session = _usingCtx3.a(await control.sessions.open("cleaning up"));
			const [lock] = await session.rows(getLock(lockName(original), 0));
			if (Number(lock?.taken) === 1) dropped.push(...await dropRehearsal(session, original, isDry));
			else running.push(changelog);
		} catch (_) {
			_usingCtx3.e = _;
		} finally {
			await _usingCtx3.d();
		}
		return {
			dropped,
			running
		};
	} catch (_) {
		_usingCtx$2.e = _;
	} finally {
		await _usingCtx$2.d();
	}
}
async function dropRehearsal(session, original, isDry) {
	const places = [true, false].map((apart) => nameRehearsalTables(original, apart));
	const [apart, beside] = places;
	const tables = [
		apart?.ghost,
		beside?.ghost,
		beside?.changelog
	].filter((one) => one !== void 0);
	const found = [...(await readComments(session, tables)).keys()];
	if (!isDry) for (const names of places) await dropOwn(session, names);
	return found;
}

// src/commands/control/cleanup.ts
/**
* Drops what migrations have left behind, in the target's database and wherever else they were: the tables of dead runs, and the
* retired tables that the ledger knows where this run is given `retired: drop`. On a test replica that is given, what rehearsals have
* left.
*
* @param table only what belongs to this table; `null` for everything
*/
async function cleanup(table, settings, signal, { dryRun, takesOver, olderThanMs } = {
	dryRun: false,
	takesOver: false,
	olderThanMs: 0
}) {
	try {
		var _usingCtx$1 = _usingCtx();
		const { replica } = settings;
		if (replica !== null && settings.target === null) return await cleanUpReplica(replica, table, dryRun);
		const given = requireTarget(settings);
		const session = _usingCtx$1.a(await connect(given, "cleaning up"));
		await refuseTargetOf(session);
		const nameCase = await askNameCase(session);
		const target = spellDatabase(given, nameCase);
		const isMeant = (label) => table === null || nameCase.same(table, label);
		const ledger = new Ledger(target);
		if (takesOver && !dryRun) await takeOver(target, table === null ? null : [table], settings, ledger, signal);
		const report = {
			dryRun,
			finished: (dryRun ? [] : await finishSwaps(target, isMeant, settings, ledger, signal)).map(({ outcome }) => outcome.table),
			dropped: [],
			kept: []
		};
		if (replica !== null) await addReplica(report, replica, table);
		for (const { original, migration } of await findMigrations(session, databasesOf(target, settings, await ledger.labels(session)))) {
			signal.throwIfAborted();
			if (!isMeant(label(original, target))) continue;
			const changelog = {
				schema: original.schema,
				name: migration.changelog
			};
			const keep = (reason) => report.kept.push({
				table: label(changelog, target),
				reason
			});
			if (migration.alive) keep("its migration is running");
			else if (migration.progress.state === "yielded" && !takesOver) keep("its migration has yielded, and the next run goes on");
			else if (dryRun && migration.swapped) report.finished.push(label(original, target));
			else await dropLeftBehind(target, original, report);
		}
		for (const entry of await ledger.retiredTables()) {
			signal.throwIfAborted();
			if (!isMeant(entry.table)) continue;
			await dropRetired(session, target, entry, nameCase, whyKept(entry, settings, olderThanMs), report);
		}
		return report;
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		await _usingCtx$1.d();
	}
}
/** What rehearsals have left there. */
async function cleanUpReplica(replica, table, dryRun) {
	const { dropped, running } = await dropDeadRehearsals(replica, table, dryRun);
	const kept = running.map((name) => ({
		table: label(name, replica),
		reason: "its rehearsal is running"
	}));
	return {
		dryRun,
		finished: [],
		dropped: dropped.map((name) => label(name, replica)),
		kept
	};
}
/** What is wrong there must not keep the target from being cleaned up. */
async function addReplica(report, replica, table) {
	try {
		const { dropped, kept } = await cleanUpReplica(replica, table, report.dryRun);
		report.dropped.push(...dropped);
		report.kept.push(...kept);
	} catch (error) {
		report.kept.push({
			table: `what is on ${describeTarget(replica)}`,
			reason: messageOf(error).replace(/\.$/u, "")
		});
	}
}
/** A retired table may be all that is left of somebody's rows: it goes only where this run was told so. */
function whyKept({ table, ageMs, forMs }, settings, olderThanMs) {
	const { kind } = settings.valuesFor(null, table).retired;
	const isGiven = settings.isGiven("retired");
	if (isGiven && kind === "keep") return "the option retired says keep";
	if (forMs !== null && ageMs >= forMs) return null;
	if (forMs !== null && !isGiven) return `it is kept for another ${inWords(forMs - ageMs)}`;
	if (kind === "keep") return "the option retired says keep";
	if (!isGiven) return "it is retired, and goes only with `--retired drop`";
	if (ageMs < olderThanMs) return `it was retired ${Math.floor(ageMs / 6e4)} min ago, which is not long enough`;
	return null;
}
/** Rounded up, so that it is over when it is said to be. */
function inWords(ms) {
	const minutes = Math.ceil(ms / 6e4);
	if (minutes < 120) return `${minutes} min`;
	return minutes < 2880 ? `${Math.ceil(minutes / 60)} h` : `${Math.ceil(minutes / 1440)} days`;
}
/** It holds the name lock, so that no new run starts. The changelog is dropped last, because it proves that the rest is ours. */
async function dropLeftBehind(target, original, report) {
	try {
		var _usingCtx3 = _usingCtx();
		const { beside, apart } = bothNames(original);
		const session = _usingCtx3.a(await connect(target, "cleaning up"));
		const { dryRun } = report;
		if (!dryRun) {
			const [lock] = await session.rows(getLock(lockName(original), 0));
			if (Number(lock?.taken) !== 1) return;
		}
		const { dropped, droppedSchema, keptSchema } = await dropDeadClones(session, original, dryRun);
		report.dropped.push(...dropped.map((name) => label(name, target)));
		if (droppedSchema !== null) report.dropped.push(droppedSchema);
		if (keptSchema !== null) report.kept.push({
			table: keptSchema,
			reason: "a table in it has rows"
		});
		const comments = await readComments(session, [
			apart.ghost,
			apart.retired,
			beside.ghost,
			beside.retired,
			beside.changelog
		]);
		const isOurs = (name, comment) => name !== apart.retired && name !== beside.retired || comment === "Ghostship sentry";
		const kept = await readKeptName(session, beside.changelog);
		const ghosts = [beside, apart].filter(({ ghost }) => kept !== null && comments.has(ghost));
		const ours = [...comments].filter(([name, comment]) => isOurs(name, comment) && !ghosts.some(({ ghost }) => ghost === name)).map(([name]) => name);
		report.dropped.push(...ours.map((name) => label(name, target)));
		if (kept !== null && ghosts.length > 0) report.kept.push({
			table: label(kept, target),
			reason: "a revert that is ended leaves it as it was before"
		});
		if (dryRun) return;
		if (kept !== null) for (const names of ghosts) await endRevert(session, names, kept);
		await dropUncheckedKeys(session, beside);
		if (comments.has(beside.changelog)) await forgetSwap(session, beside.changelog);
		for (const name of ours) await session.run(dropTable(name));
		if (ours.some(({ schema }) => apart.ownSchemas.includes(schema))) await dropEmptySchemas(session, apart);
	} catch (_) {
		_usingCtx3.e = _;
	} finally {
		await _usingCtx3.d();
	}
}
/** What the ghost got at a cutover that did not come about goes, and it is the retired table again. */
async function endRevert(session, names, kept) {
	await forgetSwap(session, names.changelog);
	await dropTriggers(session, names.ghost);
	await dropOwnForeignKeys(session, names.ghost);
	const { sentry } = await whichTableIsWhich(session, names);
	if (sentry) await session.run(dropTable(names.retired));
	await giveBack(session, names, kept);
}
async function dropRetired(session, target, { table, retired }, nameCase, reason, report) {
	const candidates = tablesMeant(nameCase.spell(table), target).map(bothNames);
	const names = candidates.flatMap(({ beside, apart }) => [beside.retired, apart.retired]).filter((name) => nameCase.same(label(name, target), retired));
	const [found, ...others] = [...await readComments(session, names)].flatMap(([name, comment]) => comment === "Ghostship sentry" ? [] : [name]);
	if (found === void 0) return;
	if (others.length > 0) report.kept.push({
		table: retired,
		reason: "two tables could be meant; drop the right one"
	});
	else if (reason !== null) report.kept.push({
		table: retired,
		reason
	});
	else if (report.dryRun) report.dropped.push(retired);
	else {
		await session.run(dropTable(found));
		const own = candidates.find(({ apart }) => apart.retired === found)?.apart;
		if (own !== void 0) await dropEmptySchemas(session, own);
		report.dropped.push(retired);
	}
}
function bothNames(original) {
	return {
		beside: nameTables(original, false),
		apart: nameTables(original, true)
	};
}
/** As outcomes name it: with its schema only where that is another one. */
function label({ schema, name }, target) {
	return labelOf(schema, name, target.database);
}

// src/report/cleanup-text.ts
function cleanupText({ dryRun, finished, dropped, kept }) {
	if (finished.length + dropped.length + kept.length === 0) return "There is nothing to clean up.";
	return [
		...finished.map((table) => `${dryRun ? "Would finish" : "Finished"} the migration of ${table}, whose run died after the swap.`),
		...dropped.map((table) => `${dryRun ? "Would drop" : "Dropped"} ${table}.`),
		...kept.map(({ table, reason }) => `Kept ${table}: ${reason}.`)
	].join("\n");
}

export { cleanup as n, cleanupText as t };