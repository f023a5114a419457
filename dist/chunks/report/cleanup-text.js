import { n as __name } from "../rolldown-runtime.js";
import { t as _usingCtx } from "../mysql/server-errors.js";
import { n as requireTarget } from "../commands/options/settings.js";
import { r as spellDatabase, t as askNameCase } from "../mysql/name-case.js";
import { g as refuseTargetOf } from "../sql/ledger.js";
import { t as connect } from "../mysql/session.js";
import { M as sentryComment, Q as nameTables, Z as lockName, c as readComments, f as dropUncheckedKeys, i as dropEmptySchemas, o as forgetSwap } from "../sql.js";
import { f as dropTable, h as getLock } from "../sql/ghost.js";
import { n as tablesMeant, r as findMigrations, t as databasesOf } from "../commands/ledger/places.js";
import { n as labelOf } from "../commands/statements/file-statement.js";
import { t as dropDeadClones } from "../engine/tables/empty-clone.js";
import { t as finishSwaps } from "../commands/ledger/finish-swaps.js";
import { t as Ledger } from "../commands/ledger/ledger.js";

// src/commands/control/cleanup.ts
/**
* Drops what migrations have left behind, in the target's database and wherever else they were: the tables of dead runs, and the
* retired tables that the ledger knows. With `retired: keep` retired tables stay.
*
* @param table only what belongs to this table; `null` for everything
*/
async function cleanup(table, settings, signal) {
	try {
		var _usingCtx$1 = _usingCtx();
		const given = requireTarget(settings);
		const session = _usingCtx$1.a(await connect(given, "cleaning up"));
		await refuseTargetOf(session);
		const nameCase = await askNameCase(session);
		const target = spellDatabase(given, nameCase);
		const isMeant = (label) => table === null || nameCase.same(table, label);
		const ledger = new Ledger(target);
		const report = {
			finished: (await finishSwaps(target, isMeant, settings, ledger, signal)).map(({ outcome }) => outcome.table),
			dropped: [],
			kept: []
		};
		for (const { original, migration } of await findMigrations(session, databasesOf(target, settings, await ledger.labels()))) {
			signal.throwIfAborted();
			if (!isMeant(label(original, target))) continue;
			const changelog = {
				schema: original.schema,
				name: migration.changelog
			};
			if (migration.alive) report.kept.push({
				table: label(changelog, target),
				reason: "its migration is running"
			});
			else await dropLeftBehind(target, original, report);
		}
		for (const entry of await ledger.retiredTables()) {
			signal.throwIfAborted();
			if (!isMeant(entry.table)) continue;
			await dropRetired(session, target, entry, nameCase, settings.valuesFor(null, entry.table).retired === "keep", report);
		}
		return report;
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		await _usingCtx$1.d();
	}
}
/** It holds the name lock, so that no new run starts. The changelog is dropped last, because it proves that the rest is ours. */
async function dropLeftBehind(target, original, report) {
	try {
		var _usingCtx3 = _usingCtx();
		const { beside, apart } = bothNames(original);
		const session = _usingCtx3.a(await connect(target, "cleaning up"));
		const [lock] = await session.rows(getLock(lockName(original), 0));
		if (Number(lock?.taken) !== 1) return;
		const { dropped, droppedSchema, keptSchema } = await dropDeadClones(session, original);
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
		await dropUncheckedKeys(session, beside);
		const ours = [...comments].filter(([name, comment]) => isOurs(name, comment)).map(([name]) => name);
		if (comments.has(beside.changelog)) await forgetSwap(session, beside.changelog);
		for (const name of ours) await session.run(dropTable(name));
		if (ours.some(({ schema }) => apart.ownSchemas.includes(schema))) await dropEmptySchemas(session, apart);
		report.dropped.push(...ours.map((name) => label(name, target)));
	} catch (_) {
		_usingCtx3.e = _;
	} finally {
		await _usingCtx3.d();
	}
}
async function dropRetired(session, target, { table, retired }, nameCase, keeps, report) {
	const candidates = tablesMeant(nameCase.spell(table), target).map(bothNames);
	const names = candidates.flatMap(({ beside, apart }) => [beside.retired, apart.retired]).filter((name) => nameCase.same(label(name, target), retired));
	const [found, ...others] = (await readComments(session, names)).keys();
	if (found === void 0) return;
	if (others.length > 0) report.kept.push({
		table: retired,
		reason: "two tables could be meant; drop the right one"
	});
	else if (keeps) report.kept.push({
		table: retired,
		reason: "the option retired says keep"
	});
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
function cleanupText({ finished, dropped, kept }) {
	if (finished.length + dropped.length + kept.length === 0) return "There is nothing to clean up.";
	return [
		...finished.map((table) => `Finished the migration of ${table}, whose run died after the swap.`),
		...dropped.map((table) => `Dropped ${table}.`),
		...kept.map(({ table, reason }) => `Kept ${table}: ${reason}.`)
	].join("\n");
}

export { cleanup as n, cleanupText as t };