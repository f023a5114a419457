import { n as __name } from "../rolldown-runtime.js";
import { t as _usingCtx } from "../mysql/server-errors.js";
import { n as requireTarget } from "../commands/options/settings.js";
import { r as spellDatabase, t as askNameCase } from "../mysql/name-case.js";
import { b as refuseTargetOf } from "../sql/ledger.js";
import { P as sentryComment, t as connect } from "../mysql2.js";
import { H as nameTables, V as lockName, h as dropUncheckedKeys, i as dropEmptySchemas, s as forgetSwap, u as readComments } from "../sql.js";
import { f as dropTable, h as getLock } from "../sql/ghost.js";
import { i as findMigrations, n as tablesMeant, t as databasesOf } from "../commands/ledger/places.js";
import { n as labelOf } from "../commands/statements/file-statement.js";
import { n as dropDeadClones } from "../engine/tables/empty-clone.js";
import { t as finishSwaps } from "../commands/ledger/finish-swaps.js";
import { t as Ledger } from "../commands/ledger/ledger.js";
import { t as takeOver } from "../commands/ledger/take-over.js";

// src/commands/control/cleanup.ts
/**
* Drops what migrations have left behind, in the target's database and wherever else they were: the tables of dead runs, and the
* retired tables that the ledger knows where this run is given `retired: drop`.
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
/** A retired table may be all that is left of somebody's rows: it goes only where this run was told so. */
function whyKept({ table, ageMs }, settings, olderThanMs) {
	if (settings.valuesFor(null, table).retired === "keep") return "the option retired says keep";
	if (!settings.isGiven("retired")) return "it is retired, and goes only with `--retired drop`";
	if (ageMs < olderThanMs) return `it was retired ${Math.floor(ageMs / 6e4)} min ago, which is not long enough`;
	return null;
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
		const ours = [...comments].filter(([name, comment]) => isOurs(name, comment)).map(([name]) => name);
		report.dropped.push(...ours.map((name) => label(name, target)));
		if (dryRun) return;
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
async function dropRetired(session, target, { table, retired }, nameCase, reason, report) {
	const candidates = tablesMeant(nameCase.spell(table), target).map(bothNames);
	const names = candidates.flatMap(({ beside, apart }) => [beside.retired, apart.retired]).filter((name) => nameCase.same(label(name, target), retired));
	const [found, ...others] = (await readComments(session, names)).keys();
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